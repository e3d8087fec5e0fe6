"""A team of four that has held a workshop, and an experiment that they agree on."""

from __future__ import annotations

from typing import Any

from dialogs.journey.experiments.state import Experiment
from dialogs.journey.workshops.state import Brought
from dialogs.receipts import Code
from tests.support.journey_stage import JourneyStage
from tests.support.stage_watch import pid

PICKS = (
    Brought("nostot", "n1", "k1", "Samaa kysytään monta kertaa", pid("Anna"), "Tieto liikkuu"),
    Brought("nostot", "n2", "k1", "Kuka tietää mitä?", pid("Sari"), "Tieto liikkuu"),
    Brought("nostot", "n3", "k2", "Aamun rauha", pid("Omar"), "Oma rytmi"),
)
WORDS = {
    "what": "Perjantain tilannekuva kirjataan Planneriin",
    "moment": "Jos on perjantai, niin kirjaan",
    "first": "Tehdään paikka",
    "sign": "Kukaan ei kysy samaa kahdesti",
}


def team() -> JourneyStage:
    """Maija led a workshop on Monday 1 February; Anna, Omar and Sari took part."""
    stage = JourneyStage()
    stage.holds("Anna", "Omar", "Sari", picks=PICKS)
    return stage


def tries(stage: JourneyStage, name: str, *args: str, owner: str = "", **values: Any) -> Any:
    """Somebody sends the form of an experiment: from Monday on, looked at after three weeks."""
    filled = {**WORDS, "starts": "8.2.2027", "review": "1.3.2027", **values}
    return stage.sends(name, "try", *args, owner=pid(owner or name), **filled)


def agreed(owner: str = "Omar") -> JourneyStage:
    """Anna proposes, the owner accepts."""
    stage = team()
    assert tries(stage, "Anna", owner=owner).code is Code.TRY_ASKED
    assert stage.presses(owner, "try-yes", "1").code is Code.TRY_TAKEN
    return stage


def running(owner: str = "Omar") -> JourneyStage:
    """The first day has come."""
    stage = agreed(owner)
    stage.until("2027-02-08")
    return stage


def due(owner: str = "Omar") -> JourneyStage:
    """The day to judge it has come."""
    stage = running(owner)
    stage.until("2027-03-01")
    return stage


def one(stage: JourneyStage, number: str = "1") -> Experiment:
    """The experiment as it is."""
    return stage.journey.experiments.all[number]
