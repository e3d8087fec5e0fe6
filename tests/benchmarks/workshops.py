"""What planning, cards, pictures and themes cost, and whether a reply costs the same with two hundred notes.

    python -m tests.benchmarks workshops

Times are those of the processor, so that whatever else the machine does is left out.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from itertools import product

from adaptive_cards.card import Card
from adaptive_cards.pictures.png import to_png
from adaptive_cards.pictures.shapes import SHAPES, draw
from adaptive_cards.pictures.spec import Axis, Link, PictureItem, PictureSpec
from adaptive_cards.renderers import adaptive_card, block_kit, html
from content.loader import default_library
from dialogs import events as e
from dialogs.boards import CHANNEL, Board
from dialogs.compose import compose
from dialogs.engine import advance
from dialogs.planner import Mode, Wish, plan
from tests.benchmarks.measured import Line, at_most
from tests.support.editions import edition_of
from tests.support.rehearsed import cast_of, watched
from tests.support.stage import Stage
from tests.support.stage_watch import pid

Row = tuple[str, float, float]
"""What it is, milliseconds, and the most that it may take."""
ITEMS, NOTES, PEOPLE = 40, 200, 40
_FIELDS = {"quadrant": 4, "swot": 4, "circles": 4, "now_future": 2, "added_value": 4, "matching": 4}
_FIELDS |= {"wheel": 6, "stairs": 5}
"""Shape -> how many fields its notes are in."""
RENDERERS: dict[str, Callable[[Card], object]] = {
    "Slack": lambda card: block_kit.render(card, {}),
    "Teams": lambda card: adaptive_card.render(card, {}),
    "the browser": lambda card: html.render(card, {}),
}


def measure() -> list[Line]:
    """The lines of the table."""
    rows = (*_planning(), *_cards(), *_pictures(), *_theming())
    return [at_most(what[:1].upper() + what[1:], took, most, "ms") for what, took, most in rows]


def _milliseconds(do: Callable[[], object], times: int = 25) -> float:
    """The median of some tries."""
    took = []
    for _ in range(times):
        begun = time.process_time()
        do()
        took.append((time.process_time() - begun) * 1000)
    return statistics.median(took)


def _planning() -> Iterator[Row]:
    """The slowest plan of any workshop, length and way of meeting."""
    editions = default_library().editions.values()
    ways = product(editions, (120, 240, 420), Mode)
    took = [
        _milliseconds(partial(plan, edition.workshop, Wish(minutes, mode, 16)), 5)
        for edition, minutes, mode in ways
    ]
    yield "planning an agenda, the slowest of 45", max(took), 50.0


def _cards() -> Iterator[Row]:
    """Every card that comes up when sixteen people go through the third and the fourth workshop."""
    cards = [
        card
        for workshop in ("3", "4")
        if (edition := default_library().find(workshop))
        for album in watched(edition, cast_of(16))[1].album.values()
        for card in album
    ]
    for name, render in RENDERERS.items():
        each = sorted(_milliseconds(partial(render, card), 3) for card in cards)
        yield f"rendering a card for {name}, median of {len(cards)}", statistics.median(each), 2.0
        yield f"rendering a card for {name}, 95th percentile", each[len(each) * 95 // 100], 2.0


def _pictures() -> Iterator[Row]:
    """Each shape with forty items; the SVG, and (for the heaviest) its PNG."""
    took = {shape: _milliseconds(partial(draw, _spec(shape)), 5) for shape in SHAPES}
    shape = max(took, key=lambda one: took[one])
    yield f"a picture of {ITEMS} items, the slowest shape ({shape})", took[shape], 50.0
    yield f"a picture of {ITEMS} items, median of {len(took)} shapes", statistics.median(took.values()), 50.0
    svg = draw(_spec(shape))
    # Not in the bot's own process, and once for each picture however many see it.
    yield "its PNG, 1024 pixels wide, drawn by another process", _milliseconds(partial(to_png, svg), 5), 500.0


def _spec(shape: str) -> PictureSpec:
    """Forty notes: on their own, or in the fields of a board."""
    texts = [f"Ajatus {n}: jaamme osaamista yhdessä" for n in range(ITEMS)]
    fields = {
        "quadrant": 4,
        "swot": 4,
        "circles": 4,
        "now_future": 2,
        "added_value": 4,
        "matching": 4,
        "wheel": 6,
    }
    count = fields.get(shape, 5 if shape == "stairs" else 0)
    items = tuple(PictureItem(text, group=n % 4) for n, text in enumerate(texts))
    if count:
        items = tuple(PictureItem(f"Kohta {n}", group=n, parts=items[n::count]) for n in range(count))
    if shape == "lotus":
        items = tuple(PictureItem(f"Teema {n}", group=n, parts=items[n::8]) for n in range(8))
    axes = (
        tuple(Axis(f"Vasen {n}", f"Oikea {n}", (0.1, 0.5), (0.9,)) for n in range(8))
        if shape == "axes"
        else ()
    )
    links = (Link(0, 1, "Yhdessä enemmän"),) if shape == "circles" else ()
    return PictureSpec(shape, "Kuva", "Keskellä", items, axes=axes, links=links, labels=("Nyt", "Toive"))


# --- forty people and two hundred notes -----------------------------------------------------------


def _theming() -> Iterator[Row]:
    """One reply in theming, and what follows: the card of all themes."""
    few, many = (_replies(_theming_of(notes)) for notes in (NOTES // 10, NOTES))
    yield f"one reply in theming, {PEOPLE} people, {NOTES // 10} notes", few, 5.0
    yield f"one reply in theming, {PEOPLE} people, {NOTES} notes", many, 5.0
    early, late = (_written(count) for count in (10, NOTES))
    yield "a note into an almost empty canvas", early, 2.0
    yield f"a note into a canvas of {NOTES} notes", late, max(2 * early, 2.0)
    yield "what stands on the card of all themes", _board(_theming_of(NOTES)), 25.0


def _theming_of(notes: int) -> Stage:
    """Everybody's notes are written, and now they are put under themes."""
    edition = edition_of(
        {"id": "laput", "kind": "gather", "who": "everybody", "canvas": {"cells": [["tavoite"]]}},
        {"id": "teemat", "kind": "theme", "notes_of": "laput"},
    )
    stage = Stage(edition=edition, thorough=False)
    names = tuple(f"Nimi{n}" for n in range(PEOPLE))
    stage.begins(*names)
    for n in range(notes):
        stage.happens(
            e.Noted(pid(names[n % PEOPLE]), "laput", "", "tavoite", f"n-{n:03}", f"Lappu {n} toiveista")
        )
    stage.goes_to("teemat")
    return stage


