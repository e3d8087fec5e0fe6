"""A journey as it is kept in memory: folded, with what of it is not facts."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from immutables import Map

from bot.storage.changes import BoardKey, Changes, FactRow, NudgeKey, NudgeTimes
from dialogs.codec import dump
from dialogs.effects import ClearTimers, Effect, Remind, SetTimer, Show, ShowAgain, Unremind
from dialogs.journey.engine import JourneyTurn
from dialogs.journey.fact import JourneyFact, PersonNamed
from dialogs.journey.journey import Journey


@dataclass(frozen=True, slots=True)
class KeptJourney:
    """`seq` is the number of facts in its log, `timers` those that are set (name -> UTC).

    `nudges`: what somebody is or was to be reminded of and has not answered.
    """

    journey: Journey
    seq: int
    timers: Map[str, datetime] = field(default_factory=Map)
    nudges: frozenset[NudgeKey] = frozenset()

    def after(self, turn: JourneyTurn, changes: Changes) -> KeptJourney:
        """The journey after `turn`; what has to be written for it is put into `changes`."""
        for number, fact in enumerate(turn.facts, self.seq + 1):
            changes.facts.append(FactRow(self.journey.id, number, *dump(fact)))
            _attend(self.journey.id, fact, changes)
        kept = replace(self, journey=turn.journey, seq=self.seq + len(turn.facts))
        for effect in turn.effects:
            kept = kept.with_effect(effect, changes)
        return kept

    def with_effect(self, effect: Effect, changes: Changes) -> KeptJourney:
        """With one effect."""
        stream = self.journey.id
        match effect:
            case Show():
                changes.shows[BoardKey(stream, str(effect.room), str(effect.board))] = None
            case ShowAgain():
                changes.shows_again.append(stream)
            case SetTimer():
                changes.timers[stream, effect.name] = effect.due
                return replace(self, timers=self.timers.set(effect.name, effect.due))
            case ClearTimers():
                return self._without([one for one in self.timers if one.startswith(effect.prefix)], changes)
            case Remind():
                key = NudgeKey(effect.person, stream, effect.item, effect.kind)
                changes.nudges[key] = NudgeTimes(effect.due, effect.ends)
                return replace(self, nudges=self.nudges | {key})
            case Unremind():
                return self._unreminded(effect, changes)
        return self

    def without_timer(self, name: str, changes: Changes) -> KeptJourney:
        """The journey without the timer `name`."""
        return self._without([name] if name in self.timers else [], changes)

    def _without(self, names: list[str], changes: Changes) -> KeptJourney:
        timers = self.timers
        for name in names:
            changes.timers[self.journey.id, name] = None
            timers = timers.delete(name)
        return replace(self, timers=timers)

    def _unreminded(self, effect: Unremind, changes: Changes) -> KeptJourney:
        off = {key for key in self.nudges if key.item == effect.item and effect.person in ("", key.person)}
        changes.nudges.update(dict.fromkeys(sorted(off)))
        return replace(self, nudges=self.nudges - off)


def _attend(journey: str, fact: JourneyFact, changes: Changes) -> None:
    """Whose journeys they are, so that they can be found and forgotten."""
    if isinstance(fact, PersonNamed):
        changes.attendance.append((fact.person, journey))
