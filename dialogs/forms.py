"""Forms: which one a button opens (`ask`), what a sent one means (`read`), and which one follows (`after`).

`FORMS` lists them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from content.steps import PickStep
from dialogs import events as e
from dialogs import messages as m
from dialogs.activities.canvas import cell_ids, own_notes
from dialogs.activities.shape import alternatives
from dialogs.decisions.facilitating import names
from dialogs.receipts import Code, Receipt
from dialogs.session import Run, Session, number
from dialogs.texts import LINE_LENGTH, TextError, clean, required
from dialogs.verbs import EVERYBODY, is_number

Values = Mapping[str, str | tuple[str, ...]]
Errors = dict[str, str]
"""Field id -> phrase key under `field.`."""
MOST_OPTIONS = 100


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks for, or sends, which form of which session."""

    session: Session
    args: tuple[str, ...]
    person: str
    now: datetime
    values: Values
    nonce: str

    def one(self, field: str) -> str:
        """The value of a field that holds one."""
        value = self.values.get(field, "")
        return value if isinstance(value, str) else next(iter(value), "")

    def many(self, field: str) -> tuple[str, ...]:
        """The values of a field that holds several."""
        value = self.values.get(field, ())
        return ((value,) if value else ()) if isinstance(value, str) else tuple(value)


Ask = Callable[[Asking], "m.FormMessage | Receipt"]
Outcome = e.Event | m.NoteForm | m.MineForm | m.EditForm | Errors | Receipt


def ask(
    session: Session, verb: str, args: tuple[str, ...], person: str, now: datetime
) -> m.FormMessage | Receipt:
    """The form that a button opens, or why there is none."""
    form = FORMS.get(verb)
    if form is None or len(args) != form.args:
        return Receipt(Code.UNKNOWN)
    return form.ask(Asking(session, args, person, now, {}, ""))


def read(  # noqa: PLR0913, PLR0917 -- a sent form is all of these
    session: Session, verb: str, args: tuple[str, ...], person: str, values: Values, nonce: str, now: datetime
) -> Outcome:
    """What a sent form means: an event, the next form, what to mend field by field, or a receipt."""
    form = FORMS.get(verb)
    if form is None or len(args) != form.args:
        return Receipt(Code.UNKNOWN)
    return form.read(Asking(session, args, person, now, values, nonce))


def after(session: Session, event: e.Event, person: str, now: datetime) -> m.FormMessage | None:
    """The form that follows an accepted one: after a note, another note."""
    if isinstance(event, e.Noted) and session.live(event.step):
        asking = Asking(session, (event.step, event.group or EVERYBODY), person, now, {}, "")
        form = _ask_note(asking)
        if isinstance(form, m.NoteForm):
            return m.NoteForm(form.session, form.step, form.group, form.cells, event.cell, just_saved=True)
    return None


# --- notes ----------------------------------------------------------------------------------------


def _ask_note(asking: Asking) -> m.NoteForm | Receipt:
    session, (step, group) = asking.session, asking.args
    if refusal := _refusal(asking, step):
        return refusal
    run = session.runs[step]
    if (group == EVERYBODY) == bool(run.groups) or (group != EVERYBODY and group not in run.groups):
        return Receipt(Code.UNKNOWN)
    if refusal := _not_theirs(asking, run, group):
        return refusal
    cells = cell_ids(session, step)
    return m.NoteForm(session.id, step, group, cells, cells[0]) if cells else Receipt(Code.UNKNOWN)


def _not_theirs(asking: Asking, run: Run, group: str) -> Receipt | None:
    """Why `person` may not act for `group`; facilitators may for all."""
    own = run.group_of(asking.person)
    if group == EVERYBODY or asking.session.leads(asking.person) or (own and own.id == group):
        return None
    return Receipt(Code.NOT_YOURS, group=number(own.id) if own else 0)


def _refusal(asking: Asking, step: str) -> Receipt | None:
    """Why `person` may not begin to write in `step` now."""
    session = asking.session
    if step not in session.runs:
        return Receipt(Code.UNKNOWN)
    if not session.live(step):
        return Receipt(Code.CLOSED) if session.closed else Receipt(Code.TOO_LATE, step=step)
    if not session.is_here(asking.person) and not session.leads(asking.person):
        return Receipt(Code.NOT_IN)
    return None


