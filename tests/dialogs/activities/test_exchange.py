"""Joo & ja: two minutes to show up, turns that reach the partner, nobody left alone."""

from __future__ import annotations

import pytest

from dialogs import events as e
from dialogs.boards import Board, direct
from dialogs.compose import compose
from dialogs.messages import Cockpit, ExchangeBoard, ExchangeCard, TurnForm, TurnKind
from dialogs.receipts import Code
from tests.support.stage import Stage
from tests.support.stage_watch import pid

SEVEN = ("Anna", "Ville", "Liisa", "Pekka", "Oona", "Sami", "Helmi")


def exchange(*names: str) -> Stage:
    stage = Stage()
    stage.begins(*names, step="joo-ja")
    return stage


def pair_of(stage: Stage, name: str) -> tuple[str, str]:
    """Somebody and their partner, the one who begins first."""
    first = stage.writer(name)
    return first, stage.partner(first)


def card(stage: Stage, name: str) -> ExchangeCard:
    return stage.card(name, ExchangeCard)


# --- who with whom --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("count", "sizes"),
    [
        (1, [1]),
        (2, [2]),
        (3, [3]),
        (5, [2, 3]),
        (7, [2, 2, 3]),
        (16, [2] * 8),
        (40, [2] * 20),
    ],
)
def test_any_number_of_people_finds_partners(count: int, sizes: list[int]) -> None:
    stage = Stage(thorough=count < 10)
    stage.begins(*(f"P{index}" for index in range(count)), step="joo-ja")
    assert sorted(map(len, stage.groups())) == sizes
    board = stage.card("", ExchangeBoard)
    assert (board.pairs, board.trios) == (sizes.count(2), sizes.count(3))
    assert all(stage.posted_to(f"P{index}") for index in range(count))


def test_nobody_at_all_is_no_mistake_and_the_first_to_come_waits() -> None:
    stage = exchange("Anna")
    stage.presses("Anna", "leave")
    assert stage.groups() == ()
    stage.joins("Ville")
    assert stage.groups() == (("Ville",),)
    assert card(stage, "Ville").partners == ()
    stage.joins("Liisa")
    assert stage.groups() == (("Ville", "Liisa"),)


def test_a_card_says_who_the_partner_is_and_whose_turn_it_is() -> None:
    stage = exchange("Anna", "Ville")
    first, second = pair_of(stage, "Anna")
    assert (card(stage, first).partners, card(stage, first).your_turn) == ((second,), True)
    assert (card(stage, first).about, card(stage, first).order) == (second, ())
    assert (card(stage, second).your_turn, card(stage, second).turn_of) == (False, first)


def test_a_trio_says_so_and_names_the_order() -> None:
    stage = exchange("Anna", "Ville", "Liisa")
    assert sorted(card(stage, "Anna").order) == ["Anna", "Liisa", "Ville"]
    assert card(stage, "Anna").order == card(stage, "Ville").order


# --- turns ----------------------------------------------------------------------------------------


def test_turns_reach_the_partner_both_ways_and_then_swap() -> None:
    stage = exchange("Anna", "Ville")
    first, second = pair_of(stage, "Anna")
    stage.says(first, "Osaat kuunnella")
    assert (card(stage, second).text, card(stage, second).said_by) == ("Osaat kuunnella", first)
    assert (card(stage, second).kind, card(stage, second).your_turn) == (TurnKind.ANSWER, True)
    stage.says(second, "Joo, ja opin sen kotona")
    assert (card(stage, first).text, card(stage, first).your_turn) == ("Joo, ja opin sen kotona", False)
    assert (card(stage, second).kind, card(stage, second).your_turn) == (TurnKind.OPENING, True)
    stage.says(second, "Osaat selittää")
    stage.says(first, "Joo, ja pidän siitä")
    assert card(stage, second).text == "Joo, ja pidän siitä"
    assert (card(stage, second).kind, card(stage, second).turn_of) == (None, "")
    assert stage.card("", ExchangeBoard).done == 1


def test_the_form_of_an_answer_shows_what_was_said() -> None:
    stage = exchange("Anna", "Ville")
    first, second = pair_of(stage, "Anna")
    stage.says(first, "Osaat kuunnella")
    form = stage.opens(second, "turn")
    assert isinstance(form, TurnForm)
    assert (form.kind, form.about, form.text) == (TurnKind.ANSWER, first, "Osaat kuunnella")


def test_the_writers_card_keeps_what_they_wrote_and_no_new_one_comes() -> None:
    stage = exchange("Anna", "Ville")
    first, _ = pair_of(stage, "Anna")
    stage.says(first, "Osaat kuunnella")
    assert stage.posted_to(first) == ()
    assert (card(stage, first).text, card(stage, first).live) == ("Osaat kuunnella", False)


