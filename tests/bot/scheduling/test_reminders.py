"""Reminders: one message a day, when its receiver works, of what is open; nothing twice, nothing lost."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from datetime import datetime
from functools import partial
from typing import Any

import pytest

from bot.platforms.platform import Parcel, UnreachableError
from bot.storage.changes import BoardKey, Changes, NudgeKey, NudgeTimes
from dialogs.calendar.due import Kind
from tests.support.databases import database_url, postgres_server, postgres_url, sqlite_url
from tests.support.house import House, Killed, MortalStore, Steps, caller, direct
from tests.support.reminded import PEOPLE, QuietPlatform, Reminded, pings, utc

__all__ = ["database_url", "pings", "postgres_server", "postgres_url", "sqlite_url"]
pytestmark = pytest.mark.usefixtures("pings")
MONDAY = "2027-03-01T07:00"
"""Nine in the morning in Helsinki."""
SURELY = 8
"""There are always more steps than this at which the process can be killed."""


class MortalPlatform(QuietPlatform):
    """The process may be killed just before or just after something was delivered."""

    steps: Steps

    async def deliver(self, parcel: Parcel) -> str:
        self.steps.step()
        ref = await super().deliver(parcel)
        self.steps.step()
        return ref


@pytest.fixture
async def team(sqlite_url: str) -> AsyncIterator[Reminded]:
    async for one in _team(sqlite_url):
        yield one


@pytest.fixture
async def any_team(database_url: str) -> AsyncIterator[Reminded]:
    async for one in _team(database_url):
        yield one


async def _team(url: str) -> AsyncIterator[Reminded]:
    made = Reminded(House(url, platform=QuietPlatform()))
    made.at("2027-02-26T08:00")
    await made.house.open()
    await made.begin()
    yield made
    await made.house.close()


# --- one a day, in their working hours ----------------------------------------------------------------------


async def test_a_day_has_one_message_with_all_of_it_the_most_urgent_first(any_team: Reminded) -> None:
    team = any_team
    await team.remind("anna", "experiment/1", Kind.HALF_WAY, MONDAY)
    await team.remind("anna", "experiment/2", Kind.REVIEW, "2027-03-01T11:00")
    await team.remind("anna", "task/1", Kind.TASK_CLOSING, "2027-03-02T07:00")
    await team.time_comes("2027-03-01T06:59")
    assert team.got("anna") == []

    await team.time_comes(MONDAY)
    assert team.got("anna") == [["review experiment/2", "half_way experiment/1"]]
    await team.time_comes("2027-03-01T11:00")
    assert len(team.got("anna")) == 1
    await team.time_comes("2027-03-02T07:00")
    assert team.got("anna")[1:] == [["task_closing task/1"]]
    assert await team.waiting("anna") == []


async def test_what_comes_after_the_message_of_the_day_waits_until_the_next(team: Reminded) -> None:
    await team.remind("anna", "experiment/1", Kind.HALF_WAY, MONDAY)
    await team.time_comes(MONDAY)
    team.at("2027-03-01T09:00")
    await team.remind("anna", "task/1", Kind.TASK_GIVEN, "2027-03-01T09:00")
    await team.remind("anna", "meeting/1", Kind.WORKSHOP_HOUR, "2027-03-01T09:00", "2027-03-01T10:00")
    await team.remind("anna", "task/2", Kind.TASK_GIVEN, "2027-03-01T09:00")
    await team.answered("anna", "meeting/1")
    await team.time_comes()
    assert len(team.got("anna")) == 1
    assert await team.waiting("anna") == [
        ("task_given task/1", "2027-03-02 07:00"),
        ("task_given task/2", "2027-03-02 07:00"),
    ]

    await team.time_comes("2027-03-02T07:00")
    assert team.got("anna")[1:] == [["task_given task/1", "task_given task/2"]]


async def test_what_would_be_too_late_tomorrow_is_said_today(team: Reminded) -> None:
    await team.remind("anna", "experiment/1", Kind.HALF_WAY, MONDAY)
    await team.time_comes(MONDAY)
    await team.remind("anna", "meeting/1", Kind.WORKSHOP_HOUR, "2027-03-01T09:00", "2027-03-01T10:00")
    await team.time_comes("2027-03-01T09:00")
    assert team.got("anna")[1:] == [["workshop_hour meeting/1"]]


@pytest.mark.parametrize(
    ("due", "said"),
    [
        ("2027-02-28T09:00", "2027-03-01T07:00"),  # a Sunday
        ("2027-03-26T07:00", "2027-03-30T06:00"),  # Easter, and the summer time that begins in it
        ("2027-03-25T16:00", "2027-03-30T06:00"),  # after the day's work
        ("2027-10-29T14:00", "2027-11-01T07:00"),  # the winter time begins over the weekend
        ("2027-12-06T07:00", "2027-12-07T07:00"),  # Independence Day
    ],
)
async def test_it_waits_for_working_hours(team: Reminded, due: str, said: str) -> None:
    await team.remind("anna", "experiment/1", Kind.REVIEW, due)
    await team.time_comes(due)
    assert team.got("anna") == []
    assert await team.waiting("anna") == [("review experiment/1", f"{utc(said):%Y-%m-%d %H:%M}")]
    await team.time_comes(said)
    assert team.got("anna") == [["review experiment/1"]]


async def test_everybody_has_hours_absences_and_a_clock_of_their_own(team: Reminded) -> None:
    team.at("2027-02-26T08:00")
    for who in ("anna", "ville", "sari"):
        await team.remind(who, "experiment/1", Kind.REVIEW, MONDAY)
    await team.house.command("anna", "työaika 10–15", at=direct("anna"))
    await team.house.command("ville", "poissa 1.3.–2.3.", at=direct("ville"))
    await team.lives_in("sari", "America/New_York")
    said = {"anna": "2027-03-01T08:00", "ville": "2027-03-03T07:00", "sari": "2027-03-01T14:00"}
    await team.time_comes(MONDAY)
    for who, moment in sorted(said.items(), key=lambda one: one[1]):
        assert team.got(who) == []
        await team.time_comes(moment)
        assert team.got(who) == [["review experiment/1"]]


async def test_who_is_quiet_is_left_in_peace(team: Reminded) -> None:
    platform = team.house.platform
    assert isinstance(platform, QuietPlatform)
    platform.until = {caller("anna").person: utc("2027-03-01T10:30")}
    for who in ("anna", "ville"):
        await team.remind(who, "experiment/1", Kind.REVIEW, MONDAY)
    await team.time_comes(MONDAY)
    assert [team.got(who) for who in ("anna", "ville")] == [[], [["review experiment/1"]]]
    platform.until.clear()
    await team.time_comes("2027-03-01T10:30")
    assert team.got("anna") == [["review experiment/1"]]


# --- after a rest -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "up_again", "said"),
    [
        (Kind.HALF_WAY, "2027-03-01T07:00:01", "2027-03-01T07:00:01"),
        (Kind.HALF_WAY, "2027-03-01T10:30", "2027-03-01T10:30"),
        (Kind.HALF_WAY, "2027-03-01T12:30", "2027-03-02T07:00"),  # merged with the message of the next day
        (Kind.HALF_WAY, "2027-03-04T07:00", "2027-03-05T07:00"),
        (Kind.REVIEW, "2027-03-01T12:30", "2027-03-01T12:30"),
        (Kind.REVIEW, "2027-03-04T15:00", "2027-03-05T07:00"),
        (Kind.WORKSHOP_HOUR, "2027-03-01T07:00:01", "2027-03-01T07:00:01"),
        (Kind.WORKSHOP_HOUR, "2027-03-01T08:01", ""),
        (Kind.WORKSHOP_HOUR, "2027-03-04T07:00", ""),
    ],
)
async def test_a_missed_moment_is_made_good_merged_or_dropped(
    team: Reminded, kind: Kind, up_again: str, said: str
) -> None:
    await team.remind("anna", "thing/1", kind, MONDAY)
    await team.house.core.stop()
    team.at(up_again)
    await team.house.open()
    await team.time_comes()
    assert len(team.got("anna")) == (up_again == said)
    await team.time_comes(said or "2027-03-05T08:00")
    await team.house.restart()
    await team.time_comes("2027-03-08T08:00")
    assert team.got("anna") == ([[f"{kind.value} thing/1"]] if said else [])
    assert await team.waiting("anna") == []


async def test_a_digest_that_could_not_leave_in_time_goes_the_next_day(any_team: Reminded) -> None:
    team = any_team
    await team.remind("anna", "experiment/1", Kind.REVIEW, "2027-03-01T13:59:50")
    await team.remind("anna", "experiment/2", Kind.REVIEW, "2027-03-02T07:00")
    team.at("2027-03-01T13:59:50")
    await team.house.core.courier.stop()
    await team.house.core.reminders.say_due()
    await team.house.core.stop()
    team.at("2027-03-01T17:00")
    await team.house.open()
    await asyncio.sleep(0.2)
    assert team.got("anna") == []

    await team.house.core.stop()
    team.at("2027-03-02T07:00")
    await team.house.open()
    await team.time_comes()
    assert team.got("anna") == [["review experiment/1", "review experiment/2"]]


async def test_what_was_merged_goes_with_any_message_before(team: Reminded) -> None:
    await team.remind("anna", "experiment/1", Kind.HALF_WAY, MONDAY)
    await team.remind("anna", "experiment/2", Kind.REVIEW, "2027-03-01T12:30")
    await team.time_comes("2027-03-01T12:30")
    assert team.got("anna") == [["review experiment/2", "half_way experiment/1"]]


# --- answered -----------------------------------------------------------------------------------------------


async def test_what_was_answered_is_not_said(team: Reminded) -> None:
    await team.remind("anna", "experiment/1", Kind.REVIEW, MONDAY)
    await team.remind("ville", "experiment/1", Kind.REVIEW, MONDAY)
    await team.answered("anna", "experiment/1")
    await team.time_comes(MONDAY)
    assert [team.got(who) for who in ("anna", "ville")] == [[], [["review experiment/1"]]]


async def test_what_is_answered_before_it_leaves_does_not_leave(any_team: Reminded) -> None:
    team = any_team
    await team.remind("anna", "experiment/1", Kind.REVIEW, MONDAY)
    await team.remind("anna", "experiment/2", Kind.REVIEW, MONDAY)
    await team.remind("ville", "experiment/1", Kind.REVIEW, MONDAY)
    team.at(MONDAY)
    await team.house.core.courier.stop()
    await team.house.core.reminders.say_due()
    await team.answered("anna", "experiment/1")
    await team.answered("ville", "experiment/1")
    await team.house.core.courier.start()
    await team.house.settled()
    assert [team.got(who) for who in ("anna", "ville")] == [[["review experiment/2"]], []]


async def test_a_digest_says_what_has_been_answered(any_team: Reminded) -> None:
    team = any_team
    await team.remind("anna", "experiment/1", Kind.REVIEW, MONDAY)
    await team.remind("anna", "experiment/2", Kind.REVIEW, MONDAY)
    await team.time_comes(MONDAY)
    await team.answered("anna", "experiment/1")
    await team.house.settled()
    assert team.got("anna") == [["-", "review experiment/2"]]


async def test_what_is_moved_is_noted_and_said_again_at_its_new_time(any_team: Reminded) -> None:
    team = any_team
    await team.remind("anna", "experiment/1", Kind.REVIEW, MONDAY, "2027-03-05T07:00")
    await team.time_comes(MONDAY)
    await team.remind("anna", "experiment/1", Kind.REVIEW, "2027-03-15T07:00", "2027-03-20T07:00")
    await team.house.settled()
    assert team.got("anna") == [["-"]]
    await team.remind("anna", "experiment/2", Kind.REVIEW, "2027-03-01T08:00")
    await team.time_comes("2027-03-01T08:00")
    assert len(team.got("anna")) == 1, "the day has had its message, whatever became of what was on it"
    await team.time_comes("2027-03-02T07:00")
    await team.time_comes("2027-03-15T07:00")
    assert team.got("anna")[1:] == [["review experiment/2"], ["review experiment/1"]]


async def test_who_answers_while_it_is_decided_is_first(any_team: Reminded) -> None:
    team = any_team
    platform = team.house.platform
    assert isinstance(platform, QuietPlatform)
    for who in ("anna", "ville", "sari"):
        await team.remind(who, "experiment/1", Kind.REVIEW, MONDAY)

    async def meanwhile() -> None:
        await team.answered("anna", "experiment/1")
        await team.remind("ville", "experiment/1", Kind.REVIEW, "2027-03-15T07:00")

    platform.meanwhile = meanwhile
    await team.time_comes(MONDAY)
    assert [team.got(who) for who in ("anna", "ville", "sari")] == [[], [], [["review experiment/1"]]]
    await team.time_comes("2027-03-15T07:00")
    assert team.got("ville") == [["review experiment/1"]]


# --- not too much -------------------------------------------------------------------------------------------


async def test_after_two_without_an_answer_people_are_left_in_peace(team: Reminded) -> None:
    days = ("2027-03-01", "2027-03-02", "2027-03-03", "2027-03-04")
    kinds = (Kind.FIRST_STEP, Kind.HALF_WAY, Kind.DAY_BEFORE, Kind.REVIEW)
    for day, kind in zip(days, kinds, strict=True):
        await team.remind("anna", "experiment/1", kind, f"{day}T07:00")
    for day in days:
        await team.time_comes(f"{day}T07:00")
    got = team.got("anna")
    assert got == [["first_step experiment/1"], ["half_way experiment/1"], ["review experiment/1"]]
    assert await team.waiting("anna") == []


async def test_who_answers_is_reminded_on(team: Reminded) -> None:
    days = ("2027-03-01", "2027-03-02", "2027-03-03")
    for day, kind in zip(days, (Kind.FIRST_STEP, Kind.HALF_WAY, Kind.DAY_BEFORE), strict=True):
        await team.remind("anna", "experiment/1", kind, f"{day}T07:00")
        await team.time_comes(f"{day}T07:00")
        await team.answered("anna", "experiment/1", kind)
    await team.house.settled()
    assert len(team.got("anna")) == 3


async def test_after_a_holiday_one_line_asks_about_one_thing(team: Reminded) -> None:
    await team.told("anna", away=[["2027-03-01", "2027-03-12"]])
    await team.remind("anna", "experiment/1", Kind.FIRST_STEP, MONDAY, "2027-03-31T07:00")
    await team.remind("anna", "experiment/1", Kind.REVIEW, "2027-03-15T07:00")
    await team.remind("anna", "task/1", Kind.TASK_CLOSING, "2027-03-04T07:00", "2027-03-08T07:00")
    await team.time_comes(MONDAY)
    await team.time_comes("2027-03-04T07:00")
    await team.time_comes("2027-03-15T07:00")
    assert team.got("anna") == [["review experiment/1"]]
    assert await team.waiting("anna") == []


# --- trouble ------------------------------------------------------------------------------------------------


async def test_who_cannot_be_reached_keeps_nobody_waiting(team: Reminded) -> None:
    anna = caller("anna").person
    team.house.platform.fail(UnreachableError("user_disabled"), lambda one: one.address.people == (anna,))
    for day in ("2027-03-01", "2027-03-02"):
        for who in ("anna", "ville"):
            await team.remind(who, f"task/{day[-1]}", Kind.TASK_GIVEN, f"{day}T07:00")
        await team.time_comes(f"{day}T07:00")
    assert [len(team.got(who)) for who in ("anna", "ville")] == [0, 2]
    assert [room for _, room in team.house.platform.calls].count(anna) == 1


async def test_who_is_forgotten_leaves_no_reminder_and_no_digest(any_team: Reminded) -> None:
    team = any_team
    await team.remind("anna", "experiment/1", Kind.REVIEW, MONDAY)
    await team.remind("anna", "experiment/2", Kind.REVIEW, "2027-03-09T07:00")
    await team.time_comes(MONDAY)
    await team.house.press("anna", "forget", session="")
    about = await team.house.core.store.about(caller("anna").person)
    assert not any(about.values())
    await team.time_comes("2027-03-09T07:00")
    assert len(team.got("anna")) == 1


async def test_who_is_forgotten_while_it_is_decided_stays_forgotten(any_team: Reminded) -> None:
    team = any_team
    platform = team.house.platform
    assert isinstance(platform, QuietPlatform)
    await team.remind("anna", "experiment/1", Kind.REVIEW, MONDAY)

    async def meanwhile() -> None:
        await team.house.press("anna", "forget", session="")

    platform.meanwhile = meanwhile
    await team.time_comes(MONDAY)
    assert not any((await team.house.core.store.about(caller("anna").person)).values())
    assert team.got("anna") == []


async def test_what_cannot_be_read_of_one_keeps_nobody_waiting(team: Reminded) -> None:
    await team.told("anna", hours=["late", "later"])
    for who in ("anna", "ville"):
        await team.remind(who, "experiment/1", Kind.REVIEW, MONDAY)
    await team.time_comes(MONDAY)
    assert [team.got(who) for who in ("anna", "ville")] == [[], [["review experiment/1"]]]
    await team.told("anna")
    await team.time_comes("2027-03-01T08:01")
    assert team.got("anna") == [["review experiment/1"]]


async def test_a_kind_that_nobody_knows_any_more_goes(team: Reminded) -> None:
    key = NudgeKey(caller("anna").person, team.journey, "experiment/1", "of_old")
    changes = Changes(utc(MONDAY), nudges={key: NudgeTimes(utc(MONDAY))})
    await team.house.core.writer.write(changes)
    await team.remind("anna", "experiment/1", Kind.REVIEW, MONDAY)
    await team.time_comes(MONDAY)
    assert team.got("anna") == [["review experiment/1"]]
    assert await team.waiting("anna") == []


async def test_a_reminder_of_a_journey_that_is_gone_says_nothing(team: Reminded) -> None:
    await team.remind("anna", "experiment/1", Kind.REVIEW, MONDAY, stream="jnone")
    await team.time_comes(MONDAY)
    assert team.got("anna") == []
    assert await team.house.core.store.unfinished() == []


@pytest.mark.parametrize("kill_at", range(1, 12))
async def test_killed_anywhere_it_is_said_once(sqlite_url: str, kill_at: int) -> None:
    steps, platform = Steps(), MortalPlatform()
    platform.steps = steps
    team = Reminded(House(sqlite_url, store=partial(MortalStore, steps=steps), platform=platform))
    team.at("2027-02-26T08:00")
    await team.house.open()
    await team.begin()
    for who in PEOPLE[:2]:
        await team.remind(who, "experiment/1", Kind.REVIEW, MONDAY)
    team.at(MONDAY)
    steps.at = steps.count + kill_at
    saying = asyncio.ensure_future(team.time_comes())
    dead = asyncio.ensure_future(steps.dead.wait())
    both: list[asyncio.Future[Any]] = [saying, dead]
    await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
    died = steps.dead.is_set()
    for one in both:
        one.cancel()
        with contextlib.suppress(asyncio.CancelledError, Killed):
            await one
    await team.house.kill()
    steps.dead.clear()
    await team.house.open()
    await team.time_comes()

    assert died or kill_at > SURELY
    assert [team.got(who) for who in PEOPLE[:2]] == [[["review experiment/1"]]] * 2
    await team.house.close()


# --- waking -------------------------------------------------------------------------------------------------


async def test_it_wakes_for_the_first_that_waits(team: Reminded) -> None:
    woken: list[datetime] = []
    team.house.core.reminders.wake = woken.append
    await team.remind("anna", "experiment/1", Kind.REVIEW, "2027-03-09T07:00")
    await team.remind("anna", "experiment/2", Kind.REVIEW, "2027-03-10T07:00")
    await team.remind("anna", "experiment/3", Kind.REVIEW, "2027-03-08T07:00")
    assert woken == [utc("2027-03-09T07:00"), utc("2027-03-08T07:00")]
    await team.time_comes("2027-03-08T07:00")
    assert woken[2:] == [utc("2027-03-09T07:00")]
    await team.remind("anna", "experiment/4", Kind.REVIEW, "2027-03-08T12:00")
    assert woken[3:] == [utc("2027-03-08T12:00")]


async def test_one_board_is_wanted_for_a_digest(team: Reminded) -> None:
    await team.remind("anna", "experiment/1", Kind.REVIEW, MONDAY)
    team.at(MONDAY)
    await team.house.core.reminders.say_due()
    await team.house.settled()
    (message,) = (await team.house.core.store.about(caller("anna").person))["messages"]
    key = BoardKey(f"person:{caller('anna').person}", f"direct={caller('anna').person}", message["board"])
    row = await team.house.core.store.board(key)
    assert row is not None
    assert (row.wanted, row.sent, row.key.board.split("/")[:2]) == (1, 1, ["digest", "2027-03-01"])
