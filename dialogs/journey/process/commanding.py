"""`/paja prosessi …`."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from dialogs.commands import ProcessSaid
from dialogs.journey.area import Acting
from dialogs.journey.process import events as e
from dialogs.journey.process import messages as m
from dialogs.journey.process.boards import counted, map_of, plan_of, practice_lines
from dialogs.journey.process.forms import FORMS, start_form
from dialogs.journey.process.people_forms import seeking
from dialogs.journey.process.planning import day_of
from dialogs.journey.process.presses import cycle_of, desk_of
from dialogs.journey.process.state import Course, Phase
from dialogs.journey.process.steering import current, refusal
from dialogs.receipts import Code, Receipt

_START = ("aloita", "start", "suunnittele", "plan", "starta")
_WORDS: dict[str, tuple[str, ...]] = {
    "cycle": ("sykli", "cycle", "cykel"),
    "dates": ("kalenteri", "calendar", "kalender", "ajat"),
    "archive": ("arkisto", "archive", "arkiv"),
    "move": ("siirrä", "move", "flytta"),
    "pause": ("tauko", "pause", "paus"),
    "resume": ("jatka", "resume", "fortsätt"),
    "ask": ("esihenkilö", "supervisor", "chef"),
    "lead": ("fasilitaattori", "vetäjä", "facilitator", "facilitera"),
    "manage": ("muuta", "muokkaa", "change", "ändra"),
}
_CALLED = {word: name for name, words in _WORDS.items() for word in words}


def command(acting: Acting, said: ProcessSaid) -> Any:
    """What the command asks for."""
    word, _, rest = said.text.partition(" ")
    if word in _START:
        return _begin(acting, rest)
    course = current(acting.journey)
    if word in _CALLED and _CALLED[word] == "archive":
        return _archive(acting)
    if word in _CALLED and course is None:
        return Receipt(Code.NO_PROCESS)
    if word in _CALLED and course is not None:
        return _OF_COURSE[_CALLED[word]](acting, course)
    return _begin(acting, said.text) if _named(acting, said.text) else _shown(acting, course)


def _shown(acting: Acting, course: Course | None) -> Any:
    if course is None:
        return _choices(acting)
    if course.phase is Phase.PROPOSED:
        return plan_of(acting.journey, course)
    return map_of(acting.journey, course, private=True)


def _choices(acting: Acting) -> m.ProcessChoices:
    return m.ProcessChoices(acting.journey.id, tuple(acting.processes), len(acting.journey.courses))


def _begin(acting: Acting, name: str) -> Any:
    """The form, when it is clear what is to begin; kindly refused when something goes on already."""
    going = next((one for one in acting.journey.courses if one.live), None)
    if going is not None and going.phase is Phase.PROPOSED:
        return plan_of(acting.journey, going)
    if going is not None:
        return map_of(acting.journey, going, private=True, refused=True)
    slug = _named(acting, name)
    return start_form(acting, acting.processes[slug]) if slug else _choices(acting)


def _named(acting: Acting, name: str) -> str:
    """The process that people call `name`: its slug or how that begins ("kehitys", "työkirja")."""
    plain = _plain(name.partition(" ")[0])
    found = [slug for slug in acting.processes if plain and slug.startswith(plain)]
    return found[0] if len(found) == 1 else ""


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in letters if not unicodedata.combining(one))


def _archive(acting: Acting) -> m.ProcessArchive:
    """The processes that are over, the newest first."""
    journey = acting.journey
    over = [one for one in reversed(journey.courses) if one.phase is Phase.ARCHIVED and one.agreed]
    return m.ProcessArchive(
        tuple(
            m.ArchiveLine(
                one.slug,
                day_of(one.meetings[0].starts, one.zone),
                *counted(one),
                practice_lines(journey, one),
            )
            for one in over
        )
    )


def _cycle(_: Acting, course: Course) -> Any:
    return cycle_of(course)


def _dates(acting: Acting, course: Course) -> Any:
    return e.DatesWanted(acting.person, acting.name, course.number)


def _resume(acting: Acting, course: Course) -> Any:
    return e.ResumeWanted(acting.person, course.number)


def _manage(acting: Acting, course: Course) -> Any:
    return refusal(acting.journey, course, acting.person) or desk_of(acting, course)


def _ask(acting: Acting, course: Course) -> Any:
    if no := refusal(acting.journey, course, acting.person):
        return no
    if not acting.mentioned:
        return desk_of(acting, course)
    return seeking(acting, course, *acting.mentioned[0])


def _lead(acting: Acting, course: Course) -> Any:
    if acting.mentioned:
        other, name = acting.mentioned[0]
        return e.LeadGiven(acting.person, course.number, other, name)
    return map_of(acting.journey, course, private=True)


def _form(name: str) -> Callable[[Acting, Course], Any]:
    """The form of that name, about the process."""

    def asked(acting: Acting, course: Course) -> Any:
        return FORMS[name].ask(replace(acting, args=(str(course.number),)))

    return asked


_OF_COURSE: Mapping[str, Callable[[Acting, Course], Any]] = {
    "cycle": _cycle,
    "dates": _dates,
    "move": _form("meeting-move"),
    "pause": _form("process-pause"),
    "resume": _resume,
    "manage": _manage,
    "ask": _ask,
    "lead": _lead,
}
COMMANDS: Mapping[type, Callable[[Acting, Any], Any]] = {ProcessSaid: command}
