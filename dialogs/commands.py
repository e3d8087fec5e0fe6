"""Commands: what follows `/paja`.

Finnish first; English and Swedish words work too; a slip gets a suggestion, never a guess.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from dialogs.texts import tidy_line


@dataclass(frozen=True, slots=True)
class Help:
    """ohje."""


@dataclass(frozen=True, slots=True)
class Workshops:
    """pajat."""


@dataclass(frozen=True, slots=True)
class Start:
    """aloita `name`, with options: `minutes` (0.

    As the content has it), `mode`, `slow` (days, not minutes).
    """

    name: str
    minutes: int = 0
    mode: str = "room"
    slow: bool = False


@dataclass(frozen=True, slots=True)
class Status:
    """tila."""


@dataclass(frozen=True, slots=True)
class Steer:
    """seuraava, takaisin, ohita, tauko, jatka, muistuta, lopeta, lisäaika.

    A verb of `dialogs.verbs`, `minutes` for `more`.
    """

    verb: str
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class Lead:
    """fasilitaattori @nimi; without a name: who leads, and taking over when nobody does."""


@dataclass(frozen=True, slots=True)
class SummaryAsked:
    """yhteenveto."""


@dataclass(frozen=True, slots=True)
class MyData:
    """tiedot."""


@dataclass(frozen=True, slots=True)
class ForgetMe:
    """poista tietoni."""


@dataclass(frozen=True, slots=True)
class Language:
    """kieli fi; `code` "" when none was given."""

    code: str


@dataclass(frozen=True, slots=True)
class Join:
    """liity."""


@dataclass(frozen=True, slots=True)
class Leave:
    """poistu."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """Not a command. `said` is what was typed (cleaned, short), `suggestions` what it might have been."""

    said: str
    suggestions: tuple[str, ...] = field(default=())


Command = (
    Help
    | Workshops
    | Start
    | Status
    | Steer
    | Lead
    | SummaryAsked
    | MyData
    | ForgetMe
    | Language
    | Join
    | Leave
    | Unknown
)

_WORDS: dict[str, tuple[str, ...]] = {
    "help": ("ohje", "apua", "apu", "help", "hjälp", "?"),
    "workshops": ("pajat", "workshops", "verkstäder"),
    "start": ("aloita", "suunnittele", "start", "plan", "starta", "planera", "käynnistä"),
    "status": ("tila", "status", "läge"),
    "next": ("seuraava", "next", "nästa"),
    "back": ("takaisin", "edellinen", "back", "tillbaka"),
    "skip": ("ohita", "skip", "hoppa"),
    "pause": ("tauko", "pause", "paus"),
    "resume": ("jatka", "resume", "fortsätt"),
    "remind": ("muistuta", "remind", "påminn"),
    "more": ("lisäaika", "more", "mertid"),
    "end": ("lopeta", "end", "stop", "avsluta"),
    "lead": ("fasilitaattori", "vetäjä", "facilitator", "facilitera"),
    "summary": ("yhteenveto", "summary", "sammanfattning"),
    "mydata": ("tiedot", "tietoni", "mydata", "uppgifter"),
    "forget": ("poista tietoni", "unohda minut", "forget me", "glöm mig"),
    "language": ("kieli", "language", "språk"),
    "join": ("liity", "join", "anslut"),
    "leave": ("poistu", "leave", "lämna"),
}
"""What a command is called: the first word is the one that is suggested."""

_CALLED = {word: command for command, words in _WORDS.items() for word in words}
_FIXED: dict[str, Command] = {
    "help": Help(),
    "workshops": Workshops(),
    "status": Status(),
    "lead": Lead(),
    "summary": SummaryAsked(),
    "mydata": MyData(),
    "forget": ForgetMe(),
    "join": Join(),
    "leave": Leave(),
    **{verb: Steer(verb) for verb in ("next", "back", "skip", "pause", "resume", "remind", "end")},
}
_ALONE = frozenset({"end", "skip", "leave", "forget"})
"""Commands that undo much: whatever follows them makes them something else ("lopeta ajoissa")."""
_READ = 2000
SHORTEST, LONGEST = 30, 480
"""Minutes of a workshop."""
_UNITS = "h|t|tim|tunti|tuntia|hours?|m|min|minuuttia|minutes"
_LENGTH = re.compile(rf"([0-9]{{1,3}}(?:[.,][0-9])?)({_UNITS})")
_APART = re.compile(rf"(?<=[0-9]) (?=(?:{_UNITS})(?: |$))")
"""The space of "2 h"."""
_LENGTHS = {"päivä": 420, "koko-päivä": 420, "day": 420, "dag": 420}
_MODES = {
    "etä": "remote",
    "remote": "remote",
    "distans": "remote",
    "hybridi": "hybrid",
    "hybrid": "hybrid",
    "lähi": "room",
    "onsite": "room",
}
_SLOWLY = frozenset({"hitaasti", "slowly", "långsamt"})
_NUMBER = re.compile(r"[0-9]{1,3}")
_LIKELY = 65
_SHOWN = 60
_DEFAULT_MINUTES = 5
_BEGINNING = 3
"""How many letters tell what somebody began to type."""


def parse(text: str) -> Command:
    """The command that `text` (what follows `/paja`) is; `Unknown` with suggestions when it is none."""
    tidy = tidy_line(text, _READ).lower()
    if not tidy:
        return Help()
    name, rest = _split(tidy)
    if name is None:
        return Unknown(tidy[:_SHOWN], _suggestions(tidy))
    if rest and name in _ALONE:
        return Unknown(tidy[:_SHOWN], _suggestions(tidy))
    return _TAKING[name](rest) if name in _TAKING else _FIXED[name]


def _start(rest: str) -> Start:
    """The workshop's name, and what is said of time and place, in any order."""
    name, minutes, mode, slow = [], 0, "room", False
    for word in _APART.sub("", rest.removeprefix("paja ")).split():
        length = _LENGTHS.get(word) or _length(word)
        minutes = length or minutes
        mode = _MODES.get(word, mode)
        slow = slow or word in _SLOWLY
        if not length and word not in _MODES and word not in _SLOWLY:
            name.append(word)
    return Start(" ".join(name)[:_SHOWN], minutes, mode, slow)


