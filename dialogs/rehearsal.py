"""Rehearsal (harjoitus): what a simulated colleague would do now, from the examples in the workshop's words.

Used by the practice room, by `paja play` and by tests. Pure: the same moment, the same deed.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from itertools import count
from random import Random

from content.steps import By, Who
from content.wording import StepWords, WorkshopWords
from dialogs import events as e
from dialogs.activities.canvas import cell_ids, own_notes, parts_of
from dialogs.activities.merge import to_turn, turned
from dialogs.activities.pick import candidates, pick_step
from dialogs.activities.rotate import is_home, station_of
from dialogs.activities.scale import PLACES, SIDES, scale_step
from dialogs.activities.theme import loose
from dialogs.forms.notes import TOGETHER
from dialogs.likeness import alike
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
    together = getattr(session.steps[run.step], "who", "") == Who.EVERYBODY
    group = run.group_of(person)
    if group is None and not together:
        return None
    most = _draw(person, run.step) % 2 if together else NOTES_EACH
    return _write(session, run, person, words, group.id if group else "", most) or _ready(run, person)


def _write(
    session: Session, run: Run, person: PersonId, words: StepWords, group: str, most: int
) -> e.Event | None:
    """A note into the emptiest cell, until `most` have been written."""
    written = len(own_notes(session, run.step, person))
    if written >= most:
        return None
    cells = cell_ids(session, run.step)
    cell = min(cells, key=lambda one: len(session.cells.get((run.step, group, one), ())))
    return _note(session, run, person, words, (group, cell, str(written)))


def _note(
    session: Session, run: Run, person: PersonId, words: StepWords, where: tuple[str, str, str]
) -> e.Noted:
    """A note from the examples.

    `where` is the group, the cell and a number that makes it another each time.
    """
    group, cell, salt = where
    examples = words.cells[cell].examples or words.examples or (words.title,)
    text = _choose(examples, person, cell, salt)
    parts = _parts(text, parts_of(session, run.step, cell))
    text = TOGETHER.join(parts) if parts else text
    return e.Noted(person, run.step, group, cell, _fresh_note(session, run.step, person), text, parts)


def _parts(example: str, many: int) -> tuple[str, ...]:
    """An example of a note of several parts is written `first | second`."""
    found = tuple(part.strip() for part in example.split("|"))
    return found if len(found) == many else (example,) * many


def _fresh_note(session: Session, step: str, person: PersonId) -> str:
    """An id that no note has had."""
    ids = (f"sim-{zlib.crc32(f'{session.id}/{step}/{person}/{n}'.encode()):08x}" for n in count())
    return next(one for one in ids if one not in session.notes and one not in session.deleted)


def _rotate(session: Session, run: Run, person: PersonId, words: StepWords) -> e.Event | None:
    """One note at each station, nothing more at home."""
    group = run.group_of(person)
    if group is None or is_home(session, run):
        return _ready(run, person)
    cell = station_of(session, run, group.id)
    mine = {session.notes[note].cell for note in own_notes(session, run.step, person)}
    if cell in mine or _draw(person, cell) % 3 == 0:
        return _ready(run, person)
    return _note(session, run, person, words, (group.id, cell, "0"))


def _theme(session: Session, run: Run, person: PersonId, _: StepWords) -> e.Event | None:
    """The notes without a theme, together with those that look like the first of them."""
    notes = loose(session, run)
    if not notes or person != session.here[0].person:
        return _ready(run, person) if not notes else None
    together = alike(notes[0], notes) or tuple(note.id for note in notes[:3])
    theme = f"t-{zlib.crc32(f'{session.id}/{notes[0].id}'.encode()):08x}"
    return e.Themed(person, run.step, theme, " ".join(notes[0].text.split()[:3]), together)


def _scale(session: Session, run: Run, person: PersonId, _: StepWords) -> e.Event | None:
    for side in SIDES:
        if (person, side) not in run.places:
            axes = scale_step(session, run.step).axes
            places = tuple(1 + _draw(person, side, axis) % PLACES for axis in axes)
            return e.PlacesChosen(person, run.step, side, places)
    return None


def _merge(session: Session, run: Run, person: PersonId, words: StepWords) -> e.Event | None:
    """Each line is turned by somebody."""
    done = {note.origin for note in turned(session, run.step)}
    for note, cell in to_turn(session, run.step):
        if note.id not in done and session.here[_draw(note.id) % len(session.here)].person == person:
            text = _choose(words.examples or (words.title,), person, note.id)
            fresh = _fresh_note(session, run.step, person)
            return e.Noted(person, run.step, "", cell, fresh, text, origin=note.id)
    return _ready(run, person)


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
    """The recorder picks for the group, or each person for themselves: spread over the cells."""
    group, step = run.group_of(person), pick_step(session, run.step)
    if step.by is By.GROUP:
        if group is None or group.recorder != person or run.picks.get(group.id):
            return None
    elif person in run.picks:
        return None
    name = group.id if group and step.by is By.GROUP else ""
    notes = candidates(session, step, name, person)
    rows: dict[str, list[Note]] = {}
    for note in notes if step.by is By.GROUP else sorted(notes, key=lambda note: _draw(person, note.id)):
        rows.setdefault(note.cell, []).append(note)
    chosen = _spread(sorted(map(tuple, rows.values()), key=len, reverse=True))[: step.budget]
    return e.Picked(person, run.step, name, tuple(note.id for note in chosen)) if chosen else None


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
    "rotate": _rotate,
    "theme": _theme,
    "scale": _scale,
    "merge": _merge,
    "close": _close,
}
"""Kind of step -> what a colleague does in it."""
