"""Planning as conversations: ticks, a new proposal, one step at a time, cuts, wishes, planned breaks."""

from __future__ import annotations

from datetime import timedelta

import pytest

from dialogs import events as e
from dialogs import messages as m
from dialogs.facts import AgendaItem, Paused
from dialogs.planner import Mode, Wish
from dialogs.receipts import DONE, Code, Receipt
from tests.support.stage import Stage, edition
from tests.support.stage_watch import pid

FIVE = ("Anna", "Ville", "Liisa", "Pekka", "Oona")
PICTURE = {"choice.kuvio": "voimavarakukka"}


def planned(minutes: int = 180, mode: Mode = Mode.ROOM, number: str = "1") -> Stage:
    return Stage(edition=edition(number), wish=Wish(minutes, mode))


def item(stage: Stage, step: str) -> AgendaItem:
    return next(one for one in stage.session.agenda if one.step == step)


def ticked(stage: Stage, *without: str) -> tuple[str, ...]:
    return tuple(one for one in stage.session.on_agenda if one not in without)


def panel(stage: Stage) -> m.Cockpit:
    return stage.card("Maija", m.Cockpit)


def to_mend(verb: str, **values: str) -> dict[str, str]:
    """What has to be mended in a form that Maija sends."""
    stage = Stage()
    stage.submits("Maija", verb, **values)
    assert stage.turn.facts == ()
    return stage.errors


# --- a new proposal -------------------------------------------------------------------------------


def test_before_the_start_it_is_planned_anew_for_another_time_and_place() -> None:
    stage = Stage()
    stage.joins(*FIVE)
    assert stage.opens("Maija", "plan") == m.PlanForm("s1", 0, "room", (60, 90, 120, 150, 180, 240, 300, 420))
    assert stage.sends("Maija", "plan", length="240", mode="remote") == DONE
    assert (panel(stage).length, panel(stage).mode) == (240, "remote")
    assert [line.step for line in panel(stage).agenda if line.new_sitting] != []
    assert stage.card("", m.Lobby).minutes > 120


def test_after_the_start_time_has_been_spent_and_only_single_steps_change() -> None:
    stage = Stage()
    stage.begins(*FIVE)
    assert stage.opens("Maija", "plan") == Receipt(Code.ALREADY_STARTED)
    assert stage.happens(e.Replanned(pid("Maija"), 240, "remote")) == Receipt(Code.ALREADY_STARTED)
    assert stage.session.length == 0


@pytest.mark.parametrize(
    ("values", "mend"),
    [
        ({"length": "", "mode": "room"}, "length"),
        ({"length": "125", "mode": "room"}, "length"),
        ({"length": "²", "mode": "room"}, "length"),
        ({"length": "120", "mode": "moon"}, "mode"),
    ],
)
def test_nonsense_is_asked_again(values: dict[str, str], mend: str) -> None:
    assert to_mend("plan", **values) == {mend: "choose"}


@pytest.mark.parametrize("verb", ["plan", "item", "agenda"])
def test_only_facilitators_plan_and_nobody_after_the_end(verb: str) -> None:
    stage = Stage()
    stage.joins("Anna")
    assert stage.opens("Anna", verb) == Receipt(Code.FACILITATORS_ONLY, names=("Maija",))
    stage.presses("Maija", "end")
    assert stage.opens("Maija", verb) == Receipt(Code.CLOSED)


# --- one step -------------------------------------------------------------------------------------


def test_a_step_gets_other_minutes_a_break_and_another_day_after_it() -> None:
    stage = Stage()
    assert stage.sends("Maija", "item", step="alustus", minutes="20", pause="15", sitting="yes") == DONE
    assert item(stage, "alustus") == AgendaItem("alustus", on=True, minutes=20, pause=15, new_sitting=True)
    assert stage.sends("Maija", "item", step="alustus", minutes="", pause="", sitting="") == DONE
    assert item(stage, "alustus") == AgendaItem("alustus", on=True, minutes=20, pause=15, new_sitting=True)
    assert stage.sends("Maija", "item", step="alustus", pause="0", sitting="no") == DONE
    assert item(stage, "alustus") == AgendaItem("alustus", on=True, minutes=20)