def _replies(stage: Stage) -> float:
    """Twenty people put a note each under one of five themes."""
    session, now, took = stage.session, stage.clock, []
    for n in range(20):
        now += timedelta(seconds=1)
        event = e.Themed(pid(f"Nimi{n}"), "teemat", f"t-{n % 5}", f"Teema {n % 5}", (f"n-{n:03}",))
        begun = time.process_time()
        turn = advance(session, event, now)
        took.append((time.process_time() - begun) * 1000)
        assert turn.facts
        session = turn.session
    return statistics.median(took)


def _written(before: int) -> float:
    """The median of twenty notes after `before`."""
    stage = _theming_of(before)
    stage.presses("Maija", "back")
    session, took = stage.session, []
    for n in range(20):
        event = e.Noted(pid(f"Nimi{n}"), "laput", "", "tavoite", f"uusi-{n}", "Yksi vielä")
        begun = time.process_time()
        session = advance(session, event, stage.clock).session
        took.append((time.process_time() - begun) * 1000)
    return statistics.median(took)


def _board(stage: Stage) -> float:
    """The channel's card; thirty replies within two seconds are one such edit."""
    board, session = Board("step", ("teemat", str(stage.session.visit))), stage.session
    return _milliseconds(lambda: compose(session, board, CHANNEL, stage.clock))
