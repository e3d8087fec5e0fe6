"""The desk's own answers: what commands say that belong to no moment of a session; without words.

They go at once to the one who asked; titles of workshops are in the reader's language already.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from dialogs.calendar.dates import Problem
from dialogs.journey.messages import OwnLine


class Where(StrEnum):
    """What is going on where help is asked for."""

    LOBBY = "lobby"
    RUNNING = "running"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Help:
    """`/paja ohje`. Button `status` where there is a `session`; `leads`: the reader is its facilitator.

    `own`: what the reader has open in all their journeys (only on the bot's own page).
    """

    where: Where
    session: str = ""
    leads: bool = False
    own: tuple[OwnLine, ...] = ()


@dataclass(frozen=True, slots=True)
class WorkshopLine:
    """One workshop of the list; `minutes` are planned, of the steps that are on by default.

    `number` is what one types to start it; `series` the title of the series that it belongs to, "" for none.
    """

    number: int | str
    title: str
    question: str
    minutes: int
    series: str = ""


@dataclass(frozen=True, slots=True)
class WorkshopList:
    """`/paja pajat`."""

    workshops: tuple[WorkshopLine, ...]


@dataclass(frozen=True, slots=True)
class UnknownCommand:
    """Nobody knows the command `text`. `suggestions`: whole commands, best first ("aloita 1"), or none."""

    text: str
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnknownWorkshop:
    """There is no workshop `text`; there are these."""

    text: str
    workshops: tuple[WorkshopLine, ...]


@dataclass(frozen=True, slots=True)
class ChannelOnly:
    """The command works in a channel only. `command` is what was written ("aloita 1")."""

    command: str


@dataclass(frozen=True, slots=True)
class AlreadyRunning:
    """A second start in the same channel. Button `status`. `today`: it was opened on the reader's today."""

    session: str
    number: int | str
    opened_at: datetime
    facilitators: tuple[str, ...]
    today: bool = True


@dataclass(frozen=True, slots=True)
class NothingHere:
    """A command for a session where there is none. `direct`: it came by direct message."""

    direct: bool = False


@dataclass(frozen=True, slots=True)
class LanguageChanged:
    """`/paja kieli en`: the reader's language is `language` from now on; said in the new one."""

    language: str


@dataclass(frozen=True, slots=True)
class UnknownLanguage:
    """There is no language `text` ("" when none was named); there are `known` (codes)."""

    text: str
    known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlatformTrouble:
    """The platform does not answer just now. `platform` is its name as people know it ("Slack")."""

    platform: str


@dataclass(frozen=True, slots=True)
class WentWrong:
    """Something of ours broke; nothing that was kept is lost."""


@dataclass(frozen=True, slots=True)
class ForYouAlone:
    """There is an answer, but only for the one who asked, and they cannot be reached.

    Said where all read it.
    """


@dataclass(frozen=True, slots=True)
class TooLong:
    """The text is longer than what can be taken in; characters."""

    length: int
    longest: int


@dataclass(frozen=True, slots=True)
class ForgetQuestion:
    """`/paja poista tietoni`: the one question, button `forget`; `sessions`: how many the reader was in."""

    sessions: int


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was removed; all zeros when there was nothing."""

    sessions: int = 0
    notes: int = 0
    turns: int = 0
    feedback: int = 0


@dataclass(frozen=True, slots=True)
class MyData:
    """`/paja tiedot`: the file with all that is stored of the reader; `ref` "" when there is nothing."""

    ref: str
    filename: str
    sessions: int


@dataclass(frozen=True, slots=True)
class FacilitatorUnknown:
    """`/paja fasilitaattori`: it was not understood whom. `named`: somebody was named who has not joined."""

    named: bool = False


@dataclass(frozen=True, slots=True)
class OwnTimes:
    """`/paja poissa`, `/paja työaika`: when the reader is away (first, last day) and works (local times)."""

    away: tuple[tuple[date, date], ...]
    begins: time
    ends: time


@dataclass(frozen=True, slots=True)
class WhenUnclear:
    """`/paja poissa …`: it was not understood when; `candidates` are the days that may have been meant."""

    text: str
    problem: Problem
    candidates: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class HoursUnclear:
    """`/paja työaika …`: it was not understood from when to when."""

    text: str


DeskMessage = (
    Help
    | WorkshopList
    | UnknownCommand
    | UnknownWorkshop
    | ChannelOnly
    | AlreadyRunning
    | NothingHere
    | LanguageChanged
    | UnknownLanguage
    | PlatformTrouble
    | WentWrong
    | ForYouAlone
    | TooLong
    | ForgetQuestion
    | Forgotten
    | MyData
    | FacilitatorUnknown
    | OwnTimes
    | WhenUnclear
    | HoursUnclear
)
"""Everything that the desk says by itself."""
