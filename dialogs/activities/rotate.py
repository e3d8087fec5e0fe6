"""`rotate`: stations.

Groups move round clockwise, build on what stands there, and come home again (työpistekierto).

Group i begins at station i. In round r it is at station (i + r) mod n; after n rounds everybody has been
everywhere, and the last round is at home, for reading everything that gathered there. Seuraava moves
everybody on; leaving the step comes after home. With fewer groups than stations some stations stand empty for
a while; every group still visits every station.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from content.steps import RotateStep
from dialogs import facts as f
from dialogs.activities.activity import Activity, group_board, step_board, until
from dialogs.activities.canvas import all_notes
from dialogs.activities.membership import chance, come_and_go, form, join_smallest, leave, present
from dialogs.boards import CHANNEL
from dialogs.draft import Draft
from dialogs.effects import Show
from dialogs.groups import divide
from dialogs.messages import RotateBoard, StationCard, StationLine, StationNotes
from dialogs.people import PersonId
from dialogs.planner.minutes import station_minutes
from dialogs.planner.values import Mode
from dialogs.session import Group, Run, Session, number
from dialogs.worktime import deadline

READING = 5
"""Minutes at home, at the least."""
SMALLEST = 2
"""People in a group that goes round, where there are enough."""


def rotate_step(session: Session, step: str) -> RotateStep:
    """The step, which is known to be of this kind."""
    found = session.steps[step]
    if not isinstance(found, RotateStep):
        message = f"step {step!r} has no stations"
        raise TypeError(message)
    return found


def station_of(session: Session, run: Run, group: str) -> str:
    """Where a group is now; at home after the last round."""
    stations = rotate_step(session, run.step).stations
    return stations[(number(group) - 1 + run.round) % len(stations)]


def group_at(session: Session, run: Run, cell: str) -> Group | None:
    """The group that is at a station now (the first, should there be two)."""
    here = (group for group in run.in_order() if group.members and station_of(session, run, group.id) == cell)
    return next(here, None)


def is_home(session: Session, run: Run) -> bool:
    """Whether everybody is back where they began."""
    return run.round >= len(rotate_step(session, run.step).stations)


def move_on(draft: Draft, person: PersonId) -> bool:
    """Everybody to the next station, or home; False when they have been home already."""
    run = draft.run
    if is_home(draft.session, run):
        return False
    ends_at = round_ends(draft.session, run, run.round + 1, draft.now)
    draft.accept(
        f.RoundBegun(at=draft.now, person=person, step=run.step, round=run.round + 1, ends_at=ends_at)
    )
    return True


def round_ends(session: Session, run: Run, number_: int, now: datetime) -> datetime:
    """When a round that begins `now` is planned to end (UTC).

    Each station has its minutes and the move, less when the facilitator has given the step less; what is left
    of the step's planned minutes is for reading at home. Over days every round has a working day.
    """
    if session.slow:
        return deadline(now, session.zone, 1)
    step, minutes = rotate_step(session, run.step), session.minutes(run.step)
    shared = (minutes - READING) // len(step.stations)
    each = max(1, min(station_minutes(step, Mode(session.mode)), shared))
    home = max(READING, minutes - each * len(step.stations))
    return now + timedelta(minutes=each if number_ < len(step.stations) else home)


# --- who with whom --------------------------------------------------------------------------------


def _begin(draft: Draft) -> None:
    if draft.run.groups:
        come_and_go(draft)
    else:
        _divide(draft)
    run = draft.run
    ends_at = round_ends(draft.session, run, run.round, draft.now)
    draft.accept(f.RoundBegun(at=draft.now, person="", step=run.step, round=run.round, ends_at=ends_at))


def _divide(draft: Draft) -> None:
    session = draft.session
    people = present(session)
    count = max(1, min(len(rotate_step(session, session.current).stations), len(people) // SMALLEST))
    size, larger = divmod(len(people), count)
    sizes = [size + 1 if index < larger else size for index in range(count)]
    form(draft, divide(people, sizes, chance(session, draft.run), session.met))


# --- what stands where ----------------------------------------------------------------------------


def _boards(session: Session, run: Run) -> tuple[Show, ...]:
    stations = rotate_step(session, run.step).stations
    cards = (Show(CHANNEL, group_board("station", run, cell)) for cell in stations)
    return (Show(CHANNEL, step_board(run)), *cards)


def _touched(session: Session, run: Run, fact: f.FactType) -> tuple[Show, ...]:
    match fact:
        case f.NoteWritten(step=step, cell=cell) if step == run.step:
            return Show(CHANNEL, group_board("station", run, cell)), Show(CHANNEL, step_board(run))
        case f.NoteEdited(note=note):
            return _after_edit(session, run, note)
        case f.NoteDeleted(step=step) if step == run.step:
            return _boards(session, run)
        case f.PersonReady() | f.PersonJoined() | f.PersonLeft():
            return (Show(CHANNEL, step_board(run)),)
        case f.GroupsFormed() | f.GroupJoined() | f.GroupLeft() | f.RoundBegun() | f.TimeSet():
            return _boards(session, run)
        case _:
            return ()


def _after_edit(session: Session, run: Run, note_id: str) -> tuple[Show, ...]:
    note = session.notes.get(note_id)
    here = note is not None and note.step == run.step
    return (Show(CHANNEL, group_board("station", run, note.cell)),) if note and here else ()


def _is_ready(_: Session, run: Run, person: PersonId) -> bool:
    return person in run.ready


def _write(session: Session, person: PersonId) -> tuple[str, tuple[str, ...]]:
    group = session.run.group_of(person) if session.run else None
    return ("note", (session.current, group.id)) if group else ("", ())


def compose(session: Session, run: Run, *, live: bool) -> RotateBoard:
    """The channel's card: which round, who is where."""
    stations, here = rotate_step(session, run.step).stations, session.here
    return RotateBoard(
        session=session.id,
        step=run.step,
        live=live,
        round=run.round + 1,
        rounds=len(stations),
        home=is_home(session, run),
        ends_at=until(session, run, live=live),
        stations=tuple(_line(session, run, cell) for cell in stations),
        ready=sum(one.person in run.ready for one in here),
        here=len(here),
    )


