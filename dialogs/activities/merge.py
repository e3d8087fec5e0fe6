"""`merge`: what was picked becomes one joint canvas.

Lines are turned into better ones, linked to their origin (kooste).

Where a line comes from shows by count, never by name.
"""

from __future__ import annotations

from collections import Counter

from content.steps import MergeStep
from dialogs import facts as f
from dialogs.activities.activity import Activity, step_board
from dialogs.activities.canvas import cell_ids, notes_of
from dialogs.activities.pick import chosen
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


def lines(session: Session, step: str) -> tuple[Note, ...]:
    """What was brought up, each line once."""
    return tuple(dict.fromkeys(chosen(session, merge_step(session, step).picks_of)))


def turned(session: Session, step: str) -> tuple[Note, ...]:
    """What lines were turned into, oldest first."""
    notes = (note for cell in cell_ids(session, step) for note in session.notes_in(step, "", cell))
    return tuple(sorted(notes, key=lambda note: (note.at, note.id)))


def to_turn(session: Session, step: str) -> tuple[tuple[Note, str], ...]:
    """The lines that can be turned, and the cell that each is turned into."""
    into = {turning.origin: turning.into for turning in merge_step(session, step).turnings}
    return tuple((note, into[note.cell]) for note in lines(session, step) if note.cell in into)


def views(session: Session, step: str) -> tuple[PickView, ...]:
    """Everything on the joint canvas, for a picture."""
    origins = {note.id: note.text for note in lines(session, step)}
    brought = (PickView(note.cell, note.text, 0) for note in lines(session, step))
    better = (
        PickView(note.cell, note.text, 0, origin=origins.get(note.origin, ""))
        for note in turned(session, step)
    )
    return (*brought, *better)


def _boards(_: Session, run: Run) -> tuple[Show, ...]:
    return (Show(CHANNEL, step_board(run)),)


def _touched(session: Session, run: Run, fact: f.FactType) -> tuple[Show, ...]:
    shown = f.NoteWritten | f.NoteEdited | f.NoteDeleted | f.PersonReady | f.TimeSet
    return _boards(session, run) if isinstance(fact, shown) else ()


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
        ends_at=run.ends_at if live else None,
        words_of=notes_of(session, merge_step(session, run.step)),
        cells=compose_cells(session, run.step),
        can_turn=bool(to_turn(session, run.step)),
        ready=sum(one.person in run.ready for one in here),
        here=len(here),
    )


def compose_cells(session: Session, step: str) -> tuple[MergeCell, ...]:
    """The joint canvas, cell by cell."""
    counts = Counter(chosen(session, merge_step(session, step).picks_of))
    better = turned(session, step)
    origins = {note.id: note.text for note in lines(session, step)}
    return tuple(
        MergeCell(
            cell,
            tuple(
                MergeLine(note.text, count, tuple(one.text for one in better if one.origin == note.id))
                for note, count in counts.items()
                if note.cell == cell
            ),
            tuple((one.text, origins.get(one.origin, "")) for one in better if one.cell == cell),
        )
        for cell in cell_ids(session, step)
    )


MERGE = Activity(boards=_boards, touched=_touched, is_ready=_is_ready, write=_write, timed_work=True)
