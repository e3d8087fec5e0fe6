"""The planner (ohjelman koostaja): an agenda that fits the time at hand, by the workbook's own rules.

Pure and fast. `plan(workshop, wish)` proposes; every minute and every tick has a reason, every rule that does
not hold is a warning, and what does not fit comes with a proposal of what to cut. The facilitator changes
whatever they want; `checked` looks at it again.

The rules (workbook lines): small groups at least 15 minutes, 30 when solutions are gathered (W:586-588);
larger wholes 45-60 (W:588-589); over an hour without a break is heavy (W:589); one or two breaks in four
hours (W:1016-1018); remote and hybrid in two or more shorter sittings (W:580-581); 5-10 minutes more for each
move when remote (W:1466-1468); best with 12-20 people (W:533-534).
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations, pairwise

from content.steps import GatherStep, RotateStep, Status, Step, Who
from content.workshop import Workshop
from dialogs.groups import sizes


class Mode(StrEnum):
    """How people meet."""

    ROOM = "room"
    REMOTE = "remote"
    HYBRID = "hybrid"


class Why(StrEnum):
    """Why a step is on the agenda as it is."""

    CORE = "core"
    FITS = "fits"
    NO_TIME = "no_time"
    ALTERNATIVE = "alternative"
    CHOSEN = "chosen"


class Concern(StrEnum):
    """What the facilitator should know."""

    TOO_LONG = "too_long"
    """Value: how many minutes too much."""
    ROOM_LEFT = "room_left"
    """Value: how many minutes are free."""
    SHORT_GROUP_WORK = "short_group_work"
    """A step of small groups has less than the rule; value: the rule's minutes."""
    NO_BREAK = "no_break"
    """More than an hour without a break before this step is over; value: minutes without one."""
    FEW_PEOPLE = "few_people"
    """Fewer than twelve; value: how many."""
    MANY_PEOPLE = "many_people"
    """More than twenty; value: how many."""
    ALONE_IN_GROUPS = "alone_in_groups"
    """Too few for small groups; value: how many people."""
    ONE_SITTING = "one_sitting"
    """Remote or hybrid in one sitting of more than two hours; value: minutes."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the facilitator has: minutes in all (breaks included), how people meet, how many they are."""

    minutes: int = 120
    mode: Mode = Mode.ROOM
    people: int = 12


@dataclass(frozen=True, slots=True)
class Planned:
    """One step: its minutes, the break after it (minutes, 0.

    None), whether a new sitting follows, and why.
    """

    step: str
    on: bool
    minutes: int
    why: Why
    pause: int = 0
    new_sitting: bool = False


@dataclass(frozen=True, slots=True)
class Caution:
    """A concern, about a step or ("") the whole."""

    concern: Concern
    step: str = ""
    n: int = 0


@dataclass(frozen=True, slots=True)
class Cut:
    """A proposal: this step to so many minutes (0: left out), which saves `saves` minutes."""

    step: str
    minutes: int
    saves: int


@dataclass(frozen=True, slots=True)
class Plan:
    """An agenda, what to know of it, and what to cut if it is too long."""

    wish: Wish
    items: tuple[Planned, ...]
    warnings: tuple[Caution, ...]
    cuts: tuple[Cut, ...]

    @property
    def minutes(self) -> int:
        """All steps that are on, and the breaks between them."""
        return sum(item.minutes + item.pause for item in self.items if item.on)


WITHOUT_BREAK = 60
SHORT_BREAK = 10
LONG_BREAK = 15
LUNCH = 45
HALF_DAY = 180
FULL_DAY = 360
FEWEST, MOST = 12, 20
SITTING = 120
"""A remote sitting of this length is still bearable."""
FIVE = 5
_TOGETHER = frozenset({"pick", "merge", "close"})
_WORKING = frozenset({"gather", "rotate", "merge", "theme"})
_LEAST = {
    "brief": 3,
    "discuss": 10,
    "exchange": 8,
    "pick": 5,
    "shape": 5,
    "scale": 10,
    "theme": 15,
    "merge": 15,
    "close": 5,
}


def plan(workshop: Workshop, wish: Wish) -> Plan:
    """A proposal for `wish`."""
    items = _core(workshop, wish)
    items = _with_optional(workshop, wish, items)
    items = _fitted(workshop, wish, items)
    return checked(workshop, wish, _with_breaks(workshop, wish, items))


