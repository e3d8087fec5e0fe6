"""The agenda (ohjelma).

Ticking, planning anew, changing one step, taking a proposed cut, participants' wishes.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from content.workshop import wanted
from dialogs import events as e
from dialogs import facts as f
from dialogs.activities.shape import alternatives
from dialogs.agenda import planned_agenda, proposal, settled, switched, wish_of, with_cuts
from dialogs.decisions.facilitating import for_facilitators
from dialogs.draft import Draft
from dialogs.messages import Stage
from dialogs.planner import Mode, Wish
from dialogs.receipts import DONE, Code, Receipt
from dialogs.session import Session

LONGEST_STEP = 480
PAUSES = (0, 5, 10, 15, 30, 45, 60)
MOVES = ("earlier", "later")


@for_facilitators
def agenda_chosen(draft: Draft, event: e.AgendaChosen) -> Receipt:
    """Ohjelma: which steps are on. The closing always is, and what goes on now; of alternatives exactly one.

    A step that is over can be turned off, too: what was written in it stays.
    """
    session = draft.session
    on = {item.step for item in session.agenda if _is_on(session, item, event.steps)}
    receipt = _set(draft, event.person, _within_reach(session, switched(session, session.agenda, on)))
    goes_on = session.current and session.current not in event.steps
    fixed = not goes_on or session.steps[session.current].kind == "close"
    return receipt if fixed else Receipt(Code.STAYS_ON, step=session.current)


def _within_reach(session: Session, agenda: tuple[f.AgendaItem, ...]) -> tuple[f.AgendaItem, ...]:
    """What is turned on when its place has passed comes right after what goes on now."""
    ids = [item.step for item in agenda]
    if session.current not in ids:
        return agenda
    now = ids.index(session.current)
    passed = [item for item in agenda[:now] if item.on and item.step not in session.runs]
    rest = [item for item in agenda if item not in passed]
    place = rest.index(agenda[now]) + 1
    return (*rest[:place], *passed, *rest[place:])


def _is_on(session: Session, item: f.AgendaItem, chosen: tuple[str, ...]) -> bool:
    step = session.steps[item.step]
    if step.kind == "close" or item.step == session.current:
        return True
    others = alternatives(session, item.step)
    if step.choice and (session.current in others or sum(one in chosen for one in (item.step, *others)) != 1):
        return item.on
    return item.step in chosen


@for_facilitators
def replanned(draft: Draft, event: e.Replanned) -> Receipt:
    """A new proposal for the time and the way of meeting.

    Before the start only, since then time has been spent.
    """
    session = draft.session
    if session.current:
        return Receipt(Code.ALREADY_STARTED)
    wish = Wish(event.minutes, Mode(event.mode), wish_of(session).people)
    agenda = planned_agenda(session.workshop, wish)
    draft.accept(
        f.AgendaSet(at=draft.now, person=event.person, agenda=agenda, length=event.minutes, mode=event.mode)
    )
    return DONE


@for_facilitators
def item_changed(draft: Draft, event: e.ItemChanged) -> Receipt:
    """One step: its minutes, the break after it, its place. A step stays after the one that it builds on.

    What is over stays as it was; new minutes of what goes on now move its planned end.
    """
    session = draft.session
    if event.step not in session.steps:
        return Receipt(Code.UNKNOWN)
    moves = event.move in MOVES
    if event.step in session.runs and (moves or not session.live(event.step)):
        return Receipt(Code.PLACE_IS_FIXED, step=event.step)
    minutes = max(1, min(event.minutes, LONGEST_STEP))
    pause = event.pause if event.pause in PAUSES else 0
    agenda = tuple(
        replace(item, minutes=minutes, pause=pause, new_sitting=event.new_sitting)
        if item.step == event.step
        else item
        for item in session.agenda
    )
    moved = _moved(session, agenda, event.step, event.move)
    if moved is None:
        return Receipt(Code.NOT_THAT_ORDER)
    _set(draft, event.person, moved)
    if minutes != session.minutes(event.step) and session.live(event.step):
        _move_end(draft, event.person, minutes)
    return DONE


def _move_end(draft: Draft, person: str, minutes: int) -> None:
    """The step that goes on now gets `minutes` in all.

    In a break, and over days, its end is counted otherwise.
    """
    if draft.session.stage is Stage.RUNNING and not draft.session.slow:
        left = timedelta(minutes=minutes) - timedelta(seconds=draft.run.seconds(draft.now))
        ends_at = draft.now + max(left, timedelta(minutes=1))
        draft.accept(f.TimeSet(at=draft.now, person=person, ends_at=ends_at))


def _moved(
    session: Session, agenda: tuple[f.AgendaItem, ...], step: str, move: str
) -> tuple[f.AgendaItem, ...] | None:
    """The agenda with `step` one place earlier or later among those that are on; its break goes along.

    None where it would come before what it builds on, before what has begun, or after the closing.
    """
    if move not in MOVES:
        return agenda
    index = next(one for one, item in enumerate(agenda) if item.step == step)
    beside = range(index - 1, -1, -1) if move == "earlier" else range(index + 1, len(agenda))
    other = next((one for one in beside if agenda[one].on), None)
    if other is None or agenda[other].step in session.runs:
        return None
    order = [item for item in agenda if item.step != step]
    order.insert(other, agenda[index])
    return tuple(order) if _in_order(session, order) else None


def _in_order(session: Session, order: list[f.AgendaItem]) -> bool:
    """Whether every step comes after the one whose results it needs, and the closing last."""
    if session.steps[order[-1].step].kind != "close":
        return False
    place = {item.step: index for index, item in enumerate(order)}
    needs = ((item.step, wanted(session.steps[item.step])[0]) for item in order)
    return all(place[earlier] < place[step] for step, earlier in needs if earlier)


@for_facilitators
def cut_taken(draft: Draft, event: e.CutTaken) -> Receipt:
    """Tehdään näin: what was proposed, as it would be proposed now."""
    if event.visit not in (0, draft.session.visit):
        return Receipt(Code.OLD_CARD)
    cuts = proposal(draft.session, draft.now)
    return _set(draft, event.person, with_cuts(draft.session, cuts))


def wished(draft: Draft, event: e.Wished) -> Receipt:
    """Which optional steps a participant would like; the facilitator sees counts and decides."""
    session = draft.session
    if not session.is_here(event.person):
        return Receipt(Code.NOT_IN)
    if session.current:
        return Receipt(Code.ALREADY_STARTED)
    steps = tuple(one for one in event.steps if one in optional(session))
    if session.wishes.get(event.person, ()) != steps:
        draft.accept(f.StepsWished(at=draft.now, person=event.person, steps=steps))
    return Receipt(Code.SAVED)


def optional(session: Session) -> tuple[str, ...]:
    """The steps that people may wish for."""
    return tuple(step.id for step in session.steps.values() if step.status != "core" and not step.choice)


def _set(draft: Draft, person: str, agenda: tuple[f.AgendaItem, ...]) -> Receipt:
    agenda = settled(draft.session.workshop, agenda)
    if agenda != draft.session.agenda:
        draft.accept(f.AgendaSet(at=draft.now, person=person, agenda=agenda))
    return DONE
