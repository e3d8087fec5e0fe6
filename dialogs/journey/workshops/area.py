"""Decisions and changes about the workshops of a journey."""

from __future__ import annotations

from dataclasses import replace

from dialogs.journey.area import Area
from dialogs.journey.draft import Draft
from dialogs.journey.journey import Journey
from dialogs.journey.people import known
from dialogs.journey.workshops.events import WorkshopBegan, WorkshopEnded
from dialogs.journey.workshops.facts import PickKept, WorkshopEntered, WorkshopHeld
from dialogs.journey.workshops.state import Brought, Held
from dialogs.receipts import DONE, Receipt


def _began(draft: Draft, event: WorkshopBegan) -> Receipt:
    if draft.journey.live != event.session:
        _meet(draft, event.people)
        draft.accept(WorkshopEntered(at=draft.now, session=event.session, slug=event.slug))
    return DONE


def _ended(draft: Draft, event: WorkshopEnded) -> Receipt:
    if any(one.session == event.session for one in draft.journey.held):
        return DONE
    _meet(draft, (*event.facilitators, *event.people))
    draft.accept(
        WorkshopHeld(
            at=draft.now,
            session=event.session,
            slug=event.slug,
            began_at=event.began_at,
            people=tuple(person for person, _ in event.people),
            facilitators=tuple(person for person, _ in event.facilitators),
            divided=event.divided,
        ),
        *(_kept(draft, event.session, one) for one in event.picks),
    )
    return DONE


def _meet(draft: Draft, people: tuple[tuple[str, str], ...]) -> None:
    for person, name in people:
        known(draft, person, name)


def _kept(draft: Draft, session: str, one: Brought) -> PickKept:
    return PickKept(
        at=draft.now,
        session=session,
        step=one.step,
        note=one.note,
        cell=one.cell,
        person=one.person,
        text=one.text,
        theme=one.theme,
    )


def _entered(journey: Journey, fact: WorkshopEntered) -> Journey:
    return replace(journey, live=fact.session)


def _held(journey: Journey, fact: WorkshopHeld) -> Journey:
    held = Held(
        fact.session,
        fact.slug,
        fact.began_at,
        fact.at,
        fact.people,
        fact.facilitators,
        divided=fact.divided,
    )
    return replace(journey, held=(*journey.held, held), live="")


def _pick(journey: Journey, fact: PickKept) -> Journey:
    pick = Brought(fact.step, fact.note, fact.cell, fact.text, fact.person, fact.theme)
    held = tuple(
        replace(one, picks=(*one.picks, pick)) if one.session == fact.session else one for one in journey.held
    )
    return replace(journey, held=held)


AREA = Area(
    decide={WorkshopBegan: _began, WorkshopEnded: _ended},
    evolve={WorkshopEntered: _entered, WorkshopHeld: _held, PickKept: _pick},
)