def checked(workshop: Workshop, wish: Wish, items: Sequence[Planned]) -> Plan:
    """The agenda as it is, with its warnings and (when it is too long) cuts."""
    draft = Plan(wish, tuple(items), (), ())
    warnings = (
        *_time_warnings(draft),
        *_group_warnings(workshop, draft),
        *_break_warnings(draft),
        *_people_warnings(workshop, draft),
    )
    cuts = _cuts(workshop, draft) if draft.minutes > wish.minutes else ()
    return replace(draft, warnings=warnings, cuts=cuts)


def least_minutes(step: Step, wish: Wish) -> int:
    """The least that the workbook's rules (or good sense) give to a step."""
    if isinstance(step, RotateStep):
        return (step.per_station + _moving(step, wish)) * len(step.stations) + SHORT_BREAK
    if isinstance(step, GatherStep):
        return 30 if step.who in (Who.SMALL_GROUPS, Who.PAIRS) and _gathers(step) else 15
    return _LEAST.get(step.kind, 5)


def usual_minutes(step: Step, wish: Wish) -> int:
    """What the content gives to a step, and time to move when people are not in one room."""
    if isinstance(step, RotateStep):
        return max(step.minutes, least_minutes(step, wish))
    return step.minutes + _moving(step, wish)


def most_minutes(step: Step, wish: Wish) -> int:
    """How long a step can be before it becomes heavy: work up to an hour, the rest up to twice the usual."""
    usual = usual_minutes(step, wish)
    return max(usual, 60) if step.kind in _WORKING else min(2 * usual, usual + 15)


def _gathers(step: GatherStep) -> bool:
    """Whether solutions are gathered: more than one cell, or a group's canvas."""
    return step.who is Who.SMALL_GROUPS or len(step.canvas.ids()) > 1


def _moving(step: Step, wish: Wish) -> int:
    """Minutes for one move into groups: 5 when remote, 10 when hybrid (W:1466-1468)."""
    groups = isinstance(step, RotateStep) or (isinstance(step, GatherStep) and step.who is Who.SMALL_GROUPS)
    return {Mode.REMOTE: 5, Mode.HYBRID: 10}.get(wish.mode, 0) if groups else 0


# --- putting it together --------------------------------------------------------------------------


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
    """Optional steps while there is room for them, those that the content has on first."""
    optional = [step for step in workshop.steps if step.status is not Status.CORE and not step.choice]
    for step in sorted(optional, key=lambda one: not one.on):
        wider = [replace(item, on=True, why=Why.FITS) if item.step == step.id else item for item in items]
        if _with_pauses(wider, wish) <= wish.minutes:
            items = wider
    return items


def _with_pauses(items: Iterable[Planned], wish: Wish) -> int:
    return sum(item.minutes for item in items if item.on) + sum(_break_lengths(wish))


def _fitted(workshop: Workshop, wish: Wish, items: list[Planned]) -> list[Planned]:
    """Shorter towards the least, or longer towards the most, until it fits.

    In steps of five minutes where possible.
    """
    over = _with_pauses(items, wish) - wish.minutes
    bound = least_minutes if over > 0 else most_minutes
    bounds = {step.id: bound(step, wish) for step in workshop.steps}
    elastic = [item for item in items if item.on and item.minutes != bounds[item.step]]
    for item in sorted(elastic, key=lambda one: -abs(one.minutes - bounds[one.step])):
        room = abs(item.minutes - bounds[item.step])
        give = _five(min(abs(over), room), room, over)
        change = -give if over > 0 else give
        items = [
            replace(one, minutes=one.minutes + change) if one.step == item.step else one for one in items
        ]
        over += change
    return items


def _five(minutes: int, most: int, over: int) -> int:
    """To whole fives where there is room: saved minutes rounded up (never past `most`), given ones down."""
    if over > 0:
        return min(most, math.ceil(minutes / FIVE) * FIVE)
    return minutes - minutes % FIVE


