"""The diary, the mirror and what a workshop opens with, in every state."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from adaptive_cards.samples.journey import experiments, tasks
from adaptive_cards.samples.material import FIVE, Material, Named, at
from dialogs.journey.diary import messages as m
from dialogs.journey.diary.anonymity import REST
from dialogs.journey.diary.state import SORTS, Sharing, Sort
from dialogs.journey.messages import JourneyForm, JourneyMessage
from dialogs.journey.opening.messages import GatheredTask, Opening

JOURNEY = "j1"
_MONDAY = date(2026, 11, 2)
NEW = m.ObservationView(
    id=1,
    text="Aamupalaveri jäi väliin, ja ehdin tehdä työn rauhassa.",
    sort=Sort.UNSORTED,
    tags=(),
    at=at(60),
    sharing=Sharing.KEPT,
    used=False,
)
KEPT = replace(NEW, sort=Sort.SUCCESS, tags=("rauha", "palaverit"))


def _weeks(count: int) -> tuple[m.WeekCount, ...]:
    return tuple(
        m.WeekCount(_MONDAY + timedelta(weeks=week), ((week * 5 + 1) % 11, (week * 3) % 7, week % 2 * 6, 0))
        for week in range(count)
    )


_TEXTS = tuple(
    m.TextView(sort, f"Havainto numero {number}", FIVE[0] if number % 5 == 1 else "")
    for sort in (*SORTS, REST)
    for number in range(1, 15)
)
MIRROR = m.MirrorView(
    mirror=1,
    people=7,
    sorts=tuple(m.SortCount(sort, 14) for sort in (*SORTS, REST)),
    tags=(m.TagCount("keskeytykset", 8), m.TagCount("kiire", 6)),
    texts=_TEXTS,
    picture=m.TimelineView("mirror-j1-1", _weeks(6), 3),
    waits=True,
)
ONE = replace(
    MIRROR,
    people=1,
    sorts=(m.SortCount(Sort.LOAD, 1),),
    tags=(),
    texts=_TEXTS[:1],
    picture=m.TimelineView("mirror-j1-2", _weeks(1), 1),
    waits=False,
)
EMPTY = replace(ONE, people=0, sorts=(), texts=(), picture=None, waits=True)


def samples(material: Material) -> tuple[Named[JourneyMessage], ...]:
    """(name, message)."""
    return (*_own(), *_mirrors(), *_openings(material))


def _own() -> tuple[Named[JourneyMessage], ...]:
    views = {
        "new": NEW,
        "kept": KEPT,
        "named": replace(KEPT, sharing=Sharing.NAMED),
        "nameless": replace(KEPT, sharing=Sharing.NAMELESS),
        "used": replace(KEPT, sharing=Sharing.NAMED, used=True),
    }
    many = tuple(replace(view, id=number) for number, view in enumerate(views.values(), 1))
    long = replace(NEW, id=9, text="Palaveri siirtyi taas. " * 20)
    return (
        *((f"observation-{name}", m.ObservationCard(JOURNEY, view)) for name, view in views.items()),
        ("observation-gone", m.ObservationGone()),
        ("my-observations", m.MyObservations(JOURNEY, (*many, long), more=3, leads=True)),
        ("my-observations-one-more", m.MyObservations(JOURNEY, many, more=1, leads=False)),
        ("my-observations-none", m.MyObservations(JOURNEY, (), more=0, leads=False)),
    )


def _mirrors() -> tuple[Named[JourneyMessage], ...]:
    long = replace(MIRROR, picture=m.TimelineView("mirror-j1-3", _weeks(12), 0), waits=False)
    return (
        ("mirror", m.MirrorBoard(JOURNEY, MIRROR)),
        ("mirror-one", m.MirrorBoard(JOURNEY, ONE)),
        ("mirror-long", m.MirrorBoard(JOURNEY, long)),
        ("mirror-empty", m.MirrorBoard(JOURNEY, EMPTY)),
    )


def _openings(material: Material) -> tuple[Named[JourneyMessage], ...]:
    slug, step = material.workshop.slug, material.gather.id
    pairs = GatheredTask(tasks.PAIRS, 6, 7, tasks.TWO, slug, step)
    private = GatheredTask(tasks.DIARY, 7, 7, ())
    listed = GatheredTask(tasks.LIST, 1, 7, tuple(replace(tasks.TWO[0], id=n) for n in range(20)))
    opening = Opening(
        JOURNEY, "s2", slug, 6, (pairs, private), experiments.LINES[:3], experiments.TODAY, MIRROR
    )
    return (
        ("opening", opening),
        ("opening-list", replace(opening, tasks=(listed,), experiments=(), mirror=None, picks=0)),
        ("opening-later", replace(opening, tasks=(replace(pairs, workshop="", step=""),), mirror=None)),
    )


def form_samples() -> tuple[Named[JourneyForm], ...]:
    """(name, form)."""
    return (
        ("form-observe", m.ObserveForm(JOURNEY)),
        ("form-observe-text", m.ObserveForm(JOURNEY, "Aamu oli rauhallinen")),
        ("form-observation-mine", m.ObservationMineForm(JOURNEY, (NEW, replace(KEPT, id=2)))),
        ("form-observation-edit", m.ObservationForm(JOURNEY, KEPT)),
    )