@pytest.mark.parametrize("ends", ["next", "back", "pause"])
def test_nobody_gets_a_new_card_when_the_step_ends_or_stops(ends: str) -> None:
    stage = exchange("Anna", "Ville")
    first, second = pair_of(stage, "Anna")
    stage.says(first, "Osaat kuunnella")
    stage.presses("Maija", ends)
    assert not [one for one in stage.posted_to(first) if isinstance(one, ExchangeCard)]
    assert not [one for one in stage.posted_to(second) if isinstance(one, ExchangeCard)]
    assert card(stage, second).live is (ends == "pause")
    assert card(stage, second).ends_at is None


def test_only_whose_turn_it_is_can_write_and_only_once() -> None:
    stage = exchange("Anna", "Ville")
    first, second = pair_of(stage, "Anna")
    number = str(card(stage, first).turn)
    assert stage.says(second, "Minäkin").code is Code.NOT_YOUR_TURN
    stage.says(first, "Osaat kuunnella")
    again = stage.submits(first, "turn", "joo-ja", number, text="Osaat kuunnella")
    assert again.code is Code.ALREADY_SAVED
    meddling = stage.submits("Maija", "turn", "joo-ja", number, text="Minä väliin")
    assert meddling.code is Code.NOT_IN
    assert stage.group(first).taken == 1


def test_a_form_of_an_earlier_pair_never_reaches_the_new_one() -> None:
    stage = exchange("Anna", "Ville", "Liisa", "Pekka")
    first, second = pair_of(stage, "Anna")
    form = stage.opens(first, "turn")
    assert isinstance(form, TurnForm)
    stage.presses("Maija", "regroup")
    assert stage.partner(first) != second
    stage.submits(first, "turn", "joo-ja", str(form.turn), text=f"Tämä on vain sinulle, {second}")
    assert stage.receipt.code is Code.NOT_YOUR_TURN
    assert stage.group(first).taken == 0


# --- who does not show up -------------------------------------------------------------------------


def test_when_one_does_not_show_up_the_other_joins_a_pair_after_two_minutes() -> None:
    stage = exchange("Anna", "Ville", "Liisa", "Pekka")
    missing, alone = pair_of(stage, "Anna")
    for name in {"Anna", "Ville", "Liisa", "Pekka"} - {missing}:
        stage.presses(name, "arrive")
    stage.waits(seconds=119)
    assert sorted(map(len, stage.groups())) == [2, 2]
    stage.waits(seconds=1)
    assert sorted(map(len, stage.groups())) == [3]
    assert alone in stage.groups()[0]
    assert stage.card("Maija", Cockpit).aside == (missing,)
    assert card(stage, alone).live
    assert len(card(stage, alone).order) == 3


def test_whoever_was_set_aside_can_come_back_from_their_card() -> None:
    stage = exchange("Anna", "Ville", "Liisa", "Pekka")
    missing, _ = pair_of(stage, "Anna")
    for name in {"Anna", "Ville", "Liisa", "Pekka"} - {missing}:
        stage.presses(name, "arrive")
    stage.waits(2)
    assert (card(stage, missing).live, card(stage, missing).arrived) == (True, False)
    assert card(stage, missing).partners == ()
    stage.waits(1)
    assert stage.presses(missing, "arrive").code is Code.DONE
    assert sorted(stage.group(missing).members) == sorted(map(pid, ("Anna", "Ville", "Liisa", "Pekka")))
    assert card(stage, missing).partners != ()


def test_two_who_are_left_alone_find_each_other() -> None:
    stage = exchange("Anna", "Ville", "Liisa", "Pekka")
    here = [names[0] for names in stage.groups()]
    for name in here:
        stage.presses(name, "arrive")
    stage.waits(2)
    assert [sorted(names) for names in stage.groups()] == [sorted(here)]


def test_when_nobody_shows_up_everybody_still_has_a_partner() -> None:
    stage = exchange("Anna", "Ville", "Liisa", "Pekka")
    before = stage.groups()
    stage.waits(3)
    assert stage.groups() == before
    first = before[0][0]
    stage.presses(first, "arrive")
    assert stage.groups() == ((first,),)
    assert card(stage, first).partners == ()
    second = before[1][0]
    stage.presses(second, "arrive")
    assert stage.groups() == ((first, second),)


def test_writing_shows_that_one_is_there() -> None:
    stage = exchange("Anna", "Ville")
    first, second = pair_of(stage, "Anna")
    stage.says(first, "Osaat kuunnella")
    stage.waits(2)
    assert stage.groups() == ((first,),)
    stage.presses(second, "arrive")
    stage.says(stage.writer(first), "Jatketaan")
    assert stage.receipt.code is Code.SAVED


