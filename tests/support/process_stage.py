"""A process on the stage of journeys, so that a conversation can begin in its middle."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from dialogs.journey.process.messages import MeetingLine, ProcessMap, ProcessPlan
from dialogs.journey.process.state import Course
from dialogs.receipts import Code
from tests.support.journey_stage import JourneyStage

TEAM = ("Anna", "Ville", "Sari")
LEADER = "Maija"


def team(*, slug: str = "kehitysprosessi", first: str = "9.3.", **values: str) -> JourneyStage:
    """A team whose facilitator has had the dates proposed, Monday 1 February 2027."""
    stage = JourneyStage()
    stage.holds(*TEAM, leader=LEADER)
    fields = {"date": first, "clock": "09:00", "gap": "3", **values}
    code = stage.sends(LEADER, "process-start", slug, **fields).code
    assert code is Code.PROCESS_PROPOSED, stage.errors
    return stage


def agreed(**values: str) -> JourneyStage:
    """A team whose dates hold."""
    stage = team(**values)
    assert stage.presses(LEADER, "process-accept", "1").code is Code.DONE
    return stage


def course(stage: JourneyStage) -> Course:
    """The newest process."""
    return stage.journey.courses[-1]


def holds_next(stage: JourneyStage, *people: str) -> str:
    """The next meeting is held on its day, workshop by workshop; the id of its (last) session."""
    one = course(stage).coming[0]
    if one.starts > stage.clock:
        stage.waits(minutes=(one.starts - stage.clock) / timedelta(minutes=1))
    session = ""
    for slug in one.workshops:
        session = stage.holds(*(people or TEAM), leader=LEADER, slug=slug)
    return session


def plan(stage: JourneyStage) -> ProcessPlan:
    """The card with the proposal."""
    return stage.card("", ProcessPlan)


def the_map(stage: JourneyStage) -> ProcessMap:
    """The newest card of where the process is."""
    return stage.card("", ProcessMap)


def days(lines: tuple[MeetingLine, ...]) -> dict[str, str]:
    """Meeting -> its day and time in Helsinki."""
    zone = ZoneInfo("Europe/Helsinki")
    return {one.id: f"{one.starts.astimezone(zone):%Y-%m-%d %H:%M}" for one in lines}
