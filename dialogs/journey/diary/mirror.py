"""The mirror (peiliaineisto): what was shared, as counts, tags, a timeline and texts.

Of what was shared without a name nothing is shown that fewer than five people stand behind
(`anonymity`). What was shared with a name is shown with it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from dialogs.journey.diary.anonymity import REST, Buckets, authors, divide, enough
from dialogs.journey.diary.messages import (
    MirrorView,
    SortCount,
    TagCount,
    TextView,
    TimelineView,
    WeekCount,
)
from dialogs.journey.diary.state import SORTS, Mirror, Observation, Sharing, Sort
from dialogs.journey.journey import Journey

MOST_TAGS = 8
MOST_WEEKS = 12
"""Of a timeline; older weeks are counted together."""
Cell = tuple[str, str]
"""A week's Monday ("" for older ones) and a sort."""


def to_lay(journey: Journey) -> tuple[int, ...]:
    """The observations that a mirror would show now: shared, not shown yet, and nobody standing out."""
    waiting = [one for one in journey.observations.values() if one.shared and not one.mirror]
    named, nameless = _parted(waiting)
    return tuple(sorted(one.id for one in (*named, *(nameless if enough(nameless) else ()))))


def held_back(journey: Journey) -> bool:
    """Whether something that was shared without a name waits for others."""
    _, nameless = _parted(one for one in journey.observations.values() if one.shared and not one.mirror)
    return bool(nameless)


def view(journey: Journey, mirror: Mirror) -> MirrorView:
    """What a mirror shows now, of those observations that are still there."""
    there = (journey.observations.get(number) for number in mirror.observations)
    named, nameless = _parted(one for one in there if one is not None and one.shared)
    nameless = nameless if enough(nameless) else ()
    return MirrorView(
        mirror=mirror.id,
        people=authors((*named, *nameless)),
        sorts=_sorts(named, nameless),
        tags=_tags(named, nameless),
        texts=(*_named_texts(journey, named), *_nameless_texts(nameless)),
        picture=_timeline(journey, mirror, named, nameless),
        waits=held_back(journey),
    )


def _parted(observations: Iterable[Observation]) -> tuple[tuple[Observation, ...], tuple[Observation, ...]]:
    """With names, without."""
    found = sorted(observations, key=lambda one: one.id)
    named = tuple(one for one in found if one.sharing is Sharing.NAMED)
    return named, tuple(one for one in found if one.sharing is Sharing.NAMELESS)


def _sort(observation: Observation) -> Sort | str:
    return observation.sort if observation.sort in SORTS else REST


def _by_sort(nameless: tuple[Observation, ...]) -> Buckets[Sort | str]:
    return divide(nameless, _sort)


def _sorts(named: Iterable[Observation], nameless: tuple[Observation, ...]) -> tuple[SortCount, ...]:
    counts: dict[str, int] = {}
    for one in named:
        counts[_sort(one)] = counts.get(_sort(one), 0) + 1
    for sort, some in _by_sort(nameless).items():
        counts[sort] = counts.get(sort, 0) + len(some)
    return tuple(SortCount(sort, counts[sort]) for sort in (*SORTS, REST) if sort in counts)


def _tags(named: Iterable[Observation], nameless: Iterable[Observation]) -> tuple[TagCount, ...]:
    """The tags that most observations have; a nameless one's only when enough people use it."""
    by_tag: dict[str, list[Observation]] = {}
    for one in nameless:
        for tag in _tags_of(one):
            by_tag.setdefault(tag, []).append(one)
    counts = {tag: len(some) for tag, some in by_tag.items() if enough(some)}
    for one in named:
        for tag in _tags_of(one):
            counts[tag] = counts.get(tag, 0) + 1
    most = sorted(counts.items(), key=lambda counted: (-counted[1], counted[0]))[:MOST_TAGS]
    return tuple(TagCount(tag, n) for tag, n in most)


def _tags_of(observation: Observation) -> set[str]:
    """Its tags, however they are written."""
    return {tag.casefold() for tag in observation.tags}


def _named_texts(journey: Journey, named: Iterable[Observation]) -> tuple[TextView, ...]:
    return tuple(TextView(_sort(one), one.text, journey.name(one.person)) for one in named)


def _nameless_texts(nameless: tuple[Observation, ...]) -> tuple[TextView, ...]:
    """In the order of their words, which tells nothing of who wrote when."""
    found = ((sort, one.text) for sort, some in _by_sort(nameless).items() for one in some)
    order = [*SORTS, REST]
    return tuple(
        TextView(sort, text) for sort, text in sorted(found, key=lambda one: (order.index(one[0]), one[1]))
    )


def _timeline(
    journey: Journey, mirror: Mirror, named: Iterable[Observation], nameless: tuple[Observation, ...]
) -> TimelineView | None:
    zone = ZoneInfo(journey.zone)
    counts: dict[Cell, int] = {}

    def week(one: Observation) -> str:
        day = one.at.astimezone(zone).date()
        return (day - timedelta(days=day.weekday())).isoformat()

    for one in named:
        counts[week(one), _sort(one)] = counts.get((week(one), _sort(one)), 0) + 1
    fine, coarse = (lambda one: (week(one), _sort(one))), (lambda one: (week(one), REST))
    divided: Buckets[Cell] = divide(nameless, fine, coarse)
    for cell, some in divided.items():
        if isinstance(cell, tuple):
            counts[cell] = counts.get(cell, 0) + len(some)
    return _drawn(journey, mirror, counts, len(divided.get(REST, ())))


def _drawn(journey: Journey, mirror: Mirror, counts: dict[Cell, int], rest: int) -> TimelineView | None:
    """The weeks from the first to the last, also those of which nothing is shown."""
    mondays = sorted({date.fromisoformat(week) for week, _ in counts})
    if not mondays:
        return None
    last = mondays[-1]
    first = max(mondays[0], last - timedelta(weeks=MOST_WEEKS - 1))
    span = [first + timedelta(weeks=index) for index in range((last - first).days // 7 + 1)]
    weeks = tuple(
        WeekCount(monday, tuple(counts.get((monday.isoformat(), sort), 0) for sort in (*SORTS, REST)))
        for monday in span
    )
    older = sum(n for (week, _), n in counts.items() if date.fromisoformat(week) < first)
    # The picture's name changes with what it shows.
    shown = "-".join(str(n) for week in weeks for n in week.counts)
    ref = f"mirror-{journey.id}-{mirror.id}-{first:%Y%m%d}-{shown}-{older}-{rest}"
    return TimelineView(ref, weeks, older + rest)
