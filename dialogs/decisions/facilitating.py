"""What only facilitators may do: steering (ohjaus). A participant who tries gets a kind sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import wraps
from typing import Any, TypeVar

from dialogs import events as e
from dialogs import facts as f
from dialogs.activities import activity, rotate
from dialogs.activities.membership import form
from dialogs.activities.shape import alternatives
from dialogs.agenda import settled
from dialogs.draft import Draft
from dialogs.group_memory import as_before, in_pairs
from dialogs.messages import Stage
from dialogs.receipts import DONE, Code, Receipt
from dialogs.session import Session, number
from dialogs.steering import break_due, close, enter, following, leave, preceding

E = TypeVar("E")
LONGEST_ADDITION = 120
DOUBLE_CLICK = timedelta(seconds=2)
"""A button pressed again so soon has not shown yet what the first press did; a command says what it means."""


def names(session: Session) -> tuple[str, ...]:
    """The facilitators' names."""
    return tuple(map(session.name, session.facilitators))


def for_facilitators(decide: Callable[[Draft, E], Receipt]) -> Callable[[Draft, E], Receipt]:
    """Only facilitators come through."""

    @wraps(decide)
    def guarded(draft: Draft, event: E) -> Receipt:
        person: str = getattr(event, "person")  # noqa: B009 -- every event of a person has one
        if not draft.session.leads(person):
            return Receipt(Code.FACILITATORS_ONLY, names=names(draft.session))
        return decide(draft, event)

    return guarded


def on_time(decide: Callable[[Draft, Any], Receipt]) -> Callable[[Draft, Any], Receipt]:
    """Only while a step goes on, and only by a button of this visit (or a command, visit 0)."""

    @wraps(decide)
    def guarded(draft: Draft, event: e.MovedOn) -> Receipt:
        if draft.session.stage is Stage.LOBBY:
            return Receipt(Code.NOT_STARTED)
        if event.visit not in (0, draft.session.visit):
            return Receipt(Code.OLD_CARD)
        return decide(draft, event)

    return guarded


@for_facilitators
def begun(draft: Draft, event: e.Begun) -> Receipt:
    """Aloita: the first step begins when somebody is here."""
    if draft.session.stage is not Stage.LOBBY:
        return Receipt(Code.ALREADY_STARTED)
    if not draft.session.here:
        return Receipt(Code.NOBODY_HERE)
    enter(draft, event.person, following(draft.session))
    return DONE


@for_facilitators
@on_time
def moved_on(draft: Draft, event: e.MovedOn) -> Receipt:
    """Seuraava, or Ohita: what was written is kept; after the last step the workshop is over."""
    if not event.skipping and _within_step(draft, event.person):
        return DONE
    if (item := break_due(draft.session)) and not event.skipping:
        until = None if item.new_sitting else draft.now + timedelta(minutes=item.pause)
        draft.accept(f.Paused(at=draft.now, person=event.person, planned=True, until=until))
        return Receipt(Code.PAUSED)
    _to_next(draft, event.person, skipping=event.skipping)
    return DONE


def _within_step(draft: Draft, person: str) -> bool:
    """Whether the step itself had somewhere to go on to: the next station."""
    step = draft.session.step
    return step is not None and step.kind == "rotate" and rotate.move_on(draft, person)


def _to_next(draft: Draft, person: str, *, skipping: bool = False) -> None:
    to = following(draft.session)
    if not to:
        close(draft, "done")
        return
    leave(draft, skipped=skipping)
    enter(draft, person, to)


@for_facilitators
@on_time
def moved_back(draft: Draft, event: e.MovedBack) -> Receipt:
    """Takaisin: the step goes on with all that was written in it."""
    to = preceding(draft.session)
    if not to:
        return Receipt(Code.FIRST_STEP)
    leave(draft)
    enter(draft, event.person, to)
    return DONE


