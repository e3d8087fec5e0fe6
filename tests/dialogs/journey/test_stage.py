"""A journey that only has workshops: what the stage of the other conversations stands on."""

from __future__ import annotations

from dialogs.journey.messages import WhyReminded
from tests.support.journey_stage import JourneyStage
from tests.support.stage_watch import pid


def test_a_workshop_leaves_its_people_and_what_was_brought_up() -> None:
    stage = JourneyStage()
    stage.holds("Anna", "Ville", picks=("Aamun rauha", "Iltapäivien kokoukset"))

    (held,) = stage.journey.held
    assert [one.text for one in held.picks] == ["Aamun rauha", "Iltapäivien kokoukset"]
    assert held.people == (pid("Anna"), pid("Ville"))
    assert stage.journey.members == (pid("Anna"), pid("Maija"), pid("Ville"))


def test_who_is_forgotten_leaves_nothing_behind() -> None:
    stage = JourneyStage()
    stage.holds("Anna", "Ville", picks=("Aamun rauha",))
    alias = stage.forgets("Anna")

    assert stage.journey.held[0].picks[0].text == ""
    assert stage.journey.held[0].people == (alias, pid("Ville"))
    stage.crashes()
    assert stage.journey.members == (pid("Maija"), pid("Ville"))


def test_a_private_answer_is_what_the_presser_sees() -> None:
    stage = JourneyStage()
    stage.holds("Anna")
    stage.presses("Anna", "why")
    assert stage.answer == WhyReminded()