def _read_note(asking: Asking) -> Outcome:
    step, group = asking.args
    cells = cell_ids(asking.session, step)
    cell = asking.one("cell") or (cells[0] if len(cells) == 1 else "")
    errors: Errors = {} if cell in cells else {"cell": "choose"}
    text = _text(asking, "text", errors)
    if errors:
        return errors
    return e.Noted(asking.person, step, "" if group == EVERYBODY else group, cell, asking.nonce, text)


def _text(asking: Asking, field: str, errors: Errors) -> str:
    try:
        return required(asking.one(field))
    except TextError as error:
        errors[field] = error.key
        return ""


def _ask_mine(asking: Asking) -> m.MineForm | m.EditForm | Receipt:
    session, (step,) = asking.session, asking.args
    if refusal := _refusal(asking, step):
        return refusal
    notes = own_notes(session, step, asking.person)[-MOST_OPTIONS:]
    if not notes:
        return Receipt(Code.NOTHING_THERE)
    return m.MineForm(session.id, step, tuple((one, session.notes[one].text) for one in notes))


def _read_mine(asking: Asking) -> Outcome:
    note = asking.session.notes.get(asking.one("note"))
    if note is None:
        return {"note": "choose"}
    if note.author != asking.person:
        return Receipt(Code.NOT_YOURS)
    return m.EditForm(asking.session.id, note.step, note.id, note.text)


def _ask_edit(asking: Asking) -> m.EditForm | Receipt:
    note = asking.session.notes.get(asking.args[0])
    if note is None or note.author != asking.person:
        return Receipt(Code.UNKNOWN)
    return _refusal(asking, note.step) or m.EditForm(asking.session.id, note.step, note.id, note.text)


def _read_edit(asking: Asking) -> Outcome:
    if "yes" in asking.many("delete"):
        return e.NoteChanged(asking.person, asking.args[0], "")
    errors: Errors = {}
    text = _text(asking, "text", errors)
    return errors or e.NoteChanged(asking.person, asking.args[0], text)


# --- turns and picks ------------------------------------------------------------------------------


def _ask_turn(asking: Asking) -> m.TurnForm | Receipt:
    session, (step, turn) = asking.session, asking.args
    if refusal := _refusal(asking, step):
        return refusal
    group = session.runs[step].group_of(asking.person)
    coming = group.coming if group else None
    if group is None or coming is None or coming.by != asking.person or str(coming.number) != turn:
        return Receipt(Code.NOT_YOUR_TURN)
    said = group.sentences[group.taken - 1].text if coming.kind is m.TurnKind.ANSWER else ""
    return m.TurnForm(session.id, step, coming.number, coming.kind, session.name(coming.to), said)


def _read_turn(asking: Asking) -> Outcome:
    step, turn = asking.args
    errors: Errors = {}
    text = _text(asking, "text", errors)
    if errors:
        return errors
    return e.Said(asking.person, step, int(turn), text) if is_number(turn) else Receipt(Code.UNKNOWN)


def _ask_pick(asking: Asking) -> m.PickForm | Receipt:
    session, (step, group) = asking.session, asking.args
    if refusal := _refusal(asking, step):
        return refusal
    run, picking = session.runs[step], session.steps[step]
    if not isinstance(picking, PickStep) or group not in run.groups:
        return Receipt(Code.UNKNOWN)
    if refusal := _not_theirs(asking, run, group):
        return refusal
    notes = [
        note
        for cell in cell_ids(session, picking.notes_of)
        for note in session.notes_in(picking.notes_of, group, cell)
    ]
    if not notes:
        return Receipt(Code.NOTHING_THERE)
    offered = tuple((note.id, note.cell, note.text) for note in notes[-MOST_OPTIONS:])
    ids = {one for one, *_ in offered}
    chosen = tuple(one for one in run.picks.get(group, ()) if one in ids)
    return m.PickForm(session.id, step, group, picking.budget, offered, picking.notes_of, chosen)


