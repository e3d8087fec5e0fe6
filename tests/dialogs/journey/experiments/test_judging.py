"""What became of it: verdict, learning, the next day, and the way back to where it came from."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from dialogs.journey.experiments import messages as m
from dialogs.journey.experiments.messages import JudgementLine, Shown
from dialogs.journey.experiments.state import Stage, Verdict
from dialogs.receipts import Code, Receipt
from tests.dialogs.journey.experiments.agreeing import PICKS, WORDS, agreed, due, one, running, team, tries
from tests.support.stage_watch import pid

ITEM = "experiment/1"


def test_the_day_to_judge_it_comes_by_itself() -> None:
    stage = running()
    stage.until("2027-02-28", 23)
    assert one(stage).stage is Stage.RUNNING
    stage.until("2027-03-01", 0)
    assert one(stage).stage is Stage.REVIEW
    stage.until("2027-03-01")
    kinds = {kind for _, kind in stage.reminded("Omar")}
    assert "review" in kinds
    assert stage.opens("Omar", "try-verdict", "1", "continue") == m.TryVerdictForm(
        "j1", "1", date(2027, 3, 1), WORDS["what"], WORDS["sign"], "continue"
    )


def test_what_goes_on_is_looked_at_again() -> None:
    stage = due()
    stage.sends("Omar", "try-verdict", "1", verdict="continue", learning="Muistutus riitti", review="")
    assert stage.errors == {"review": "date_empty"}
    stage.submits("Omar", "try-verdict", "1", verdict="continue", learning="Muistutus riitti", review="29.3.")
    assert stage.receipt == Receipt(Code.TRY_GOES_ON)
    assert one(stage).stage is Stage.RUNNING
    assert stage.dues(ITEM) == {
        ("Omar", "half_way"): datetime(2027, 3, 15, 7, 0, tzinfo=UTC),
        ("Omar", "day_before"): datetime(2027, 3, 25, 7, 0, tzinfo=UTC),
        # Summer time began on the 28th, and the Friday before is Good Friday.
        ("Omar", "review"): datetime(2027, 3, 30, 6, 0, tzinfo=UTC),
    }
    view = stage.card("Omar", m.ExperimentCard).view
    assert view.judgements == (
        JudgementLine(date(2027, 3, 1), Verdict.CONTINUE, "Muistutus riitti", date(2027, 3, 29)),
    )
    assert view.shown is Shown.CONTINUED
    stage.until("2027-03-29", 0)
    assert one(stage).stage is Stage.REVIEW


def test_what_is_changed_says_how_it_goes_on() -> None:
    stage = due()
    stage.sends(
        "Maija", "try-verdict", "1", verdict="change", what="Vain poikkeamat", review="kuukauden päästä"
    )
    view = stage.card("Omar", m.ExperimentCard).view
    assert (view.what, view.shown, view.review) == ("Vain poikkeamat", Shown.CHANGED, date(2027, 4, 1))


def test_what_is_stopped_is_over_and_teaches() -> None:
    stage = due()
    stage.sends("Omar", "try-verdict", "1", verdict="stop", learning="Liian työlästä", review="29.3.")
    assert stage.receipt == Receipt(Code.TRY_JUDGED)
    board = stage.card("", m.ExperimentsBoard)
    assert board.lines == ()
    assert [(line.shown, line.learning, line.day) for line in board.over] == [
        (Shown.STOPPED, "Liian työlästä", None)
    ]
    assert stage.dues(ITEM) == {}
    assert stage.timers == {}
    assert stage.submits("Omar", "try-verdict", "1", verdict="continue", review="5.4.") == Receipt(
        Code.TRY_OVER
    )


def test_what_there_was_no_time_for_may_be_tried_again() -> None:
    stage = due()
    stage.sends("Omar", "try-verdict", "1", verdict="not_tried", review="29.3.")
    assert stage.receipt == Receipt(Code.TRY_GOES_ON)
    assert stage.card("Omar", m.ExperimentCard).view.shown is Shown.RUNNING
    stage.until("2027-03-29", 0)
    stage.sends("Omar", "try-verdict", "1", verdict="not_tried")
    assert one(stage).stage is Stage.NOT_TRIED
    assert stage.dues(ITEM) == {}


def test_what_goes_on_may_become_a_habit() -> None:
    stage = due()
    assert stage.presses("Omar", "try-established", "1") == Receipt(Code.TRY_NOT_JUDGED)
    stage.sends("Omar", "try-verdict", "1", verdict="continue", review="29.3.")
    assert "try-established" in stage.card("Omar", m.ExperimentCard).verbs
    assert stage.presses("Omar", "try-established", "1") == Receipt(Code.TRY_ESTABLISHED)
    assert one(stage).stage is Stage.ESTABLISHED
    assert stage.card("", m.ExperimentsBoard).over[0].shown is Shown.ESTABLISHED
    assert (stage.dues(ITEM), stage.timers) == ({}, {})


def test_a_verdict_sent_twice_counts_once() -> None:
    stage = due()
    stage.sends("Omar", "try-verdict", "1", verdict="continue", review="29.3.", nonce="nonce-v")
    again = stage.submits("Omar", "try-verdict", "1", verdict="continue", review="29.3.", nonce="nonce-v")
    assert again == Receipt(Code.ALREADY_SAVED)
    assert len(one(stage).judgements) == 1


def test_an_idea_that_nobody_took_is_judged_by_who_made_it() -> None:
    stage = team()
    tries(stage, "Anna", owner="Omar")
    stage.until("2027-02-20")
    assert one(stage).stage is Stage.IDEA
    assert stage.opens("Anna", "try-verdict", "1") == Receipt(Code.TRY_NOT_BEGUN)
    stage.until("2027-03-01")
    assert one(stage).stage is Stage.REVIEW
    stage.sends("Anna", "try-verdict", "1", verdict="not_tried", review="29.3.")
    assert one(stage).stage is Stage.IDEA
    stage.presses("Omar", "try-yes", "1")
    assert one(stage).stage is Stage.RUNNING


def test_a_review_that_is_put_off_waits_again() -> None:
    stage = due()
    stage.sends("Omar", "try-move", "1", review="15.3.")
    assert one(stage).stage is Stage.RUNNING
    assert {kind for _, kind in stage.dues(ITEM)} == {"day_before", "review"}


@pytest.mark.parametrize(
    ("values", "errors"),
    [
        ({"verdict": ""}, {"verdict": "choose"}),
        ({"verdict": "hurraa"}, {"verdict": "choose"}),
        ({"verdict": "stop", "learning": "a" * 501}, {"learning": "too_long"}),
        ({"verdict": "change", "what": "b" * 301, "review": "29.3."}, {"what": "too_long"}),
        ({"verdict": "continue", "review": "tänään"}, {"review": "review_first"}),
    ],
)
def test_slips_of_a_verdict_change_nothing(values: dict[str, str], errors: dict[str, str]) -> None:
    stage = due()
    before = stage.journey
    stage.submits("Omar", "try-verdict", "1", **values)
    assert stage.errors == errors
    assert stage.journey == before


def test_it_is_not_judged_before_it_begins() -> None:
    stage = agreed()
    assert stage.opens("Omar", "try-verdict", "1") == Receipt(Code.TRY_NOT_BEGUN)


def test_from_the_verdict_back_to_the_workshop() -> None:
    stage = team()
    tries(stage, "Omar", "s1", "nostot", "n1")
    stage.until("2027-02-20")
    stage.sends("Sari", "try-note", "1", text="Puolet perjantaista toimi")
    stage.until("2027-03-01")
    stage.sends("Omar", "try-verdict", "1", verdict="stop", learning="Liian työlästä")
    stage.presses("Sari", "try-trace", "1")
    trace = stage.answer
    assert isinstance(trace, m.Trace)
    assert (trace.slug, trace.held, trace.theme) == ("tietotyon-muutos", date(2027, 2, 1), "Tieto liikkuu")
    assert (trace.pick, trace.decision) == (PICKS[0].text, PICKS[0].text)
    assert trace.others == (PICKS[1].text,)
    assert trace.view.notes == ((date(2027, 2, 20), "Puolet perjantaista toimi"),)
    assert trace.view.judgements == (JudgementLine(date(2027, 3, 1), Verdict.STOP, "Liian työlästä"),)
    for name in ("Anna", "Sari", pid("Anna"), pid("Sari")):
        assert name not in repr(trace)


def test_one_of_ones_own_comes_of_no_workshop() -> None:
    stage = team()
    tries(stage, "Anna")
    stage.presses("Anna", "try-trace", "1")
    trace = stage.answer
    assert isinstance(trace, m.Trace)
    assert (trace.held, trace.pick, trace.from_pick, trace.decision) == (None, "", False, WORDS["what"])
