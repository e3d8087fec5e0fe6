"""Notes: writing one (a text, or several parts), and one's own again."""

from __future__ import annotations

from dialogs import events as e
from dialogs import messages as m
from dialogs.activities.canvas import cell_ids, own_notes, parts_of
from dialogs.activities.gather import audience_of
from dialogs.activities.rotate import station_of
from dialogs.asking import MOST_OPTIONS, Asking, Errors, Outcome, not_theirs, refusal, text
from dialogs.receipts import Code, Receipt
from dialogs.session import Note, Session
from dialogs.verbs import EVERYBODY

TOGETHER = " · "
"""Between the parts of a note when it stands as one text."""


def ask_note(asking: Asking) -> m.NoteForm | Receipt:
    """Lisää lappu."""
    step, group, *_ = asking.args
    if refused := refusal(asking, step):
        return refused
    groups = asking.session.runs[step].groups
    if (group == EVERYBODY) == bool(groups) or (group != EVERYBODY and group not in groups):
        return Receipt(Code.UNKNOWN)
    if refused := not_theirs(asking, step, group):
        return refused
    cells = _cells(asking, step, group)
    return _note_form(asking, cells) if cells else Receipt(Code.UNKNOWN)


def _cells(asking: Asking, step: str, group: str) -> tuple[str, ...]:
    """The cells to write in: the one that was asked for, the group's station, or all of them."""
    session = asking.session
    if session.steps[step].kind == "rotate" and group in session.runs[step].groups:
        return (station_of(session, session.runs[step], group),)
    cells = cell_ids(session, step)
    asked = asking.args[2:3]
    return asked if asked and asked[0] in cells else cells


def _note_form(
    asking: Asking, cells: tuple[str, ...], *, just_saved: bool = False, chosen: str = ""
) -> m.NoteForm:
    """The form; where cells have different parts, the cell is asked first."""
    step, group, *_ = asking.args
    session = asking.session
    differ = _differ(session, step, cells)
    parts = parts_of(session, step, cells[0]) if len(cells) == 1 else 0
    return m.NoteForm(
        session=session.id,
        step=step,
        group=group,
        cells=cells,
        chosen=chosen if chosen in cells else cells[0],
        just_saved=just_saved,
        parts=parts,
        cell_first=differ,
        audience=audience_of(session, step),
    )


def _differ(session: Session, step: str, cells: tuple[str, ...]) -> bool:
    """Whether notes of these cells have different parts, so that the cell is asked before them."""
    return len(cells) > 1 and any(parts_of(session, step, cell) for cell in cells)


def after_note(asking: Asking, cell: str) -> m.NoteForm | None:
    """Another note, after one was saved."""
    step, group, *_ = asking.args
    if refusal(asking, step) or not_theirs(asking, step, group):
        return None
    cells = _cells(asking, step, group)
    return _note_form(asking, cells, just_saved=True, chosen=cell) if cells else None


def read_note(asking: Asking) -> Outcome:
    """A note; or, when only its cell was asked, the form for its parts."""
    step, group, *asked = asking.args
    cells = cell_ids(asking.session, step)
    cell = asking.one("cell") or (asked[0] if asked else "") or (cells[0] if len(cells) == 1 else "")
    if cell not in cells:
        return {"cell": "choose"}
    count = parts_of(asking.session, step, cell)
    if not asked and _differ(asking.session, step, cells):
        return _note_form(asking, (cell,))
    errors: Errors = {}
    parts = tuple(text(asking, f"part.{n}", errors) for n in range(1, count + 1))
    whole = TOGETHER.join(parts) if count else text(asking, "text", errors)
    if errors:
        return errors
    to = "" if group == EVERYBODY else group
    return e.Noted(asking.person, step, to, cell, asking.nonce, whole, parts)


def ask_mine(asking: Asking) -> m.MineForm | Receipt:
    """Omat laput."""
    session, (step,) = asking.session, asking.args
    if refused := refusal(asking, step):
        return refused
    notes = own_notes(session, step, asking.person)[-MOST_OPTIONS:]
    if not notes:
        return Receipt(Code.NOTHING_THERE)
    return m.MineForm(session.id, step, tuple((one, session.notes[one].text) for one in notes))


def read_mine(asking: Asking) -> Outcome:
    """The note that was chosen, to be edited."""
    note = asking.session.notes.get(asking.one("note"))
    if note is None:
        return {"note": "choose"}
    if note.author != asking.person:
        return Receipt(Code.NOT_YOURS)
    return _edit_form(asking, note)


def _edit_form(asking: Asking, note: Note) -> m.EditForm:
    seen_by = audience_of(asking.session, note.step)
    return m.EditForm(asking.session.id, note.step, note.id, note.text, note.cell, note.parts, seen_by)


def ask_edit(asking: Asking) -> m.EditForm | Receipt:
    """One own note."""
    note = asking.session.notes.get(asking.args[0])
    if note is None or note.author != asking.person:
        return Receipt(Code.UNKNOWN)
    return refusal(asking, note.step) or _edit_form(asking, note)


def read_edit(asking: Asking) -> Outcome:
    """Rewritten, or taken away."""
    if "yes" in asking.many("delete"):
        return e.NoteChanged(asking.person, asking.args[0], "")
    note = asking.session.notes.get(asking.args[0])
    count = len(note.parts) if note else 0
    errors: Errors = {}
    parts = tuple(text(asking, f"part.{n}", errors) for n in range(1, count + 1))
    whole = TOGETHER.join(parts) if count else text(asking, "text", errors)
    return errors or e.NoteChanged(asking.person, asking.args[0], whole, parts)
