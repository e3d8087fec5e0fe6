"""Who takes part in a journey."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dialogs.journey.area import Acting, Area
from dialogs.journey.draft import Draft
from dialogs.journey.fact import PersonGone, PersonNamed
from dialogs.journey.journey import Journey
from dialogs.journey.messages import WhyReminded
from dialogs.receipts import DONE, Receipt


@dataclass(frozen=True, slots=True)
class Gone:
    """Somebody left the channel or the company, or had themselves forgotten."""

    person: str


def known(draft: Draft, person: str, name: str) -> None:
    """Let the journey know of `person`, if it does not yet (or by another name)."""
    journey = draft.journey
    if not journey.takes_part(person) or (name and journey.name(person) != name):
        draft.accept(PersonNamed(at=draft.now, person=person, name=name or journey.name(person)))


def _gone(draft: Draft, event: Gone) -> Receipt:
    if draft.journey.takes_part(event.person):
        draft.accept(PersonGone(at=draft.now, person=event.person))
    return DONE


def _named(journey: Journey, fact: PersonNamed) -> Journey:
    names = journey.names.set(fact.person, fact.name)
    return replace(journey, names=names, gone=journey.gone - {fact.person})


def _left(journey: Journey, fact: PersonGone) -> Journey:
    return replace(journey, gone=journey.gone | {fact.person})


def _why(_: Acting) -> WhyReminded:
    return WhyReminded()


AREA = Area(decide={Gone: _gone}, evolve={PersonNamed: _named, PersonGone: _left}, presses={"why": _why})
