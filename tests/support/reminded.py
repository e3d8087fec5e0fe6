"""A house whose people are reminded of things: reminders are written as an area would have them written."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from adaptive_cards.card import Paragraph, Span
from adaptive_cards.views.journey import digest as views
from adaptive_cards.words import Words
from bot.core import Core
from bot.facilitation.journey_jobs import JourneyHappening, Opening
from bot.storage.changes import Changes, NudgeKey, NudgeTimes, PersonRow
from dialogs.calendar.due import Kind
from dialogs.journey import areas
from dialogs.journey.messages import DigestLine, NudgeView
from dialogs.journey.workshops.events import WorkshopBegan
from tests.support.house import CHANNEL, House, caller
from tests.support.recording_platform import RecordingPlatform

PEOPLE = ("anna", "ville", "sari")


@dataclass(frozen=True, slots=True)
class Ping(NudgeView):
    """Says of what it is."""

    text: str


def ping(one: Ping, _: DigestLine, __: Words) -> tuple[Paragraph, ...]:
    """The line of a digest."""
    return (Paragraph((Span(f"[{one.text}]"),)),)


@pytest.fixture
def pings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every kind of reminder says `<kind of item>`, as if an area had it so."""
    for kind in Kind:
        monkeypatch.setitem(areas.NUDGES, kind.value, nudge_of(kind.value))
    monkeypatch.setattr(views, "NUDGE_VIEWS", {**views.NUDGE_VIEWS, Ping: ping})


def nudge_of(kind: str) -> Callable[..., Ping]:
    """What a kind of reminder says: itself."""
    return lambda _, item, __, ___: Ping(f"{kind} {item}")


class QuietPlatform(RecordingPlatform):
    """Can tell who does not want to be disturbed. It is asked between reading and writing."""

    def __init__(self) -> None:
        super().__init__("slack")
        self.until: dict[str, datetime] = {}
        self.meanwhile: Callable[[], object] | None = None

    async def quiet(self, people: Collection[str]) -> Mapping[str, datetime]:
        if self.meanwhile is not None:
            happens, self.meanwhile = self.meanwhile, None
            await happens()  # type: ignore[misc]
        return {person: until for person, until in self.until.items() if person in people}


@dataclass
class Reminded:
    """The clock stands where `at` puts it, in seconds of real time."""

    house: House
    journey: str = ""
    edits: dict[str, int] = field(default_factory=dict)

    async def begin(self) -> None:
        """The channel's journey begins, with `PEOPLE` in it."""
        self.journey = await self.journey_in(self.house.core)

    @staticmethod
    async def journey_in(core: Core) -> str:
        """The id of a journey that begins in the channel."""
        event = WorkshopBegan("s1", "tietotyon-muutos", tuple((caller(one).person, one) for one in PEOPLE))
        place = Opening(CHANNEL.id, "fi", "Europe/Helsinki")
        await core.writer.submit(JourneyHappening(lambda *_: event, place=place))
        return core.state.journeys.places[CHANNEL.id]

    def at(self, moment: str) -> datetime:
        """It is this moment (UTC) now."""
        now = datetime.fromisoformat(f"{moment}+00:00")
        self.house.clock.ahead += now - self.house.clock.now()
        return now

    async def remind(
        self, who: str, item: str, kind: Kind, due: str, ends: str = "", *, stream: str = ""
    ) -> None:
        times = NudgeTimes(utc(due), utc(ends) if ends else None)
        await self._write({self._key(who, item, kind, stream): times})

    async def answered(self, who: str, item: str, *kinds: Kind) -> None:
        await self._write(dict.fromkeys(self._key(who, item, kind) for kind in kinds or Kind))

    async def told(self, who: str, **body: object) -> None:
        """When they may be reminded, as it is stored."""
        changes = Changes(self.house.clock.now(), preferences={caller(who).person: body})
        await self.house.core.writer.write(changes)

    async def lives_in(self, who: str, zone: str) -> None:
        row = PersonRow(caller(who).person, who, "fi", zone, reachable=True)
        await self.house.core.writer.write(Changes(self.house.clock.now(), people={row.person: row}))

    async def time_comes(self, moment: str = "") -> None:
        """What is due then is said, and everything stands."""
        if moment:
            self.at(moment)
        await self.house.core.reminders.say_due()
        await self.house.settled()

    def got(self, who: str) -> list[list[str]]:
        """The digests that stand with somebody, oldest first: what is on each, `-` for what is noted."""
        return [_lines(text) for text in self.house.seen(caller(who).person)]

    async def waiting(self, who: str) -> list[tuple[str, str]]:
        """What waits for somebody, and until when."""
        rows = await self.house.core.store.nudges_of(self.journey)
        mine = (row for row in rows if row.key.person == caller(who).person and row.state == 0)
        return sorted((f"{row.key.kind} {row.key.item}", f"{row.due:%Y-%m-%d %H:%M}") for row in mine)

    async def _write(self, nudges: Mapping[NudgeKey, NudgeTimes | None]) -> None:
        await self.house.core.writer.write(Changes(self.house.clock.now(), nudges={**nudges}))

    def _key(self, who: str, item: str, kind: Kind, stream: str = "") -> NudgeKey:
        return NudgeKey(caller(who).person, stream or self.journey, item, kind.value)


def utc(moment: str) -> datetime:
    return datetime.fromisoformat(f"{moment}+00:00")


def _lines(text: str) -> list[str]:
    return [one or "-" for one in re.findall(r"\[(\w+ [\w/]+)\]|Kirjattu", text)]


MINUTE = timedelta(minutes=1)
