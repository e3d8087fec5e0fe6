"""Who leads: sharing, handing over, taking over when the facilitator is gone (vetovastuu)."""

from __future__ import annotations

from dialogs import events as e
from dialogs import facts as f
from dialogs.decisions.facilitating import for_facilitators, names
from dialogs.draft import Draft
from dialogs.receipts import DONE, Code, Receipt
from dialogs.steering import may_take_over


@for_facilitators
def named(draft: Draft, event: e.FacilitatorNamed) -> Receipt:
    """The lead is shared with, or given to, somebody."""
    if draft.session.leads(event.other) and not event.handing_over:
        return Receipt(Code.ONE_ALREADY, names=(draft.session.name(event.other),))
    if not draft.session.leads(event.other):
        draft.accept(f.FacilitatorAdded(at=draft.now, person=event.other, name=event.name))
    if event.handing_over and event.other != event.person:
        draft.accept(f.FacilitatorRemoved(at=draft.now, person=event.person))
    return DONE


def taken_over(draft: Draft, event: e.TakenOver) -> Receipt:
    """Anybody may lead when the facilitators seem to be gone; the old ones keep their panel."""
    session = draft.session
    if session.leads(event.person):
        return Receipt(Code.ONE_ALREADY, names=(session.name(event.person),))
    if not may_take_over(session, draft.now):
        return Receipt(Code.LEAD_IS_TAKEN, names=names(session))
    draft.accept(f.FacilitatorAdded(at=draft.now, person=event.person, name=event.name, took_over=True))
    return DONE