@pytest.mark.parametrize("minutes", ["0", "481", "-5", "2.5", "²", "٣", "9" * 5000, "kymmenen"])
def test_minutes_are_a_number_between_one_and_eight_hours(minutes: str) -> None:
    assert to_mend("item", step="alustus", minutes=minutes) == {"minutes": "minutes"}


def test_a_step_that_is_not_there_is_asked_again() -> None:
    assert to_mend("item", step="no-such") == {"step": "choose"}
    assert Stage().happens(e.ItemChanged(pid("Maija"), "no-such", 5, 0, "", new_sitting=False)).code is (
        Code.UNKNOWN
    )


def test_a_step_moves_past_its_neighbour_on_the_agenda() -> None:
    stage = Stage()
    stage.sends("Maija", "agenda", steps=ticked(stage, "tulevaisuustaidot"), **PICTURE)
    assert stage.sends("Maija", "item", step="moniosaaja", move="earlier") == DONE
    assert stage.session.on_agenda[:4] == ("toimintatavat", "alustus", "moniosaaja", "muutoskeskustelu")
    assert stage.sends("Maija", "item", step="moniosaaja", move="later") == DONE
    assert stage.session.on_agenda[:4] == ("toimintatavat", "alustus", "muutoskeskustelu", "moniosaaja")


@pytest.mark.parametrize(
    ("step", "move"),
    [
        ("nostot", "earlier"),  # before the grid that it picks from
        ("voimavararuudukko", "later"),  # after what is picked from it
        ("voimavarakukka", "later"),  # after the closing
        ("lopetus", "earlier"),
        ("toimintatavat", "earlier"),  # before the first
        ("lopetus", "later"),
    ],
)
def test_an_order_that_cannot_be_is_refused_and_changes_nothing(step: str, move: str) -> None:
    stage = Stage()
    assert stage.sends("Maija", "item", step=step, move=move) == Receipt(Code.NOT_THAT_ORDER)
    assert stage.turn.facts == ()


# --- on the way -----------------------------------------------------------------------------------


def test_what_goes_on_now_cannot_be_turned_off_and_that_is_said() -> None:
    stage = Stage()
    stage.begins(*FIVE, step="muutoskeskustelu")
    steps = ticked(stage, "muutoskeskustelu", "joo-ja")
    assert stage.sends("Maija", "agenda", steps=steps, **PICTURE) == Receipt(
        Code.STAYS_ON, step="muutoskeskustelu"
    )
    assert "muutoskeskustelu" in stage.session.on_agenda
    assert "joo-ja" not in stage.session.on_agenda


def test_in_the_closing_round_the_rest_can_be_ticked_as_one_likes() -> None:
    stage = Stage()
    stage.begins(*FIVE, step="lopetus")
    assert stage.sends("Maija", "agenda", steps=ticked(stage), **PICTURE) == DONE


def test_what_has_begun_keeps_its_place() -> None:
    stage = Stage()
    stage.begins(*FIVE, step="muutoskeskustelu")
    for step, move in (("muutoskeskustelu", "later"), ("alustus", "later"), ("alustus", "")):
        refused = stage.sends("Maija", "item", step=step, minutes="7", move=move)
        assert refused == Receipt(Code.PLACE_IS_FIXED, step=step)
    assert stage.sends("Maija", "item", step="tulevaisuustaidot", move="earlier") == Receipt(
        Code.NOT_THAT_ORDER
    )
    assert stage.sends("Maija", "item", step="tulevaisuustaidot", move="later") == DONE
    stage.presses("Maija", "next")
    assert stage.session.current == "moniosaaja"


def test_new_minutes_of_what_goes_on_move_its_end() -> None:
    stage = Stage()
    stage.begins(*FIVE, step="muutoskeskustelu")
    stage.waits(10)
    assert stage.sends("Maija", "item", step="muutoskeskustelu", minutes="25") == DONE
    assert stage.run.ends_at == stage.clock + timedelta(minutes=15)
    stage.sends("Maija", "item", step="muutoskeskustelu", minutes="5")
    assert stage.run.ends_at == stage.clock + timedelta(minutes=1)
    stage.waits(2)
    assert stage.run.over


