from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dialogs.messages import TurnKind
from dialogs.turns import Sentence, plan, welcome, without

OPENING, ANSWER = TurnKind.OPENING, TurnKind.ANSWER


def test_two_people_open_and_answer_in_turn() -> None:
    assert plan(("anna", "ville")) == (
        Sentence(OPENING, "anna", "ville", 0),
        Sentence(ANSWER, "ville", "anna", 1),
        Sentence(OPENING, "ville", "anna", 2),
        Sentence(ANSWER, "anna", "ville", 3),
    )


def test_three_go_round_and_each_hears_about_themselves_once() -> None:
    turns = plan(("anna", "ville", "liisa"))
    assert [(one.by, one.to) for one in turns if one.kind is OPENING] == [
        ("anna", "ville"),
        ("ville", "liisa"),
        ("liisa", "anna"),
    ]
    assert [one.by for one in turns if one.kind is ANSWER] == ["ville", "liisa", "anna"]


def test_nobody_talks_alone() -> None:
    assert plan(()) == plan(("anna",)) == welcome((), "anna") == ()


def test_a_newcomer_hears_something_and_says_something() -> None:
    assert welcome(("anna", "ville"), "liisa", 4) == (
        Sentence(OPENING, "ville", "liisa", 4),
        Sentence(ANSWER, "liisa", "ville", 5),
        Sentence(OPENING, "liisa", "anna", 6),
        Sentence(ANSWER, "anna", "liisa", 7),
    )


def test_what_was_said_stays_when_somebody_goes() -> None:
    turns = plan(("anna", "ville"))
    assert without(turns, 1, ("ville",), "anna", 4) == turns[:1]


def test_a_pair_that_is_left_of_three_takes_turns_both_ways() -> None:
    turns = plan(("anna", "ville", "liisa"))
    assert without(turns, 0, ("anna", "liisa"), "ville", 6) == (
        Sentence(OPENING, "liisa", "anna", 4),
        Sentence(ANSWER, "anna", "liisa", 5),
        Sentence(OPENING, "anna", "liisa", 6),
        Sentence(ANSWER, "liisa", "anna", 7),
    )


@given(st.integers(2, 6), st.data())
def test_whoever_stays_has_opened_or_will(count: int, data: st.DataObject) -> None:
    members = tuple(f"p{index}" for index in range(count))
    turns = plan(members)
    taken = data.draw(st.integers(0, len(turns)))
    gone = data.draw(st.sampled_from(members))
    stay = tuple(one for one in members if one != gone)
    left = without(turns, taken, stay, gone, len(turns))
    assert left[:taken] == turns[:taken]
    coming = left[taken:]
    assert gone not in {person for one in coming for person in (one.by, one.to)}
    assert len(stay) < 2 or {one.by for one in left if one.kind is OPENING} >= set(stay)
    answered = [(one.to, one.by) for one in coming if one.kind is ANSWER]
    opened = [(one.by, one.to) for one in left if one.kind is OPENING]
    assert set(answered) <= set(opened)
    assert len({one.number for one in left}) == len(left)
