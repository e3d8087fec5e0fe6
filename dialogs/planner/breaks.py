"""Breaks and sittings: where they fall, and how long people go on without one.

More than an hour of work on end is heavy and asks for a break (W:589); four hours have one or two
(W:1016-1018). Work is writing on canvases and stations, and choosing from them. A talk or a picture lightens
it, or the workbook's own four hours would be too heavy; yet an hour and a half of anything asks for a break,
too. When people do not meet in one room, the whole goes on in two or more shorter sittings (W:580-581).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from content.steps import Step
from dialogs.planner.minutes import WITHOUT_BREAK
from dialogs.planner.values import Mode, Planned, Wish

WITHOUT_PAUSE = 90
"""Minutes of anything on end."""
SHORT_BREAK = 10
LONG_BREAK = 15
LUNCH = 45
HALF_DAY = 180
FULL_DAY = 360
SITTING = 120
"""A remote sitting of this length is still bearable."""
TOGETHER = frozenset({"pick", "merge", "shape", "close"})
"""What goes on from the step before it without a break between."""
WORKING = frozenset({"gather", "rotate", "pick", "merge", "theme", "scale"})


def with_breaks(steps: Mapping[str, Step], wish: Wish, items: Iterable[Planned]) -> list[Planned]:
    """Breaks where they leave the shortest stretches of work; not in one room, some of them end a sitting."""
    plain = [replace(item, pause=0, new_sitting=False) for item in items]
    lengths = break_lengths(wish)
    pauses = dict(zip(_places(steps, plain, len(lengths)), lengths, strict=False))
    paused = [replace(item, pause=pauses.get(item.step, 0)) for item in plain]
    ends = _sittings(wish, paused)
    return [replace(item, new_sitting=item.step in ends) for item in paused]


def break_lengths(wish: Wish) -> tuple[int, ...]:
    """Minutes of each break, in order."""
    if wish.minutes >= FULL_DAY:
        return (LONG_BREAK, LUNCH, LONG_BREAK)
    if wish.minutes >= HALF_DAY:
        return (LONG_BREAK, LONG_BREAK)
    return (SHORT_BREAK,) if wish.minutes > WITHOUT_BREAK else ()


def _places(steps: Mapping[str, Step], items: Iterable[Planned], count: int) -> tuple[str, ...]:
    """The steps after which breaks fall.

    Never between work and what is picked from it, nor before the end.
    """
    on = [item for item in items if item.on]
    free = [item.step for item, after in pairwise(on) if steps[after.step].kind not in TOGETHER]
    options = combinations(free, min(count, len(free)))
    return min(options, key=lambda places: _heaviness([*loads(steps, on, places)]), default=())


# --- sittings -------------------------------------------------------------------------------------


def _sittings(wish: Wish, items: Sequence[Planned]) -> tuple[str, ...]:
    """The breaks that end a sitting: none in one room, else as few as make no sitting too long."""
    if wish.mode is Mode.ROOM or max(sittings(items)) <= SITTING:
        return ()
    places = [item.step for item in items if item.on and item.pause]
    best: tuple[str, ...] = ()
    for count in range(1, len(places) + 1):
        best = min(combinations(places, count), key=lambda ends: max(sittings(items, ends)))
        if max(sittings(items, best)) <= SITTING:
            break
    return best


def sittings(items: Iterable[Planned], ends: Collection[str] = ()) -> list[int]:
    """Minutes of each sitting, its breaks included; `ends` are the steps after which a new one begins."""
    lengths = [0]
    for item in items:
        lengths[-1] += item.minutes if item.on else 0
        if item.step in ends:
            lengths.append(0)
        elif item.on:
            lengths[-1] += item.pause
    return lengths


# --- how heavy it gets ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Load:
    """How much has gone by without a break when a step is over: minutes of work on end, and of anything."""

    step: str
    work: int
    all: int
    first: bool
    """Whether it is the first step after a break."""

    @property
    def excess(self) -> int:
        """Minutes too many; 0 when it is not heavy."""
        return max(0, self.work - WITHOUT_BREAK, self.all - WITHOUT_PAUSE)


def loads(steps: Mapping[str, Step], on: Iterable[Planned], places: Collection[str]) -> Iterator[Load]:
    """The load of each step that is on, with breaks after `places`."""
    work, since, first = 0, 0, True
    for item in on:
        since += item.minutes
        work = work + item.minutes if steps[item.step].kind in WORKING else 0
        yield Load(item.step, work, since, first)
        first = item.step in places
        work, since = (0, 0) if first else (work, since)


def _heaviness(found: Sequence[Load]) -> tuple[int, int]:
    """What is too much, and how uneven the stretches between breaks are."""
    excess = max((one.excess for one in found), default=0)
    ends = [one.all for one, after in pairwise(found) if after.first] + [one.all for one in found[-1:]]
    return excess, sum(end * end for end in ends)
