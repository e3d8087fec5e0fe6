"""When a person may be reminded, as they say themselves: `/paja poissa 23.12.–6.1.`, `/paja työaika 8–15`."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.facilitation import preferences as p
from bot.facilitation.answer import Answer
from bot.facilitation.job import Writing
from bot.facilitation.office import Office, delivery_id
from bot.facilitation.people import Somebody
from bot.platforms.inbound import CommandGiven, Reply
from bot.storage.changes import Changes
from dialogs import commands as c
from dialogs import desk_messages as d
from dialogs.calendar.clock_phrases import split_clock
from dialogs.calendar.date_ranges import read_range
from dialogs.calendar.date_words import tidy
from dialogs.calendar.dates import Trouble
from dialogs.calendar.hours import Hours


async def away(office: Office, given: CommandGiven, by: Somebody, command: c.Away) -> Reply:
    """Note an absence; without one, say which there are."""
    told, now, zone = await _told(office, by), office.clock.now(), _zone(office, by)
    if not command.text:
        return office.said(Answer(_times(told)), by)
    found = read_range(command.text, now, zone)
    if isinstance(found, Trouble):
        return office.said(Answer(d.WhenUnclear(command.text, found.problem, found.candidates)), by)
    return await _noted(office, given, by, p.with_absence(told, found, _today(now, zone)))


async def here(office: Office, given: CommandGiven, by: Somebody) -> Reply:
    """No absence holds any more."""
    return await _noted(office, given, by, p.without_absences(await _told(office, by)))


async def hours(office: Office, given: CommandGiven, by: Somebody, command: c.WorkingHours) -> Reply:
    """Note the working hours; without any, say which hold."""
    told = await _told(office, by)
    if not command.text:
        return office.said(Answer(_times(told)), by)
    _, clock = split_clock(f"klo {tidy(command.text).removeprefix('klo ')}") or ("", None)
    if clock is None or clock.until is None or clock.until <= clock.at:
        return office.said(Answer(d.HoursUnclear(command.text)), by)
    return await _noted(office, given, by, p.with_hours(told, Hours(clock.at, clock.until)))


async def _told(office: Office, by: Somebody) -> dict[str, Any]:
    return (await office.store.preferences([by.person])).get(by.person, {})


async def _noted(office: Office, given: CommandGiven, by: Somebody, body: dict[str, Any]) -> Reply:
    changes = Changes(office.clock.now(), preferences={by.person: body})
    return await office.done(Writing(changes, Answer(_times(body)), delivery_id(given.delivery)), by)


def _times(body: dict[str, Any]) -> d.OwnTimes:
    told = p.hours(body)
    return d.OwnTimes(tuple((one.first, one.last) for one in p.absences(body)), told.start, told.end)


def _zone(office: Office, by: Somebody) -> str:
    return by.timezone or str(office.speech.zone)


def _today(now: datetime, zone: str) -> date:
    return now.astimezone(ZoneInfo(zone)).date()
