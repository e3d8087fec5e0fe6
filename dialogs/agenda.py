"""The agenda of a session.

As the content has it, as it was planned, what there is to know of it, what to cut.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime

from content.workshop import Workshop, wanted
from dialogs.facts import AgendaItem
from dialogs.messages import Stage
from dialogs.planner import Caution, Concern, Cut, Mode, Plan, Planned, Why, Wish, checked, plan
from dialogs.planner.breaks import TOGETHER
from dialogs.session import Session
from dialogs.steering import late_minutes

LATE = 5
"""Minutes behind the plan from which a cut is proposed."""
MISSING = Concern.MISSING_SOURCE
ABOUT_PEOPLE = {Concern.FEW_PEOPLE, Concern.ALONE_IN_GROUPS, Concern.NO_PAIR, Concern.EMPTY_STATIONS}
EXPECTED = 12
"""People that a plan is made for before anybody has joined."""


def usual_agenda(workshop: Workshop) -> tuple[AgendaItem, ...]:
    """As the content has it."""
    return tuple(AgendaItem(step.id, step.on, step.minutes) for step in workshop.steps)


def planned_agenda(workshop: Workshop, wish: Wish) -> tuple[AgendaItem, ...]:
    """As the planner proposes it."""
    items = plan(workshop, wish).items
    return tuple(AgendaItem(one.step, one.on, one.minutes, one.pause, one.new_sitting) for one in items)


def wish_of(session: Session) -> Wish:
    """What the session was planned for; without anybody's word, as long as its agenda is."""
    total = sum(item.minutes + item.pause for item in session.agenda if item.on)
    people = len(session.here) or EXPECTED
    return Wish(session.length or total, Mode(session.mode), people)


def outlook(session: Session) -> Plan:
    """The agenda as it is now, with its cautions and cuts."""
    items = tuple(
        Planned(item.step, item.on, item.minutes, Why.CHOSEN, item.pause, item.new_sitting)
        for item in session.agenda
    )
    return checked(session.workshop, wish_of(session), items)


def cautions(session: Session) -> tuple[Caution, ...]:
    """What to know of the agenda.

    Before the start everything; people are spoken of once there are some. Later only which steps that are
    still to come would miss what they go on from.
    """
    if session.closed:
        return ()
    found = outlook(session).warnings
    if session.stage is not Stage.LOBBY:
        return tuple(one for one in found if one.concern is MISSING and one.step not in session.runs)
    untimely = set(Concern) - {MISSING} if session.slow else set() if session.here else ABOUT_PEOPLE
    return tuple(one for one in found if one.concern not in untimely)


def proposal(session: Session, now: datetime) -> tuple[Cut, ...]:
    """What to cut: in the lobby when the agenda is too long, later when the workshop is late.

    () when nothing.
    """
    if session.slow or session.closed:
        return ()
    if session.stage is Stage.LOBBY:
        return outlook(session).cuts
    late = late_minutes(session, now)
    return _catching_up(session, late) if late >= LATE else ()


def _catching_up(session: Session, late: int) -> tuple[Cut, ...]:
    """Cuts among the steps that are still to come."""
    order = [item.step for item in session.agenda]
    begun = order.index(session.current) if session.current in order else -1
    coming = {step for step in order[begun + 1 :] if step not in session.runs}
    items = tuple(
        Planned(item.step, item.on and item.step in coming, item.minutes, Why.CHOSEN, item.pause)
        for item in session.agenda
    )
    left = sum(item.minutes + item.pause for item in items if item.on)
    wish = replace(wish_of(session), minutes=max(0, left - late))
    return checked(session.workshop, wish, items, late=True).cuts


def settled(workshop: Workshop, agenda: tuple[AgendaItem, ...]) -> tuple[AgendaItem, ...]:
    """The agenda with alternatives that go together switched together: the picture follows the work.

    Of each set of alternatives, the one whose own source is on wins over one whose source is off.
    """
    on = {item.step for item in agenda if item.on}
    for choice in {step.choice for step in workshop.steps} - {""}:
        sets = [step for step in workshop.steps if step.choice == choice]
        fitting = [step.id for step in sets if not wanted(step)[0] or wanted(step)[0] in on]
        chosen = [step.id for step in sets if step.id in on]
        if chosen and fitting and not set(chosen) & set(fitting):
            on = (on - set(chosen)) | {fitting[0]}
    return tuple(replace(item, on=item.step in on) for item in agenda)


def with_cuts(session: Session, cuts: Iterable[Cut]) -> tuple[AgendaItem, ...]:
    """The agenda after the cuts; minutes 0 take a step off it."""
    minutes = {cut.step: cut.minutes for cut in cuts}
    shorter = [replace(item, minutes=minutes.get(item.step) or item.minutes) for item in session.agenda]
    off = {step for step, left in minutes.items() if not left}
    return switched(session, shorter, {item.step for item in shorter if item.on} - off)


def switched(session: Session, agenda: Iterable[AgendaItem], on: Collection[str]) -> tuple[AgendaItem, ...]:
    """The agenda with exactly these steps on.

    The break after a step that is turned off comes after the one before it, unless what follows goes on from
    there without a break.
    """
    items = [replace(item, on=item.step in on) for item in agenda]
    was_on = {item.step for item in session.agenda if item.on}
    for index, item in enumerate(items):
        lost = item.step in was_on and not item.on and (item.pause or item.new_sitting)
        before = next((one for one in range(index - 1, -1, -1) if items[one].on), None)
        after = next((one.step for one in items[index + 1 :] if one.on), "")
        items[index] = replace(item, pause=0, new_sitting=False) if lost else item
        if lost and before is not None and after and session.steps[after].kind not in TOGETHER:
            kept = items[before]
            items[before] = replace(
                kept,
                pause=max(kept.pause, item.pause),
                new_sitting=kept.new_sitting or item.new_sitting,
            )
    return tuple(items)
