"""From a workshop's card to an experiment that somebody answers for."""

from __future__ import annotations

from datetime import date

import pytest

from dialogs.journey.area import Mend
from dialogs.journey.experiments import messages as m
from dialogs.journey.experiments.messages import ExperimentLine, Shown
from dialogs.journey.experiments.state import Stage
from dialogs.receipts import Code, Receipt
from tests.dialogs.journey.experiments.agreeing import PICKS, WORDS, agreed, one, team, tries
from tests.support.journey_stage import JourneyStage
from tests.support.stage_watch import pid

REVIEW = date(2027, 3, 1)
TEXT = WORDS["what"]


def test_from_the_closing_card_to_an_agreed_experiment() -> None:
    stage = team()
    asked = stage.opens("Anna", "try-from", origin="s1")
    assert asked == m.TryFromForm(
        "s1", tuple((f"p/s1/nostot/{pick.note}", pick.text, False) for pick in PICKS)
    )

    stage.submits("Anna", "try-from", origin="s1", source="p/s1/nostot/n1")
    form = stage.answer
    assert isinstance(form, m.TryForm)
    assert (form.journey, form.args, form.what) == ("s1", ("s1", "nostot", "n1"), PICKS[0].text)
    assert (form.owner, form.starts, form.review) == (pid("Anna"), date(2027, 2, 2), date(2027, 2, 22))

    assert tries(stage, "Anna", *form.args, origin="s1", owner="Omar") == Receipt(
        Code.TRY_ASKED, names=("Omar",)
    )
    line = ExperimentLine("1", TEXT, Shown.ASKED, "Omar", date(2027, 2, 8), accepted=False)
    assert stage.card("", m.ExperimentsBoard).lines == (line,)
    card = stage.card("Omar", m.ExperimentCard)
    assert card.asked
    assert card.verbs[:2] == ("try-yes", "try-no")

    assert stage.presses("Omar", "try-yes", "1") == Receipt(Code.TRY_TAKEN)
    assert stage.card("", m.ExperimentsBoard).lines[0].shown is Shown.AGREED
    assert not stage.card("Omar", m.ExperimentCard).asked


def test_who_takes_it_on_oneself_need_not_accept() -> None:
    stage = team()
    assert tries(stage, "Anna") == Receipt(Code.TRY_AGREED)
    assert one(stage).stage is Stage.AGREED
    assert stage.card("Anna", m.ExperimentCard).view.owner == "Anna"


def test_without_anything_to_choose_from_the_form_comes_at_once() -> None:
    stage = JourneyStage()
    stage.says("Anna", "kokeilut")
    form = stage.opens("Anna", "try-from")
    assert isinstance(form, m.TryForm)
    assert (form.args, form.what, form.people) == ((), "", ((pid("Anna"), "Anna"),))


def test_the_command_shows_the_board_and_begins_a_journey() -> None:
    stage = JourneyStage()
    stage.says("Anna", "försök")
    assert stage.answer == m.ExperimentsBoard("j1", date(2027, 2, 1))
    assert stage.journey.members == (pid("Anna"),)


def test_a_text_after_the_command_is_a_decision_as_it_was_typed() -> None:
    stage = team()
    stage.says("Anna", "Kokeilu Perjantain  Tilannekuva <!channel>")
    assert stage.answer == m.DecisionKept("j1", ("Perjantain Tilannekuva <!channel>",), "1")
    assert stage.card("", m.ExperimentsBoard).decisions == ("Perjantain Tilannekuva <!channel>",)

    form = stage.opens("Anna", "try", "1")
    assert form.what == "Perjantain Tilannekuva <!channel>"
    tries(stage, "Anna", "1", what=form.what)
    assert one(stage).decision == "1"
    assert stage.card("", m.ExperimentsBoard).decisions == ()


def test_a_text_that_is_too_long_for_a_command_is_not_kept() -> None:
    stage = team()
    assert stage.says("Anna", "kokeilu " + "a" * 301) == Receipt(Code.TRY_TOO_LONG, n=300)
    assert stage.channel == ()


