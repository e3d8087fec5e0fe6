"""What stands on the cards of the diary, now."""

from __future__ import annotations

from collections.abc import Iterator

from dialogs.journey.area import Reading
from dialogs.journey.diary import messages as m
from dialogs.journey.diary.mirror import view
from dialogs.journey.diary.state import Mirror, Observation
from dialogs.journey.journey import Journey
from dialogs.people import PersonId
from dialogs.verbs import is_number

OBSERVATION, MIRROR = "observation", "mirror"
MOST = 10
"""Observations on the list of one's own."""


def observation_of(journey: Journey, args: tuple[str, ...]) -> Observation | None:
    """The observation whose number is the first of `args`."""
    found = journey.observations.get(int(args[0])) if args and is_number(args[0]) else None
    return found if found and found.readable else None


def viewed(one: Observation) -> m.ObservationView:
    """An observation as its author sees it."""
    return m.ObservationView(one.id, one.text, one.sort, one.tags, one.at, one.sharing, bool(one.mirror))


def own(journey: Journey, person: PersonId) -> tuple[m.ObservationView, ...]:
    """The person's observations, the newest first."""
    mine = (one for one in journey.observations.values() if one.person == person and one.readable)
    return tuple(map(viewed, sorted(mine, key=lambda one: -one.id)))


def _observation(reading: Reading) -> m.ObservationCard | m.ObservationGone | None:
    found = observation_of(reading.journey, reading.args)
    if found is None:
        return m.ObservationGone()
    return m.ObservationCard(reading.journey.id, viewed(found)) if found.person == reading.person else None


def _mirror(reading: Reading) -> m.MirrorBoard | None:
    found = next(_numbered(reading.journey, reading.args), None)
    return m.MirrorBoard(reading.journey.id, view(reading.journey, found)) if found else None


def _numbered(journey: Journey, args: tuple[str, ...]) -> Iterator[Mirror]:
    return (one for one in journey.mirrors if args == (str(one.id),))


BOARDS = {OBSERVATION: _observation, MIRROR: _mirror}
