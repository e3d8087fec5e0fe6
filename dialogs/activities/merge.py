"""`merge`: what was picked becomes one joint canvas.

Lines are turned into better ones, linked to their origin (kooste).

Where a line comes from shows by count, never by name.
"""

from __future__ import annotations

from dataclasses import dataclass

from content.steps import By, MergeStep
from dialogs import facts as f
from dialogs.activities.activity import Activity, step_board, until
from dialogs.activities.canvas import cell_ids, mixed, notes_of
from dialogs.activities.pick import carried, pick_step
from dialogs.boards import CHANNEL
from dialogs.effects import Show
from dialogs.messages import MergeBoard, MergeCell, MergeLine, PickView
from dialogs.people import PersonId
from dialogs.session import Note, Run, Session


def merge_step(session: Session, step: str) -> MergeStep:
    """The step, which is known to be of this kind."""
    found = session.steps[step]
    if not isinstance(found, MergeStep):
        message = f"step {step!r} merges nothing"
        raise TypeError(message)
    return found


@dataclass(frozen=True, slots=True)
class Line:
    """What was brought up, once, however many brought it up in the same words."""

    note: Note
    """The first of its notes, which stands for all."""
    ids: frozenset[str]
    count: int


def lines(session: Session, step: str) -> tuple[Line, ...]:
    """The lines of the joint canvas, the most wanted first.

    What people wrote for themselves comes in an order that says nothing of who wrote it.
    """
    source = pick_step(session, merge_step(session, step).picks_of)
    notes = carried(session, source.id)
    if source.by is By.PERSON:
        notes = mixed(notes)
    same: dict[tuple[str, str], list[Note]] = {}
    for note in notes:
        same.setdefault((note.cell, " ".join(note.text.casefold().split())), []).append(note)
    found = (Line(one[0], frozenset(note.id for note in one), len(one)) for one in same.values())
    return tuple(sorted(found, key=lambda line: -line.count))


def turned(session: Session, step: str) -> tuple[Note, ...]:
    """What lines were turned into, oldest first."""
    notes = (note for cell in cell_ids(session, step) for note in session.notes_in(step, "", cell))
    return tuple(sorted(notes, key=lambda note: (note.at, note.id)))


def to_turn(session: Session, step: str) -> tuple[tuple[Note, str], ...]:
    """The lines that can be turned, and the cell that each is turned into."""
    into = {turning.origin: turning.into for turning in merge_step(session, step).turnings}
    return tuple((line.note, into[line.note.cell]) for line in lines(session, step) if line.note.cell in into)


def views(session: Session, step: str) -> tuple[PickView, ...]:
    """Everything on the joint canvas, for a picture."""
    found = lines(session, step)
    brought = (
        PickView(line.note.cell, line.note.text, 0, line.count if line.count > 1 else 0) for line in found
    )
    better = (
        PickView(note.cell, note.text, 0, origin=_origin(found, note)) for note in turned(session, step)
    )
    return (*brought, *better)


def _origin(found: tuple[Line, ...], note: Note) -> str:
    """What a line was turned from; "" when that has been taken back."""
    return next((line.note.text for line in found if note.origin in line.ids), "")


def _boards(_: Session, run: Run) -> tuple[Show, ...]:
    return (Show(CHANNEL, step_board(run)),)


def _touched(session: Session, run: Run, fact: f.FactType) -> tuple[Show, ...]:
    match fact:
        case f.NoteWritten(step=step):
            return _boards(session, run) if step == run.step else ()
        case f.NotesPicked(step=step):
            source = merge_step(session, run.step).picks_of
            return _boards(session, run) if step == source and not session.live(step) else ()
        case f.NoteEdited() | f.NoteDeleted() | f.TimeSet():
            return _boards(session, run)
        case f.PersonReady() | f.PersonJoined() | f.PersonLeft():
            return _boards(session, run)
        case _:
            return ()


def _is_ready(_: Session, run: Run, person: PersonId) -> bool:
    return person in run.ready


def _write(session: Session, _: PersonId) -> tuple[str, tuple[str, ...]]:
    return ("turn-over", (session.current,)) if to_turn(session, session.current) else ("", ())


def compose(session: Session, run: Run, *, live: bool) -> MergeBoard:
    """The channel's card."""
    here = session.here
    return MergeBoard(
        session=session.id,
        step=run.step,
        live=live,
        ends_at=until(session, run, live=live),
        words_of=notes_of(session, merge_step(session, run.step)),
        cells=compose_cells(session, run.step),
        can_turn=bool(to_turn(session, run.step)),
        ready=sum(one.person in run.ready for one in here),
        here=len(here),
    )


def compose_cells(session: Session, step: str) -> tuple[MergeCell, ...]:
    """The joint canvas, cell by cell."""
    found, better = lines(session, step), turned(session, step)
    return tuple(
        MergeCell(
            cell,
            tuple(_line(line, better) for line in found if line.note.cell == cell),
            tuple((note.text, _origin(found, note)) for note in better if note.cell == cell),
        )
        for cell in cell_ids(session, step)
    )


def _line(line: Line, better: tuple[Note, ...]) -> MergeLine:
    turns = tuple(note.text for note in better if note.origin in line.ids)
    return MergeLine(line.note.text, line.count, turns)


MERGE = Activity(boards=_boards, touched=_touched, is_ready=_is_ready, write=_write, timed_work=True)
