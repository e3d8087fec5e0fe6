"""Who has worked with whom: new pairs from one workshop to the next, and the same groups in one tap."""

from __future__ import annotations

from itertools import combinations

from dialogs.activities.membership import present
from dialogs.cockpit import cockpit
from dialogs.group_memory import Division, divisions, met
from dialogs.groups import again
from dialogs.messages import Cockpit
from dialogs.receipts import Code
from tests.support.stage import Stage
from tests.support.stage_watch import pid

TEAM = ("Anna", "Ville", "Sari", "Omar", "Liisa")
GRID = "voimavararuudukko"


def people(*names: str) -> tuple[str, ...]:
    return tuple(map(pid, names))


def first_workshop(seed: int = 1) -> Stage:
    stage = Stage(seed=seed, thorough=False)
    stage.begins(*TEAM, step=GRID)
    return stage


def pairs_of(found: tuple[Division, ...]) -> set[frozenset[str]]:
    return {frozenset(two) for one in found for group in one.groups for two in combinations(group, 2)}


def test_a_session_tells_how_its_people_were_divided() -> None:
    stage = first_workshop()
    found = divisions(stage.session)
    assert [one.pairs for one in found] == [True, False]
    assert {person for group in found[0].groups for person in group} == set(people(*TEAM))
    assert dict(met(found)) == dict(stage.session.met)


def test_the_next_workshop_makes_other_pairs() -> None:
    for seed in range(6):
        earlier = divisions(first_workshop(seed).session)[:1]
        fresh = Stage(seed=seed, thorough=False, earlier=earlier)
        fresh.begins(*TEAM, step=GRID)
        again_together = pairs_of(divisions(fresh.session)[:1]) & pairs_of(earlier)
        assert len(again_together) <= 1, "five can hardly all differ"


def test_the_same_groups_in_one_tap_with_who_is_here_now() -> None:
    groups = (people("Anna", "Omar", "Pekka"), people("Ville", "Sari"))
    stage = Stage(thorough=False, earlier=(Division(pairs=False, groups=groups),))
    stage.begins(*TEAM, step=GRID)
    assert cockpit_of(stage).can_repeat
    visit = str(stage.session.visit)
    assert stage.presses("Anna", "regroup-same", visit).code is Code.FACILITATORS_ONLY
    assert stage.presses(stage.leader, "regroup-same", visit).code is Code.DONE
    made = [set(one.members) for one in stage.session.runs[GRID].in_order() if one.members]
    assert sorted(map(len, made)) == [2, 3]
    assert any(set(people("Anna", "Omar")) <= group for group in made)
    assert any(set(people("Ville", "Sari")) <= group for group in made)
    assert set().union(*made) == set(present(stage.session))
    stage.crashes()
    assert stage.session.groups_before == groups


def cockpit_of(stage: Stage) -> Cockpit:
    return cockpit(stage.session, stage.session.visit, pid(stage.leader), stage.clock)


def test_where_there_was_no_workshop_before_there_is_no_such_button() -> None:
    stage = first_workshop()
    assert not cockpit_of(stage).can_repeat
    assert stage.presses(stage.leader, "regroup-same", str(stage.session.visit)).code is Code.NO_GROUPS


def test_who_is_left_over_comes_to_the_smallest_or_makes_a_new_pair() -> None:
    earlier = (("a", "b"), ("c", "d"), ("e", "f"))
    assert again(earlier, ("a", "b", "c", "e"), pairs=True) == (("a", "b"), ("c", "e"))
    assert again(earlier, ("a", "b", "c"), pairs=True) == (("a", "b", "c"),)
    assert again(earlier, ("a", "c", "e"), pairs=True) == ()
    assert again(earlier, ("a", "b", "c", "d", "x"), pairs=False) == (("a", "b", "x"), ("c", "d"))
