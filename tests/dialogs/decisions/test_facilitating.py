"""Steering: beginning, moving on and back, time, breaks, reminders, the agenda, the end."""

from __future__ import annotations

from datetime import timedelta

import pytest

from dialogs import events as e
from dialogs import messages as m
from dialogs.receipts import Code, Receipt
from tests.support.stage import Stage
from tests.support.stage_watch import pid

STEPS = (
    "toimintatavat",
    "alustus",
    "muutoskeskustelu",
    "tulevaisuustaidot",
    "moniosaaja",
    "joo-ja",
    "voimavararuudukko",
    "nostot",
    "voimavarakukka",
    "lopetus",
)


def running(step: str = "", *names: str) -> Stage:
    stage = Stage()
    stage.begins(*(names or ("Anna", "Ville", "Liisa")), step=step)
    return stage


# --- beginning ------------------------------------------------------------------------------------


def test_the_lobby_counts_who_joins_and_the_cockpit_names_them() -> None:
    stage = Stage()
    assert stage.card("", m.Lobby).names == ()
    stage.joins("Anna", "Ville")
    assert stage.card("", m.Lobby).names == ("Anna", "Ville")
    assert stage.card("Maija", m.Cockpit).here == ("Anna", "Ville")
    assert (stage.card("", m.Lobby).steps, stage.card("", m.Lobby).minutes) == (STEPS, 120)


def test_it_begins_when_somebody_is_here_and_only_once() -> None:
    stage = Stage()
    assert stage.presses("Maija", "begin").code is Code.NOBODY_HERE
    stage.joins("Anna")
    assert stage.presses("Maija", "begin").code is Code.DONE
    assert stage.presses("Maija", "begin").code is Code.ALREADY_STARTED
    assert (stage.session.current, stage.session.visit) == ("toimintatavat", 1)


def test_the_whole_way_through_and_over() -> None:
    stage = running()
    seen = [stage.session.current]
    while not stage.session.closed:
        stage.waits(seconds=30)
        stage.presses("Maija", "next")
        seen.append(stage.session.current)
    assert tuple(dict.fromkeys(seen)) == STEPS
    assert (stage.session.stage, stage.session.close_reason) == (m.Stage.CLOSED, "done")
    assert stage.timers == {}


# --- moving ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("verb", ["next", "back", "skip", "more", "remind", "regroup"])
def test_a_button_of_an_older_panel_does_nothing(verb: str) -> None:
    stage = running("joo-ja")
    old = stage.newest("Maija", verb)
    stage.presses("Maija", "next")
    assert stage.presses("Maija", verb, *old).code is Code.OLD_CARD
    assert stage.session.current == "voimavararuudukko"


def test_a_double_click_moves_one_step() -> None:
    stage = running()
    button = stage.newest("Maija", "next")
    stage.presses("Maija", "next", *button)
    stage.presses("Maija", "next", *button)
    assert stage.session.current == "alustus"


def test_only_the_newest_panel_has_buttons() -> None:
    stage = running()
    stage.goes_to("joo-ja")
    assert [one.live for one in stage.sees("Maija") if isinstance(one, m.Cockpit)] == [False] * 6 + [True]


def test_a_command_moves_on_from_wherever_it_is() -> None:
    stage = running("joo-ja")
    assert stage.happens(e.MovedOn(pid("Maija"))).code is Code.DONE
    assert stage.session.current == "voimavararuudukko"


def test_back_from_the_first_step_is_not_possible() -> None:
    stage = running()
    assert stage.presses("Maija", "back").code is Code.FIRST_STEP
    assert stage.card("Maija", m.Cockpit).can_go_back is False


def test_back_and_forth_adds_up_the_minutes() -> None:
    stage = running()
    stage.waits(3)
    stage.presses("Maija", "next")
    stage.waits(4)
    stage.presses("Maija", "back")
    stage.waits(2)
    stage.presses("Maija", "next")
    actual = {line.step: line.actual for line in stage.card("Maija", m.Cockpit).agenda}
    assert (actual["toimintatavat"], actual["alustus"]) == (5, None)


