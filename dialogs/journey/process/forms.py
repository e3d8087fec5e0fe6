"""The forms about dates and about who does what in a process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time
from typing import Any
from zoneinfo import ZoneInfo

from content.process import Process
from dialogs.calendar.dates import Found
from dialogs.calendar.series import Wishes
from dialogs.calendar.series_moves import Caution
from dialogs.journey.area import Acting, FormKind
from dialogs.journey.process import events as e
from dialogs.journey.process import messages as m
from dialogs.journey.process.boards import meeting_line, meeting_lines
from dialogs.journey.process.days import day_given, typed
from dialogs.journey.process.planning import interval, moved, propose, structure_of
from dialogs.journey.process.presses import course
from dialogs.journey.process.state import Course, MeetingState, Phase
from dialogs.journey.process.steering import UNKNOWN, refusal
from dialogs.receipts import Code, Receipt

CHANGES = ("skip", "merge", "restore")


# --- beginning ---


def start_form(acting: Acting, process: Process) -> Any:
    """When does it begin? Refused when another one goes on."""
    if any(one.live for one in acting.journey.courses):
        return Receipt(Code.PROCESS_GOES_ON)
    gap = process.gap
    return m.ProcessStartForm(acting.journey.id, process.slug, gap.least, gap.most, process.minutes)


def _ask_start(acting: Acting) -> Any:
    process = acting.processes.get(acting.args[0])
    return start_form(acting, process) if process else UNKNOWN


def _read_start(acting: Acting) -> Any:
    process = acting.processes.get(acting.args[0])
    form = start_form(acting, process) if process else UNKNOWN
    if process is None or isinstance(form, Receipt):
        return form
    found, answer = day_given(acting, lambda days: replace(form, days=days, typed=typed(acting)))
    return _beginning(acting, process, found) if found else answer


def _beginning(acting: Acting, process: Process, found: Found) -> Any:
    least = _weeks(acting.one("gap"), process)
    structure = structure_of(process, least, least + process.gap.most - process.gap.least)
    clock = found.at or _clock(acting.one("clock"))
    wishes = Wishes(
        zone=acting.journey.zone,
        min_days=structure.min_days,
        max_days=structure.max_days,
        weekday=found.day.weekday() if found.day.weekday() < 5 else None,  # noqa: PLR2004 -- Saturday
        at=clock,
        minutes=structure.minutes,
    )
    meetings = propose(process, found.day, wishes)
    if meetings[0].starts <= acting.now:
        return {"date": "date_past"}
    weekday = meetings[0].starts.astimezone(ZoneInfo(acting.journey.zone)).weekday()
    return e.ProcessAsked(acting.person, acting.name, structure, clock, weekday, meetings)


def _weeks(value: str, process: Process) -> int:
    return int(value) if value in {"1", "2", "3", "4", "5", "6", "8"} else process.gap.least


def _clock(value: str) -> time:
    try:
        return time.fromisoformat(value)
    except ValueError:
        return time(9)


# --- moving, merging, leaving out, adding ---


def _mine(acting: Acting) -> Course | Receipt:
    """The process, when the person may change it."""
    found = course(acting)
    if found is None:
        return UNKNOWN
    return refusal(acting.journey, found, acting.person) or found


def _ask_move(acting: Acting) -> Any:
    found = _mine(acting)
    if isinstance(found, Receipt):
        return found
    if not found.coming:
        return Receipt(Code.NOTHING_THERE)
    chosen = found.find(acting.args[1]) if len(acting.args) > 1 else found.coming[0]
    return m.MeetingMoveForm(
        journey=acting.journey.id,
        number=found.number,
        slug=found.slug,
        meetings=tuple(map(meeting_line, found.coming)),
        chosen=chosen.id if chosen and chosen.coming else found.coming[0].id,
    )


def _read_move(acting: Acting) -> Any:
    found, form = _mine(acting), _ask_move(acting)
    if isinstance(found, Receipt) or isinstance(form, Receipt):
        return form
    one = found.find(acting.one("meeting"))
    if one is None or not one.coming:
        return {"meeting": "choose"}
    again = replace(form, chosen=one.id)
    day, answer = day_given(acting, lambda days: replace(again, days=days, typed=typed(acting)))
    return _moving(acting, found, one.id, day) if day else answer


def _moving(acting: Acting, found: Course, meeting: str, to: Found) -> Any:
    one = next(one for one in found.coming if one.id == meeting)
    at = to.at or one.starts.astimezone(ZoneInfo(found.zone)).time()
    if interval(found, to.day, at)[0] <= acting.now:
        return {"date": "date_past"}
    dates, result = moved(found, meeting, to.day, at)
    if Caution.NOT_IN_ORDER in result.cautions:
        return {"date": "date_not_in_order"}
    if len(dates) <= 1 and not result.cautions:
        return e.MoveWanted(acting.person, found.number, meeting, to.day, at)
    lines = {line.id: line for line in meeting_lines(found)}
    return m.MoveAsked(
        journey=acting.journey.id,
        number=found.number,
        slug=found.slug,
        meeting=lines[meeting],
        starts=interval(found, to.day, at)[0],
        shifts=tuple((lines[new.id], new.starts) for new in dates if new.id != meeting),
        cautions=tuple(map(str, result.cautions)),
        args=(str(found.number), meeting, to.day.isoformat(), f"{at:%H:%M}"),
    )


def _ask_change(acting: Acting) -> Any:
    found = _mine(acting)
    if isinstance(found, Receipt):
        return found
    there = tuple(one for one in meeting_lines(found) if one.state is not MeetingState.HELD)
    if not there:
        return Receipt(Code.NOTHING_THERE)
    return m.MeetingChangeForm(acting.journey.id, found.number, found.slug, there)


def _read_change(acting: Acting) -> Any:
    found = _mine(acting)
    if isinstance(found, Receipt):
        return found
    one, how = found.find(acting.one("meeting")), acting.one("how")
    if one is None:
        return {"meeting": "choose"}
    if how not in CHANGES:
        return {"how": "choose"}
    makes = {"skip": e.Skipped, "merge": e.Merged, "restore": e.Restored}[how]
    if (how == "restore") is not (one.state is MeetingState.SKIPPED):
        return {"how": "not_now"}
    return makes(acting.person, found.number, one.id)


def _ask_add(acting: Acting) -> Any:
    found = _mine(acting)
    if isinstance(found, Receipt):
        return found
    return m.MeetingAddForm(acting.journey.id, found.number, _workshops(found))


def _workshops(found: Course) -> tuple[str, ...]:
    return tuple(dict.fromkeys(slug for one in found.meetings for slug in one.workshops))


def _read_add(acting: Acting) -> Any:
    found, form = _mine(acting), _ask_add(acting)
    if isinstance(found, Receipt):
        return form
    workshop = acting.one("workshop")
    day, answer = day_given(acting, lambda days: replace(form, days=days, typed=typed(acting)))
    if day is None:
        return answer
    known = workshop if workshop in _workshops(found) else ""
    return e.Added(acting.person, found.number, day.day, day.at, known)


def _ask_pause(acting: Acting) -> Any:
    found = _mine(acting)
    if isinstance(found, Receipt):
        return found
    if found.phase is not Phase.GOING:
        return UNKNOWN
    return m.ProcessPauseForm(acting.journey.id, found.number)


def _read_pause(acting: Acting) -> Any:
    found, form = _mine(acting), _ask_pause(acting)
    if isinstance(found, Receipt) or isinstance(form, Receipt):
        return form

    def again(days: tuple[date, ...]) -> Any:
        return replace(form, days=days, typed=typed(acting))

    day, answer = day_given(acting, again, optional=True)
    if answer is not None:
        return answer
    if day and interval(found, day.day, None)[0] <= acting.now:
        return {"date": "date_past"}
    return e.PauseWanted(acting.person, found.number, day.day if day else None)


FORMS: Mapping[str, FormKind] = {
    "process-start": FormKind(_ask_start, _read_start, {1}),
    "meeting-move": FormKind(_ask_move, _read_move, {1, 2}),
    "meeting-change": FormKind(_ask_change, _read_change, {1}),
    "meeting-add": FormKind(_ask_add, _read_add, {1}),
    "process-pause": FormKind(_ask_pause, _read_pause, {1}),
}
