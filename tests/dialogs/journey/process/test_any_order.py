"""Whatever people do to the dates, in any order: what must always hold."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from dialogs.calendar.due import workshop_dues
from dialogs.calendar.hours import Rhythm
from dialogs.journey.process import events as e
from dialogs.journey.process.planning import day_of
from dialogs.journey.process.state import Phase
from tests.support.journey_stage import JourneyStage
from tests.support.process_stage import LEADER, agreed, course
from tests.support.stage_watch import pid

ME = pid(LEADER)
_PLACE = st.integers(0, 11)
DEEDS = st.one_of(
    st.tuples(st.just("move"), _PLACE, st.integers(-20, 60)),
    st.tuples(st.just("skip"), _PLACE, st.just(0)),
    st.tuples(st.just("restore"), _PLACE, st.just(0)),
    st.tuples(st.just("merge"), _PLACE, st.just(0)),
    st.tuples(st.just("add"), _PLACE, st.integers(-5, 200)),
    st.tuples(st.just("hold"), _PLACE, st.just(0)),
    st.tuples(st.just("elsewhere"), _PLACE, st.just(0)),
    st.tuples(st.just("pause"), _PLACE, st.integers(0, 90)),
    st.tuples(st.just("resume"), _PLACE, st.just(0)),
    st.tuples(st.just("wait"), _PLACE, st.integers(1, 40)),
    st.tuples(st.just("leave"), _PLACE, st.just(0)),
)


def does(stage: JourneyStage, deed: str, place: int, days: int) -> None:
    """One thing that people or time do."""
    found = course(stage)
    one = found.meetings[place % len(found.meetings)]
    day = day_of(one.starts + timedelta(days=days), found.zone)
    events: dict[str, Any] = {
        "move": e.MoveWanted(ME, 1, one.id, day),
        "skip": e.Skipped(ME, 1, one.id),
        "restore": e.Restored(ME, 1, one.id),
        "merge": e.Merged(ME, 1, one.id),
        "add": e.Added(ME, 1, day_of(stage.clock + timedelta(days=days), found.zone), None, "kehitys-4"),
        "elsewhere": e.HeldElsewhere(ME, 1, one.id),
        "pause": e.PauseWanted(
            ME, 1, day_of(stage.clock + timedelta(days=days), found.zone) if days else None
        ),
        "resume": e.ResumeWanted(ME, 1),
    }
    match deed:
        case "hold":
            stage.holds("Anna", "Sari", leader=LEADER, slug=(*one.workshops, "tietotyon-muutos")[0])
        case "wait":
            stage.waits(days=days)
        case "leave":
            stage.goes(("Anna", "Ville", "Sari")[place % 3])
        case _:
            stage.happens(events[deed])


def holds_true(stage: JourneyStage) -> None:
    """What is always so."""
    found = course(stage)
    starts = [one.starts for one in found.meetings]
    assert starts == sorted(starts)
    ids = [meeting for one in found.meetings for meeting in one.ids]
    assert len(ids) == len(set(ids)), "no meeting is there twice"
    assert {f"t{number}" for number in range(10)} <= set(ids), "none is lost"
    _reminders(stage)
    if found.phase in {Phase.FOLLOWED, Phase.ARCHIVED}:
        assert not found.coming or found.phase is Phase.ARCHIVED
        assert not any(name.startswith("meeting-past") for name in stage.timers)
    for task in stage.journey.tasks.values():
        if task.open and found.coming:
            assert task.due in {one.starts for one in found.coming}


def _reminders(stage: JourneyStage) -> None:
    """Of meetings to come only, to those who take part only, at the calendar's times."""
    found = course(stage)
    coming = {f"meeting/1/{one.id}": one for one in found.coming}
    said = {key: due for key, due in stage.reminders.items() if key[1].startswith("meeting/")}
    if found.phase is not Phase.GOING:
        assert said == {}
    for (person, item, kind), due in said.items():
        assert stage.journey.takes_part(pid(person))
        wanted = {
            one.kind: one.at
            for one in workshop_dues(coming[item].starts, Rhythm(found.zone), min(due, stage.clock))
        }
        assert wanted[kind] == due  # type: ignore[index]
        assert Rhythm(found.zone).allows(due)


@example([("add", 0, 2), ("merge", 0, 0), ("add", 0, 1)])
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(DEEDS, max_size=14))
def test_dates_reminders_and_tasks_agree_in_any_order(deeds: list[tuple[str, int, int]]) -> None:
    stage = agreed()
    stage.thorough = False
    for deed in deeds:
        does(stage, *deed)
        holds_true(stage)
    stage.crashes()
    holds_true(stage)