def test_what_is_skipped_is_kept_but_takes_no_time() -> None:
    stage = running("muutoskeskustelu")
    stage.writes("Anna", "Etätyö")
    stage.waits(2)
    stage.presses("Maija", "skip")
    actual = {line.step: line.actual for line in stage.card("Maija", m.Cockpit).agenda}
    assert actual["muutoskeskustelu"] is None
    assert stage.texts("muutoskeskustelu") == ("Etätyö",)
    stage.presses("Maija", "back")
    assert stage.writes("Ville", "Kiire").code is Code.SAVED


# --- time -----------------------------------------------------------------------------------------


def test_two_minutes_before_the_end_everybody_hears_and_at_the_end_the_facilitator_is_asked() -> None:
    stage = running("voimavararuudukko")
    stage.waits(33)
    assert stage.card("Maija", m.Warned).over is False
    assert stage.card("", m.TwoLeft).step == "voimavararuudukko"
    stage.waits(2)
    warned = stage.card("Maija", m.Warned)
    assert (warned.over, warned.live, warned.groups_writing, warned.groups_all) == (True, True, 1, 1)
    assert stage.card("Maija", m.Cockpit).over
    assert stage.session.current == "voimavararuudukko"


def test_no_warning_in_talk_that_nobody_does_alone_but_for_the_facilitator() -> None:
    stage = running("muutoskeskustelu")
    stage.waits(14)
    assert stage.card("Maija", m.Warned).live
    assert not [one for one in stage.channel if isinstance(one, m.TwoLeft)]


def test_five_more_minutes_close_the_question_and_ask_again_later() -> None:
    stage = running("voimavararuudukko")
    stage.waits(35)
    receipt = stage.presses("Maija", "more")
    assert receipt == Receipt(Code.TIME_ADDED, at=stage.clock + timedelta(minutes=5))
    assert [one.live for one in stage.sees("Maija") if isinstance(one, m.Warned)] == [False, False]
    stage.waits(5)
    warned = [one for one in stage.sees("Maija") if isinstance(one, m.Warned)]
    assert [(one.over, one.live) for one in warned] == [
        (False, False),
        (True, False),
        (False, False),
        (True, True),
    ]


def test_a_double_click_adds_once_and_a_second_press_adds_again() -> None:
    stage = running()
    first = stage.presses("Maija", "more")
    stage.clock += timedelta(seconds=1)
    assert stage.presses("Maija", "more") == first
    assert stage.turn.facts == ()
    stage.clock += timedelta(seconds=1)
    again = stage.presses("Maija", "more")
    assert (first.at, again.at) == (again.at - timedelta(minutes=5) if again.at else None, stage.run.ends_at)
    stage.happens(e.TimeAdded(pid("Maija"), 5))
    assert stage.run.ends_at == (again.at or stage.clock) + timedelta(minutes=5)


def test_more_time_before_the_end_is_added_to_the_end() -> None:
    stage = running("voimavararuudukko")
    end = stage.run.ends_at
    stage.waits(10)
    stage.presses("Maija", "more")
    assert stage.run.ends_at == end + timedelta(minutes=5)
    assert stage.canvas("g1").ends_at == end + timedelta(minutes=5)


@pytest.mark.parametrize(("asked", "given"), [("0", 1), ("1", 1), ("120", 120), ("999", 120)])
def test_more_time_is_one_minute_to_two_hours(asked: str, given: int) -> None:
    stage = running("voimavararuudukko")
    end = stage.run.ends_at
    stage.presses("Maija", "more", str(stage.session.visit), asked)
    assert stage.run.ends_at == end + timedelta(minutes=given)


