"""`theme`: notes are put under names by choosing, without dragging (teemoittelu).

Anybody may; anything can be undone.

Suggestions only advise: notes whose words look alike are ticked beforehand for whoever makes a new theme.
"""

from __future__ import annotations

from content.steps import ThemeStep
from dialogs import facts as f
from dialogs.activities.activity import Activity, step_board, until
from dialogs.activities.canvas import all_notes, cell_ids
from dialogs.boards import CHANNEL
from dialogs.effects import Show
from dialogs.messages import ThemeBoard, ThemeView
from dialogs.people import PersonId
from dialogs.session import Note, Run, Session


def theme_step(session: Session, step: str) -> ThemeStep:
    """The step, which is known to be of this kind."""
    found = session.steps[step]
    if not isinstance(found, ThemeStep):
        message = f"step {step!r} has no themes"
        raise TypeError(message)
    return found


def to_theme(session: Session, step: str) -> tuple[Note, ...]:
    """All notes that are to be put under themes."""
    source = theme_step(session, step).notes_of
    return tuple(note for cell in cell_ids(session, source) for note in all_notes(session, source, cell))


def loose(session: Session, run: Run) -> tuple[Note, ...]:
    """Notes without a theme."""
    return tuple(note for note in to_theme(session, run.step) if note.id not in run.themed)


def views(session: Session, run: Run) -> tuple[ThemeView, ...]:
    """The themes with their notes."""
    notes = to_theme(session, run.step)
    return tuple(
        ThemeView(
            theme.id, theme.name, tuple(note.text for note in notes if run.themed.get(note.id) == theme.id)
        )
        for theme in run.themes
    )


def _boards(_: Session, run: Run) -> tuple[Show, ...]:
    return (Show(CHANNEL, step_board(run)),)


def _touched(session: Session, run: Run, fact: f.FactType) -> tuple[Show, ...]:
    match fact:
        case f.NoteWritten(step=step) | f.NoteDeleted(step=step):
            return _boards(session, run) if step == theme_step(session, run.step).notes_of else ()
        case f.NoteEdited() | f.ThemeNamed() | f.NotesThemed() | f.ThemeRemoved() | f.TimeSet():
            return _boards(session, run)
        case f.PersonReady() | f.PersonJoined() | f.PersonLeft():
            return _boards(session, run)
        case _:
            return ()


def _is_ready(_: Session, run: Run, person: PersonId) -> bool:
    return person in run.ready


def _write(session: Session, _: PersonId) -> tuple[str, tuple[str, ...]]:
    return ("theme", (session.current,))


def compose(session: Session, run: Run, *, live: bool) -> ThemeBoard:
    """The channel's card."""
    here = session.here
    return ThemeBoard(
        session=session.id,
        step=run.step,
        live=live,
        ends_at=until(session, run, live=live),
        themes=views(session, run),
        loose=tuple(note.text for note in loose(session, run)),
        ready=sum(one.person in run.ready for one in here),
        here=len(here),
    )


THEME = Activity(boards=_boards, touched=_touched, is_ready=_is_ready, write=_write, timed_work=True)
