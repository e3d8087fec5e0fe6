"""The fold of a log is the session; any log that was ever written folds."""

from __future__ import annotations

from datetime import timedelta

import pytest

from dialogs import facts as f
from dialogs.evolve import EVOLVE, evolve, fold
from dialogs.facts import FactType
from dialogs.playthrough import Cast, play
from dialogs.session import Session
from tests.support.stage import BEGINS, Stage, edition
from tests.support.stage_watch import pid, reloaded


def test_every_fact_but_the_first_changes_something() -> None:
    assert {*EVOLVE, f.SessionOpened} == set(FactType.__args__)


def test_a_log_begins_with_its_opening() -> None:
    with pytest.raises(TypeError, match="SessionOpened"):
        fold([f.LeadOffered(at=BEGINS)], edition().workshop)


def test_at_every_moment_of_a_whole_workshop_the_log_tells_the_session() -> None:
    cast = Cast((pid("Maija"), "Maija"), [(pid(name), name) for name in ("Anna", "Ville", "Liisa")])
    facts: list[FactType] = []
    for _, _, turn in play(edition(), cast, BEGINS):
        facts += turn.facts
        assert fold(reloaded(facts), edition().workshop) == turn.session
    assert turn.session.closed


def test_no_step_goes_on_in_the_lobby() -> None:
    assert not Stage().session.live("")


def test_a_session_is_never_changed_in_place() -> None:
    stage = Stage()
    stage.begins("Anna", "Ville", step="voimavararuudukko")
    before, copy = stage.session, repr(stage.session)
    stage.writes("Anna", "Kuuntelen")
    stage.presses("Maija", "next")
    assert repr(before) == copy


def test_a_log_in_which_things_are_missing_still_folds() -> None:
    """Facts about notes, people and steps that nobody knows change nothing, or make what they need."""
    session = Stage().session
    at = BEGINS + timedelta(minutes=1)
    for fact in (
        f.PersonLeft(at=at, person="nobody"),
        f.PersonNotReached(at=at, person="nobody"),
        f.NoteEdited(at=at, note="n", person="a", text="x"),
        f.NoteDeleted(at=at, note="n", person="a"),
        f.FacilitatorRemoved(at=at, person="nobody"),
        f.LeadOffered(at=at),
        f.PictureLeftOut(at=at, reason="x"),
    ):
        assert isinstance(evolve(session, fact), Session)


def test_one_more_note_costs_the_same_however_many_there_are() -> None:
    """Structural sharing: what has nothing to do with the note is the very same object afterwards."""
    stage = Stage(thorough=False)
    stage.begins("Anna", "Ville", step="voimavararuudukko")
    for index in range(50):
        stage.writes("Anna", f"lappu {index}")
    before = stage.session
    stage.writes("Ville", "vielä yksi", cell="jakaminen")
    after = stage.session
    assert after.people is before.people
    assert after.feedback is before.feedback
    assert after.workshop is before.workshop
    where = ("voimavararuudukko", "g1", "onnistuminen")
    assert after.cells[where] is before.cells[where]
