"""The forms of a new decision or experiment, and of another wording: asked for, and read."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from dialogs.calendar.workdays import next_workday
from dialogs.journey.area import Acting, FormKind
from dialogs.journey.experiments import events as e
from dialogs.journey.experiments import messages as m
from dialogs.journey.experiments import words
from dialogs.journey.experiments.circle import keepers, owner, removers
from dialogs.journey.experiments.planning import today
from dialogs.journey.experiments.reading import MOST_PEOPLE, Reader, people_of
from dialogs.journey.experiments.state import BEFORE, NO_SOURCE, WORDS, Experiment, Source, Stage
from dialogs.journey.workshops.state import Held
from dialogs.receipts import Code, Receipt

FREE = "free"
USUAL = timedelta(days=21)
"""From today to the review date that is proposed."""
UNKNOWN = Receipt(Code.UNKNOWN)


def address(acting: Acting) -> str:
    """What the buttons and forms that follow belong to: the session's card stays the session's."""
    return acting.origin or acting.journey.id


# --- what it comes from -----------------------------------------------------------------------------


def _workshop(acting: Acting) -> Held | None:
    """The workshop whose card was pressed, else the last one."""
    held = acting.journey.held
    of_card = (one for one in held if one.session == acting.origin)
    return next(of_card, held[-1] if held else None)


def _picks(acting: Acting) -> tuple[tuple[str, str], ...]:
    """(value, words) of the picks of the workshop that are not decided yet."""
    held = _workshop(acting)
    decided = {one.source for one in acting.journey.experiments.decisions.values() if not one.dropped}
    found = [(Source(held.session, one.step, one.note), one.text) for one in held.picks] if held else []
    new = [(source, text) for source, text in found if text and source not in decided]
    return tuple((f"p/{one.session}/{one.step}/{one.note}", text) for one, text in new[:MOST_PEOPLE])


def _source(value: str) -> Source | None:
    kind, *parts = value.split("/")
    return Source(*parts) if kind == "p" and len(parts) == 3 else None  # noqa: PLR2004 -- session, step, note


def ask_from(acting: Acting) -> m.TryFromForm | m.TryForm | Receipt:
    """What is it made of? Without anything to choose from, the experiment at once."""
    journey, lab = acting.journey, acting.journey.experiments
    decisions = [
        (f"d/{one.id}", text, True)
        for one in reversed(lab.waiting())
        if (text := words.of_decision(journey, one))
    ]
    sources = (*decisions, *((value, text, False) for value, text in _picks(acting)))
    if not sources:
        return ask_try(acting)
    return m.TryFromForm(address(acting), sources[: MOST_PEOPLE - 1])


def read_from(acting: Acting) -> m.TryForm | Receipt | dict[str, Any]:
    """On to the experiment itself."""
    value = acting.one("source")
    if value == FREE:
        return _form(acting, ())
    if source := _source(value):
        return _form(acting, (source.session, source.step, source.note))
    kind, _, decision = value.partition("/")
    return _form(acting, (decision,)) if kind == "d" else {"source": "choose"}


# --- decisions --------------------------------------------------------------------------------------


def ask_decide(acting: Acting) -> m.DecideForm:
    """Which picks are decided, or what else is."""
    return m.DecideForm(address(acting), _picks(acting))


def read_decide(acting: Acting) -> e.Decided | dict[str, Any]:
    """Picks and words; at least one of them."""
    reader = Reader(acting)
    sources = [_source(value) for value in acting.many("picks")]
    known = tuple(one for one in sources if one and words.pick(acting.journey, one))
    text = reader.text("text", needed=not known)
    return reader.errors or e.Decided(reader.by, known, text)


def ask_undecide(acting: Acting) -> m.UndecideForm | Receipt:
    """Which decisions go off the board? Only one's own, or all to a facilitator."""
    journey = acting.journey
    own = tuple(
        (one.id, words.of_decision(journey, one))
        for one in journey.experiments.waiting()
        if acting.person in removers(journey, one)
    )
    return m.UndecideForm(address(acting), own[:MOST_PEOPLE]) if own else Receipt(Code.NOTHING_THERE)


def read_undecide(acting: Acting) -> e.Undecided | dict[str, Any]:
    """Those that were ticked."""
    chosen = acting.many("decisions")
    return e.Undecided(Reader(acting).by, chosen) if chosen else {"decisions": "choose"}


