"""The forms about who facilitates, what is promised, and which practices were agreed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dialogs.journey.area import Acting, FormKind
from dialogs.journey.process import events as e
from dialogs.journey.process import messages as m
from dialogs.journey.process.boards import practice_lines
from dialogs.journey.process.presses import course
from dialogs.journey.process.state import Course, Phase, Verdict
from dialogs.journey.process.steering import UNKNOWN, refusal
from dialogs.receipts import Code, Receipt
from dialogs.texts import LINE_LENGTH, TextError, clean, required

SUPERVISOR = "supervisor"
WAYS = ("share", "hand_over")


def _mine(acting: Acting) -> Course | Receipt:
    found = course(acting)
    if found is None:
        return UNKNOWN
    return refusal(acting.journey, found, acting.person) or found


def _people(acting: Acting, *, others: bool = False) -> tuple[tuple[str, str], ...]:
    """Those who take part; `others`: without the actor."""
    journey = acting.journey
    return tuple((one, journey.name(one)) for one in journey.members if not (others and one == acting.person))


# --- who facilitates ---


def _ask_lead(acting: Acting) -> Any:
    found = _mine(acting)
    if isinstance(found, Receipt):
        return found
    people = _people(acting, others=True)
    return m.ProcessLeadForm(acting.journey.id, found.number, people) if people else NOBODY


NOBODY = Receipt(Code.NOBODY_KNOWN)


def _read_lead(acting: Acting) -> Any:
    found = _mine(acting)
    if isinstance(found, Receipt):
        return found
    other, how = acting.one("person"), acting.one("how")
    if not acting.journey.takes_part(other):
        return {"person": "choose"}
    if how not in WAYS:
        return {"how": "choose"}
    name = acting.journey.name(other)
    return e.LeadGiven(acting.person, found.number, other, name, alone=how == "hand_over")


# --- what is promised ---


def _asked(found: Course) -> tuple[str, ...]:
    return tuple(one.id for one in found.structure.promises if one.kind == SUPERVISOR)


def _ask_ask(acting: Acting) -> Any:
    found = _mine(acting)
    if isinstance(found, Receipt):
        return found
    people = _people(acting)
    if not _asked(found):
        return UNKNOWN
    return m.ProcessAskForm(acting.journey.id, found.number, found.slug, _asked(found), people)


def _read_ask(acting: Acting) -> Any:
    found = _mine(acting)
    if isinstance(found, Receipt):
        return found
    person = acting.one("person")
    if not acting.journey.takes_part(person):
        return {"person": "choose"}
    return seeking(acting, found, person, acting.journey.name(person))


def seeking(acting: Acting, found: Course, person: str, name: str) -> Any:
    """Ask somebody for the supervisor's commitment."""
    promise = next(iter(_asked(found)), "")
    return e.PromiseSought(acting.person, found.number, promise, person, name) if promise else UNKNOWN


def _recorded(found: Course) -> tuple[tuple[str, str], ...]:
    """The promises that are written down together, with what is written already."""
    return tuple(
        (one.id, found.promises[one.id].text if one.id in found.promises else "")
        for one in found.structure.promises
        if one.kind != SUPERVISOR
    )


def _ask_promise(acting: Acting) -> Any:
    found = _mine(acting)
    if isinstance(found, Receipt):
        return found
    there = _recorded(found)
    return m.ProcessPromiseForm(acting.journey.id, found.number, found.slug, there) if there else UNKNOWN


def _read_promise(acting: Acting) -> Any:
    found = _mine(acting)
    if isinstance(found, Receipt):
        return found
    promise = acting.one("promise")
    if promise not in dict(_recorded(found)):
        return {"promise": "choose"}
    try:
        text = required(acting.one("text"), LINE_LENGTH)
    except TextError as error:
        return {"text": error.key}
    return e.PromiseWritten(acting.person, found.number, promise, text)


# --- practices ---


def _open(acting: Acting) -> Course | Receipt:
    found = course(acting)
    if found is None or not found.structure.practices:
        return UNKNOWN
    if found.phase is Phase.ARCHIVED:
        return Receipt(Code.PROCESS_ARCHIVED)
    return found if acting.journey.takes_part(acting.person) else Receipt(Code.NOT_IN)


def _ask_practice(acting: Acting) -> Any:
    found = _open(acting)
    if isinstance(found, Receipt):
        return found
    return m.PracticeForm(acting.journey.id, found.number, found.slug, _people(acting))


def _read_practice(acting: Acting) -> Any:
    found = _open(acting)
    if isinstance(found, Receipt):
        return found
    errors: dict[str, str] = {}
    text = ""
    if not acting.journey.takes_part(acting.one("person")):
        errors["person"] = "choose"
    try:
        text = required(acting.one("text"), LINE_LENGTH)
    except TextError as error:
        errors["text"] = error.key
    return errors or e.PracticeWritten(acting.person, found.number, text, acting.one("person"))


def _ask_check(acting: Acting) -> Any:
    found = _open(acting)
    if isinstance(found, Receipt):
        return found
    follow_up = acting.args[1]
    if follow_up not in found.followed:
        return UNKNOWN
    lines = practice_lines(acting.journey, found, follow_up)
    if not lines:
        return Receipt(Code.NOTHING_THERE)
    return m.PracticeCheckForm(acting.journey.id, found.number, follow_up, lines)


def _read_check(acting: Acting) -> Any:
    found, form = _open(acting), _ask_check(acting)
    if isinstance(found, Receipt) or isinstance(form, Receipt):
        return form
    errors: dict[str, str] = {}
    text = ""
    numbers = {str(one.number): one.number for one in form.practices}
    if acting.one("practice") not in numbers:
        errors["practice"] = "choose"
    if acting.one("verdict") not in set(Verdict):
        errors["verdict"] = "choose"
    try:
        text = clean(acting.one("text"), LINE_LENGTH)
    except TextError as error:
        errors["text"] = error.key
    if errors:
        return errors
    verdict, practice = Verdict(acting.one("verdict")), numbers[acting.one("practice")]
    return e.PracticeLookedAt(acting.person, found.number, acting.args[1], practice, verdict, text)


FORMS: Mapping[str, FormKind] = {
    "process-lead": FormKind(_ask_lead, _read_lead, {1}),
    "process-ask": FormKind(_ask_ask, _read_ask, {1}),
    "process-promise": FormKind(_ask_promise, _read_promise, {1}),
    "practice-add": FormKind(_ask_practice, _read_practice, {1}),
    "practice-check": FormKind(_ask_check, _read_check, {2}),
}
