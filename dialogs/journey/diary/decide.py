"""What comes of what people do with the diary, and what follows of a workshop that begins."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from dialogs.journey.area import Decide, Then
from dialogs.journey.diary import events as e
from dialogs.journey.diary import facts as f
from dialogs.journey.diary.mirror import held_back, to_lay
from dialogs.journey.diary.state import Observation, Sharing
from dialogs.journey.draft import Draft
from dialogs.journey.leading import facilitators_only, leads
from dialogs.journey.people import known
from dialogs.journey.workshops.facts import WorkshopEntered
from dialogs.receipts import Code, Receipt

_SHARED = {
    Sharing.NAMED: Code.OBSERVATION_SHARED,
    Sharing.NAMELESS: Code.OBSERVATION_NAMELESS,
    Sharing.KEPT: Code.OBSERVATION_KEPT,
}


def _observed(draft: Draft, event: e.Observed) -> Receipt:
    journey = draft.journey
    if event.nonce and any(
        (one.person, one.nonce) == (event.person, event.nonce) for one in journey.observations.values()
    ):
        return Receipt(Code.ALREADY_SAVED)
    known(draft, event.person, event.name)
    draft.accept(
        f.ObservationNoted(
            at=draft.now,
            observation=journey.observed + 1,
            person=event.person,
            text=event.text,
            sort=event.sort,
            texts=event.tags,
            nonce=event.nonce,
        )
    )
    return Receipt(Code.OBSERVATION_SAVED)


def _own(
    decide: Callable[[Draft, Observation, Any], Receipt],
) -> Callable[[Draft, Any], Receipt]:
    """Only with an observation of the actor's own."""

    @wraps(decide)
    def found(draft: Draft, event: Any) -> Receipt:
        observation = draft.journey.observations.get(event.observation)
        if observation is None or not observation.readable:
            return Receipt(Code.UNKNOWN)
        if observation.person != event.person:
            return Receipt(Code.NOT_YOURS)
        return decide(draft, observation, event)

    return found


@_own
def _reworded(draft: Draft, old: Observation, event: e.ObservationReworded) -> Receipt:
    if not event.text:
        draft.accept(f.ObservationDropped(at=draft.now, observation=old.id, person=old.person))
        return Receipt(Code.DELETED)
    if old.mirror:
        return Receipt(Code.OBSERVATION_USED)
    _change(draft, old, event)
    return Receipt(Code.OBSERVATION_SAVED)


def _change(draft: Draft, old: Observation, event: e.ObservationReworded) -> None:
    if (old.text, old.sort, old.tags) != (event.text, event.sort, event.tags):
        draft.accept(
            f.ObservationChanged(
                at=draft.now,
                observation=old.id,
                person=old.person,
                text=event.text,
                sort=event.sort,
                texts=event.tags,
            )
        )


@_own
def _sorted(draft: Draft, old: Observation, event: e.ObservationSorted) -> Receipt:
    if old.mirror:
        return Receipt(Code.OBSERVATION_USED)
    _change(draft, old, e.ObservationReworded(old.id, old.person, old.text, event.sort, old.tags))
    return Receipt(Code.DONE)


@_own
def _sharing(draft: Draft, old: Observation, event: e.SharingChosen) -> Receipt:
    if old.sharing is not event.sharing:
        if old.mirror:
            return Receipt(Code.OBSERVATION_USED)
        draft.accept(
            f.ObservationShared(at=draft.now, observation=old.id, person=old.person, sharing=event.sharing)
        )
    return Receipt(_SHARED[event.sharing])


def _mirror(draft: Draft, event: e.MirrorWanted) -> Receipt:
    journey = draft.journey
    if not leads(journey, event.person):
        return facilitators_only(journey)
    if _lay(draft, by=event.person):
        return Receipt(Code.MIRROR_LAID)
    return Receipt(Code.MIRROR_WAITS if held_back(journey) else Code.MIRROR_EMPTY)


def _lay(draft: Draft, *, session: str = "", by: str = "") -> bool:
    """Lay out what was shared since the last time; whether there was anything."""
    observations = to_lay(draft.journey)
    if observations:
        draft.accept(
            f.MirrorLaid(
                at=draft.now,
                mirror=len(draft.journey.mirrors) + 1,
                session=session,
                by=by,
                observations=observations,
            )
        )
    return bool(observations)


def _entered(draft: Draft, fact: WorkshopEntered) -> None:
    _lay(draft, session=fact.session)


DECIDE: Mapping[type, Decide] = {
    e.Observed: _observed,
    e.ObservationReworded: _reworded,
    e.ObservationSorted: _sorted,
    e.SharingChosen: _sharing,
    e.MirrorWanted: _mirror,
}
THEN: Mapping[type, Then] = {WorkshopEntered: _entered}