# --- the experiment ---------------------------------------------------------------------------------


def ask_try(acting: Acting) -> m.TryForm | Receipt:
    """A new one: of a decision, of a pick, of neither."""
    return _form(acting, acting.args)


def _form(acting: Acting, args: tuple[str, ...]) -> m.TryForm | Receipt:
    what = _what(acting, args)
    if what is None:
        return UNKNOWN
    day = today(acting.journey, acting.now)
    return m.TryForm(
        journey=address(acting),
        args=args,
        today=day,
        people=people_of(acting),
        owner=acting.person,
        starts=next_workday(day, acting.journey.zone),
        review=day + USUAL,
        what=what,
    )


def _what(acting: Acting, args: tuple[str, ...]) -> str | None:
    """The words that it begins with; None when there is no such pick or decision."""
    match args:
        case ():
            return ""
        case (decision,):
            found = acting.journey.experiments.decisions.get(decision)
            return words.of_decision(acting.journey, found) if found and not found.dropped else None
        case _:
            pick = words.pick(acting.journey, Source(*args))
            return pick.text if pick else None


def read_try(acting: Acting) -> e.Tried | Receipt | dict[str, Any]:
    """Everything that an experiment needs."""
    if _what(acting, acting.args) is None:
        return UNKNOWN
    reader = Reader(acting)
    plan = _plan(reader, None)
    if plan is None:
        return reader.errors
    of_decision = acting.args[0] if len(acting.args) == 1 else ""
    source = Source(*acting.args) if len(acting.args) > 1 else NO_SOURCE
    return e.Tried(reader.by, plan, of_decision, source)


def _plan(reader: Reader, one: Experiment | None) -> e.Plan | None:
    """What the form says; None when something has to be mended."""
    acting, people = reader.acting, people_of(reader.acting)
    said = {name: reader.text(name, needed=name == "what") for name in WORDS}
    chosen, takers = reader.person("owner", people), reader.people("takers", people)
    begun = one is not None and one.stage not in BEFORE
    starts = one.starts if one and begun else reader.day("starts")
    same = one is not None and acting.one("review").strip() == ""
    review = reader.kept(one.review, starts) if one and same else reader.review(starts)
    if reader.errors or starts is None or review is None:
        return None
    return e.Plan(said, chosen, takers, starts, review)


# --- another wording --------------------------------------------------------------------------------


def mine(acting: Acting) -> Experiment | Receipt:
    """The open experiment of the arguments, if it is the actor's to change; else why it is not."""
    one = acting.journey.experiments.all.get(acting.args[0]) if acting.args else None
    if one is None:
        return UNKNOWN
    if not one.is_open:
        return Receipt(Code.TRY_OVER)
    found = keepers(acting.journey, one)
    if acting.person not in found:
        return Receipt(Code.TRY_KEEPERS_ONLY, names=tuple(map(acting.journey.name, found)))
    return one


def to_come(one: Experiment) -> date | None:
    """The review date while it is still to come."""
    return None if one.stage is Stage.REVIEW else one.review


def ask_edit(acting: Acting) -> m.TryForm | Receipt:
    """Everything as it is now."""
    one = mine(acting)
    if isinstance(one, Receipt):
        return one
    journey = acting.journey
    return m.TryForm(
        journey=address(acting),
        args=(one.id,),
        today=today(journey, acting.now),
        people=people_of(acting),
        owner=owner(journey, one),
        starts=one.starts if one.stage in BEFORE else None,
        review=to_come(one),
        takers=one.takers,
        what=words.of_experiment(journey, one),
        moment=one.words.get("moment", ""),
        first=one.words.get("first", ""),
        sign=one.words.get("sign", ""),
        experiment=one.id,
    )


def read_edit(acting: Acting) -> e.Edited | Receipt | dict[str, Any]:
    """Everything as it is to be."""
    one = mine(acting)
    if isinstance(one, Receipt):
        return one
    reader = Reader(acting)
    plan = _plan(reader, one)
    return e.Edited(reader.by, one.id, plan) if plan else reader.errors


FORMS = {
    "try-from": FormKind(ask_from, read_from, (0,)),
    "decide": FormKind(ask_decide, read_decide, (0,)),
    "undecide": FormKind(ask_undecide, read_undecide, (0,)),
    "try": FormKind(ask_try, read_try, (0, 1, 3)),
    "try-edit": FormKind(ask_edit, read_edit, (1,)),
}
