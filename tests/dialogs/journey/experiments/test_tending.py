"""An experiment on its way: reminded of, told of, moved, changed, given up, handed over."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from dialogs.journey.experiments import messages as m
from dialogs.journey.experiments.messages import ExperimentLine, ExperimentNudge, Shown
from dialogs.journey.experiments.state import Stage
from dialogs.receipts import Code, Receipt
from tests.dialogs.journey.experiments.agreeing import WORDS, agreed, due, one, running, team, tries
from tests.support.stage_watch import pid

ITEM = "experiment/1"
TEXT = WORDS["what"]


def morning(month: int, day: int) -> datetime:
    """Nine o'clock in Helsinki, in winter."""
    return datetime(2027, month, day, 7, 0, tzinfo=UTC)


DUES = {
    ("Omar", "first_step"): morning(2, 8),
    ("Omar", "half_way"): morning(2, 18),
    ("Omar", "day_before"): morning(2, 26),
    ("Omar", "review"): morning(3, 1),
}


def test_only_the_owner_is_reminded_and_in_working_hours() -> None:
    assert agreed().dues(ITEM) == DUES


def test_it_begins_on_its_first_day() -> None:
    stage = agreed()
    stage.until("2027-02-07", 23)
    assert one(stage).stage is Stage.AGREED
    stage.until("2027-02-08", 0)
    assert one(stage).stage is Stage.RUNNING
    assert stage.card("", m.ExperimentsBoard).lines[0].shown is Shown.RUNNING


def test_a_first_step_that_is_done_is_not_asked_for_again() -> None:
    stage = running()
    assert stage.reminded("Omar") == {
        (ITEM, "first_step"): ExperimentNudge(
            "first_step",
            "1",
            TEXT,
            WORDS["first"],
            WORDS["sign"],
            date(2027, 3, 1),
            date(2027, 2, 8),
        )
    }
    assert stage.presses("Omar", "try-first", "1") == Receipt(Code.TRY_FIRST_DONE)
    assert stage.reminded("Omar") == {}
    assert {kind for _, kind in stage.dues(ITEM)} == {"half_way", "day_before", "review"}


def test_not_yet_is_an_answer_too() -> None:
    stage = running()
    assert stage.presses("Omar", "try-later", "1") == Receipt(Code.TRY_NOT_YET)
    assert stage.reminded("Omar") == {}
    assert ("Omar", "half_way") in stage.dues(ITEM)


def test_who_needs_help_is_heard_by_those_who_can_give_it() -> None:
    stage = team()
    tries(stage, "Anna", owner="Omar", takers=(pid("Sari"), pid("Ville")))
    stage.presses("Omar", "try-yes", "1")
    stage.until("2027-02-08")
    assert stage.presses("Omar", "try-help", "1") == Receipt(Code.TRY_HELP, names=("Sari", "Maija"))
    for name in ("Sari", "Maija"):
        (card,) = stage.posted_to(name)
        assert isinstance(card, m.HelpCard)
        assert (card.name, card.view.what) == ("Omar", TEXT)
    assert stage.posted_to("Anna") == ()
    assert stage.reminded("Omar") == {}


def test_notes_along_the_way_show_no_name() -> None:
    stage = running()
    assert stage.sends("Sari", "try-note", "1", text="Kaksi perjantaita toimi") == Receipt(Code.TRY_NOTED)
    card = stage.card("Omar", m.ExperimentCard)
    assert card.view.notes == ((date(2027, 2, 8), "Kaksi perjantaita toimi"),)
    assert "Sari" not in repr(card)


