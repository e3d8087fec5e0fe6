"""The proposal: core steps, then what there is room for, then minutes that fit, then breaks."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from content.steps import Status, Step
from content.workshop import Workshop
from dialogs.planner.breaks import break_lengths, loads, with_breaks
from dialogs.planner.cautions import cautions
from dialogs.planner.cuts import cuts
from dialogs.planner.minutes import FIVE, least_minutes, most_minutes, source, usual_minutes
from dialogs.planner.values import Plan, Planned, Why, Wish


def plan(workshop: Workshop, wish: Wish) -> Plan:
    """A proposal for `wish`."""
    items = _with_optional(workshop, wish, _core(workshop, wish))
    over = _with_pauses(items, wish) - wish.minutes
    items = _shorter(workshop, wish, items, over) if over > 0 else _longer(workshop, wish, items, -over)
    return checked(workshop, wish, with_breaks(workshop.by_id, wish, items))


def checked(workshop: Workshop, wish: Wish, items: Sequence[Planned], *, late: bool = False) -> Plan:
    """The agenda as it is, with its cautions and (when it is too long) cuts.

    `late`: the workshop goes on already, so that no whole part of it is given up for some minutes.
    """
    draft, steps = Plan(wish, tuple(items), (), ()), workshop.by_id
    over = draft.minutes - wish.minutes
    found = cuts(steps, draft, over, whole=not late) if over > 0 else ()
    return replace(draft, warnings=cautions(steps, draft), cuts=found)


def _core(workshop: Workshop, wish: Wish) -> list[Planned]:
    return [_planned(step, wish) for step in workshop.steps]


def _planned(step: Step, wish: Wish) -> Planned:
    """Core steps are on; of alternatives the usual one; what is optional waits for room."""
    minutes = usual_minutes(step, wish)
    if step.choice:
        return Planned(step.id, step.on, minutes, Why.CORE if step.on else Why.ALTERNATIVE)
    core = step.status is Status.CORE
    return Planned(step.id, core, minutes, Why.CORE if core else Why.NO_TIME)


def _with_optional(workshop: Workshop, wish: Wish, items: list[Planned]) -> list[Planned]:
    """Optional steps while there is room for them, those that the content has on first.

    A step that works on the results of one that is not there stays out, too.
    """
    optional = [step for step in workshop.steps if step.status is not Status.CORE and not step.choice]
    for step in sorted(optional, key=lambda one: not one.on):
        earlier = source(step)
        wider = [replace(item, on=True, why=Why.FITS) if item.step == step.id else item for item in items]
        has_source = not earlier or any(item.on for item in items if item.step == earlier)
        if has_source and _with_pauses(wider, wish) <= wish.minutes:
            items = wider
    return items


def _with_pauses(items: Iterable[Planned], wish: Wish) -> int:
    return sum(item.minutes for item in items if item.on) + sum(break_lengths(wish))


def _shorter(workshop: Workshop, wish: Wish, items: list[Planned], over: int) -> list[Planned]:
    """Towards the least until it fits, those first that have the most to give; by fives where possible."""
    room = {
        item.step: item.minutes - least_minutes(workshop.by_id[item.step], wish) for item in items if item.on
    }
    for step in sorted(room, key=lambda one: -room[one]):
        give = min(math.ceil(min(max(0, over), room[step]) / FIVE) * FIVE, room[step])
        items = _changed(items, step, -give)
        over -= give
    return items


def _longer(workshop: Workshop, wish: Wish, items: list[Planned], spare: int) -> list[Planned]:
    """Five minutes at a time to each in turn, as long as there are any and it gets no heavier than it may.

    Group work first, whose time the workbook never finds too long.
    """
    steps = workshop.by_id
    most = {item.step: most_minutes(steps[item.step], wish) for item in items if item.on}
    places = {item.step for item in with_breaks(steps, wish, items) if item.pause}
    excess, growing = _excess(steps, items, places), sorted(most, key=lambda one: -most[one])
    while growing and spare >= FIVE:
        for step in tuple(growing):
            wider = _changed(items, step, FIVE)
            long = any(one.step == step and one.minutes > most[step] for one in wider)
            if spare < FIVE or long or _excess(steps, wider, places) > excess:
                growing.remove(step)
            else:
                items, spare = wider, spare - FIVE
    return items


def _excess(steps: Mapping[str, Step], items: Iterable[Planned], places: Collection[str]) -> int:
    """How much too heavy an agenda is in all."""
    return sum(load.excess for load in loads(steps, [item for item in items if item.on], places))


def _changed(items: list[Planned], step: str, by: int) -> list[Planned]:
    return [replace(one, minutes=one.minutes + by) if one.step == step else one for one in items]
