"""Coming and going (liittyminen, poistuminen)."""

from __future__ import annotations

from dialogs import events as e
from dialogs import facts as f
from dialogs.activities import activity
from dialogs.draft import Draft
from dialogs.people import PersonId
from dialogs.receipts import DONE, Code, Receipt


def joined(draft: Draft, event: e.Joined) -> Receipt:
    """In, or in again. A late joiner gets the work of the step that goes on."""
    if draft.session.is_here(event.person):
        return Receipt(Code.ALREADY_IN)
    draft.accept(f.PersonJoined(at=draft.now, person=event.person, name=event.name, language=event.language))
    if draft.session.current:
        activity(draft.session, draft.session.current).joined(draft, event.person)
    return Receipt(Code.JOINED)


def named(draft: Draft, event: e.Named) -> Receipt:
    """Whoever was taken in without a name has one from now on."""
    if event.name and draft.session.nameless(event.person):
        draft.accept(f.PersonNamed(at=draft.now, person=event.person, name=event.name))
    return DONE


def left(draft: Draft, event: e.Left) -> Receipt:
    """Out: what they wrote stays, and nobody waits for them.

    A facilitator who goes leaves the lead to the others; when the last one goes, it is offered to everybody.
    """
    session = draft.session
    if not session.is_here(event.person) and not session.leads(event.person):
        return Receipt(Code.NOT_IN)
    if session.is_here(event.person):
        draft.accept(f.PersonLeft(at=draft.now, person=event.person))
    _out_of_step(draft, event.person)
    if session.leads(event.person) and not session.closed:
        _give_up_lead(draft, event.person)
    return Receipt(Code.LEFT)


def not_reached(draft: Draft, event: e.NotReached) -> Receipt:
    """The platform cannot deliver to this person: the facilitator sees it, and no partner waits."""
    one = draft.session.people.get(event.person)
    if one is None or not one.reachable:
        return DONE
    draft.accept(f.PersonNotReached(at=draft.now, person=event.person))
    _not_waited_for(draft, event.person)
    return DONE


def _out_of_step(draft: Draft, person: PersonId) -> None:
    if draft.session.current and not draft.session.closed:
        activity(draft.session, draft.session.current).gone(draft, person)


def _give_up_lead(draft: Draft, person: PersonId) -> None:
    if len(draft.session.facilitators) > 1:
        draft.accept(f.FacilitatorRemoved(at=draft.now, person=person))
    elif not draft.session.lead_offered:
        draft.accept(f.LeadOffered(at=draft.now))


def _not_waited_for(draft: Draft, person: PersonId) -> None:
    """Only work that goes by direct message needs them to be reached.

    They can still write on the channel's canvases.
    """
    step = draft.session.step
    if step is not None and step.kind == "exchange":
        _out_of_step(draft, person)
