"""How many calls of a platform a whole workshop 1 takes with sixteen people, next to the least possible.

    python -m tests.benchmarks calls

The whole bot with its own manners and limits; the clock is the story's, so that two hours take seconds.
Somebody does something every seven seconds. The least: every card posted once, and edited once if what it
says at the end is not what it said at first.
"""

from __future__ import annotations

import asyncio
import itertools
import tempfile
from datetime import timedelta

from adaptive_cards.actions import Action
from bot.core import Core, Options
from bot.platforms.inbound import Caller, CommandGiven, Place, PlaceKind, Pressed
from bot.practice.deeds import arrival
from content.loader import default_library
from dialogs import events as e
from dialogs.rehearsal import next_deed
from dialogs.session import Session
from tests.benchmarks.measured import Line, at_most
from tests.scenarios.clock import StoryClock
from tests.support.recording_platform import RecordingPlatform

PEOPLE = 16
BREATH = timedelta(seconds=7)
PLACE = Place("slack:T1:C1", PlaceKind.CHANNEL)
LEADER = Caller("slack:T1:maija", "Maija Meri")
OTHERS = [Caller(f"slack:T1:p{number}", f"Nimi {number}") for number in range(1, PEOPLE)]
_NUMBERS = itertools.count()


def measure() -> list[Line]:
    """The lines of the table."""
    return asyncio.run(_measured())


async def _measured() -> list[Line]:
    with tempfile.TemporaryDirectory() as folder:
        platform, clock = RecordingPlatform("slack"), StoryClock()
        core = Core(Options(f"sqlite:///{folder}/paja.sqlite3", "k" * 40), default_library(), clock)
        core.platforms["slack"] = platform
        await core.open()
        await core.start()
        quick = await _at_once(core, clock, platform)
        await _to_the_end(core, clock)
        await core.stop()
    posts = [one for one, _ in platform.calls if one == "post"]
    edits = [one for one, _ in platform.calls if one == "edit"]
    changed = sum(len(message.cards) > 1 for message in platform.messages.values())
    most = len(platform.messages) + changed
    told = f"{len(posts)} posts and {len(edits)} edits; the least possible is {most}"
    return [
        at_most("Edits of the channel's card, 16 people answering within a second", quick, 2, "edits"),
        Line("Calls of a platform, workshop 1 with 16 people", told),
    ]


async def _at_once(core: Core, clock: StoryClock, platform: RecordingPlatform) -> int:
    """Everybody joins, and goes on to the first step for writing; there all say within a second: ready."""
    await _command(core, clock, "aloita 1")
    for who in OTHERS:
        await core.desk.handle(arrival(await _kept(core), e.Joined(who.person, who.name, "fi"), who, PLACE))
        await _settled(core, clock)
    await _begin(core, clock)
    step = (await _kept(core)).current
    before = sum(1 for one in platform.calls if one == ("edit", PLACE.id))
    for who in OTHERS:
        clock.move_to(clock.seconds + 1 / PEOPLE)
        await core.desk.handle(arrival(await _kept(core), e.Readied(who.person, step), who, PLACE))
    await _settled(core, clock)
    return sum(1 for one in platform.calls if one == ("edit", PLACE.id)) - before


async def _begin(core: Core, clock: StoryClock) -> None:
    await core.desk.handle(Pressed(_delivery(), LEADER, PLACE, Action("begin", _session(core))))
    await _settled(core, clock)
    while (await _kept(core)).steps[(await _kept(core)).current].kind != "discuss":
        await _command(core, clock, "seuraava")


async def _to_the_end(core: Core, clock: StoryClock) -> None:
    edition = core.speech.library.find("1")
    assert edition is not None
    words = edition.in_language("fi")
    while _session(core):
        session = await _kept(core)
        deeds = ((who, next_deed(session, who.person, words)) for who in OTHERS)
        who, deed = next(((who, deed) for who, deed in deeds if deed), (LEADER, None))
        clock.move_to(clock.seconds + BREATH.total_seconds())
        if deed is None:
            await _command(core, clock, "seuraava")
        else:
            await core.desk.handle(arrival(session, deed, who, PLACE))
            await _settled(core, clock)


async def _command(core: Core, clock: StoryClock, text: str) -> None:
    await core.desk.handle(_command_of(text))
    await _settled(core, clock)


def _command_of(text: str) -> CommandGiven:
    return CommandGiven(_delivery(), LEADER, PLACE, text)


def _delivery() -> str:
    return f"call-{next(_NUMBERS)}"


def _session(core: Core) -> str:
    return core.state.places.get(PLACE.id, "")


async def _kept(core: Core) -> Session:
    kept = await core.shelf.fetch(_session(core))
    assert kept is not None
    return kept.session


async def _settled(core: Core, clock: StoryClock) -> None:
    """Return when the courier rests; what it only waits for comes at once."""
    while not core.courier.idle():
        wake = clock.next_wake()
        if wake is not None and clock.sleepers() >= _couriers():
            clock.move_to(wake)
        await asyncio.sleep(0.0005)


def _couriers() -> int:
    return sum(task.get_name() == "courier" and not task.done() for task in asyncio.all_tasks())


if __name__ == "__main__":
    for line in measure():
        print(line.what, line.measured, line.target, line.met)