def _length(word: str) -> int:
    """Minutes of "2h", "1,5h", "90min": half an hour at the least, a day at the most; 0 for anything else."""
    found = _LENGTH.fullmatch(word)
    if not found:
        return 0
    number = float(found[1].replace(",", "."))
    minutes = round(number * (60 if found[2].startswith(("h", "t")) else 1))
    return max(SHORTEST, min(minutes, LONGEST))


def _more(rest: str) -> Steer:
    minutes = _NUMBER.search(rest)
    return Steer("more", int(minutes.group()) if minutes else _DEFAULT_MINUTES)


_TAKING: dict[str, Callable[[str], Command]] = {
    "start": _start,
    "more": _more,
    "language": lambda rest: Language(rest[:_SHOWN]),
}
"""Commands that take what follows them."""


def _split(text: str) -> tuple[str | None, str]:
    """The command's name and what follows it; the longest name wins ("poista tietoni")."""
    words = text.split(" ")
    for count in (2, 1):
        name = _CALLED.get(" ".join(words[:count]))
        if name:
            return name, " ".join(words[count:])
    return None, text


def _suggestions(text: str) -> tuple[str, ...]:
    """Up to two commands that look like what was typed, with what followed it."""
    first, _, rest = text.partition(" ")
    found = process.extract(first, list(_CALLED), scorer=fuzz.ratio, limit=4, score_cutoff=_LIKELY)
    whole = process.extract(text, list(_CALLED), scorer=fuzz.ratio, limit=2, score_cutoff=_LIKELY)
    begun = [word for word in _CALLED if len(text) >= _BEGINNING and word.startswith(text)]
    alike = [str(word) for word, *_ in (*whole, *found)]
    names = dict.fromkeys(_CALLED[word] for word in (*begun, *alike))
    return tuple(_suggested(name, rest) for name in list(names)[:2])


def _suggested(name: str, rest: str) -> str:
    return f"{_WORDS[name][0]} {rest[:_SHOWN]}".strip() if name in _TAKING else _WORDS[name][0]
