"""Coming late, leaving, not being reached, in every kind of step."""

from __future__ import annotations

import pytest

from dialogs import events as e
from dialogs import messages as m
from dialogs.receipts import Code
from tests.support.stage import Stage
from tests.support.stage_watch import pid

STEPS = (
    "toimintatavat",
    "muutoskeskustelu",
    "joo-ja",
    "voimavararuudukko",
    "nostot",
    "voimavarakukka",
    "lopetus",
)


def at(step: str, *names: str) -> Stage:
    stage = Stage()
    stage.begins(*(names or ("Anna", "Ville", "Liisa")), step=step)
    return stage


def test_whoever_joins_gets_a_welcome_and_counts_once() -> None:
    stage = Stage()
    assert stage.joins("Anna").code is Code.JOINED
    assert stage.joins("Anna").code is Code.ALREADY_IN
    assert stage.card("Anna", m.Welcome) == m.Welcome("s1", m.Stage.LOBBY, ("Maija",), present=True, step="")
    assert stage.card("", m.Lobby).names == ("Anna",)


def test_the_facilitator_may_take_part_too() -> None:
    stage = Stage()
    stage.joins("Maija")
    assert stage.card("", m.Lobby).names == ("Maija",)
    assert stage.presses("Maija", "begin").code is Code.DONE


@pytest.mark.parametrize("step", STEPS)
def test_a_late_joiner_gets_a_clean_way_in_wherever_it_is(step: str) -> None:
    stage = at(step)
    assert stage.joins("Tuomas").code is Code.JOINED
    assert stage.card("Tuomas", m.Welcome).step == step
    assert "Tuomas" in stage.card("Maija", m.Cockpit).here
    if stage.run.groups:
        assert pid("Tuomas") in stage.group("Tuomas").members


@pytest.mark.parametrize("step", STEPS)
def test_leaving_and_coming_back_wherever_it_is(step: str) -> None:
    stage = at(step)
    assert stage.presses("Anna", "leave").code is Code.LEFT
    assert stage.run.group_of(pid("Anna")) is None
    assert "Anna" not in stage.card("Maija", m.Cockpit).here
    assert stage.card("Anna", m.Welcome).present is False
    assert stage.presses("Anna", "leave").code is Code.NOT_IN
    assert stage.joins("Anna").code is Code.JOINED
    assert stage.card("Anna", m.Welcome).present is True
    if stage.run.groups:
        assert pid("Anna") in stage.group("Anna").members


@pytest.mark.parametrize("step", STEPS)
def test_everybody_leaves_and_the_workshop_still_stands(step: str) -> None:
    stage = at(step)
    for name in ("Anna", "Ville", "Liisa"):
        stage.presses(name, "leave")
    stage.presses("Maija", "next")
    stage.presses("Maija", "back")
    stage.joins("Oona")
    assert stage.session.closed or stage.card("Maija", m.Cockpit).here == ("Oona",)


@pytest.mark.parametrize("step", STEPS)
def test_who_cannot_be_reached_is_shown_to_the_facilitator_once(step: str) -> None:
    stage = at(step)
    stage.happens(e.NotReached(pid("Anna")))
    assert stage.card("Maija", m.Cockpit).not_reached == ("Anna",)
    stage.happens(e.NotReached(pid("Anna")))
    assert stage.turn.facts == ()
    assert pid("Anna") in stage.run.aside or step != "joo-ja"


def test_who_cannot_be_reached_still_writes_in_the_channel() -> None:
    stage = at("voimavararuudukko")
    stage.happens(e.NotReached(pid("Anna")))
    assert stage.writes("Anna", "Kuuntelen").code is Code.SAVED


def test_a_stranger_who_leaves_or_is_not_reached_changes_nothing() -> None:
    stage = at("voimavararuudukko")
    assert stage.presses("Tuomas", "leave").code is Code.NOT_IN
    stage.happens(e.NotReached(pid("Tuomas")))
    assert stage.turn.facts == ()


def test_what_those_who_left_wrote_stays_and_they_are_thanked() -> None:
    stage = at("voimavararuudukko")
    stage.writes("Anna", "Kuuntelen")
    stage.presses("Anna", "leave")
    assert stage.texts() == ("Kuuntelen",)
    stage.presses("Maija", "end")
    assert "Anna" in stage.card("", m.Thanks).names


def test_leaving_after_the_end_is_possible() -> None:
    stage = at("lopetus")
    stage.presses("Maija", "next")
    assert stage.presses("Anna", "leave").code is Code.LEFT
    assert stage.joins("Anna").code is Code.CLOSED


def test_a_new_name_is_taken_when_somebody_comes_back() -> None:
    stage = at("toimintatavat")
    stage.presses("Anna", "leave")
    stage.happens(e.Joined(pid("Anna"), "Anna-Liisa", "en"))
    assert stage.session.name(pid("Anna")) == "Anna-Liisa"


def test_a_name_that_was_not_told_at_joining_comes_later_and_stays() -> None:
    stage = Stage()
    stage.happens(e.Joined(pid("Anna"), "", "fi"))
    assert stage.card("", m.Lobby).names == ("",)

    stage.happens(e.Named(pid("Anna"), "Anna"))
    assert stage.card("", m.Lobby).names == ("Anna",)
    assert stage.card("Maija", m.Cockpit).here == ("Anna",)

    stage.happens(e.Named(pid("Anna"), "Aino"))
    stage.happens(e.Named(pid("Ville"), "Ville"))
    stage.presses("Anna", "leave")
    stage.happens(e.Joined(pid("Anna"), "", "fi"))
    assert stage.card("", m.Lobby).names == ("Anna",)
    stage.forgets("Anna")
    assert "Anna" not in repr(stage.session)


def test_the_welcome_of_those_who_wait_changes_when_the_workshop_begins() -> None:
    stage = Stage()
    stage.begins("Anna", "Ville")
    assert [stage.card(name, m.Welcome).stage for name in ("Anna", "Ville")] == [m.Stage.RUNNING] * 2
    assert not [one for name in ("Anna", "Ville") for one in stage.posted_to(name)]
