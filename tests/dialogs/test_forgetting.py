"""Forgetting at any time, and going on."""

from __future__ import annotations

import pytest

from dialogs import messages as m
from dialogs.forgetting import ALIAS, about, concerns, forget
from dialogs.receipts import Code
from tests.support.stage import Stage
from tests.support.stage_watch import nothing_is_left, pid

GRID = "voimavararuudukko"
STEPS = ("", "muutoskeskustelu", "joo-ja", GRID, "nostot", "voimavarakukka", "lopetus", "closed")


def lived(until: str) -> Stage:
    """Anna and the others have written something of every kind on the way to `until`."""
    stage = Stage()
    stage.joins("Anna", "Ville", "Liisa", "Pekka")
    if not until:
        return stage
    stage.presses("Maija", "begin")
    order = [item.step for item in stage.session.agenda if item.on]
    for step in order[: order.index(until) + 1 if until in order else len(order)]:
        stage.goes_to(step)
        _work(stage, step)
    if until == "closed":
        stage.presses("Maija", "next")
    return stage


def _work(stage: Stage, step: str) -> None:
    if step in {"muutoskeskustelu", GRID}:
        for name in ("Anna", "Ville"):
            stage.writes(name, f"{name} kirjoitti: {step}")
    if step == "joo-ja":
        for _ in range(2):
            writer = stage.writer("Anna")
            stage.says(writer, f"{writer} sanoi")
    if step == "nostot":
        stage.sends("Anna", "pick", notes=tuple(n.id for n in stage.session.notes.values() if n.step == GRID))
    if step == "lopetus":
        stage.sends("Anna", "feedback", score="2", line="Anna kiittää")


@pytest.mark.parametrize("until", STEPS)
def test_nothing_is_left_of_somebody_and_the_workshop_goes_on(until: str) -> None:
    stage = lived(until)
    stage.forgets("Anna")
    nothing_is_left(stage, "Anna", ("Anna",))
    stage.crashes()
    while not stage.session.closed:
        verb = "next" if stage.session.current else "begin"
        assert stage.presses("Maija", verb).code is Code.DONE
    assert stage.session.current in {"", "lopetus"}
    nothing_is_left(stage, "Anna", ("Anna",))


@pytest.mark.parametrize("until", STEPS)
def test_what_the_others_wrote_stays(until: str) -> None:
    stage = lived(until)
    before = {note.text for note in stage.session.notes.values() if note.author != pid("Anna")}
    stage.forgets("Anna")
    assert {note.text for note in stage.session.notes.values()} == before


def test_the_score_stays_without_its_words_and_the_names_that_are_thanked_are_fewer() -> None:
    stage = lived("closed")
    stage.forgets("Anna")
    summary = stage.card("Maija", m.Summary)
    assert (summary.scores, summary.lines) == ((2,), ())
    assert "Ville" in stage.card("", m.Thanks).names
    assert [pick.text for pick in summary.picks] == [f"Ville kirjoitti: {GRID}"]


def test_nobody_waits_for_somebody_who_was_forgotten() -> None:
    stage = lived("joo-ja")
    partner = stage.partner("Anna")
    stage.forgets("Anna")
    assert partner in stage.groups()[0]
    assert len(stage.groups()) == 1
    assert len(stage.card("Maija", m.Cockpit).here) == 3


def test_a_facilitator_is_forgotten_and_another_goes_on() -> None:
    stage = lived(GRID)
    stage.forgets("Maija")
    nothing_is_left(stage, "Maija", ("Maija",))
    assert stage.card("", m.LeadOffer).live
    assert stage.presses("Ville", "takeover").code is Code.DONE
    assert stage.presses("Ville", "next").code is Code.DONE
    stage.presses("Ville", "end")
    assert stage.card("Ville", m.Summary).facilitators == ("", "Ville")


def test_a_summary_that_an_earlier_facilitator_got_forgets_too() -> None:
    stage = lived(GRID)
    stage.sends("Maija", "lead", person=pid("Ville"), how="share")
    stage.presses("Maija", "end")
    assert "Anna kirjoitti" in repr(stage.sees("Maija"))
    stage.forgets("Anna")
    assert "Anna kirjoitti" not in repr((stage.sees("Maija"), stage.sees("Ville")))


def test_somebody_who_was_forgotten_may_come_again_as_somebody_new() -> None:
    stage = lived(GRID)
    stage.forgets("Anna")
    assert stage.joins("Anna").code is Code.JOINED
    assert stage.writes("Anna", "Uusi alku").code is Code.SAVED
    form = stage.opens("Anna", "mine")
    assert isinstance(form, m.MineForm)
    assert [text for _, text in form.notes] == ["Uusi alku"]


def test_a_form_of_a_forgotten_note_that_arrives_again_brings_nothing_back() -> None:
    stage = Stage()
    stage.begins("Anna", "Ville", step=GRID)
    stage.writes("Anna", "Kuuntelen", nonce="nonce-a")
    stage.forgets("Anna")
    stage.joins("Anna")
    assert stage.writes("Anna", "Kuuntelen", nonce="nonce-a").code is Code.ALREADY_SAVED
    assert stage.texts() == ()


def test_several_are_forgotten_one_after_another() -> None:
    stage = lived("closed")
    for name in ("Anna", "Ville", "Liisa", "Pekka", "Maija"):
        stage.forgets(name)
        nothing_is_left(stage, name, (name,))
    assert dict(stage.session.notes) == {}


def test_facts_that_are_about_somebody_and_those_that_are_not() -> None:
    stage = lived("closed")
    mine = about(stage.facts, pid("Anna"))
    assert {type(fact).__name__ for fact in mine} >= {
        "PersonJoined",
        "NoteWritten",
        "GroupsFormed",
        "TurnTaken",
        "NotesPicked",
        "FeedbackGiven",
    }
    rest = [fact for fact in stage.facts if fact not in mine]
    assert not [fact for fact in rest if concerns(fact, pid("Anna"))]
    assert forget(rest, pid("Anna"), f"{ALIAS}1") == tuple(rest)
    assert len(forget(stage.facts, pid("Anna"), f"{ALIAS}1")) == len(stage.facts)