def test_one_more_minute_asks_in_a_minute_and_does_not_say_that_two_are_left() -> None:
    stage = running("voimavararuudukko")
    stage.waits(36)
    stage.happens(e.TimeAdded(pid("Maija"), 1))
    before = len([one for one in stage.sees("Maija") if isinstance(one, m.Warned)])
    stage.waits(1)
    after = [one for one in stage.sees("Maija") if isinstance(one, m.Warned)]
    assert [one.over for one in after[before:]] == [True]


def test_a_break_keeps_the_time_that_was_left() -> None:
    stage = running("voimavararuudukko")
    stage.waits(10)
    assert stage.presses("Maija", "pause").code is Code.PAUSED
    assert stage.canvas("g1").ends_at is None
    stage.waits(60 * 20)
    assert not [one for one in stage.sees("Maija") if isinstance(one, m.Warned)]
    resumed = stage.presses("Maija", "resume")
    assert resumed == Receipt(Code.RESUMED, at=stage.clock + timedelta(minutes=25))
    assert stage.run.seconds(stage.clock) == 10 * 60
    stage.waits(24)
    assert stage.card("Maija", m.Warned).over is False


def test_people_can_write_in_a_break() -> None:
    stage = running("voimavararuudukko")
    stage.presses("Maija", "pause")
    assert stage.writes("Anna", "Kuuntelen").code is Code.SAVED


def test_after_a_break_that_began_when_time_was_over_there_are_two_minutes() -> None:
    stage = running("voimavararuudukko")
    stage.waits(36)
    stage.presses("Maija", "pause")
    stage.presses("Maija", "resume")
    assert stage.run.ends_at == stage.clock + timedelta(minutes=2)


def test_breaks_do_not_nest_and_time_is_not_added_in_one() -> None:
    stage = running("voimavararuudukko")
    assert stage.presses("Maija", "resume").code is Code.NOT_PAUSED
    stage.presses("Maija", "pause")
    assert stage.presses("Maija", "pause").code is Code.PAUSED
    assert stage.turn.facts == ()
    assert stage.presses("Maija", "more").code is Code.PAUSED
    assert stage.turn.facts == ()


def test_moving_on_ends_a_break() -> None:
    stage = running("voimavararuudukko")
    stage.presses("Maija", "pause")
    stage.happens(e.MovedOn(pid("Maija")))
    assert (stage.session.stage, stage.session.current) == (m.Stage.RUNNING, "nostot")


def test_the_panel_tells_how_late_the_whole_is() -> None:
    stage = running()
    stage.waits(9)
    stage.presses("Maija", "next")
    assert stage.card("Maija", m.Cockpit).late_minutes == 4
    stage.waits(6)
    stage.presses("Maija", "next")
    assert stage.card("Maija", m.Cockpit).late_minutes == 0


# --- reminding ------------------------------------------------------------------------------------


def test_those_who_are_not_ready_get_one_kind_nudge_in_a_step() -> None:
    stage = running("voimavararuudukko")
    stage.presses("Anna", "ready")
    assert stage.presses("Maija", "remind") == Receipt(Code.REMINDED, n=2)
    assert not [one for one in stage.sees("Anna") if isinstance(one, m.Nudge)]
    nudge = stage.card("Ville", m.Nudge)
    assert (nudge.live, nudge.write, nudge.write_args) == (True, "note", ("voimavararuudukko", "g1"))
    assert stage.presses("Maija", "remind").code is Code.NOBODY_TO_REMIND


def test_a_nudge_is_closed_by_not_now_by_leaving_and_by_the_end_of_the_step() -> None:
    stage = running("voimavararuudukko")
    stage.presses("Maija", "remind")
    stage.presses("Anna", "ready")
    assert stage.card("Anna", m.Nudge).live is False
    stage.presses("Ville", "leave")
    assert stage.card("Ville", m.Nudge).live is False
    stage.presses("Maija", "next")
    assert stage.card("Liisa", m.Nudge).live is False