def test_the_owners_note_answers_how_it_goes() -> None:
    stage = running()
    stage.presses("Omar", "try-first", "1")
    stage.until("2027-02-18")
    assert list(stage.reminded("Omar")) == [(ITEM, "half_way")]
    stage.sends("Sari", "try-note", "1", text="Hyvin")
    assert list(stage.reminded("Omar")) == [(ITEM, "half_way")]
    stage.sends("Omar", "try-note", "1", text="Hyvin", nonce="nonce-n")
    assert stage.reminded("Omar") == {}
    assert stage.submits("Omar", "try-note", "1", text="Hyvin", nonce="nonce-n") == Receipt(
        Code.ALREADY_SAVED
    )
    assert len(one(stage).notes) == 2


def test_a_moved_review_moves_its_reminders_and_is_remembered() -> None:
    stage = running()
    form = stage.opens("Omar", "try-move", "1")
    assert (form.starts, form.review) == (None, date(2027, 3, 1))
    assert stage.submits("Omar", "try-move", "1", review="8.3.") == Receipt(Code.TRY_MOVED)
    assert stage.dues(ITEM) == {
        ("Omar", "half_way"): morning(2, 22),
        ("Omar", "day_before"): morning(3, 5),
        ("Omar", "review"): morning(3, 8),
    }
    stage.presses("Omar", "try-trace", "1")
    trace = stage.answer
    assert isinstance(trace, m.Trace)
    assert [(change.kind, change.day) for change in trace.changes] == [("review", date(2027, 3, 8))]


def test_before_it_begins_its_first_day_can_be_moved_too() -> None:
    stage = agreed()
    assert stage.opens("Omar", "try-move", "1").starts == date(2027, 2, 8)
    stage.submits("Omar", "try-move", "1", starts="10.2.", review="10.2.")
    assert stage.errors == {"review": "review_first"}
    stage.submits("Omar", "try-move", "1", starts="10.2.", review="10.3.")
    assert (one(stage).starts, one(stage).review) == (date(2027, 2, 10), date(2027, 3, 10))
    stage.until("2027-02-09", 23)
    assert one(stage).stage is Stage.AGREED
    stage.until("2027-02-10", 0)
    assert one(stage).stage is Stage.RUNNING


def test_everything_can_be_put_otherwise() -> None:
    stage = agreed()
    stage.sends(
        "Maija",
        "try-edit",
        "1",
        **{**WORDS, "what": "Torstain tilannekuva", "sign": ""},
        owner=pid("Sari"),
        takers=(pid("Anna"),),
        starts="9.2.",
        review="1.3.",
    )
    assert stage.receipt == Receipt(Code.TRY_CHANGED)
    view = stage.card("Sari", m.ExperimentCard).view
    assert (view.what, view.sign, view.owner, view.takers) == ("Torstain tilannekuva", "", "Sari", ("Anna",))
    assert (view.shown, view.starts) == (Shown.ASKED, date(2027, 2, 9))
    assert {name for name, _ in stage.dues(ITEM)} == {"Sari"}
    assert stage.card("Omar", m.ExperimentCard).view.owner == "Sari"
    stage.presses("Anna", "try-trace", "1")
    trace = stage.answer
    assert isinstance(trace, m.Trace)
    assert [change.kind for change in trace.changes] == ["words", "takers", "owner", "starts"]


def test_the_first_day_cannot_be_moved_to_a_review_that_stays() -> None:
    stage = agreed()
    values = {**WORDS, "starts": "1.3.", "review": "", "owner": pid("Omar")}
    stage.sends("Maija", "try-edit", "1", **values)
    assert stage.errors == {"review": "review_first"}
    assert one(stage).starts == date(2027, 2, 8)


def test_what_is_not_changed_stays_with_who_wrote_it() -> None:
    stage = agreed()
    values = {**WORDS, "sign": "Hiljaista", "starts": "8.2.", "review": "1.3.", "owner": pid("Omar")}
    stage.sends("Maija", "try-edit", "1", **values)
    stage.forgets("Anna")
    view = stage.card("Omar", m.ExperimentCard).view
    assert (view.what, view.moment, view.sign) == ("", "", "Hiljaista")