def test_what_is_turned_on_after_its_place_has_passed_comes_next() -> None:
    stage = Stage()
    stage.sends("Maija", "agenda", steps=ticked(stage, "muutoskeskustelu", "tulevaisuustaidot"), **PICTURE)
    stage.begins(*FIVE, step="joo-ja")
    steps = (*ticked(stage), "muutoskeskustelu", "tulevaisuustaidot")
    assert stage.sends("Maija", "agenda", steps=steps, **PICTURE) == DONE
    assert stage.session.on_agenda[3:7] == (
        "joo-ja",
        "muutoskeskustelu",
        "tulevaisuustaidot",
        "voimavararuudukko",
    )
    stage.presses("Maija", "next")
    assert stage.session.current == "muutoskeskustelu"
    stage.presses("Maija", "back")
    assert stage.session.current == "joo-ja"


def test_a_past_step_that_is_turned_off_keeps_what_was_written() -> None:
    stage = Stage()
    stage.begins(*FIVE, step="muutoskeskustelu")
    stage.writes("Anna", "Etätyö")
    stage.presses("Maija", "next")
    assert stage.sends("Maija", "agenda", steps=ticked(stage, "muutoskeskustelu"), **PICTURE) == DONE
    assert stage.session.won_back == 0
    stage.presses("Maija", "back")
    assert stage.session.current == "alustus"
    stage.presses("Maija", "end")
    assert "Etätyö" in repr(stage.sees("Maija"))


def test_without_what_it_needs_a_step_says_what_to_do_and_nothing_breaks() -> None:
    stage = Stage()
    stage.begins(*FIVE, step="joo-ja")
    stage.sends("Maija", "agenda", steps=ticked(stage, "voimavararuudukko"), **PICTURE)
    assert [(one.concern, one.step) for one in panel(stage).cautions] == [("missing_source", "nostot")]
    stage.goes_to("nostot")
    assert stage.opens("Anna", "pick").code is Code.NOTHING_THERE  # type: ignore[union-attr]
    stage.goes_to("lopetus")
    stage.presses("Maija", "next")
    assert stage.session.closed


# --- cuts -----------------------------------------------------------------------------------------


def test_the_proposed_cut_is_taken_with_one_press() -> None:
    stage = planned(75)
    stage.joins(*FIVE)
    stage.sends("Maija", "item", step="voimavararuudukko", minutes="60")
    (cut,) = panel(stage).cuts
    assert (cut.step, cut.before, cut.after) == ("voimavararuudukko", 60, 30)
    assert stage.presses("Maija", "cut") == DONE
    assert panel(stage).cuts == ()
    assert item(stage, "voimavararuudukko").minutes == 30
    assert stage.presses("Anna", "cut") == Receipt(Code.FACILITATORS_ONLY, names=("Maija",))


def test_a_late_workshop_is_offered_a_cut_and_an_old_button_does_nothing() -> None:
    stage = Stage()
    stage.begins(*FIVE, step="muutoskeskustelu")
    old = (str(stage.session.visit - 1),)
    stage.waits(40)
    stage.presses("Anna", "ready")
    assert panel(stage).late_minutes >= 5
    assert panel(stage).cuts != ()
    assert stage.presses("Maija", "cut", *old) == Receipt(Code.OLD_CARD)
    before = panel(stage).late_minutes
    assert stage.presses("Maija", "cut") == DONE
    assert panel(stage).late_minutes < before


def test_skipping_takes_no_break() -> None:
    stage = planned()
    stage.begins(*FIVE, step=paused_after(stage))
    stage.presses("Maija", "skip")
    assert stage.session.stage is m.Stage.RUNNING


# --- wishes ---------------------------------------------------------------------------------------


def test_people_wish_for_optional_steps_and_the_facilitator_sees_how_many() -> None:
    stage = Stage()
    stage.joins("Anna", "Ville")
    form = stage.opens("Anna", "wish")
    assert form == m.WishForm("s1", ("muutoskeskustelu", "tulevaisuustaidot", "joo-ja"), ())
    assert stage.sends("Anna", "wish", steps=("joo-ja",)) == Receipt(Code.SAVED)
    hostile = ("joo-ja", "muutoskeskustelu", "alustus", "no-such")
    assert stage.sends("Ville", "wish", steps=hostile) == Receipt(Code.SAVED)
    wishes = {line.step: line.wishes for line in panel(stage).agenda if line.wishes}
    assert wishes == {"joo-ja": 2, "muutoskeskustelu": 1}
    stage.sends("Anna", "wish", steps=())
    assert {line.step: line.wishes for line in panel(stage).agenda if line.wishes} == {
        "joo-ja": 1,
        "muutoskeskustelu": 1,
    }


