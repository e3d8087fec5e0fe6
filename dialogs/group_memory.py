"""Who has worked with whom, from one workshop of a channel to the next (ryhmien muisti)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from content.steps import ExchangeStep, GatherStep, RotateStep, Step, Who
from dialogs.groups import Groups, again
from dialogs.session import Session


@dataclass(frozen=True, slots=True)
class Division:
    """How the people of one step were divided; `pairs`: into pairs (and a trio), else into small groups."""

    pairs: bool
    groups: Groups


def divisions(session: Session) -> tuple[Division, ...]:
    """Every division of a session into groups of more than one, in the order of its steps."""
    found = []
    for step in session.steps.values():
        run = session.runs.get(step.id)
        groups = tuple(one.members for one in run.in_order() if len(one.members) > 1) if run else ()
        if groups and _divides(step):
            found.append(Division(in_pairs(step), groups))
    return tuple(found)


def _divides(step: Step) -> bool:
    """Whether people are divided anew in the step (not as in an earlier one)."""
    if isinstance(step, GatherStep):
        return step.who in {Who.PAIRS, Who.SMALL_GROUPS} and not step.same_groups_as
    return isinstance(step, ExchangeStep | RotateStep)


def in_pairs(step: Step) -> bool:
    """Whether people work in pairs in the step."""
    return isinstance(step, ExchangeStep) or (isinstance(step, GatherStep) and step.who is Who.PAIRS)


def met(found: Iterable[Division]) -> Counter[frozenset[str]]:
    """How many times two people have worked together."""
    groups = (group for one in found for group in one.groups)
    return Counter(frozenset(two) for group in groups for two in combinations(group, 2))


def as_before(session: Session) -> Groups:
    """The groups of the workshop before, of those who are here now; () when there were none of the kind."""
    step = session.step
    if step is None or not _divides(step):
        return ()
    pairs = in_pairs(step)
    earlier = session.pairs_before if pairs else session.groups_before
    return again(earlier, tuple(one.person for one in session.here), pairs=pairs)