def _read_pick(asking: Asking) -> Outcome:
    step, group = asking.args
    chosen, picking = tuple(dict.fromkeys(asking.many("notes"))), asking.session.steps.get(step)
    if not isinstance(picking, PickStep):
        return Receipt(Code.UNKNOWN)
    if len(chosen) > picking.budget:
        return {"notes": "too_many"}
    return e.Picked(asking.person, step, group, chosen)


# --- the facilitator's, and the end ---------------------------------------------------------------


def _ask_agenda(asking: Asking) -> m.AgendaForm | Receipt:
    session = asking.session
    if not session.leads(asking.person):
        return Receipt(Code.FACILITATORS_ONLY, names=names(session))
    if session.closed:
        return Receipt(Code.CLOSED)
    free = tuple(
        item
        for item in session.agenda
        if session.steps[item.step].kind != "close" and not session.steps[item.step].choice
    )
    return m.AgendaForm(
        session.id, tuple((item.step, item.minutes, item.on) for item in free), _choices(session)
    )


def _choices(session: Session) -> tuple[tuple[str, tuple[str, ...], str], ...]:
    found = {}
    for item in session.agenda:
        choice = session.steps[item.step].choice
        if choice and item.on:
            ids = {item.step, *alternatives(session, item.step)}
            found[choice] = (choice, tuple(step for step in session.steps if step in ids), item.step)
    return tuple(found.values())


def _read_agenda(asking: Asking) -> Outcome:
    chosen = tuple(asking.one(f"choice.{choice}") for choice, _, _ in _choices(asking.session))
    return e.AgendaChosen(asking.person, (*asking.many("steps"), *(one for one in chosen if one)))


def _ask_lead(asking: Asking) -> m.LeadForm | Receipt:
    session = asking.session
    if not session.leads(asking.person):
        return Receipt(Code.FACILITATORS_ONLY, names=names(session))
    if session.closed:
        return Receipt(Code.CLOSED)
    others = tuple((one.person, one.name) for one in session.here if one.person != asking.person)[
        :MOST_OPTIONS
    ]
    return m.LeadForm(session.id, others) if others else Receipt(Code.NOTHING_THERE)


def _read_lead(asking: Asking) -> Outcome:
    other = asking.one("person")
    if not asking.session.is_here(other):
        return {"person": "choose"}
    return e.FacilitatorNamed(
        asking.person, other, asking.session.name(other), handing_over=asking.one("how") == "hand_over"
    )


def _ask_feedback(asking: Asking) -> m.FeedbackForm | Receipt:
    session = asking.session
    if not session.is_here(asking.person) and not session.leads(asking.person):
        return Receipt(Code.NOT_IN)
    given = session.feedback.get(asking.person)
    return m.FeedbackForm(
        session.id, names(session), given.score if given else 0, given.line if given else ""
    )


def _read_feedback(asking: Asking) -> Outcome:
    score = asking.one("score")
    try:
        line = " ".join(clean(asking.one("line"), LINE_LENGTH).split())
    except TextError as error:
        return {"line": error.key}
    return (
        e.Rated(asking.person, int(score), line)
        if score in {"1", "2", "3", "4", "5"}
        else {"score": "choose"}
    )


@dataclass(frozen=True, slots=True)
class FormKind:
    """One form: how it is asked for, how it is read, and how many arguments its verb has."""

    ask: Ask
    read: Callable[[Asking], Outcome]
    args: int


FORMS: dict[str, FormKind] = {
    "note": FormKind(_ask_note, _read_note, 2),
    "mine": FormKind(_ask_mine, _read_mine, 1),
    "edit": FormKind(_ask_edit, _read_edit, 1),
    "turn": FormKind(_ask_turn, _read_turn, 2),
    "pick": FormKind(_ask_pick, _read_pick, 2),
    "agenda": FormKind(_ask_agenda, _read_agenda, 0),
    "lead": FormKind(_ask_lead, _read_lead, 0),
    "feedback": FormKind(_ask_feedback, _read_feedback, 0),
}
"""Verb -> form."""
