"""What each fact about the diary changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dialogs.journey.area import Evolve
from dialogs.journey.diary import facts as f
from dialogs.journey.diary.state import Mirror, Observation
from dialogs.journey.journey import Journey


def _noted(journey: Journey, fact: f.ObservationNoted) -> Journey:
    new = Observation(
        id=fact.observation,
        person=fact.person,
        text=fact.text,
        sort=fact.sort,
        tags=fact.texts,
        at=fact.at,
        nonce=fact.nonce,
    )
    return replace(_with(journey, new), observed=fact.observation)


def _changed(journey: Journey, fact: f.ObservationChanged) -> Journey:
    old = journey.observations.get(fact.observation)
    return _with(journey, replace(old, text=fact.text, sort=fact.sort, tags=fact.texts)) if old else journey


def _dropped(journey: Journey, fact: f.ObservationDropped) -> Journey:
    if fact.observation not in journey.observations:
        return journey
    return replace(journey, observations=journey.observations.delete(fact.observation))


def _shared(journey: Journey, fact: f.ObservationShared) -> Journey:
    old = journey.observations.get(fact.observation)
    return _with(journey, replace(old, sharing=fact.sharing)) if old else journey


def _laid(journey: Journey, fact: f.MirrorLaid) -> Journey:
    for number in fact.observations:
        if old := journey.observations.get(number):
            journey = _with(journey, replace(old, mirror=fact.mirror))
    mirror = Mirror(fact.mirror, fact.session, fact.at, fact.observations)
    return replace(journey, mirrors=(*journey.mirrors, mirror))


def _with(journey: Journey, observation: Observation) -> Journey:
    return replace(journey, observations=journey.observations.set(observation.id, observation))


EVOLVE: Mapping[type, Evolve] = {
    f.ObservationNoted: _noted,
    f.ObservationChanged: _changed,
    f.ObservationDropped: _dropped,
    f.ObservationShared: _shared,
    f.MirrorLaid: _laid,
}
