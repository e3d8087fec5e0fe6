"""Forms: which one a button opens (`ask`), what a sent one means (`read`), and which one follows (`after`).

`FORMS` lists them.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from dialogs import events as e
from dialogs import messages as m
from dialogs.asking import Ask, Asking, Outcome, Read, Values
from dialogs.forms import arranging, choosing, leading, notes
from dialogs.receipts import Code, Receipt
from dialogs.session import Session
from dialogs.verbs import EVERYBODY


def ask(
    session: Session, verb: str, args: tuple[str, ...], person: str, now: datetime
) -> m.FormMessage | Receipt:
    """The form that a button opens, or why there is none."""
    form = FORMS.get(verb)
    if form is None or len(args) not in form.args:
        return Receipt(Code.UNKNOWN)
    return form.ask(Asking(session, args, person, now, {}, ""))


def read(  # noqa: PLR0913, PLR0917 -- a sent form is all of these
    session: Session, verb: str, args: tuple[str, ...], person: str, values: Values, nonce: str, now: datetime
) -> Outcome:
    """What a sent form means: an event, the next form, what to mend field by field, or a receipt."""
    form = FORMS.get(verb)
    if form is None or len(args) not in form.args or not _fits(session, verb, args):
        return Receipt(Code.UNKNOWN)
    return form.read(Asking(session, args, person, now, values, nonce))


def _fits(session: Session, verb: str, args: tuple[str, ...]) -> bool:
    """Whether the form's step is there, and of the kind that the form is for."""
    kinds = _KINDS.get(verb)
    if kinds is None:
        return True
    step = session.steps.get(args[0]) if args else None
    return step is not None and args[0] in session.runs and (not kinds or step.kind in kinds)


def after(session: Session, event: e.Event, person: str, now: datetime) -> m.FormMessage | None:
    """The form that follows an accepted one: after a note another note, after now the wish."""
    match event:
        case e.Noted(step=step, group=group, cell=cell, origin="") if session.live(step):
            asking = Asking(session, (step, group or EVERYBODY), person, now, {}, "")
            return notes.after_note(asking, cell)
        case e.PlacesChosen(step=step, side="now") if session.live(step):
            return arranging.after_place(Asking(session, (step, "wished"), person, now, {}, ""))
        case _:
            return None


@dataclass(frozen=True, slots=True)
class FormKind:
    """One form: how it is asked for, how it is read, and how many arguments its verb may have."""

    ask: Ask
    read: Read
    args: Collection[int]


_KINDS: dict[str, Collection[str]] = {
    "note": (),
    "turn": ("exchange",),
    "pick": ("pick",),
    "theme": ("theme",),
    "retheme": ("theme",),
    "place": ("scale",),
    "turn-over": ("merge",),
}
"""Forms whose first argument is a step -> the kinds of step that they are for (none: any)."""

FORMS: dict[str, FormKind] = {
    "note": FormKind(notes.ask_note, notes.read_note, (2, 3)),
    "mine": FormKind(notes.ask_mine, notes.read_mine, (1,)),
    "edit": FormKind(notes.ask_edit, notes.read_edit, (1,)),
    "turn": FormKind(choosing.ask_turn, choosing.read_turn, (2,)),
    "pick": FormKind(choosing.ask_pick, choosing.read_pick, (2,)),
    "theme": FormKind(arranging.ask_theme, arranging.read_theme, (1,)),
    "retheme": FormKind(arranging.ask_retheme, arranging.read_retheme, (1,)),
    "place": FormKind(arranging.ask_place, arranging.read_place, (2,)),
    "turn-over": FormKind(arranging.ask_turn_over, arranging.read_turn_over, (1,)),
    "agenda": FormKind(leading.ask_agenda, leading.read_agenda, (0,)),
    "plan": FormKind(leading.ask_plan, leading.read_plan, (0,)),
    "item": FormKind(leading.ask_item, leading.read_item, (0,)),
    "wish": FormKind(leading.ask_wish, leading.read_wish, (0,)),
    "lead": FormKind(leading.ask_lead, leading.read_lead, (0,)),
    "feedback": FormKind(leading.ask_feedback, leading.read_feedback, (0,)),
}
"""Verb -> form."""
