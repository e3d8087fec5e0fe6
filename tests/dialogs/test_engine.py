"""`advance` as a function: same in, same out; nothing but facts changes a session."""

from __future__ import annotations

from datetime import timedelta
from typing import get_args

from dialogs import events as e
from dialogs import facts as f
from dialogs.boards import CHANNEL, Board, direct
from dialogs.effects import SetTimer, Show
from dialogs.engine import AFTER_CLOSING, DECIDE, advance, open_session
from dialogs.receipts import DONE, Code
from tests.support.stage import BEGINS, Stage, edition
from tests.support.stage_watch import pid


def test_every_event_has_a_decision() -> None:
    assert set(DECIDE) == set(get_args(e.Event))
    assert set(AFTER_CLOSING) < set(DECIDE)


def test_opening_a_session() -> None:
    turn = open_session(
        session="s1",
        edition=edition(),
        place="slack:T1:C1",
        language="fi",
        seed=5,
        facilitator="slack:T1:U1",
        name="Maija",
        now=BEGINS,
    )
    (fact,) = turn.facts
    assert isinstance(fact, f.SessionOpened)
    assert fact.edition == edition().fingerprint
    assert turn.receipt == DONE
    assert turn.effects == (
        Show(CHANNEL, Board("lobby")),
        Show(direct("slack:T1:U1"), Board("cockpit", ("0",))),
    )
    assert turn.session.facilitators == ("slack:T1:U1",)


def test_the_same_session_event_and_moment_make_the_same_turn() -> None:
    stage = Stage()
    stage.begins("Anna", "Ville", "Liisa", "Pekka", "Oona")
    stage.goes_to("moniosaaja")
    event = e.MovedOn(pid("Maija"), stage.session.visit)
    first, second = (advance(stage.session, event, stage.clock) for _ in range(2))
    assert first == second
    assert isinstance(first.facts[-1], f.GroupsFormed)


def test_what_is_refused_changes_nothing() -> None:
    stage = Stage()
    turn = advance(stage.session, e.MovedOn(pid("Anna")), stage.clock)
    assert turn.session is stage.session
    assert (turn.facts, turn.effects, turn.receipt.code) == ((), (), Code.FACILITATORS_ONLY)


def test_entering_a_step_names_what_is_to_be_shown_and_when_to_ring() -> None:
    stage = Stage()
    stage.begins("Anna", "Ville", step="moniosaaja")
    turn = advance(stage.session, e.MovedOn(pid("Maija"), stage.session.visit), stage.clock)
    visit = str(turn.session.visit)
    shown = [effect for effect in turn.effects if isinstance(effect, Show)]
    assert Show(CHANNEL, Board("step", ("joo-ja", visit))) in shown
    for name in ("Anna", "Ville"):
        assert Show(direct(pid(name)), Board("turn", ("joo-ja", visit, "g1", "0"))) in shown
    timers = {
        effect.name: effect.due - stage.clock for effect in turn.effects if isinstance(effect, SetTimer)
    }
    assert timers == {
        f"warn/{visit}": timedelta(minutes=8),
        f"over/{visit}": timedelta(minutes=10),
        f"noshow/{visit}/{stage.clock.timestamp():.0f}": timedelta(minutes=2),
    }


def test_one_note_is_one_fact_and_at_most_three_cards() -> None:
    stage = Stage()
    stage.begins(*(f"P{index}" for index in range(16)), step="voimavararuudukko")
    stage.writes("P1", "Kuuntelen")
    assert len(stage.turn.facts) == 1
    assert len(stage.turn.effects) == 3


def test_one_turn_is_one_fact_and_a_new_card_for_the_partner_only() -> None:
    stage = Stage()
    stage.begins("Anna", "Ville", step="joo-ja")
    first = stage.writer("Anna")
    second = stage.partner(first)
    for name in (first, second):
        stage.presses(name, "arrive")
    stage.says(first, "Osaat kuunnella")
    assert len(stage.turn.facts) == 1
    assert [room for room, _ in stage.posted] == [direct(pid(second))]
