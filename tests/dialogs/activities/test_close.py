from __future__ import annotations

import pytest

from dialogs import messages as m
from dialogs.receipts import Code
from tests.support.stage import Stage


def closing(*names: str) -> Stage:
    stage = Stage()
    stage.begins(*(names or ("Anna", "Ville")), step="lopetus")
    return stage


def test_how_it_went_counts_in_the_channel_and_shows_to_the_facilitator_without_names() -> None:
    stage = closing()
    stage.sends("Anna", "feedback", score="4", line="Kiitos, mukavaa")
    stage.sends("Ville", "feedback", score="2", line="")
    assert (stage.card("", m.Closing).answered, stage.card("", m.Closing).here) == (2, 2)
    assert "mukavaa" not in repr(stage.channel)
    stage.presses("Maija", "next")
    summary = stage.card("Maija", m.Summary)
    assert (summary.scores, summary.lines) == ((2, 4), ("Kiitos, mukavaa",))
    assert "mukavaa" not in repr((stage.channel, stage.sees("Anna"), stage.sees("Ville")))


def test_an_answer_can_be_changed_and_counts_once() -> None:
    stage = closing()
    stage.sends("Anna", "feedback", score="4", line="Kiitos")
    form = stage.opens("Anna", "feedback")
    assert isinstance(form, m.FeedbackForm)
    assert (form.score, form.line, form.facilitators) == (4, "Kiitos", ("Maija",))
    stage.sends("Anna", "feedback", score="5", line="")
    stage.presses("Maija", "next")
    assert stage.card("Maija", m.Summary).scores == (5,)
    assert stage.card("Maija", m.Summary).lines == ()


def test_an_answer_after_the_end_is_in_the_summary() -> None:
    stage = closing()
    stage.presses("Maija", "next")
    assert stage.sends("Anna", "feedback", score="5", line="Vielä kiitos").code is Code.SAVED
    assert stage.card("Maija", m.Summary).lines == ("Vielä kiitos",)


def test_who_has_left_is_not_counted_among_those_who_answered() -> None:
    stage = closing()
    stage.sends("Anna", "feedback", score="4", line="")
    stage.presses("Anna", "leave")
    assert (stage.card("", m.Closing).answered, stage.card("", m.Closing).here) == (0, 1)
    assert stage.sends("Anna", "feedback", score="1", line="").code is Code.NOT_IN
    assert stage.sends("Tuomas", "feedback", score="1", line="").code is Code.NOT_IN


@pytest.mark.parametrize("score", ["", "0", "6", "²", "4.5", "-1"])
def test_a_score_is_one_to_five(score: str) -> None:
    stage = closing()
    stage.sends("Anna", "feedback", score=score, line="")
    assert stage.errors == {"score": "choose"}


def test_a_line_is_one_line_and_not_too_long() -> None:
    stage = closing()
    stage.sends("Anna", "feedback", score="4", line="yksi\n\nkaksi")
    stage.sends("Ville", "feedback", score="4", line="x" * 301)
    assert stage.errors == {"line": "too_long"}
    stage.presses("Maija", "next")
    assert stage.card("Maija", m.Summary).lines == ("yksi kaksi",)
