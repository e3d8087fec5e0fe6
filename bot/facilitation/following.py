"""What a session tells the journey of its channel: in the same commit, so that neither knows more."""

from __future__ import annotations

import secrets
from typing import Any

from bot.facilitation.job import Draft
from bot.facilitation.kept_journey import KeptJourney
from bot.storage.changes import Changes, JourneyRow
from dialogs import facts as f
from dialogs.engine import Turn
from dialogs.journey.engine import advance, open_journey
from dialogs.journey.workshops.reading import began, ended
from dialogs.session import Session


def follow(draft: Draft, turn: Turn, changes: Changes) -> KeptJourney | None:
    """The journey after what the session's `turn` means to it; None when it means nothing."""
    session = turn.session
    events = [event for fact in turn.facts if (event := _event(session, fact))]
    if not events:
        return None
    kept = draft.journey_in(session.place) or opening(
        draft, session.place, session.language, session.zone, changes
    )
    for event in events:
        kept = kept.after(advance(kept.journey, event, draft.now), changes)
    return kept


def _event(session: Session, fact: f.FactType) -> Any:
    match fact:
        case f.StepEntered(visit=1):
            return began(session)
        case f.SessionClosed() if session.visit:
            return ended(session)
        case _:
            return None


def opening(draft: Draft, place: str, language: str, zone: str, changes: Changes) -> KeptJourney:
    """A new journey; its rows are put into `changes`."""
    new = f"j{secrets.token_hex(5)}"
    turn = open_journey(journey=new, place=place, language=language, zone=zone, now=draft.now)
    changes.journeys.append(JourneyRow(new, place, draft.now))
    return KeptJourney(turn.journey, 0).after(turn, changes)