def test_the_two_minutes_stand_still_in_a_break() -> None:
    stage = exchange("Anna", "Ville")
    first, second = pair_of(stage, "Anna")
    stage.presses(first, "arrive")
    stage.waits(1)
    stage.presses("Maija", "pause")
    stage.waits(60)
    stage.presses(first, "arrive")
    assert stage.groups() == ((first, second),)
    stage.presses("Maija", "resume")
    stage.waits(seconds=119)
    assert stage.groups() == ((first, second),)
    stage.waits(seconds=1)
    assert stage.groups() == ((first,),)


def test_five_more_minutes_do_not_stop_the_clock_of_the_missing() -> None:
    stage = exchange("Anna", "Ville")
    first, _ = pair_of(stage, "Anna")
    stage.presses(first, "arrive")
    stage.presses("Maija", "more")
    stage.waits(2)
    assert stage.groups() == ((first,),)


def test_a_late_joiner_has_two_minutes_of_their_own() -> None:
    stage = exchange("Anna", "Ville")
    first, second = pair_of(stage, "Anna")
    stage.presses(first, "arrive")
    stage.presses(second, "arrive")
    stage.waits(5)
    stage.joins("Liisa")
    stage.says(first, "Osaat kuunnella")
    assert len(stage.groups()[0]) == 3
    stage.waits(seconds=119)
    assert len(stage.groups()[0]) == 3
    stage.waits(seconds=1)
    assert sorted(stage.groups()[0]) == sorted((first, second))


def test_a_step_entered_again_waits_two_minutes_again() -> None:
    stage = exchange("Anna", "Ville")
    first, second = pair_of(stage, "Anna")
    stage.presses(first, "arrive")
    stage.presses("Maija", "next")
    stage.presses("Maija", "back")
    assert stage.groups() == ((first, second),)
    stage.waits(2)
    assert stage.groups() == ((first,),)


# --- coming and going -----------------------------------------------------------------------------


def test_a_late_joiner_makes_the_smallest_group_larger_and_gets_turns() -> None:
    stage = exchange("Anna", "Ville", "Liisa", "Pekka", "Oona")
    trio = max(stage.groups(), key=len)
    stage.joins("Sami")
    assert sorted(map(len, stage.groups())) == [3, 3]
    assert "Sami" not in trio
    assert pid("Sami") in {one.by for one in stage.group("Sami").sentences}
    assert card(stage, "Sami").live


def test_a_late_joiner_does_not_see_what_was_said_before() -> None:
    stage = exchange("Anna", "Ville")
    first, _ = pair_of(stage, "Anna")
    stage.says(first, "Vain sinulle")
    stage.joins("Liisa")
    assert card(stage, "Liisa").text == ""
    board = Board("turn", ("joo-ja", str(stage.session.visit), "g1", "1"))
    shown = compose(stage.session, board, direct(pid("Liisa")), stage.clock)
    assert isinstance(shown, ExchangeCard)
    assert shown.text == ""


def test_somebody_who_joins_when_a_group_is_empty_does_not_sit_alone_in_it() -> None:
    stage = exchange("Anna", "Ville", "Liisa", "Pekka")
    one, other = stage.groups()[1]
    stage.presses(one, "leave")
    stage.presses(other, "leave")
    stage.joins("Oona")
    assert len(stage.groups()) == 1
    assert "Oona" in stage.groups()[0]


def test_when_one_of_a_pair_leaves_the_other_joins_a_trio_rather_than_nobody() -> None:
    stage = exchange("Anna", "Ville", "Liisa", "Pekka", "Oona")
    leaver, alone = min(stage.groups(), key=len)
    stage.presses(leaver, "leave")
    assert len(stage.groups()) == 1
    assert alone in stage.groups()[0]
    assert card(stage, leaver).live is False


def test_a_pair_that_is_left_of_a_trio_takes_turns_both_ways() -> None:
    stage = exchange("Anna", "Ville", "Liisa")
    leaver = stage.groups()[0][1]
    stage.presses(leaver, "leave")
    one, other = stage.groups()[0]
    for text in ("yksi", "kaksi", "kolme", "neljä"):
        stage.says(stage.writer(one), text)
    said = stage.group(one).sentences
    assert sorted(sentence.by for sentence in said) == sorted([pid(one)] * 2 + [pid(other)] * 2)
    assert stage.group(one).coming is None


def test_somebody_who_cannot_be_reached_is_not_waited_for() -> None:
    stage = exchange("Anna", "Ville", "Liisa", "Pekka")
    gone, alone = pair_of(stage, "Anna")
    stage.happens(e.NotReached(pid(gone)))
    assert len(stage.groups()) == 1
    assert alone in stage.groups()[0]
    stage.presses("Maija", "next")
    stage.presses("Maija", "back")
    assert gone not in [name for names in stage.groups() for name in names]


