"""Whole workshops, played by simulated people before a spectator; what they said is there in the end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from content.library import Edition
from dialogs import events as e
from dialogs.playthrough import Cast, play
from dialogs.receipts import Code
from dialogs.session import Session
from tests.support.spectator import Spectator

BEGINS = datetime(2026, 1, 12, 7, 0, tzinfo=UTC)
LEADER = ("p:maija", "Maija")
GOOD = {Code.DONE, Code.JOINED, Code.SAVED, Code.PAUSED}


@dataclass
class Told:
    """What people said, as they said it: in the end it must be there."""

    notes: dict[str, str] = field(default_factory=dict)
    said: int = 0
    picks: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    places: dict[tuple[str, str, str], tuple[int, ...]] = field(default_factory=dict)
    themed: dict[tuple[str, str], str] = field(default_factory=dict)
    rated: dict[str, tuple[int, str]] = field(default_factory=dict)

    def hears(self, event: e.Event | None) -> None:
        match event:
            case e.Noted():
                self.notes[event.note] = event.text
            case e.Said():
                self.said += 1
            case e.Picked():
                self.picks[event.step, event.group or event.person] = event.notes
            case e.PlacesChosen():
                self.places[event.step, event.person, event.side] = event.places
            case e.Themed():
                self.themed |= dict.fromkeys(((event.step, note) for note in event.notes), event.theme)
            case e.Rated():
                self.rated[event.person] = (event.score, event.line)

    @classmethod
    def of(cls, session: Session) -> Told:
        """What the session knows."""
        runs = session.runs.values()
        return cls(
            notes={note.id: note.text for note in session.notes.values()},
            said=sum(group.taken for run in runs for group in run.groups.values()),
            picks={(run.step, who): notes for run in runs for who, notes in run.picks.items()},
            places={(run.step, *key): places for run in runs for key, places in run.places.items()},
            themed={(run.step, note): theme for run in runs for note, theme in run.themed.items()},
            rated={person: (one.score, one.line) for person, one in session.feedback.items()},
        )


def cast_of(people: int, **more: object) -> Cast:
    return Cast(LEADER, [(f"p:{n}", f"Nimi {n}") for n in range(people)], people, **more)  # type: ignore[arg-type]


def watched(edition: Edition, cast: Cast, chosen: Iterable[str] = ()) -> tuple[Session, Spectator]:
    """Played to the end before a spectator. With `chosen` exactly these steps (and the closing) are on."""
    spectator, told = Spectator(edition, cast.language), Told()
    turns = play(edition, cast, BEGINS, agenda=tuple(chosen))
    now, _, turn = next(turns)
    session = turn.session
    spectator.notices(turn.effects)
    for now, event, turn in turns:
        if isinstance(event, e.MovedOn):
            spectator.looks(session, now)
        assert turn.facts or isinstance(event, e.AgendaChosen), f"{event} led nowhere"
        assert turn.receipt.code in GOOD, (event, turn.receipt)
        told.hears(event)
        session = turn.session
        spectator.notices(turn.effects)
        if isinstance(event, e.MovedOn | e.Begun):
            spectator.looks(session, now)
    assert told == Told.of(session)
    return session, spectator


def with_everything(edition: Edition, other: int) -> list[str]:
    """Every step; of alternatives the first, the second or the third."""
    choices: dict[str, list[str]] = {}
    for step in edition.workshop.steps:
        choices.setdefault(step.choice, []).append(step.id)
    free = choices.pop("", [])
    return [*free, *(steps[min(other, len(steps) - 1)] for steps in choices.values())]