def test_picks_become_decisions_once() -> None:
    stage = team()
    picks = ("p/s1/nostot/n1", "p/s1/nostot/n3", "p/s9/nostot/n1", "x")
    stage.sends("Maija", "decide", picks=picks, text="Kokous alkaa viisi yli", nonce="nonce-a")
    texts = (PICKS[0].text, PICKS[2].text, "Kokous alkaa viisi yli")
    assert stage.answer == m.DecisionKept("j1", texts)
    assert stage.submits("Maija", "decide", picks=picks, nonce="nonce-a") == Receipt(Code.ALREADY_SAVED)

    sources = stage.opens("Anna", "try-from").sources
    assert sources == (
        ("d/3", "Kokous alkaa viisi yli", True),
        ("d/2", PICKS[2].text, True),
        ("d/1", PICKS[0].text, True),
        ("p/s1/nostot/n2", PICKS[1].text, False),
    )
    tries(stage, "Anna", "s1", "nostot", "n1")
    assert one(stage).decision == "1"


def test_a_decision_of_nothing_says_what_is_missing() -> None:
    stage = team()
    stage.sends("Maija", "decide", picks=(), text="  ")
    assert stage.errors == {"text": "empty"}


def test_who_cannot_take_it_leaves_it_to_others() -> None:
    stage = team()
    tries(stage, "Anna", owner="Omar")
    assert stage.presses("Omar", "try-no", "1") == Receipt(Code.TRY_DECLINED)
    assert one(stage).stage is Stage.IDEA
    assert stage.card("", m.ExperimentsBoard).lines[0].shown is Shown.OWNERLESS
    for name in ("Maija", "Anna"):
        assert stage.card(name, m.OwnerSoughtCard).seeking

    assert stage.presses("Sari", "try-yes", "1") == Receipt(Code.TRY_TAKEN)
    assert one(stage).stage is Stage.AGREED
    assert not stage.card("Maija", m.OwnerSoughtCard).seeking
    assert stage.presses("Omar", "try-yes", "1") == Receipt(Code.TRY_OWNED, names=("Sari",))


def test_the_facilitator_names_another_who_then_accepts() -> None:
    stage = team()
    tries(stage, "Anna", owner="Omar")
    stage.presses("Omar", "try-no", "1")
    assert stage.sends("Maija", "try-owner", "1", owner=pid("Sari")) == Receipt(
        Code.TRY_ASKED, names=("Sari",)
    )
    assert stage.card("Sari", m.ExperimentCard).asked
    assert {name for name, _ in stage.dues("experiment/1")} == {"Sari"}
    stage.presses("Sari", "try-yes", "1")
    assert one(stage).accepted


def test_names_nobody_who_is_not_there() -> None:
    stage = agreed()
    stage.sends("Maija", "try-owner", "1", owner=pid("Ville"))
    assert stage.errors == {"owner": "choose"}


def test_a_form_sent_twice_is_one_experiment() -> None:
    stage = team()
    tries(stage, "Anna", nonce="nonce-x")
    assert tries(stage, "Anna", nonce="nonce-x") == Receipt(Code.ALREADY_SAVED)
    assert len(stage.journey.experiments.all) == 1


@pytest.mark.parametrize(
    ("values", "errors"),
    [
        ({"what": " "}, {"what": "empty"}),
        ({"what": "a" * 301}, {"what": "too_long"}),
        ({"sign": "b" * 9000}, {"sign": "too_long"}),
        ({"starts": "1.1.2027"}, {"starts": Mend("date_past")}),
        ({"starts": ""}, {"starts": "date_empty"}),
        ({"starts": "joskus"}, {"starts": Mend("date_unknown")}),
        ({"review": "1.3.2030"}, {"review": Mend("date_too_far")}),
        ({"review": "8.2.2027"}, {"review": "review_first"}),
        ({"starts": "huomenna", "review": "tänään"}, {"review": "review_first"}),
        (
            {"starts": "ensi torstaina"},
            {"starts": Mend("date_ambiguous", (date(2027, 2, 4), date(2027, 2, 11)))},
        ),
        (
            {"what": "", "starts": "?", "review": "eilen"},
            {"what": "empty", "starts": Mend("date_unknown"), "review": Mend("date_past")},
        ),
    ],
)
def test_slips_are_named_field_by_field(values: dict[str, str], errors: dict[str, object]) -> None:
    stage = team()
    tries(stage, "Anna", **values)
    assert stage.errors == errors
    assert not stage.journey.experiments.all
    assert stage.channel == ()


