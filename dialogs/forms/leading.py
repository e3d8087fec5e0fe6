"""The facilitator's forms (ohjelma, vetovastuu), and how it went."""

from __future__ import annotations

from dialogs import events as e
from dialogs import messages as m
from dialogs.activities.shape import alternatives
from dialogs.asking import MOST_OPTIONS, Asking, Outcome
from dialogs.decisions.facilitating import names
from dialogs.decisions.planning import LONGEST_STEP, PAUSES, optional
from dialogs.planner import Mode
from dialogs.receipts import Code, Receipt
from dialogs.session import Session
from dialogs.texts import LINE_LENGTH, TextError, clean


def ask_agenda(asking: Asking) -> m.AgendaForm | Receipt:
    """Ohjelma: which steps are on, and which of alternatives."""
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


def read_agenda(asking: Asking) -> Outcome:
    """The steps that were ticked."""
    chosen = tuple(asking.one(f"choice.{choice}") for choice, _, _ in _choices(asking.session))
    return e.AgendaChosen(asking.person, (*asking.many("steps"), *(one for one in chosen if one)))


def ask_lead(asking: Asking) -> m.LeadForm | Receipt:
    """Vetovastuu: with whom to share it, or to whom to give it."""
    session = asking.session
    if not session.leads(asking.person):
        return Receipt(Code.FACILITATORS_ONLY, names=names(session))
    if session.closed:
        return Receipt(Code.CLOSED)
    others = tuple((one.person, one.name) for one in session.here if one.person != asking.person)[
        :MOST_OPTIONS
    ]
    return m.LeadForm(session.id, others) if others else Receipt(Code.NOTHING_THERE)


def read_lead(asking: Asking) -> Outcome:
    """Who leads from now on."""
    other = asking.one("person")
    if not asking.session.is_here(other):
        return {"person": "choose"}
    return e.FacilitatorNamed(
        asking.person, other, asking.session.name(other), handing_over=asking.one("how") == "hand_over"
    )


def ask_feedback(asking: Asking) -> m.FeedbackForm | Receipt:
    """How it went, as it was said before."""
    session = asking.session
    if not session.is_here(asking.person) and not session.leads(asking.person):
        return Receipt(Code.NOT_IN)
    given = session.feedback.get(asking.person)
    return m.FeedbackForm(
        session.id, names(session), given.score if given else 0, given.line if given else ""
    )


def read_feedback(asking: Asking) -> Outcome:
    """A score, and perhaps a line."""
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


# --- planning -------------------------------------------------------------------------------------


def _steering(asking: Asking) -> Receipt | None:
    """Why `person` may not change the agenda; None when they may."""
    session = asking.session
    if not session.leads(asking.person):
        return Receipt(Code.FACILITATORS_ONLY, names=names(session))
    return Receipt(Code.CLOSED) if session.closed else None


def ask_plan(asking: Asking) -> m.PlanForm | Receipt:
    """How long, and how people meet."""
    session = asking.session
    if session.current:
        return Receipt(Code.ALREADY_STARTED)
    return _steering(asking) or m.PlanForm(session.id, session.length, session.mode, LENGTHS)


def read_plan(asking: Asking) -> Outcome:
    """A new proposal."""
    length, mode = asking.one("length"), asking.one("mode")
    if _number(length) not in LENGTHS:
        return {"length": "choose"}
    if mode not in set(Mode):
        return {"mode": "choose"}
    return e.Replanned(asking.person, int(length), mode)


def ask_item(asking: Asking) -> m.ItemForm | Receipt:
    """One step: minutes, break, place."""
    session = asking.session
    steps = tuple((item.step, item.minutes, item.pause) for item in session.agenda if item.on)
    return _steering(asking) or m.ItemForm(session.id, steps, PAUSES)


def read_item(asking: Asking) -> Outcome:
    """What is to be changed of it."""
    step, minutes, pause = asking.one("step"), asking.one("minutes").strip(), asking.one("pause")
    item = next((one for one in asking.session.agenda if one.step == step), None)
    if item is None:
        return {"step": "choose"}
    if minutes and not 1 <= _number(minutes) <= LONGEST_STEP:
        return {"minutes": "minutes"}
    return e.ItemChanged(
        asking.person,
        step,
        int(minutes) if minutes else item.minutes,
        _number(pause) if pause in map(str, PAUSES) else item.pause,
        asking.one("move"),
        _sitting(asking.one("sitting"), now=item.new_sitting),
    )


def _number(text: str) -> int:
    """A number of few digits; 0 for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _DIGITS else 0


def _sitting(chosen: str, *, now: bool) -> bool:
    return {"yes": True, "no": False}.get(chosen, now)


def ask_wish(asking: Asking) -> m.WishForm | Receipt:
    """Which optional steps one would like."""
    session = asking.session
    if session.current:
        return Receipt(Code.ALREADY_STARTED)
    if not session.is_here(asking.person):
        return Receipt(Code.NOT_IN)
    steps = optional(session)
    chosen = session.wishes.get(asking.person, ())
    return m.WishForm(session.id, steps, chosen) if steps else Receipt(Code.NOTHING_THERE)


def read_wish(asking: Asking) -> Outcome:
    """The wishes, in place of the earlier ones."""
    return e.Wished(asking.person, asking.many("steps"))


_DIGITS = 3
LENGTHS = (60, 90, 120, 150, 180, 240, 300, 420)
"""Minutes to choose from."""
