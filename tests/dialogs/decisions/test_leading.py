"""Who leads: sharing, handing over, taking over from somebody who is gone."""

from __future__ import annotations

from dialogs import events as e
from dialogs import messages as m
from dialogs.presses import status
from dialogs.receipts import Code, Receipt
from tests.support.stage import Stage
from tests.support.stage_watch import pid


def running(step: str = "voimavararuudukko") -> Stage:
    stage = Stage()
    stage.begins("Anna", "Ville", "Liisa", step=step)
    return stage


def test_the_lead_is_shared_and_both_steer() -> None:
    stage = running()
    form = stage.opens("Maija", "lead")
    assert isinstance(form, m.LeadForm)
    assert [name for _, name in form.people] == ["Anna", "Ville", "Liisa"]
    stage.sends("Maija", "lead", person=pid("Anna"), how="share")
    assert stage.card("Anna", m.Cockpit).live
    assert stage.card("Maija", m.Cockpit).live
    assert stage.card("", m.Lobby).facilitators == ("Maija", "Anna")
    assert stage.presses("Anna", "next").code is Code.DONE
    assert stage.sends("Maija", "lead", person=pid("Anna"), how="share").code is Code.ONE_ALREADY


def test_the_lead_is_handed_over_and_the_old_panel_loses_its_buttons() -> None:
    stage = running()
    stage.waits(35)
    stage.sends("Maija", "lead", person=pid("Anna"), how="hand_over")
    assert stage.card("", m.Lobby).facilitators == ("Anna",)
    assert stage.card("Maija", m.Cockpit).live is False
    assert stage.card("Maija", m.Warned).live is False
    assert stage.card("Anna", m.Warned).live
    assert stage.presses("Maija", "next") == Receipt(Code.FACILITATORS_ONLY, names=("Anna",))


def test_only_those_who_are_here_are_offered_and_nobody_hands_over_to_themselves() -> None:
    stage = running()
    stage.sends("Maija", "lead", person=pid("Tuomas"), how="share")
    assert stage.errors == {"person": "choose"}
    stage.happens(e.FacilitatorNamed(pid("Maija"), pid("Maija"), "Maija", handing_over=True))
    assert stage.turn.facts == ()
    assert stage.session.facilitators == (pid("Maija"),)


def test_alone_there_is_nobody_to_share_with() -> None:
    assert Stage().opens("Maija", "lead") == Receipt(Code.NOTHING_THERE)


def test_when_the_facilitator_is_silent_ten_minutes_after_the_time_anybody_may_go_on() -> None:
    stage = running()
    stage.waits(44)
    assert stage.presses("Anna", "takeover") == Receipt(Code.LEAD_IS_TAKEN, names=("Maija",))
    stage.waits(1)
    assert stage.card("", m.LeadOffer).live
    assert stage.presses("Anna", "takeover").code is Code.DONE
    assert stage.card("", m.LeadOffer) == m.LeadOffer("s1", live=False, names=("Maija", "Anna"))
    assert stage.card("Anna", m.Cockpit).live
    assert stage.presses("Ville", "takeover").code is Code.LEAD_IS_TAKEN
    assert stage.presses("Anna", "takeover").code is Code.ONE_ALREADY
    assert stage.presses("Anna", "next").code is Code.DONE


def test_a_facilitator_who_does_anything_is_not_gone() -> None:
    for verb in ("more", "remind", "regroup"):
        stage = running()
        stage.waits(36)
        stage.presses("Maija", verb)
        stage.waits(9.5)
        assert not [one for one in stage.channel if isinstance(one, m.LeadOffer)]


def test_an_offer_lapses_when_the_facilitator_comes_back() -> None:
    stage = running()
    stage.waits(46)
    stage.presses("Maija", "more")
    assert stage.card("", m.LeadOffer).live is False
    assert stage.presses("Anna", "takeover").code is Code.LEAD_IS_TAKEN
    stage.waits(60)
    assert stage.card("", m.LeadOffer).live
    assert len([one for one in stage.channel if isinstance(one, m.LeadOffer)]) == 1


def test_an_older_offer_stays_closed_when_the_lead_is_offered_again() -> None:
    stage = running()
    stage.waits(46)
    stage.presses("Maija", "next")
    stage.waits(21)
    stage.forgets("Liisa")
    assert [one.live for one in stage.channel if isinstance(one, m.LeadOffer)] == [False, True]


def test_in_the_lobby_and_in_a_break_it_takes_a_quarter_of_an_hour() -> None:
    stage = Stage()
    stage.joins("Anna")
    stage.waits(14)
    assert status(stage.session, pid("Anna"), stage.clock).can_take_over is False
    stage.waits(1)
    assert status(stage.session, pid("Anna"), stage.clock).can_take_over
    assert stage.presses("Anna", "takeover").code is Code.DONE
    assert stage.presses("Anna", "begin").code is Code.DONE
    stage.presses("Anna", "pause")
    stage.waits(15)
    assert stage.presses("Anna", "resume").code is Code.RESUMED


def test_when_the_only_facilitator_leaves_the_lead_is_offered_at_once() -> None:
    stage = running()
    stage.presses("Maija", "leave")
    assert stage.card("", m.LeadOffer).live
    assert stage.presses("Maija", "leave").code is Code.LEFT
    assert stage.turn.facts == ()
    assert stage.presses("Ville", "takeover").code is Code.DONE


def test_of_two_facilitators_the_one_who_leaves_no_longer_leads() -> None:
    stage = running()
    stage.sends("Maija", "lead", person=pid("Anna"), how="share")
    stage.presses("Anna", "leave")
    assert stage.card("", m.Lobby).facilitators == ("Maija",)
    assert not [one for one in stage.channel if isinstance(one, m.LeadOffer)]
    stage.presses("Maija", "leave")
    assert stage.card("", m.LeadOffer).live


def test_an_offer_that_stands_names_those_who_still_lead() -> None:
    stage = running()
    stage.sends("Maija", "lead", person=pid("Anna"), how="share")
    stage.waits(46)
    assert stage.card("", m.LeadOffer) == m.LeadOffer("s1", live=True, names=("Maija", "Anna"))
    stage.presses("Anna", "leave")
    assert stage.card("", m.LeadOffer) == m.LeadOffer("s1", live=True, names=("Maija",))


def test_not_being_reached_or_set_aside_is_no_sign_of_life() -> None:
    stage = Stage()
    stage.joins("Maija", "Anna", "Ville")
    stage.presses("Maija", "begin")
    stage.goes_to("joo-ja")
    led_at = stage.session.led_at
    stage.waits(1)
    stage.presses("Anna", "arrive")
    stage.presses("Ville", "arrive")
    stage.waits(1)
    assert pid("Maija") in stage.run.aside
    stage.happens(e.NotReached(pid("Maija")))
    assert stage.session.led_at == led_at


def test_a_stranger_may_take_over_too() -> None:
    stage = running()
    stage.presses("Maija", "leave")
    assert stage.presses("Tuomas", "takeover").code is Code.DONE
    assert stage.card("Tuomas", m.Cockpit).live
