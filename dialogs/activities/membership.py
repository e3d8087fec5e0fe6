"""Who works with whom in steps with small groups.

Forming, late joiners into the smallest group, leaving, dividing again.
"""

from __future__ import annotations

from dialogs import facts as f
from dialogs.draft import Draft
from dialogs.people import PersonId
from dialogs.session import Group, Run, Session, number


def present(session: Session) -> tuple[PersonId, ...]:
    """Those who can be put into groups."""
    return tuple(one.person for one in session.here)


def chance(session: Session, run: Run) -> int:
    """The seed for dividing people: another one each time."""
    return session.seed + 1000 * session.visit + run.divided


def form(
    draft: Draft, groups: tuple[tuple[PersonId, ...], ...], *, first: int = 1, person: PersonId = ""
) -> None:
    """Take these groups into use in the step that goes on now, numbered from `first`, as `person` asked."""
    made = tuple(f.GroupMade(f"g{index}", members) for index, members in enumerate(groups, start=first))
    draft.accept(f.GroupsFormed(at=draft.now, step=draft.session.current, groups=made, person=person))


def join_smallest(draft: Draft, person: PersonId) -> None:
    """Put `person` into the smallest group (the first of equals); a group of their own when there is none."""
    run = draft.run
    if run.group_of(person):
        return
    group = smallest(run)
    to = group.id if group else "g1"
    draft.accept(f.GroupJoined(at=draft.now, step=run.step, group=to, person=person))


def smallest(run: Run) -> Group | None:
    """The group with the fewest members, of equals the one that has done the least.

    None when nobody is in any.
    """
    working = (group for group in run.groups.values() if group.members)
    return min(working, key=lambda group: (len(group.members), group.taken, number(group.id)), default=None)


def leave(draft: Draft, person: PersonId, *, aside: bool = False) -> None:
    """Take `person` out of their group, if they are in one; `aside` when they may come back."""
    run = draft.run
    group = run.group_of(person)
    if group:
        draft.accept(f.GroupLeft(at=draft.now, step=run.step, group=group.id, person=person, aside=aside))


def come_and_go(draft: Draft) -> None:
    """Bring the groups of a step that is entered again up to date with who is here now."""
    people = present(draft.session)
    for group in draft.run.in_order():
        for person in group.members:
            if person not in people:
                leave(draft, person)
    for person in people:
        join_smallest(draft, person)
