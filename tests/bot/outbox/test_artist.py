from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from adaptive_cards.pictures.spec import PictureItem, PictureSpec
from bot.outbox.artist import Artist, NotDrawnError
from tests.support.house import CHANNEL, House
from tests.support.phrases import phrase

FLOWER = PictureSpec("flower", "Voimavarakukka", "Me", (PictureItem("Rohkeus"), PictureItem("Huumori")))
PNG = b"\x89PNG"
MAIJA = "slack:T1:maija"
ROOT = Path(__file__).parents[3]


@pytest.fixture
def artist() -> Iterator[Artist]:
    made = Artist(patience=10.0)
    yield made
    made.close()


def test_pictures_are_drawn_by_one_other_process(artist: Artist) -> None:
    assert artist.process == 0
    first = artist.draw(FLOWER)
    drawing = artist.process
    assert first.startswith(PNG)
    assert drawing not in (0, os.getpid())

    assert artist.draw(FLOWER) == first
    assert artist.process == drawing


def test_when_the_process_has_died_the_next_picture_has_a_new_one(artist: Artist) -> None:
    before = artist.draw(FLOWER)
    died = artist.process
    os.kill(died, signal.SIGKILL)

    assert artist.draw(FLOWER) == before
    assert artist.process not in (0, died)


def test_a_process_that_hangs_is_ended_and_the_picture_is_drawn_by_another() -> None:
    artist = Artist(patience=15.0)
    before = artist.draw(FLOWER)
    hangs = artist.process
    os.kill(hangs, signal.SIGSTOP)

    assert artist.draw(FLOWER) == before
    assert artist.process not in (0, hangs)
    with pytest.raises(ProcessLookupError):
        os.kill(hangs, 0)
    artist.close()


def test_a_picture_that_cannot_be_drawn_does_not_end_the_process(artist: Artist) -> None:
    artist.draw(FLOWER)
    drawing = artist.process
    with pytest.raises(NotDrawnError, match="not_drawn"):
        artist.draw(PictureSpec("cloud", "Pilvi", "Me", ()))

    assert artist.process == drawing
    assert artist.draw(FLOWER).startswith(PNG)


def test_a_process_that_never_answers_means_no_picture() -> None:
    artist = Artist(easel=(sys.executable, "-c", "pass"))
    with pytest.raises(NotDrawnError, match="not_drawn"):
        artist.draw(FLOWER)


def test_it_gets_none_of_our_secrets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-secret")
    seen = tmp_path / "environment"
    code = f"import os, pathlib; pathlib.Path({str(seen)!r}).write_text(repr(os.environ))"
    with pytest.raises(NotDrawnError):
        Artist(easel=(sys.executable, "-c", code)).draw(FLOWER)

    assert "PYTHONPATH" in seen.read_text()
    assert "xoxb" not in seen.read_text()


def test_the_bot_itself_loads_neither_letters_nor_shapes_nor_the_converter() -> None:
    code = "import bot.app, sys; print(*sorted(sys.modules))"
    found = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()

    assert "bot.outbox.artist" in found
    assert {"fontTools", "resvg_py", "adaptive_cards.pictures.shapes"}.isdisjoint(found)


async def test_a_card_whose_picture_cannot_be_drawn_goes_without_it_and_the_facilitator_hears_of_it(
    house: House,
) -> None:
    house.core.studio.artist = Artist(easel=(sys.executable, "-c", "pass"))
    await house.to_step("alustus")
    await house.settled()

    assert house.platform.titles(CHANNEL.id)[-1].startswith("Alustus")
    assert not any(one.enclosed for one in house.platform.messages.values())
    assert (await house.kept()).session.picture_trouble == "not_drawn"
    assert phrase("cockpit.picture", reason="not_drawn")[:20] in house.seen(MAIJA)[-1]
    assert await house.core.store.unfinished() == []