def test_an_owner_from_elsewhere_is_not_taken() -> None:
    stage = team()
    tries(stage, "Anna", owner="Ville")
    assert stage.errors == {"owner": "choose"}


def test_days_in_words_are_those_of_the_team() -> None:
    stage = team()
    tries(stage, "Anna", starts="ensi maanantaina", review="viikolla 9")
    assert (one(stage).starts, one(stage).review) == (date(2027, 2, 8), REVIEW)


def test_hostile_words_stay_words() -> None:
    stage = team()
    said = "<!channel> @all **x** </at> \u202eabc"
    tries(stage, "Anna", what=said)
    assert stage.card("", m.ExperimentsBoard).lines[0].what == "<!channel> @all **x** </at> abc"


@pytest.mark.parametrize("args", [("99",), ("s9", "nostot", "n1"), ("s1", "nostot", "n99"), ("x", "y")])
def test_what_is_not_there_cannot_be_tried(args: tuple[str, ...]) -> None:
    stage = team()
    assert stage.opens("Anna", "try", *args) == Receipt(Code.UNKNOWN)
    assert stage.submits("Anna", "try", *args, what="x") == Receipt(Code.UNKNOWN)


def test_words_that_are_the_picks_own_are_written_down_once() -> None:
    stage = team()
    tries(stage, "Omar", "s1", "nostot", "n1", what=PICKS[0].text)
    assert stage.card("", m.ExperimentsBoard).lines[0].what == PICKS[0].text
    stage.forgets("Anna")
    assert PICKS[0].text not in repr((stage.facts, stage.standing))
    assert stage.card("", m.ExperimentsBoard).lines[0].what == ""


def test_so_many_can_be_open_as_can_be_chosen_from() -> None:
    stage = team()
    stage.thorough = False
    for _ in range(100):
        tries(stage, "Anna")
    assert tries(stage, "Anna") == Receipt(Code.TRY_FULL)
    assert len(stage.opens("Anna", "try-open").experiments) == 100


def test_a_decision_that_was_a_slip_goes_off_the_board() -> None:
    stage = team()
    stage.says("Anna", "kokeilu asdf")
    stage.says("Omar", "kokeilu Aamun rauha")
    assert stage.opens("Sari", "undecide") == Receipt(Code.NOTHING_THERE)
    assert stage.opens("Anna", "undecide").decisions == (("1", "asdf"),)
    assert stage.submits("Anna", "undecide", decisions=("1", "2", "9")) == Receipt(Code.DELETED)
    assert stage.card("", m.ExperimentsBoard).decisions == ("Aamun rauha",)
    assert stage.opens("Anna", "try", "1") == Receipt(Code.UNKNOWN)
    assert stage.submits("Sari", "undecide", decisions=("2",)) == Receipt(Code.NOTHING_THERE)
    stage.sends("Maija", "undecide", decisions=("2",))
    assert stage.card("", m.ExperimentsBoard).decisions == ()


def test_a_pick_whose_decision_was_removed_can_be_decided_again() -> None:
    stage = team()
    stage.sends("Maija", "decide", picks=("p/s1/nostot/n1",))
    assert ("p/s1/nostot/n1", PICKS[0].text, False) not in stage.opens("Anna", "try-from").sources
    stage.sends("Maija", "undecide", decisions=("1",))
    assert stage.opens("Anna", "try-from").sources[0] == ("p/s1/nostot/n1", PICKS[0].text, False)
    tries(stage, "Anna", "s1", "nostot", "n1")
    assert one(stage).decision == "2"


def test_of_a_decision_whose_experiment_was_given_up_another_can_be_made() -> None:
    stage = agreed()
    stage.presses("Omar", "try-drop", "1")
    assert stage.card("", m.ExperimentsBoard).decisions == (TEXT,)
    assert stage.opens("Anna", "try-from").sources[0] == ("d/1", TEXT, True)
    tries(stage, "Anna", "1")
    assert stage.card("", m.ExperimentsBoard).decisions == ()
    assert one(stage, "2").decision == "1"