def test_who_cannot_be_reached_before_the_step_gets_no_partner_to_keep_waiting() -> None:
    stage = Stage()
    stage.joins("Anna", "Ville", "Liisa")
    stage.happens(e.NotReached(pid("Anna")))
    stage.begins(step="joo-ja")
    assert [sorted(names) for names in stage.groups()] == [["Liisa", "Ville"]]


def test_dividing_again_makes_other_pairs_each_time_and_closes_the_old_cards() -> None:
    stage = exchange("Anna", "Ville", "Liisa", "Pekka")
    seen = {frozenset(names) for names in stage.groups()}
    for _ in range(2):
        stage.presses("Maija", "regroup")
        now = {frozenset(names) for names in stage.groups()}
        assert not now & seen
        seen |= now
        for name in ("Anna", "Ville", "Liisa", "Pekka"):
            live = [one for one in stage.sees(name) if isinstance(one, ExchangeCard) and one.live]
            assert len(live) == 1
    assert len(seen) == 6


def test_what_was_said_stays_on_the_cards_after_dividing_again() -> None:
    stage = exchange("Anna", "Ville", "Liisa", "Pekka")
    first, second = pair_of(stage, "Anna")
    stage.says(first, "Osaat kuunnella")
    stage.presses("Maija", "regroup")
    for name in (first, second):
        assert "Osaat kuunnella" in [one.text for one in stage.sees(name) if isinstance(one, ExchangeCard)]
    assert stage.group(first).taken == 0


def test_going_on_and_back_keeps_turns_and_who_has_shown_up() -> None:
    stage = exchange("Anna", "Ville")
    first, second = pair_of(stage, "Anna")
    stage.says(first, "Osaat kuunnella")
    stage.presses(second, "arrive")
    stage.presses("Maija", "next")
    assert stage.sends(second, "turn", "joo-ja", "1", text="Joo").code is Code.TOO_LATE
    stage.presses("Maija", "back")
    assert stage.groups() == ((first, second),)
    assert (card(stage, second).text, card(stage, second).your_turn) == ("Osaat kuunnella", True)
    assert card(stage, first).live
    assert stage.says(second, "Joo, ja").code is Code.SAVED


def test_turns_are_nowhere_but_in_the_pair() -> None:
    stage = exchange(*SEVEN)
    first, second = min(stage.groups(), key=len)
    stage.says(first, "Vain sinulle")
    for name in {*SEVEN, "Maija"} - {first, second}:
        assert "Vain sinulle" not in repr(stage.sees(name))
    assert "Vain sinulle" not in repr(stage.channel)
    stage.goes_to("lopetus")
    stage.presses("Maija", "next")
    assert "Vain sinulle" not in repr(stage.sees("Maija"))


@pytest.mark.parametrize("step", ["", "muutoskeskustelu", "no-such", "lopetus"])
def test_showing_up_elsewhere_is_answered_and_changes_nothing(step: str) -> None:
    stage = exchange("Anna", "Ville")
    assert stage.presses("Anna", "arrive", step).code is Code.UNKNOWN
    stage.goes_to("nostot")
    assert stage.presses("Anna", "arrive", "joo-ja").code is Code.TOO_LATE


def test_whoever_writes_last_sees_that_all_turns_are_done() -> None:
    stage = exchange("Anna", "Ville")
    first, second = pair_of(stage, "Anna")
    stage.says(first, "Osaat kuunnella")
    stage.says(second, "Joo, ja opin sen kotona")
    stage.says(second, "Osaat selittää")
    stage.says(first, "Joo, ja pidän siitä")
    last = card(stage, first)
    assert (last.live, last.done, last.text) == (False, True, "Joo, ja pidän siitä")
    assert stage.posted_to(first) == ()
    assert not [one for one in stage.sees(second) if isinstance(one, ExchangeCard) and one.done]

    stage.presses("Maija", "next")
    assert not card(stage, first).done


def test_a_card_on_which_somebody_waited_does_not_say_whose_turn_it_was() -> None:
    stage = exchange("Anna", "Ville")
    first, second = pair_of(stage, "Anna")
    stage.says(first, "Osaat kuunnella")
    waited, answering = (one for one in stage.sees(second) if isinstance(one, ExchangeCard))
    assert (waited.live, waited.turn_of) == (False, "")
    assert (answering.live, answering.your_turn) == (True, True)


def test_the_way_back_of_those_who_did_not_show_up_ends_with_the_step() -> None:
    stage = exchange("Anna", "Ville", "Liisa", "Pekka")
    for name in ("Anna", "Ville", "Liisa"):
        stage.presses(name, "arrive")
    stage.waits(minutes=2)
    assert card(stage, "Pekka").live
    stage.presses("Maija", "next")
    assert not card(stage, "Pekka").live
