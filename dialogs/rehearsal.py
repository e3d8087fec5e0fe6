"""Rehearsal (harjoitus): what a simulated colleague would do now, from the examples in the workshop's words.

Used by the practice room, by `paja play` and by tests. Pure: the same moment, the same deed.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from itertools import count
from random import Random

from content.wording import StepWords, WorkshopWords
from dialogs import events as e
from dialogs.activities.canvas import cell_ids, own_notes
from dialogs.activities.pick import pick_step
from dialogs.messages import Stage, TurnKind
from dialogs.people import PersonId
from dialogs.session import Note, Run, Session

NOTES_EACH = 2
"""How many notes a simulated colleague writes on a canvas."""
Deed = Callable[[Session, Run, PersonId, StepWords], e.Event | None]


def next_deed(session: Session, person: PersonId, words: WorkshopWords) -> e.Event | None:
    """What `person`, who has joined, would do now; None when there is nothing to do."""
    run = session.run
    if run is None or session.stage is not Stage.RUNNING or not session.is_here(person):
        return None
    deed = DEEDS.get(session.steps[run.step].kind)
    return deed(session, run, person, words.steps[run.step]) if deed else None


def _discuss(session: Session, run: Run, person: PersonId, words: StepWords) -> e.Event | None:
    """One point from about every other person, then ready."""
    wants = _draw(person, run.step) % 2
    return _write(session, run, person, words, "", wants) or _ready(run, person)


def _gather(session: Session, run: Run, person: PersonId, words: StepWords) -> e.Event | None:
    group = run.group_of(person)
    if group is None:
        return None
    return _write(session, run, person, words, group.id, NOTES_EACH) or _ready(run, person)


def _write(
    session: Session, run: Run, person: PersonId, words: StepWords, group: str, most: int
) -> e.Event | None:
    """A note into the emptiest cell, until `most` have been written."""
    written = len(own_notes(session, run.step, person))
    if written >= most:
        return None
    cell = min(
        cell_ids(session, run.step), key=lambda one: len(session.cells.get((run.step, group, one), ()))
    )
    text = _choose(words.cells[cell].examples or words.examples or (words.title,), person, cell, str(written))
    return e.Noted(person, run.step, group, cell, _fresh_note(session, run.step, person), text)


def _fresh_note(session: Session, step: str, person: PersonId) -> str:
    """An id that no note has had."""
    ids = (f"sim-{zlib.crc32(f'{session.id}/{step}/{person}/{n}'.encode()):08x}" for n in count())
    return next(one for one in ids if one not in session.notes and one not in session.deleted)


def _ready(run: Run, person: PersonId) -> e.Event | None:
    return None if person in run.ready else e.Readied(person, run.step)


def _exchange(session: Session, run: Run, person: PersonId, words: StepWords) -> e.Event | None:
    group = run.group_of(person)
    if person not in run.arrived:
        return e.Arrived(person, run.step)
    coming = group.coming if group else None
    if group is None or coming is None or coming.by != person:
        return None
    said = words.answers if coming.kind is TurnKind.ANSWER else words.examples
    return e.Said(
        person, run.step, coming.number, _choose(said or (words.title,), person, coming.to, session.id)
    )


def _pick(session: Session, run: Run, person: PersonId, _: StepWords) -> e.Event | None:
    """The recorder picks for the group: one note from each of the fullest cells."""
    group, step = run.group_of(person), pick_step(session, run.step)
    if group is None or group.recorder != person or run.picks.get(group.id):
        return None
    rows = [session.notes_in(step.notes_of, group.id, cell) for cell in cell_ids(session, step.notes_of)]
    notes = _spread(sorted(rows, key=len, reverse=True))[: step.budget]
    return e.Picked(person, run.step, group.id, tuple(note.id for note in notes)) if notes else None


def _spread(rows: Sequence[tuple[Note, ...]]) -> list[Note]:
    """First the first note of every row, then the second ones, and so on."""
    deepest = max(map(len, rows), default=0)
    return [row[depth] for depth in range(deepest) for row in rows if depth < len(row)]


def _close(session: Session, _: Run, person: PersonId, words: StepWords) -> e.Event | None:
    if person in session.feedback:
        return None
    line = _choose(words.examples, person, "line") if words.examples and _draw(person, "line") % 2 else ""
    return e.Rated(person, 3 + _draw(person, "score") % 3, line)


def _choose(options: Sequence[str], *salt: str) -> str:
    return options[_draw(*salt) % len(options)]


def _draw(*salt: str) -> int:
    """A number that is the same for the same salt, everywhere."""
    return Random("/".join(salt)).randrange(1 << 20)


DEEDS: dict[str, Deed] = {
    "discuss": _discuss,
    "gather": _gather,
    "exchange": _exchange,
    "pick": _pick,
    "close": _close,
}
"""Kind of step -> what a colleague does in it."""
