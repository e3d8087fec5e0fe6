"""Whose experiment it is: who may do what with it, and who is told and reminded."""

from __future__ import annotations

from collections.abc import Iterable

from dialogs.journey.experiments.state import Decision, Experiment
from dialogs.journey.journey import Journey
from dialogs.people import PersonId


def leaders(journey: Journey) -> tuple[PersonId, ...]:
    """The facilitators of the last workshop, as far as they are still here."""
    return _here(journey, journey.held[-1].facilitators) if journey.held else ()


def owner(journey: Journey, one: Experiment) -> PersonId:
    """Who answers for it now, or has been asked to; "" for nobody who is here."""
    return one.owner if journey.takes_part(one.owner) else ""


def keepers(journey: Journey, one: Experiment) -> tuple[PersonId, ...]:
    """Who may change it and judge it: its owner, and the facilitators.

    Until it has an owner who accepted, its maker as well; when none of them is here any more, everybody.
    """
    maker = () if one.accepted else (one.maker,)
    found = _here(journey, (one.owner, *leaders(journey), *maker))
    return found or journey.members


def removers(journey: Journey, one: Decision) -> tuple[PersonId, ...]:
    """Who may take a decision off the board: whoever made it, and the facilitators; else everybody."""
    return _here(journey, (one.person, *leaders(journey))) or journey.members


def addressees(journey: Journey, one: Experiment) -> tuple[PersonId, ...]:
    """Who is reminded of it: its owner; without one, those who can find one; nobody when it is over."""
    if not one.is_open:
        return ()
    if found := owner(journey, one):
        return (found,)
    return seekers(journey, one) or _here(journey, one.takers) or journey.members


def seekers(journey: Journey, one: Experiment, but: PersonId = "") -> tuple[PersonId, ...]:
    """Who is told to find an owner: the facilitators and whoever made it."""
    return tuple(x for x in _here(journey, (*leaders(journey), one.maker)) if x != but)


def helpers(journey: Journey, one: Experiment, asker: PersonId) -> tuple[PersonId, ...]:
    """Who is told that somebody needs help: those who take part by name, and the facilitators."""
    return tuple(x for x in _here(journey, (*one.takers, *leaders(journey), one.owner)) if x != asker)


def _here(journey: Journey, people: Iterable[PersonId]) -> tuple[PersonId, ...]:
    return tuple(dict.fromkeys(one for one in people if journey.takes_part(one)))
