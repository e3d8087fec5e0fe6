"""Whatever happens: no experiment without a next day or a verdict, and none without its reminders."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from dialogs.calendar.due import Kind
from dialogs.journey.experiments.circle import addressees, owner
from dialogs.journey.experiments.planning import today
from dialogs.journey.experiments.state import BEFORE, Stage
from tests.dialogs.journey.experiments.agreeing import PICKS, WORDS
from tests.support.journey_stage import BEGINS, JourneyStage
from tests.support.stage_watch import pid

NAMES = ("Anna", "Maija", "Omar", "Sari", "Ville")
names = st.sampled_from(NAMES)
KEEPER = "whose it is"
someone = st.sampled_from((*NAMES, *(KEEPER,) * 8))
"""Anybody, but mostly somebody who may."""
numbers = st.sampled_from(("1", "1", "1", "1", "2", "99"))
SLIPS = ("eilen", "1.3.2027", "", "ensi torstaina", "?")
starting = st.sampled_from(("tänään", "huomenna", "viikon päästä") * 3 + SLIPS)
reviewing = st.sampled_from(("viikon päästä", "kahden viikon päästä", "kuukauden päästä") * 3 + SLIPS)
verdicts = st.sampled_from(("continue", "change", "not_tried", "stop", "x"))
pressed = st.sampled_from(
    ("try-yes", "try-no", "try-first", "try-later", "try-help", "try-drop", "try-established", "try-trace")
)


class Experimenting(RuleBasedStateMachine):
    """A team that does with experiments whatever comes to its mind."""

    @initialize(zone=st.sampled_from(("Europe/Helsinki", "Asia/Kolkata", "America/New_York")))
    def begin(self, zone: str) -> None:
        """A workshop was held."""
        self.stage = JourneyStage(zone=zone, thorough=False)
        self.stage.holds("Anna", "Omar", "Sari", picks=PICKS)
        self.tries("Anna", "Omar", "huomenna", "kuukauden päästä", ("s1", "nostot", "n1"))

    @rule(
        name=names,
        owner=names,
        starts=starting,
        review=reviewing,
        of=st.sampled_from(((), ("1",), ("s1", "nostot", "n1"))),
    )
    def tries(self, name: str, owner: str, starts: str, review: str, of: tuple[str, ...]) -> None:
        """Somebody sends the form of a new one."""
        self.stage.sends(name, "try", *of, **WORDS, owner=pid(owner), starts=starts, review=review)

    @rule(name=names, text=st.sampled_from(("", "Yhteinen aamu")))
    def asks(self, name: str, text: str) -> None:
        """The command."""
        self.stage.says(name, f"kokeilut {text}")

    @rule(name=someone, verb=pressed, number=numbers)
    def presses(self, name: str, verb: str, number: str) -> None:
        """Any button of any card."""
        self.stage.presses(self._who(name, number), verb, number)

    @rule(number=numbers, verb=st.sampled_from(("try-yes", "try-no")))
    def answers(self, number: str, verb: str) -> None:
        """Whoever is asked takes it on, or cannot."""
        self.stage.presses(self._who(KEEPER, number), verb, number)

    @rule(name=someone, number=numbers)
    def tells(self, name: str, number: str) -> None:
        """How it goes."""
        self.stage.sends(self._who(name, number), "try-note", number, text="Hyvin")

    @rule(name=someone, number=numbers, starts=starting, review=reviewing)
    def moves(self, name: str, number: str, starts: str, review: str) -> None:
        """Other days."""
        self.stage.sends(self._who(name, number), "try-move", number, starts=starts, review=review)

    @rule(name=someone, number=numbers, owner=names)
    def seeks(self, name: str, number: str, owner: str) -> None:
        """Another owner."""
        self.stage.sends(self._who(name, number), "try-owner", number, owner=pid(owner))

    @rule(name=someone, number=numbers, owner=names, starts=starting, review=reviewing)
    def edits(self, name: str, number: str, owner: str, starts: str, review: str) -> None:
        """All of it."""
        words: Any = {**WORDS, "what": "Toisin"}
        self.stage.sends(
            self._who(name, number),
            "try-edit",
            number,
            **words,
            owner=pid(owner),
            starts=starts,
            review=review,
        )

    @rule(name=someone, number=numbers, verdict=verdicts, review=reviewing)
    def judges(self, name: str, number: str, verdict: str, review: str) -> None:
        """What came of it."""
        self.stage.sends(
            self._who(name, number),
            "try-verdict",
            number,
            verdict=verdict,
            review=review,
            what="Näin",
            learning="Opimme",
        )

    @rule(days=st.integers(0, 12), hours=st.integers(0, 23))
    def waits(self, days: int, hours: int) -> None:
        """Time goes by."""
        if self.stage.clock < BEGINS + timedelta(days=300):
            self.stage.waits(days=days, hours=hours)

    @rule(days=st.integers(1, 20))
    def sleeps(self, days: int) -> None:
        """The machine is off."""
        if self.stage.clock < BEGINS + timedelta(days=300):
            self.stage.sleeps(days=days)

    @rule(name=names)
    def goes(self, name: str) -> None:
        """Somebody leaves."""
        self.stage.goes(name)

    @rule(name=names)
    def forgets(self, name: str) -> None:
        """Somebody has themselves forgotten."""
        self.stage.forgets(name)

    @rule(leader=names, who=names)
    def holds(self, leader: str, who: str) -> None:
        """Another workshop, perhaps led by somebody else."""
        self.stage.holds(who, leader=leader, picks=PICKS[:1])

    @rule()
    def crashes(self) -> None:
        """The process dies."""
        self.stage.crashes()

    # --- what must hold ---------------------------------------------------------------------------

    @invariant()
    def everything_can_be_shown(self) -> None:
        """Every card, every list, and where each comes from, in every language."""
        for number in self.stage.journey.experiments.all:
            self.stage.presses("Anna", "try-trace", number)
            self.stage.presses("Anna", "try-show", number)

    @invariant()
    def what_is_not_over_has_a_day(self) -> None:
        """A day to come, and a timer for it; or it is up for review."""
        stage = self.stage
        day = today(stage.journey, stage.clock)
        for one in stage.journey.experiments.in_order():
            if one.is_open and one.stage is not Stage.REVIEW:
                assert one.review > day
                assert f"try-review/{one.id}/" in stage.timers
                assert one.review > one.starts
            assert (f"try-start/{one.id}/" in stage.timers) == (one.stage is Stage.AGREED)

    @invariant()
    def what_is_not_over_is_reminded_of(self) -> None:
        """Those concerned, of the review at least; nobody of what is over, nobody else of anything."""
        for one in self.stage.journey.experiments.in_order():
            found = self.stage.dues(one.item)
            concerned = self._called(addressees(self.stage.journey, one))
            assert {name for name, _ in found} == concerned
            assert {name for name, kind in found if kind == Kind.REVIEW} == concerned
            assert _in_order(found)

    @invariant()
    def only_an_owner_who_accepted_lets_it_begin(self) -> None:
        """And whoever answers for it is here."""
        for one in self.stage.journey.experiments.in_order():
            if one.is_open:
                assert one.owner == owner(self.stage.journey, one)
                assert one.owner or not one.accepted
                assert one.accepted or one.stage is not Stage.AGREED
                assert one.judgements or one.stage not in BEFORE or one.starts <= one.review
            else:
                assert one.judgements or one.stage is Stage.DROPPED

    @invariant()
    def reminders_come_in_the_morning_of_a_working_day(self) -> None:
        """By the team's clock; the review of a day that has passed at the next working moment."""
        for at in self.stage.reminders.values():
            local = at.astimezone(ZoneInfo(self.stage.zone))
            assert local.weekday() < 5
            assert 9 <= local.hour < 16

    def _who(self, name: str, number: str) -> str:
        one = self.stage.journey.experiments.all.get(number)
        if name != KEEPER or one is None:
            return name if name in NAMES else "Anna"
        return next((each for each in NAMES if pid(each) in addressees(self.stage.journey, one)), "Anna")

    def _called(self, people: tuple[str, ...]) -> set[str]:
        return {name for name in NAMES if pid(name) in people}


def _in_order(found: dict[tuple[str, str], datetime]) -> bool:
    """What comes before the review is of no use after it."""
    return all(at <= found[name, Kind.REVIEW.value] for (name, _), at in found.items())


Experimenting.TestCase.settings = settings(
    max_examples=80,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
TestExperimenting = Experimenting.TestCase
