"""Who leads in a journey: the facilitators of its workshops."""

from __future__ import annotations

from dialogs.journey.journey import Journey
from dialogs.people import PersonId
from dialogs.receipts import Code, Receipt


def facilitators(journey: Journey, session: str = "") -> tuple[PersonId, ...]:
    """Those of the workshop `session`, or of the last one whose facilitators still take part."""
    held = [one for one in journey.held if one.session == session] or [*reversed(journey.held)]
    for one in held:
        if found := tuple(person for person in one.facilitators if journey.takes_part(person)):
            return found
    return ()


def leads(journey: Journey, person: PersonId) -> bool:
    """Whether the person has led a workshop here; while nobody has (who is left), everybody may."""
    leading = {one for held in journey.held for one in held.facilitators if journey.takes_part(one)}
    return person in leading if leading else True


def facilitators_only(journey: Journey) -> Receipt:
    """The kind answer to whoever does not lead."""
    return Receipt(Code.FACILITATORS_ONLY, names=tuple(map(journey.name, facilitators(journey))))