def test_what_has_not_begun_can_be_given_up() -> None:
    stage = agreed()
    assert stage.presses("Omar", "try-drop", "1") == Receipt(Code.TRY_DROPPED)
    assert stage.dues(ITEM) == {}
    assert stage.timers == {}
    board = stage.card("", m.ExperimentsBoard)
    assert (board.lines, board.over) == ((), ())
    assert stage.card("Omar", m.ExperimentCard).verbs == ("try-trace",)
    for verb in ("try-yes", "try-no", "try-first", "try-later", "try-help", "try-drop", "try-established"):
        assert stage.presses("Omar", verb, "1") == Receipt(Code.TRY_OVER)
    for form in ("try-edit", "try-note", "try-move", "try-owner", "try-verdict"):
        assert stage.opens("Omar", form, "1") == Receipt(Code.TRY_OVER)


def test_what_has_begun_is_judged_instead() -> None:
    stage = running()
    assert stage.presses("Omar", "try-drop", "1") == Receipt(Code.TRY_BEGUN)


def test_only_those_whose_it_is_change_it() -> None:
    stage = running()
    refused = Receipt(Code.TRY_KEEPERS_ONLY, names=("Omar", "Maija"))
    for form in ("try-edit", "try-move", "try-owner", "try-verdict"):
        assert stage.opens("Sari", form, "1") == refused
        assert stage.submits("Sari", form, "1", verdict="stop", review="8.3.") == refused
    for verb in ("try-first", "try-later", "try-drop", "try-established"):
        assert stage.presses("Sari", verb, "1") == refused
    assert one(stage).stage is Stage.RUNNING


@pytest.mark.parametrize(
    "verb",
    [
        "try-yes",
        "try-no",
        "try-first",
        "try-later",
        "try-help",
        "try-drop",
        "try-established",
        "try-show",
        "try-trace",
    ],
)
@pytest.mark.parametrize("args", [("99",), (), ("1", "2"), ("x",)])
def test_what_does_not_exist_cannot_be_pressed(verb: str, args: tuple[str, ...]) -> None:
    assert running().presses("Omar", verb, *args) == Receipt(Code.UNKNOWN)


@pytest.mark.parametrize("form", ["try-edit", "try-note", "try-move", "try-owner", "try-verdict"])
def test_forms_of_what_does_not_exist_say_so(form: str) -> None:
    stage = running()
    assert stage.opens("Omar", form, "99") == Receipt(Code.UNKNOWN)
    assert stage.submits("Omar", form, "99", text="x") == Receipt(Code.UNKNOWN)


def test_one_is_opened_from_the_board() -> None:
    stage = running()
    assert [line.id for line in stage.opens("Sari", "try-open").experiments] == ["1"]
    stage.submits("Sari", "try-open", experiment="1")
    card = stage.answer
    assert isinstance(card, m.ExperimentCard)
    assert card.verbs == ("try-note", "try-help", "try-trace")
    stage.submits("Sari", "try-open", experiment="7")
    assert stage.errors == {"experiment": "choose"}


# --- people come and go ---------------------------------------------------------------------------


def test_when_its_owner_leaves_it_waits_for_another() -> None:
    stage = running()
    stage.goes("Omar")
    assert stage.card("", m.ExperimentsBoard).lines[0].shown is Shown.OWNERLESS
    assert stage.card("Maija", m.OwnerSoughtCard).seeking
    assert {name for name, _ in stage.dues(ITEM)} == {"Maija", "Anna"}
    stage.until("2027-03-01")
    (nudge,) = (one for (_, kind), one in stage.reminded("Maija").items() if kind == "review")
    assert isinstance(nudge, ExperimentNudge)
    assert nudge.ownerless

    stage.presses("Sari", "try-yes", "1")
    assert {name for name, _ in stage.dues(ITEM)} == {"Sari"}
    assert not stage.card("Maija", m.OwnerSoughtCard).seeking