def test_a_nudge_does_not_come_again_when_the_step_is_entered_again() -> None:
    stage = running("voimavararuudukko")
    stage.presses("Maija", "remind")
    stage.presses("Maija", "next")
    stage.presses("Maija", "back")
    assert stage.presses("Maija", "remind").code is Code.NOBODY_TO_REMIND
    stage.presses("Anna", "ready")
    assert len([one for one in stage.sees("Anna") if isinstance(one, m.Nudge)]) == 1


def test_not_now_closes_the_nudge_of_a_turn_too() -> None:
    stage = running("joo-ja", "Anna", "Ville")
    stage.presses("Maija", "remind")
    first = stage.writer("Anna")
    assert stage.card(first, m.Nudge).write == "turn"
    stage.presses(first, "ready")
    assert stage.card(first, m.Nudge).live is False


def test_who_cannot_be_reached_gets_no_nudge() -> None:
    stage = running("voimavararuudukko")
    stage.happens(e.NotReached(pid("Anna")))
    assert stage.presses("Maija", "remind").n == 2
    assert stage.card("Maija", m.Cockpit).not_reached == ("Anna",)


# --- the agenda -----------------------------------------------------------------------------------


def test_steps_are_ticked_on_and_off_before_the_start() -> None:
    stage = Stage()
    form = stage.opens("Maija", "agenda")
    assert isinstance(form, m.AgendaForm)
    assert form.choices == (("kuvio", ("voimavarakukka", "voimavarapuu", "lotus-blossom"), "voimavarakukka"),)
    stage.sends("Maija", "agenda", steps=("alustus", "joo-ja"), **{"choice.kuvio": "lotus-blossom"})
    assert stage.card("", m.Lobby).steps == ("alustus", "joo-ja", "lotus-blossom", "lopetus")
    assert stage.card("", m.Lobby).minutes == 40


def test_with_everything_off_the_closing_is_left() -> None:
    stage = Stage()
    stage.sends("Maija", "agenda", steps=())
    assert stage.session.on_agenda == ("voimavarakukka", "lopetus")
    stage.begins("Anna", step="lopetus")
    stage.presses("Maija", "next")
    assert stage.session.closed


def test_the_agenda_changes_on_the_way_and_never_takes_away_what_goes_on() -> None:
    stage = running("joo-ja")
    stage.sends("Maija", "agenda", steps=())
    assert stage.session.on_agenda == ("joo-ja", "voimavarakukka", "lopetus")
    assert stage.presses("Maija", "back").code is Code.FIRST_STEP
    stage.presses("Maija", "next")
    assert stage.session.current == "voimavarakukka"


def test_a_step_that_is_turned_off_after_it_was_left_keeps_its_notes() -> None:
    stage = running("muutoskeskustelu")
    stage.writes("Anna", "Etätyö")
    stage.goes_to("joo-ja")
    stage.sends("Maija", "agenda", steps=("joo-ja",))
    stage.presses("Maija", "end")
    assert "Etätyö" in repr(stage.sees("Maija"))


def test_nonsense_on_the_agenda_changes_nothing() -> None:
    stage = Stage()
    on = tuple(item.step for item in stage.session.agenda if item.on)
    stage.sends("Maija", "agenda", steps=(*on, "no-such", ""), **{"choice.kuvio": "<script>"})
    assert stage.turn.facts == ()


# --- the end --------------------------------------------------------------------------------------


def test_closing_in_the_lobby_leaves_nothing_but_a_closed_lobby() -> None:
    stage = Stage()
    stage.joins("Anna")
    assert stage.presses("Maija", "end").code is Code.DONE
    assert (stage.card("", m.Lobby).stage, stage.session.close_reason) == (m.Stage.CLOSED, "ended")
    assert stage.channel == (stage.card("", m.Lobby),)
    assert not [one for one in stage.sees("Maija") if isinstance(one, m.Summary)]
    assert stage.joins("Ville").code is Code.CLOSED