def test_wishing_is_for_those_who_are_in_and_before_the_start() -> None:
    stage = Stage()
    stage.joins("Anna")
    assert stage.opens("Ville", "wish") == Receipt(Code.NOT_IN)
    assert stage.happens(e.Wished(pid("Ville"), ("joo-ja",))) == Receipt(Code.NOT_IN)
    stage.presses("Maija", "begin")
    assert stage.opens("Anna", "wish") == Receipt(Code.ALREADY_STARTED)
    assert stage.happens(e.Wished(pid("Anna"), ("joo-ja",))) == Receipt(Code.ALREADY_STARTED)


def test_who_is_forgotten_wishes_no_more() -> None:
    stage = Stage()
    stage.joins("Anna")
    stage.sends("Anna", "wish", steps=("joo-ja",))
    stage.forgets("Anna")
    assert pid("Anna") not in repr(stage.session)


# --- planned breaks -------------------------------------------------------------------------------


def paused_after(stage: Stage) -> str:
    return next(one.step for one in stage.session.agenda if one.pause)


def test_a_planned_break_comes_with_next_and_goes_on_with_the_next_step() -> None:
    stage = planned()
    step = paused_after(stage)
    stage.begins(*FIVE, step=step)
    after = stage.session.on_agenda[stage.session.on_agenda.index(step) + 1]
    assert stage.presses("Maija", "next") == Receipt(Code.PAUSED)
    (fact,) = stage.turn.facts
    assert isinstance(fact, Paused)
    assert fact.until == stage.clock + timedelta(minutes=item(stage, step).pause)
    assert panel(stage).stage is m.Stage.PAUSED
    assert stage.timers == {}
    stage.waits(20)
    assert stage.presses("Maija", "resume") == DONE
    assert (stage.session.stage, stage.session.current) == (m.Stage.RUNNING, after)
    stage.presses("Maija", "back")
    assert stage.presses("Maija", "next") == DONE
    assert stage.session.current == after


def test_the_break_may_be_cut_short_with_next() -> None:
    stage = planned()
    stage.begins(*FIVE, step=paused_after(stage))
    stage.presses("Maija", "next")
    assert stage.presses("Maija", "next") == DONE
    assert stage.session.stage is m.Stage.RUNNING


def test_a_break_that_the_facilitator_takes_goes_on_with_the_same_step() -> None:
    stage = planned()
    step = paused_after(stage)
    stage.begins(*FIVE, step=step)
    stage.presses("Maija", "next")
    stage.presses("Maija", "resume")
    here = stage.session.current
    stage.presses("Maija", "pause")
    assert stage.presses("Maija", "resume").code is Code.RESUMED
    assert stage.session.current == here


def test_another_day_begins_when_somebody_says_so_even_without_a_break() -> None:
    stage = Stage()
    stage.sends("Maija", "item", step="alustus", sitting="yes")
    stage.begins(*FIVE, step="alustus")
    assert stage.presses("Maija", "next") == Receipt(Code.PAUSED)
    (fact,) = stage.turn.facts
    assert isinstance(fact, Paused)
    assert fact.until is None
    stage.writes("Anna", "Vielä tästä päivästä")
    stage.waits(minutes=24 * 60)
    assert stage.session.stage is m.Stage.PAUSED
    stage.presses("Maija", "resume")
    assert stage.session.current == "muutoskeskustelu"
    assert panel(stage).late_minutes == 0


def test_people_come_and_go_in_a_break() -> None:
    stage = planned()
    stage.begins(*FIVE, step=paused_after(stage))
    stage.presses("Maija", "next")
    stage.joins("Tuuli")
    stage.presses("Ville", "leave")
    stage.presses("Maija", "resume")
    stage.goes_to("voimavararuudukko")
    assert {one for group in stage.groups() for one in group} == {"Tuuli", *FIVE} - {"Ville"}