def _with_breaks(workshop: Workshop, wish: Wish, items: list[Planned]) -> list[Planned]:
    """Breaks where they leave the shortest stretches of work.

    A new sitting at the middle when not in one room.
    """
    lengths = _break_lengths(wish)
    steps = {step.id: step for step in workshop.steps}
    places = _places([item for item in items if item.on], len(lengths), steps)
    pauses = dict(zip(places, lengths, strict=False))
    middle = places[len(places) // 2] if places and wish.mode is not Mode.ROOM else ""
    return [replace(item, pause=pauses.get(item.step, 0), new_sitting=item.step == middle) for item in items]


def _break_lengths(wish: Wish) -> tuple[int, ...]:
    """Minutes of each break, in order."""
    if wish.minutes >= FULL_DAY:
        return (LONG_BREAK, LUNCH, LONG_BREAK)
    if wish.minutes >= HALF_DAY:
        return (LONG_BREAK, LONG_BREAK)
    return (SHORT_BREAK,) if wish.minutes > WITHOUT_BREAK else ()


def _places(on: Sequence[Planned], count: int, steps: dict[str, Step]) -> tuple[str, ...]:
    """The steps after which breaks fall.

    Never between work and what is picked from it, nor before the end.
    """
    free = [item.step for item, after in pairwise(on) if steps[after.step].kind not in _TOGETHER]
    options = combinations(free, min(count, len(free)))
    return min(options, key=lambda places: _stretches(on, places), default=())


def _stretches(on: Sequence[Planned], places: Collection[str]) -> tuple[int, int]:
    """The longest stretch of work without a break, and how uneven the stretches are."""
    stretches = [0]
    for item in on:
        stretches[-1] += item.minutes
        if item.step in places:
            stretches.append(0)
    return max(stretches), sum(one * one for one in stretches)


# --- warnings and cuts ----------------------------------------------------------------------------


def _time_warnings(draft: Plan) -> Iterable[Caution]:
    over = draft.minutes - draft.wish.minutes
    if over > 0:
        yield Caution(Concern.TOO_LONG, n=over)
    elif over <= -SHORT_BREAK:
        yield Caution(Concern.ROOM_LEFT, n=-over)


def _group_warnings(workshop: Workshop, draft: Plan) -> Iterable[Caution]:
    steps = {step.id: step for step in workshop.steps}
    for item in draft.items:
        step = steps[item.step]
        if (
            item.on
            and isinstance(step, GatherStep | RotateStep)
            and item.minutes < (least := least_minutes(step, draft.wish))
        ):
            yield Caution(Concern.SHORT_GROUP_WORK, item.step, least)


def _break_warnings(draft: Plan) -> Iterable[Caution]:
    since = 0
    for item in draft.items:
        if item.on:
            since += item.minutes
            if since > WITHOUT_BREAK:
                yield Caution(Concern.NO_BREAK, item.step, since)
                since = 0
            if item.pause or item.new_sitting:
                since = 0


def _people_warnings(workshop: Workshop, draft: Plan) -> Iterable[Caution]:
    people, wish = draft.wish.people, draft.wish
    if people < FEWEST:
        yield Caution(Concern.FEW_PEOPLE, n=people)
    if people > MOST:
        yield Caution(Concern.MANY_PEOPLE, n=people)
    groups = [
        step for step in workshop.steps if isinstance(step, GatherStep) and step.who is Who.SMALL_GROUPS
    ]
    if groups and len(sizes(people, groups[0].group_size.least, groups[0].group_size.most)) < 2:  # noqa: PLR2004 -- groups
        yield Caution(Concern.ALONE_IN_GROUPS, n=people)
    longest = draft.minutes
    if (
        wish.mode is not Mode.ROOM
        and longest > SITTING
        and not any(item.new_sitting for item in draft.items if item.on)
    ):
        yield Caution(Concern.ONE_SITTING, n=longest)


def _cuts(workshop: Workshop, draft: Plan) -> tuple[Cut, ...]:
    """What to cut, the least painful first, until it would fit.

    Optional steps out, then work shorter, then pictures and talks out.
    """
    steps, over, cuts = {step.id: step for step in workshop.steps}, draft.minutes - draft.wish.minutes, []
    for item in sorted((one for one in draft.items if one.on), key=lambda one: _pain(steps[one.step])):
        if over <= 0:
            break
        if (cut := _cut(steps[item.step], item, draft.wish)) is not None:
            cuts.append(cut)
            over -= cut.saves
    return tuple(cuts)


def _cut(step: Step, item: Planned, wish: Wish) -> Cut | None:
    if step.kind == "close":
        return None
    if step.status is not Status.CORE or step.kind in ("discuss", "shape"):
        return Cut(step.id, 0, item.minutes + item.pause)
    least = least_minutes(step, wish)
    return Cut(step.id, least, item.minutes - least) if item.minutes > least else None


def _pain(step: Step) -> int:
    """How much a cut would hurt."""
    if step.status is Status.OPTIONAL:
        return 0
    return {"discuss": 1, "shape": 2, "scale": 3}.get(step.kind, 4)
