"""Who does a task with whom: new pairs each time, and nobody is left alone."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from zlib import crc32

from dialogs.groups import Groups, pairs
from dialogs.journey.journey import Journey
from dialogs.journey.tasks.state import Task
from dialogs.people import PersonId

PAIR = 2


def new_pairs(journey: Journey, number: int) -> Groups:
    """Pairs for the task of this number, a trio when odd; chance comes from the journey and the number."""
    return pairs(journey.members, crc32(f"{journey.id}/{number}".encode()), met(journey))


def met(journey: Journey) -> Counter[frozenset[PersonId]]:
    """How many tasks two people have already done together."""
    groups = (group for task in journey.tasks.values() for group in task.groups)
    return Counter(frozenset(two) for group in groups for two in combinations(group, 2))


def joined(task: Task, person: PersonId) -> tuple[tuple[PersonId, ...], Groups]:
    """Everybody of the task and their groups when `person` comes along: into the smallest of the groups."""
    people = tuple(sorted({*task.people, person}))
    return people, _placed(task.groups, person) if task.groups else ()


def without(task: Task, person: PersonId) -> tuple[tuple[PersonId, ...], Groups]:
    """The same when `person` goes; who is left alone joins another pair, if there is one."""
    people = tuple(one for one in task.people if one != person)
    groups = tuple(tuple(one for one in group if one != person) for group in task.groups)
    groups = tuple(group for group in groups if group)
    lonely = next((group[0] for group in groups if len(group) < PAIR and person in task.group(group[0])), "")
    if not lonely or len(groups) == 1:
        return people, groups
    return people, _placed(tuple(group for group in groups if group != (lonely,)), lonely)


def _placed(groups: Groups, person: PersonId) -> Groups:
    index = min(range(len(groups)), key=lambda place: (len(groups[place]), place))
    return (*groups[:index], (*groups[index], person), *groups[index + 1 :])
