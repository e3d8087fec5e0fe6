"""What a session tells the journey of its channel. Pure."""

from __future__ import annotations

from content.steps import PickStep, ThemeStep
from dialogs.activities.pick import carried
from dialogs.group_memory import divisions
from dialogs.journey.workshops.events import WorkshopBegan, WorkshopEnded
from dialogs.journey.workshops.state import Brought
from dialogs.session import Note, Session


def began(session: Session) -> WorkshopBegan:
    """The session has begun."""
    return WorkshopBegan(session.id, session.workshop.slug, (*_leading(session), *_taking_part(session)))


def ended(session: Session) -> WorkshopEnded:
    """The session was closed."""
    return WorkshopEnded(
        session=session.id,
        slug=session.workshop.slug,
        began_at=session.opened_at,
        people=_taking_part(session),
        facilitators=_leading(session),
        picks=brought(session),
        divided=divisions(session),
    )


def brought(session: Session) -> tuple[Brought, ...]:
    """Everything that was brought up, step by step, each note once in a step."""
    picking = (step for step in session.steps.values() if isinstance(step, PickStep))
    return tuple(
        _brought(session, step.id, note)
        for step in picking
        if step.id in session.runs
        for note in dict.fromkeys(carried(session, step.id))
    )


def _brought(session: Session, step: str, note: Note) -> Brought:
    return Brought(step, note.id, note.cell, note.text, note.author, _theme(session, note.id))


def _theme(session: Session, note: str) -> str:
    """The name of the theme that a note was put under."""
    for step in session.steps.values():
        run = session.runs.get(step.id)
        if isinstance(step, ThemeStep) and run and note in run.themed:
            return next((one.name for one in run.themes if one.id == run.themed[note]), "")
    return ""


def _taking_part(session: Session) -> tuple[tuple[str, str], ...]:
    in_order = sorted(session.people.values(), key=lambda one: (one.joined_at, one.person))
    return tuple((one.person, one.name) for one in in_order)


def _leading(session: Session) -> tuple[tuple[str, str], ...]:
    return tuple((one, session.name(one)) for one in session.facilitators)