def test_an_agreed_one_waits_for_its_new_owner_to_accept() -> None:
    stage = agreed()
    stage.goes("Omar")
    assert one(stage).stage is Stage.IDEA
    stage.until("2027-02-10")
    assert one(stage).stage is Stage.IDEA
    stage.presses("Maija", "try-yes", "1")
    assert one(stage).stage is Stage.RUNNING


def test_who_leads_the_next_workshop_looks_after_what_has_no_owner() -> None:
    stage = running()
    stage.goes("Omar")
    stage.goes("Anna")
    stage.holds("Sari", leader="Ville")
    assert {name for name, _ in stage.dues(ITEM)} == {"Ville"}


def test_when_all_have_gone_whoever_comes_is_told() -> None:
    stage = running()
    for name in ("Omar", "Anna", "Maija", "Sari"):
        stage.goes(name)
    assert stage.dues(ITEM) == {}
    stage.says("Ville", "kokeilut")
    assert {name for name, _ in stage.dues(ITEM)} == {"Ville"}


def test_somebody_forgotten_leaves_the_board_as_it_should_be() -> None:
    stage = running()
    stage.sends("Sari", "try-note", "1", text="Salaisuus")
    alias = stage.forgets("Sari")
    assert one(stage).notes[0].person == alias
    assert stage.card("Omar", m.ExperimentCard).view.notes == ((date(2027, 2, 8), ""),)
    stage.forgets("Omar")
    assert stage.card("", m.ExperimentsBoard).lines[0].owner == ""
    stage.crashes()
    stage.until("2027-03-01")
    assert one(stage).stage is Stage.REVIEW


def test_an_old_card_answers_kindly_after_the_owner_has_changed() -> None:
    stage = running()
    stage.sends("Maija", "try-owner", "1", owner=pid("Sari"))
    asked = ExperimentLine("1", TEXT, Shown.RUNNING, "Sari", date(2027, 3, 1), accepted=False)
    assert stage.card("", m.ExperimentsBoard).lines == (asked,)
    assert stage.presses("Omar", "try-yes", "1") == Receipt(Code.TRY_OWNED, names=("Sari",))
    assert stage.presses("Omar", "try-no", "1") == Receipt(Code.TRY_OWNED, names=("Sari",))
    assert stage.presses("Sari", "try-no", "1") == Receipt(Code.TRY_DECLINED)
    assert stage.presses("Sari", "try-no", "1") == Receipt(Code.OLD_CARD)


def test_a_machine_that_slept_over_the_days_catches_up() -> None:
    stage = agreed()
    stage.sleeps(days=40)
    assert one(stage).stage is Stage.REVIEW
    assert stage.timers == {}
    assert ("Omar", "review") in stage.dues(ITEM)


def test_what_waits_for_judgement_is_not_put_off_by_not_yet() -> None:
    stage = due()
    before = dict(stage.reminders)
    assert stage.presses("Omar", "try-later", "1") == Receipt(Code.TRY_REVIEW_DUE)
    stage.sends("Omar", "try-note", "1", text="Vielä kesken")
    stage.presses("Omar", "try-help", "1")
    assert stage.reminders == before


def test_what_waits_for_judgement_can_be_put_otherwise_without_another_day() -> None:
    stage = due()
    assert stage.opens("Omar", "try-edit", "1").review is None
    assert stage.opens("Omar", "try-move", "1").review is None
    words = {**WORDS, "what": "Torstain tilannekuva"}
    assert stage.submits("Omar", "try-edit", "1", **words, owner=pid("Omar"), review="") == Receipt(
        Code.TRY_CHANGED
    )
    view = stage.card("Omar", m.ExperimentCard).view
    assert (view.what, view.shown) == ("Torstain tilannekuva", Shown.REVIEW)
    stage.submits("Omar", "try-move", "1", review="")
    assert stage.errors == {"review": "date_empty"}