def test_ending_in_the_middle_gives_thanks_and_the_summary() -> None:
    stage = running("voimavararuudukko")
    stage.writes("Anna", "Kuuntelen", cell="onnistuminen")
    stage.waits(5)
    stage.presses("Maija", "end")
    assert stage.card("", m.Thanks) == m.Thanks(("Anna", "Ville", "Liisa"), 1, 0, 1, "s1")
    summary = stage.card("Maija", m.Summary)
    assert (summary.names, summary.notes, summary.live) == (("Anna", "Ville", "Liisa"), 1, True)
    sheet = stage.card("Maija", m.SummaryCanvas)
    assert (sheet.group, sheet.names, sheet.late) == (1, stage.groups()[0], 0)
    assert stage.timers == {}
    assert not any(getattr(one, "live", False) for one in stage.channel)


def test_the_summary_has_everything_and_grows_with_what_comes_late() -> None:
    stage = running("muutoskeskustelu")
    stage.writes("Anna", "Etätyö", cell="muutokset")
    stage.goes_to("voimavararuudukko")
    stage.writes("Ville", "Kuuntelen", cell="onnistuminen")
    stage.presses("Maija", "next")
    stage.sends("Ville", "pick", notes=(stage.note("Kuuntelen"),))
    stage.goes_to("lopetus")
    stage.presses("Liisa", "leave")
    stage.presses("Maija", "next")
    summary = stage.card("Maija", m.Summary)
    assert summary.names == ("Anna", "Ville", "Liisa")
    assert [(pick.text, pick.cell) for pick in summary.picks] == [("Kuuntelen", "onnistuminen")]
    assert summary.picture is not None
    assert (summary.picture.shape, summary.facilitators) == ("flower", ("Maija",))
    sheets = [one for one in stage.sees("Maija") if isinstance(one, m.SummaryCanvas)]
    assert [(one.canvas.step, one.group) for one in sheets] == [
        ("muutoskeskustelu", 0),
        ("voimavararuudukko", 1),
    ]
    stage.submits("Anna", "note", "voimavararuudukko", "g1", cell="oppiminen", text="Vielä")
    assert stage.receipt.code is Code.KEPT_LATE
    sheet = [one for one in stage.sees("Maija") if isinstance(one, m.SummaryCanvas)][-1]
    assert ("Vielä" in repr(sheet.canvas), sheet.late) == (True, 1)
    assert stage.card("Maija", m.Summary).notes == 3


def test_nothing_is_steered_after_the_end() -> None:
    stage = running()
    stage.presses("Maija", "end")
    for verb in ("next", "back", "begin", "pause", "resume", "more", "remind", "regroup", "end", "ready"):
        assert stage.presses("Maija", verb).code is Code.CLOSED
    assert stage.presses("Anna", "takeover").code is Code.CLOSED
    for form in ("agenda", "lead"):
        assert stage.opens("Maija", form) == Receipt(Code.CLOSED)


def test_when_the_channel_is_gone_the_facilitator_still_gets_the_summary() -> None:
    stage = running("voimavararuudukko")
    stage.happens(e.ChannelGone())
    assert (stage.session.close_reason, stage.card("Maija", m.Summary).live) == ("gone", True)
    assert stage.happens(e.ChannelGone()).code is Code.CLOSED


@pytest.mark.parametrize(
    "verb", ["begin", "next", "back", "skip", "more", "pause", "resume", "remind", "regroup", "end"]
)
@pytest.mark.parametrize("name", ["Anna", "Tuomas"])
def test_a_participant_or_a_stranger_who_tries_to_steer_is_told_who_leads(verb: str, name: str) -> None:
    stage = running("voimavararuudukko")
    before = stage.session
    assert stage.presses(name, verb) == Receipt(Code.FACILITATORS_ONLY, names=("Maija",))
    assert stage.session == before
    for form in ("agenda", "lead"):
        assert stage.opens(name, form) == Receipt(Code.FACILITATORS_ONLY, names=("Maija",))