def _line(session: Session, run: Run, cell: str) -> StationLine:
    group = group_at(session, run, cell)
    names = tuple(map(session.name, group.members)) if group else ()
    notes = len(all_notes(session, run.step, cell))
    return StationLine(cell, number(group.id) if group else 0, names, notes)


def compose_station(session: Session, run: Run, cell: str, *, live: bool) -> StationCard | None:
    """One station: what has gathered there, marked by group."""
    if cell not in rotate_step(session, run.step).stations:
        return None
    group, layers = group_at(session, run, cell), _layers(session, run, cell)
    return StationCard(
        session=session.id,
        step=run.step,
        visit=run.visit,
        cell=cell,
        live=live,
        home=is_home(session, run),
        group_id=group.id if group else "",
        group=number(group.id) if group else 0,
        names=tuple(map(session.name, group.members)) if group else (),
        ends_at=until(session, run, live=live),
        layers=layers,
        additions=sum(len(layer.notes) for layer in layers[1:]),
    )


def _layers(session: Session, run: Run, cell: str) -> tuple[StationNotes, ...]:
    """The notes of a station, group by group in the order they were there."""
    written: dict[str, list[str]] = {}
    for note in all_notes(session, run.step, cell):
        written.setdefault(note.group, []).append(note.text)
    return tuple(StationNotes(number(group), tuple(texts)) for group, texts in written.items())


ROTATE = Activity(
    begin=_begin,
    joined=join_smallest,
    gone=leave,
    boards=_boards,
    touched=_touched,
    is_ready=_is_ready,
    write=_write,
    timed_work=True,
)
