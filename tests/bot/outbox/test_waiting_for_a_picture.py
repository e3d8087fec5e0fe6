"""A picture takes its time; nobody else in the room waits for it for long, and after a crash not at all."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from adaptive_cards.card import Picture
from bot.outbox.artist import Artist
from tests.support.house import CHANNEL, QUICK, House
from tests.support.until import until

TALK = "muutoskeskustelu"
_WAITS = """\
import pathlib, time
from bot.outbox import easel
while not pathlib.Path({file!r}).exists():
    time.sleep(0.01)
easel.main()
"""


@dataclass
class SlowArtist:
    """Draws nothing until it `may`."""

    file: Path

    @property
    def easel(self) -> tuple[str, ...]:
        return (sys.executable, "-P", "-c", _WAITS.format(file=str(self.file)))

    def may(self) -> None:
        self.file.touch()


@pytest.fixture
def slow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowArtist]:
    made = SlowArtist(tmp_path / "draw")
    artist = Artist(patience=60.0, easel=made.easel)
    monkeypatch.setattr("bot.outbox.pictures.the_artist", lambda: artist)
    yield made
    made.may()
    artist.close()


async def stands(house: House, title: str) -> None:
    async def seen() -> bool:
        return any(one.startswith(title) for one in house.platform.titles(CHANNEL.id))

    await until(seen, 20)


def with_pictures(house: House) -> list[tuple[int, bool]]:
    """Of each card in the channel that has a picture: how many times it was sent, and whether it came too."""
    return [
        (len(one.cards), bool(one.enclosed))
        for one in house.platform.messages.values()
        if any(isinstance(block, Picture) for block in one.cards[-1].blocks)
    ]


async def test_a_card_goes_without_a_picture_that_takes_too_long_and_the_picture_follows(
    sqlite_url: str, slow: SlowArtist
) -> None:
    house = House(sqlite_url, manners=replace(QUICK, picture_wait=0.05))
    await house.open()
    await house.to_step(TALK)
    await stands(house, "Alkukeskustelu")
    assert with_pictures(house) == [(1, False)]

    slow.may()
    await house.settled()
    assert with_pictures(house) == [(2, True)]
    assert (await house.kept()).session.picture_trouble == ""
    await house.close()


async def test_after_a_crash_nothing_waits_for_a_picture(sqlite_url: str, slow: SlowArtist) -> None:
    house = House(sqlite_url, manners=replace(QUICK, picture_wait=60.0))
    await house.open()
    await house.to_step(TALK)
    await stands(house, "Pajan toimintatavat")
    assert with_pictures(house) == []

    await house.kill()
    await house.open()
    await stands(house, "Alkukeskustelu")
    assert with_pictures(house) == [(1, False)]

    slow.may()
    await house.settled()
    assert with_pictures(house) == [(2, True)]
    await house.close()


async def test_a_picture_that_comes_in_time_is_sent_with_its_card(sqlite_url: str, slow: SlowArtist) -> None:
    house = House(sqlite_url, manners=replace(QUICK, picture_wait=60.0))
    await house.open()
    slow.may()
    await house.to_step(TALK)
    await house.settled()
    assert with_pictures(house) == [(1, True)]
    await house.close()
