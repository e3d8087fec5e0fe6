"""What facts about groups change: part of `evolve.py`."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from immutables import Map

from dialogs import facts as f
from dialogs.changed import changed
from dialogs.session import Group, Run, Session
from dialogs.turns import Sentences, plan, welcome, without


def change_run(session: Session, step: str, **changes: Any) -> Session:
    """`session` with `changes` to the run of `step`."""
    run = session.runs.get(step) or Run(step, 0, session.opened_at, session.opened_at, None)
    return changed(session, runs=session.runs.set(step, changed(run, **changes)))


def groups_formed(session: Session, fact: f.GroupsFormed) -> Session:
    """The people of a step are divided anew; earlier groups stay with what was written in them."""
    run = session.runs[fact.step]
    kind, planned = session.steps[fact.step].kind, run.planned
    groups = {one.id: _emptied(one) for one in run.groups.values()}
    for made in fact.groups:
        sentences = plan(made.members, planned) if kind == "exchange" else ()
        groups[made.id] = _made(groups.get(made.id), made, sentences)
        planned += len(sentences)
    placed = dict.fromkeys((one for made in fact.groups for one in made.members), fact.at)
    after = change_run(
        session,
        fact.step,
        groups=Map(groups),
        divided=run.divided + 1,
        planned=planned,
        placed=Map(placed),
        aside=tuple(one for one in run.aside if one not in placed),
    )
    return after if kind == "pick" else _met(after, *(made.members for made in fact.groups))


def _emptied(group: Group) -> Group:
    """A group that is divided again: what was written in it stays."""
    sentences = group.sentences[: group.taken]
    former = group.former.update({one: group.standing(one) for one in group.members})
    return changed(group, members=(), recorder="", sentences=sentences, former=former, changed=group.taken)


def _made(earlier: Group | None, made: f.GroupMade, sentences: Sentences) -> Group:
    recorder = made.members[0] if made.members else ""
    former = earlier.former if earlier else Map()
    return Group(made.id, made.members, recorder, sentences, former=former)


def _met(session: Session, *groups: tuple[str, ...]) -> Session:
    """The people of each of `groups` have been put to work together once more."""
    met = session.met
    for members in groups:
        for two in map(frozenset, combinations(members, 2)):
            met = met.set(two, met.get(two, 0) + 1)
    return changed(session, met=met)


def group_joined(session: Session, fact: f.GroupJoined) -> Session:
    """Somebody came to a group (a new one, if there is none of that name)."""
    run = session.runs[fact.step]
    group = run.groups.get(fact.group) or Group(fact.group, (), "")
    exchange = session.steps[fact.step].kind == "exchange"
    new = welcome(group.members, fact.person, run.planned) if exchange else ()
    joined = changed(
        group,
        members=(*group.members, fact.person),
        recorder=group.recorder or fact.person,
        sentences=group.sentences + new,
        changed=group.taken,
    )
    after = change_run(
        session,
        fact.step,
        groups=run.groups.set(fact.group, joined),
        planned=run.planned + len(new),
        placed=run.placed.set(fact.person, fact.at),
        aside=tuple(one for one in run.aside if one != fact.person),
    )
    return _met(after, *((one, fact.person) for one in group.members))


def group_left(session: Session, fact: f.GroupLeft) -> Session:
    """Somebody is no longer in a group."""
    run = session.runs[fact.step]
    group = run.groups[fact.group]
    members = tuple(one for one in group.members if one != fact.person)
    exchange = session.steps[fact.step].kind == "exchange"
    sentences = without(group.sentences, group.taken, members, fact.person, run.planned) if exchange else ()
    left = changed(
        group,
        members=members,
        recorder=group.recorder if group.recorder in members else (members[0] if members else ""),
        sentences=sentences,
        former=group.former.set(fact.person, group.standing(fact.person)),
        changed=group.taken,
    )
    return change_run(
        session,
        fact.step,
        groups=run.groups.set(group.id, left),
        planned=run.planned + len(sentences),
        aside=(*run.aside, fact.person) if fact.aside else run.aside,
    )


def recorder_chosen(session: Session, fact: f.RecorderChosen) -> Session:
    """Somebody writes for the group."""
    run = session.runs[fact.step]
    group = changed(run.groups[fact.group], recorder=fact.person)
    return change_run(session, fact.step, groups=run.groups.set(fact.group, group))
