"""Who asks for, or sends, which form; and what all forms need to ask and to read (lomakkeet)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from dialogs import events as e
from dialogs import messages as m
from dialogs.activities.canvas import is_between_few
from dialogs.receipts import Code, Receipt
from dialogs.session import Session, number
from dialogs.texts import NOTE_LENGTH, TextError, required
from dialogs.verbs import EVERYBODY

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
Read = Callable[[Asking], Outcome]


def refusal(asking: Asking, step: str) -> Receipt | None:
    """Why `person` may not begin to write in `step` now."""
    session = asking.session
    if step not in session.runs:
        return Receipt(Code.UNKNOWN)
    if not session.live(step):
        return Receipt(Code.CLOSED) if session.closed else Receipt(Code.TOO_LATE, step=step)
    if not session.is_here(asking.person) and not session.leads(asking.person):
        return Receipt(Code.NOT_IN)
    return None


def not_theirs(asking: Asking, step: str, group: str) -> Receipt | None:
    """Why `person` may not act for `group`; facilitators may for all whose work everybody sees."""
    session, person = asking.session, asking.person
    own = session.runs[step].group_of(person)
    if group == EVERYBODY or (own and own.id == group):
        return None
    if session.leads(person) and not is_between_few(session, step):
        return None
    return Receipt(Code.NOT_YOURS, group=number(own.id) if own else 0)


def text(asking: Asking, field: str, errors: Errors, longest: int = NOTE_LENGTH) -> str:
    """The cleaned text of a field; notes into `errors` why it cannot be kept, and is "" then."""
    try:
        return required(asking.one(field), longest)
    except TextError as error:
        errors[field] = error.key
        return ""
