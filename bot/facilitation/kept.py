"""A session as it is kept in memory: folded, with what of it is not facts."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from immutables import Map

from bot.storage.changes import BoardKey, Changes, FactRow
from content.library import Edition
from dialogs import facts as f
from dialogs.codec import dump
from dialogs.effects import ClearTimers, Effect, SetTimer, Show, ShowAgain
from dialogs.engine import Turn
from dialogs.session import Session


@dataclass(frozen=True, slots=True)
class Kept:
    """`seq` is the number of facts in its log; `timers` are those that are set (name -> UTC)."""

    session: Session
    edition: Edition
    seq: int
    timers: Map[str, datetime] = field(default_factory=Map)

    def after(self, turn: Turn, changes: Changes) -> Kept:
        """The session after `turn`; what has to be written for it is put into `changes`."""
        _write_facts(self.session.id, self.seq, turn, changes)
        timers = self.timers
        for effect in turn.effects:
            timers = _write_effect(self.session.id, effect, timers, changes)
        return Kept(turn.session, self.edition, self.seq + len(turn.facts), timers)

    def without_timer(self, name: str, changes: Changes) -> Kept:
        """The session without the timer `name`."""
        changes.timers[self.session.id, name] = None
        return replace(self, timers=self.timers.delete(name)) if name in self.timers else self


def _write_facts(session: str, seq: int, turn: Turn, changes: Changes) -> None:
    for number, fact in enumerate(turn.facts, seq + 1):
        changes.facts.append(FactRow(session, number, *dump(fact)))
        match fact:
            case f.SessionOpened():
                changes.attendance.append((fact.facilitator, session))
            case f.PersonJoined() | f.FacilitatorAdded():
                changes.attendance.append((fact.person, session))
            case f.SessionClosed():
                changes.closed.append(session)


def _write_effect(
    session: str, effect: Effect, timers: Map[str, datetime], changes: Changes
) -> Map[str, datetime]:
    match effect:
        case Show():
            changes.shows[BoardKey(session, str(effect.room), str(effect.board))] = None
        case ShowAgain():
            changes.shows_again.append(session)
        case SetTimer():
            changes.timers[session, effect.name] = effect.due
            return timers.set(effect.name, effect.due)
        case ClearTimers():
            for name in [one for one in timers if one.startswith(effect.prefix)]:
                changes.timers[session, name] = None
                timers = timers.delete(name)
    return timers
