"""What simulated colleagues do comes through the same doors as what people do, and means the same."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.platforms.inbound import Caller, FormSent, Place, PlaceKind
from bot.practice.deeds import Deed, arrival
from content.loader import default_library
from dialogs import events as e
from dialogs import forms, presses
from dialogs.asking import Outcome
from dialogs.playthrough import Cast, play
from dialogs.session import Session

BEGINS = datetime(2026, 1, 12, 7, 0, tzinfo=UTC)
PLACE = Place("browser:local:harjoituspaja", PlaceKind.CHANNEL)
PEOPLE = [(f"browser:local:nimi-{n}", f"Nimi {n}") for n in range(7)]
OF_FACILITATORS = e.Begun | e.MovedOn | e.AgendaChosen


def meant(session: Session, deed: Deed, now: datetime) -> Outcome:
    """The event that the desk makes of it."""
    who, action = deed.caller, deed.action
    if isinstance(deed, FormSent):
        return forms.read(session, action.verb, action.args, who.person, deed.values, deed.nonce, now)
    event = presses.event_of(action.verb, action.args, who.person, who.name, who.language)
    assert event is not None
    return event


@pytest.mark.parametrize("workshop", ["1", "2", "3", "4", "5"])
def test_every_deed_arrives_as_what_it_was(workshop: str) -> None:
    edition = default_library().find(workshop)
    assert edition is not None
    cast = Cast(("browser:local:maija", "Maija"), PEOPLE)
    every = tuple(step.id for step in edition.workshop.steps if step.on or not step.choice)
    turns = play(edition, cast, BEGINS, every)
    _, _, turn = next(turns)
    session, names, kinds = turn.session, dict(PEOPLE), set()
    for now, event, turn in turns:
        if event is not None and not isinstance(event, OF_FACILITATORS):
            person = getattr(event, "person", "")
            deed = arrival(session, event, Caller(person, names[person], "fi"), PLACE)
            assert meant(session, deed, now) == event
            kinds.add(deed.action.verb)
        session = turn.session
    assert {"join", "note", "pick", "ready", "feedback"} <= kinds | ({"pick"} if workshop == "5" else set())
    assert kinds >= {"3": {"turn-over"}, "4": {"theme", "place"}, "1": {"turn", "arrive"}}.get(
        workshop, set()
    )
