"""Timers ring late, twice, for moments that have passed; each changes something once."""

from __future__ import annotations

import pytest

from dialogs import events as e
from dialogs import messages as m
from tests.support.stage import Stage


def running() -> Stage:
    stage = Stage()
    stage.begins("Anna", "Ville", step="joo-ja")
    return stage


def test_the_timers_of_a_step() -> None:
    stage = running()
    visit = stage.session.visit
    due = {name.rpartition("/")[0] if name.startswith("noshow") else name for name in stage.timers}
    assert due == {f"warn/{visit}", f"over/{visit}", f"noshow/{visit}"}
    stage.presses("Maija", "next")
    assert set(stage.timers) == {f"warn/{visit + 1}", f"over/{visit + 1}"}
    stage.presses("Maija", "pause")
    assert stage.timers == {}


def test_a_ring_that_comes_twice_has_one_effect() -> None:
    stage = running()
    visit = stage.session.visit
    for minutes, name in ((8, "warn"), (2, "over"), (10, "gone")):
        stage.waits(minutes)
        stage.happens(e.TimerRang(f"{name}/{visit}"))
        assert stage.turn.facts == (), name
    assert len([one for one in stage.sees("Maija") if isinstance(one, m.Warned)]) == 2
    assert len([one for one in stage.channel if isinstance(one, m.TwoLeft)]) == 1


def test_a_ring_for_a_moment_that_was_moved_is_not_heard() -> None:
    stage = running()
    visit = stage.session.visit
    stage.waits(7)
    stage.presses("Maija", "more")
    stage.clock = stage.clock.replace(second=0)
    for name in ("warn", "over", "gone"):
        stage.happens(e.TimerRang(f"{name}/{visit}"))
        assert stage.turn.facts == (), name


@pytest.mark.parametrize(
    "name", ["warn/1", "over/1", "gone/999", "noshow/1/5", "", "/", "<b>/6", "over", "warn/6/7/8"]
)
def test_rings_of_other_visits_and_nonsense_change_nothing(name: str) -> None:
    stage = running()
    stage.happens(e.TimerRang(name))
    assert stage.turn.facts == ()


def test_nothing_rings_in_a_break_or_after_the_end() -> None:
    stage = running()
    visit = stage.session.visit
    stage.waits(1)
    stage.presses("Maija", "pause")
    stage.clock = stage.clock.replace(hour=20)
    for verb in ("pause", "end"):
        stage.presses("Maija", verb)
        for name in ("warn", "over", "gone", "noshow"):
            stage.happens(e.TimerRang(f"{name}/{visit}"))
            assert stage.turn.facts == (), name


def test_after_a_night_the_facilitator_is_asked_once() -> None:
    stage = running()
    stage.sleeps(15 * 60)
    warned = [one for one in stage.sees("Maija") if isinstance(one, m.Warned)]
    assert [(one.over, one.live) for one in warned] == [(True, True)]
    assert not [one for one in stage.channel if isinstance(one, m.TwoLeft)]
    stage.presses("Maija", "next")
    assert stage.card("Maija", m.Warned).live is False


def test_a_new_step_asks_nothing_about_the_old_one() -> None:
    stage = running()
    stage.waits(10)
    stage.presses("Maija", "next")
    stage.waits(20)
    live = [one for one in stage.sees("Maija") if isinstance(one, m.Warned) and one.live]
    assert live == []
    assert not [one for one in stage.channel if isinstance(one, m.LeadOffer)]


def test_pictures_that_cannot_be_sent_are_told_to_the_facilitator_once() -> None:
    stage = running()
    stage.happens(e.PictureFailed("missing_scope"))
    assert stage.card("Maija", m.Cockpit).picture_trouble == "missing_scope"
    stage.happens(e.PictureFailed("other"))
    assert stage.turn.facts == ()