@for_facilitators
@on_time
def time_added(draft: Draft, event: e.TimeAdded) -> Receipt:
    """+5 min: to the planned end, or from now when that has passed; a double click adds once."""
    if draft.session.stage is Stage.PAUSED:
        return Receipt(Code.PAUSED)
    given = draft.run.extended_at
    if event.visit and given is not None and draft.now - given < DOUBLE_CLICK:
        return Receipt(Code.TIME_ADDED, at=draft.run.ends_at)
    minutes = max(1, min(event.minutes, LONGEST_ADDITION))
    ends_at = max(draft.run.ends_at, draft.now) + timedelta(minutes=minutes)
    draft.accept(f.TimeSet(at=draft.now, person=event.person, ends_at=ends_at))
    return Receipt(Code.TIME_ADDED, at=ends_at)


@for_facilitators
def break_taken(draft: Draft, event: e.BreakTaken) -> Receipt:
    """Tauko: time stands still."""
    if draft.session.stage is not Stage.RUNNING:
        return Receipt(Code.PAUSED if draft.session.stage is Stage.PAUSED else Code.NOT_STARTED)
    draft.accept(f.Paused(at=draft.now, person=event.person))
    return Receipt(Code.PAUSED)


@for_facilitators
def break_ended(draft: Draft, event: e.BreakEnded) -> Receipt:
    """Jatka: the step has as much time as it had when the break began, two minutes at the least."""
    if draft.session.stage is not Stage.PAUSED:
        return Receipt(Code.NOT_PAUSED)
    if draft.session.pause_planned:
        _to_next(draft, event.person)
        return DONE
    left = max(timedelta(seconds=draft.run.remaining), timedelta(minutes=2))
    draft.accept(f.Resumed(at=draft.now, person=event.person, ends_at=draft.now + left))
    return Receipt(Code.RESUMED, at=draft.now + left)


@for_facilitators
@on_time
def reminder_asked(draft: Draft, event: e.ReminderAsked) -> Receipt:
    """Muistuta: one kind nudge in a step to each who is not ready and has not been nudged."""
    session, run = draft.session, draft.run
    is_ready = activity(session, run.step).is_ready
    reached = [one.person for one in session.here if one.reachable and one.person not in run.nudged]
    people = tuple(one for one in reached if is_ready and not is_ready(session, run, one))
    if not people:
        return Receipt(Code.NOBODY_TO_REMIND)
    draft.accept(f.PeopleReminded(at=draft.now, step=run.step, people=people, person=event.person))
    return Receipt(Code.REMINDED, n=len(people))


@for_facilitators
@on_time
def regroup_asked(draft: Draft, event: e.RegroupAsked) -> Receipt:
    """Jaa ryhmät uudelleen: those who are here now are divided again; what was written stays."""
    regroup = activity(draft.session, draft.session.current).regroup
    if regroup is None:
        return Receipt(Code.NO_GROUPS)
    if not event.same:
        regroup(draft, event.person)
        return DONE
    groups = as_before(draft.session)
    if not groups:
        return Receipt(Code.NO_GROUPS)
    # What pairs wrote is for no other pair to see: they begin anew.
    step = draft.session.step
    fresh = max((number(one) for one in draft.run.groups), default=0) + 1 if step and in_pairs(step) else 1
    form(draft, groups, first=fresh, person=event.person)
    return DONE


@for_facilitators
def shape_swapped(draft: Draft, event: e.ShapeSwapped) -> Receipt:
    """Another picture in place of the one on the agenda; drawn at once when that step goes on now."""
    session = draft.session
    others = alternatives(session, event.step)
    if not others:
        return Receipt(Code.UNKNOWN)
    agenda = tuple(
        replace(item, on=item.step == event.step) if item.step in (event.step, *others) else item
        for item in session.agenda
    )
    agenda = settled(session.workshop, agenda)
    if agenda == session.agenda:
        return DONE
    draft.accept(f.AgendaSet(at=draft.now, person=event.person, agenda=agenda))
    if session.current in others:
        leave(draft)
        enter(draft, event.person, event.step)
    return DONE


@for_facilitators
def ended(draft: Draft, event: e.Ended) -> Receipt:  # noqa: ARG001 -- all decisions look alike
    """Lopeta: here and now, with thanks and the summary."""
    close(draft, "ended")
    return DONE
