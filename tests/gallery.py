"""`make gallery`: every picture, and every card of every workshop, as the practice room shows them.

All workshops are played by simulated people; each card is taken as full as it gets. Look at what comes out
before you commit it.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from playwright.async_api import Browser, Route

from adaptive_cards.card import Buttons, Card, Form, Picture
from adaptive_cards.pictures.png import to_png
from adaptive_cards.preview import samples
from adaptive_cards.renderers import html
from adaptive_cards.renderers.enclosures import Enclosure
from content.library import Edition
from content.loader import default_library, example_edition
from dialogs.boards import Board, RoomKind
from dialogs.messages import PictureView
from tests.support.chromium import chromium
from tests.support.rehearsed import cast_of, watched, with_everything
from tests.support.spectator import Spectator

ROOT = Path(__file__).parent.parent
TO = ROOT / "docs" / "gallery"
PEOPLE = 12
PICTURE_WIDTH = 640
MOST_BYTES = 9_000_000
_STYLES = ROOT / "bot" / "platforms" / "browser" / "static"
_SHEET = """
main { columns: 4; column-gap: 1rem; padding: 1rem; zoom: .62; }
.card, .form-dialog { break-inside: avoid; margin: 0 0 1rem; }
.form-dialog { position: static; display: block; width: auto; max-width: none; }
"""
_OF_STEPS = {"step", "canvas", "station", "picks", "turn"}
_SHOWN = {"brief", "discuss", "gather", "group", "exchange", "pick", "shape", "closing", "drawn", "rotate"}
_SHOWN |= {"station", "theme", "scale", "merge", "sheet", "receipt", "story", "table"}
"""Samples of what the sheets of the workshops show, and the many short answers."""
_PANELS = {"cockpit-lobby", "cockpit-planned", "cockpit-gather", "cockpit-late", "cockpit-rotate"}
_ALTERNATIVES = {"paja-1": 3, "paja-5": 2}
"""Workshop -> how many alternatives it has."""


async def main() -> None:
    """Draw and take them all."""
    shutil.rmtree(TO, ignore_errors=True)
    TO.mkdir(parents=True)
    drawn: dict[str, str] = {}
    path = os.environ.get("PAJA_CHROMIUM") or shutil.which("chromium") or "chromium"
    async with chromium(path) as browser:
        for name, edition in _workshops():
            plays = [_played(edition, other) for other in range(_ALTERNATIVES.get(name, 1))]
            for played in plays:
                drawn |= _pictures(played, name)
            await _sheet(browser, f"{name}-kortit", _cards(plays, edition), _svgs(plays))
        drawn |= _quadrant()
        await _sheet(browser, "muut-kortit", _samples(Card), {})
        await _sheet(browser, "lomakkeet", _samples(Form), {})
    _contents(drawn)
    total = sum(one.stat().st_size for one in TO.iterdir())
    sys.stdout.write(f"{len(list(TO.iterdir()))} files, {total} bytes in {TO}\n")
    assert total < MOST_BYTES, "the gallery has become too large"


def _workshops() -> Iterator[tuple[str, Edition]]:
    """Of the workbook first, then of the long process: each with a name for its files."""
    for edition in sorted(default_library().editions.values(), key=lambda one: one.workshop.place):
        series, number = edition.workshop.place
        yield f"{series or 'paja'}-{number}", edition


def _played(edition: Edition, other: int) -> Spectator:
    return watched(edition, cast_of(PEOPLE), with_everything(edition, other))[1]


def _pictures(played: Spectator, prefix: str) -> dict[str, str]:
    """Draw the pictures of a play; file name -> title."""
    words, found = played.edition.in_language("fi"), {}
    for message in played.standing.values():
        view = getattr(message, "picture", None)
        if isinstance(view, PictureView):
            name = f"{prefix}-{view.step}.png"
            (TO / name).write_bytes(to_png(played.pictures[view.ref], PICTURE_WIDTH))
            found[name] = f"{words.steps[view.step].title} ({view.shape})"
    return found


def _quadrant() -> dict[str, str]:
    """The one shape that no workshop draws."""
    drawn = _pictures(_played(example_edition(), 0), "malli")
    wanted = {name: title for name, title in drawn.items() if title.endswith("(quadrant)")}
    for file in [one for one in TO.glob("malli-*.png") if one.name not in wanted]:
        file.unlink()
    return wanted


def _svgs(plays: list[Spectator]) -> dict[str, str]:
    return {ref: svg for played in plays for ref, svg in played.pictures.items()}


# --- cards ----------------------------------------------------------------------------------------


def _cards(plays: list[Spectator], edition: Edition) -> Iterator[str]:
    """The cards of every step, each once, in the order of the workshop."""
    order = {step.id: index for index, step in enumerate(edition.workshop.steps)}
    found: dict[tuple[int, str], str] = {}
    for played in plays:
        for (room, board), album in played.album.items():
            if board.name in _OF_STEPS and _first_of_its_kind(board) and room.kind is not RoomKind.THREAD:
                key = (order[board.args[0]], board.name)
                found.setdefault(key, _markup(_fullest(album), played))
    yield from (found[key] for key in sorted(found))


def _first_of_its_kind(board: Board) -> bool:
    """Of the cards of groups and stations, the first."""
    return len(board.args) < 3 or board.args[2] in {"g1", "all"} or board.name in {"station", "turn"}


def _fullest(album: list[Card]) -> Card:
    """The last one that could be pressed, or the last one."""
    live = [card for card in album if any(isinstance(block, Buttons) for block in card.blocks)]
    return (live or album)[-1]


def _markup(card: Card, played: Spectator) -> str:
    refs = [block.ref for block in card.blocks if isinstance(block, Picture)]
    return html.render(card, {ref: Enclosure(url=f"/{ref}.png") for ref in refs if ref in played.pictures})


def _samples(kind: type[Card | Form]) -> Iterator[str]:
    """The first card or form of each kind, in Finnish, as in `paja preview`; not those of steps again."""
    seen: set[str] = set()
    for name, one, language in samples(default_library()):
        about = name if name in _PANELS else name.split("-")[0]
        if language == "fi" and isinstance(one, kind) and about not in seen | _SHOWN:
            seen.add(about)
            yield html.render(one, {}) if isinstance(one, Card) else _opened(html.render_form(one))


def _opened(form: str) -> str:
    return form.replace("<dialog ", "<dialog open ", 1)


async def _sheet(browser: Browser, name: str, cards: Iterator[str], svgs: Mapping[str, str]) -> None:
    """All of them on one page, and a picture of the page."""
    files = ("app.css", "side.css", "messages.css", "cards.css", "forms.css")
    styles = "\n".join((_STYLES / file).read_text(encoding="utf-8") for file in files)
    made = f"<!doctype html><style>{styles}\n{_SHEET}</style><main>{''.join(cards)}</main>"

    async def answer(route: Route) -> None:
        ref = route.request.url.rsplit("/", 1)[-1].removesuffix(".png")
        if ref in svgs:
            await route.fulfill(body=to_png(svgs[ref], PICTURE_WIDTH), content_type="image/png")
        else:
            await route.fulfill(body=made, content_type="text/html; charset=utf-8")

    page = await browser.new_page(viewport={"width": 1440, "height": 900})
    await page.route("**/*", answer)
    await page.goto("http://gallery.invalid/")
    await page.screenshot(path=TO / f"{name}.jpg", type="jpeg", quality=52, full_page=True)
    await page.close()


def _contents(drawn: dict[str, str]) -> None:
    titles = {name: edition.in_language("fi").title for name, edition in _workshops()}
    sheets = {f"{name}-kortit.jpg": f"{title}: the cards of its steps" for name, title in titles.items()}
    sheets |= {"muut-kortit.jpg": "All other cards, in their states", "lomakkeet.jpg": "Forms"}
    lines = [f"## {title}\n\n![{title}]({name})\n" for name, title in {**drawn, **sheets}.items()]
    head = "# Gallery\n\nMade by `make gallery`, with simulated people who write the content's examples.\n"
    (TO / "README.md").write_text("\n".join((head, *lines)), encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(main())
