"""What the facilitator should know of an agenda: every rule that it does not keep is said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from content.steps import ExchangeStep, GatherStep, RotateStep, Step, Who
from dialogs.groups import sizes
from dialogs.planner.breaks import SHORT_BREAK, SITTING, loads, sittings
from dialogs.planner.minutes import least_minutes, rule_minutes, source
from dialogs.planner.values import Caution, Concern, Mode, Plan

FEWEST, MOST = 12, 20
"""People for whom a workshop is at its best (W:533-534)."""
PAIR = 2


def cautions(steps: Mapping[str, Step], draft: Plan) -> tuple[Caution, ...]:
    """All that there is to know of `draft`."""
    return (
        *_time(draft),
        *_steps(steps, draft),
        *_breaks(steps, draft),
        *_people(steps, draft.wish.people, draft),
        *_sittings(draft),
    )


def _time(draft: Plan) -> Iterable[Caution]:
    over = draft.minutes - draft.wish.minutes
    if over > 0:
        yield Caution(Concern.TOO_LONG, n=over)
    elif over <= -SHORT_BREAK:
        yield Caution(Concern.ROOM_LEFT, n=-over)


def _steps(steps: Mapping[str, Step], draft: Plan) -> Iterable[Caution]:
    on = {item.step for item in draft.on}
    for item in draft.on:
        step = steps[item.step]
        rule = least_minutes(step, draft.wish) if isinstance(step, RotateStep) else rule_minutes(step)
        if item.minutes < rule:
            yield Caution(Concern.SHORT_GROUP_WORK, item.step, rule)
        if source(step) and source(step) not in on:
            yield Caution(Concern.MISSING_SOURCE, item.step)


def _breaks(steps: Mapping[str, Step], draft: Plan) -> Iterable[Caution]:
    """Once for each stretch."""
    places = {item.step for item in draft.on if item.pause or item.new_sitting}
    warned = False
    for load in loads(steps, draft.on, places):
        warned = warned and not load.first
        if load.excess and not warned:
            yield Caution(Concern.NO_BREAK, load.step, load.all)
            warned = True


def _people(steps: Mapping[str, Step], people: int, draft: Plan) -> Iterable[Caution]:
    if people < FEWEST:
        yield Caution(Concern.FEW_PEOPLE, n=people)
    if people > MOST:
        yield Caution(Concern.MANY_PEOPLE, n=people)
    seen = set()
    for item in draft.on:
        concern = _too_few(steps[item.step], people)
        if concern and concern not in seen:
            yield Caution(concern, item.step, people)
            seen.add(concern)


def _too_few(step: Step, people: int) -> Concern | None:
    """What is odd about a step with so few people; None when nothing is."""
    match step:
        case ExchangeStep() | GatherStep(who=Who.PAIRS) if people < PAIR:
            return Concern.NO_PAIR
        case GatherStep(who=Who.SMALL_GROUPS, group_size=size):
            return Concern.ALONE_IN_GROUPS if len(sizes(people, size.least, size.most)) < PAIR else None
        case RotateStep(stations=stations) if people < PAIR * len(stations):
            return Concern.EMPTY_STATIONS
        case _:
            return None


def _sittings(draft: Plan) -> Iterable[Caution]:
    ends = {item.step for item in draft.on if item.new_sitting}
    longest = max(sittings(draft.on, ends))
    if draft.wish.mode is not Mode.ROOM and longest > SITTING:
        yield Caution(Concern.ONE_SITTING, n=longest)
