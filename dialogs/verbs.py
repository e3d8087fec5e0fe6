"""Verbs: what buttons and forms can ask for.

A verb and its arguments travel in an action to the platform and back.

| verb | arguments | pressing makes |
|---|---|---|
| join, leave, begin, end, takeover | | Joined, Left, Begun, Ended, TakenOver |
| pause, resume | | BreakTaken, BreakEnded |
| next, back, skip | visit | MovedOn, MovedBack, MovedOn(skipping) |
| remind, regroup, regroup-same, cut | visit | ReminderAsked, RegroupAsked (twice), CutTaken |
| more | visit, minutes | TimeAdded |
| arrive, ready | step | Arrived, Readied |
| recorder | step, group | RecorderTaken |
| shape | step id of the alternative | ShapeSwapped |
| stored, examples (step, group), status, summary, together (step) | | a private answer, no event |
| forget | | the one question was answered: everything of this person is removed |

| form | arguments | fields | sending makes |
|---|---|---|---|
| note | step, group | cell, text | Noted |
| mine | step | note | the form `edit` |
| edit | note | text, delete | NoteChanged |
| turn | step, turn | text | Said |
| pick | step, group | notes | Picked |
| agenda | | steps, choice.<name> | AgendaChosen |
| plan, wish | | length, mode; steps | Replanned; Wished |
| item | | step, minutes, pause, move, sitting | ItemChanged |
| lead | | person, how | FacilitatorNamed |
| feedback | | score, line | Rated |
| theme, retheme | step | theme, name, notes; theme, name, into | Themed; ThemeRenamed |
| place | step, side | axis.<id> | PlacesChosen, then the form of the other side |
| turn-over | step | origin, text | Noted |

A group that is everybody is "all" in arguments ("" inside the engine).
"""

from __future__ import annotations

FORMS = frozenset(
    {
        "note",
        "mine",
        "edit",
        "turn",
        "pick",
        "agenda",
        "plan",
        "item",
        "wish",
        "lead",
        "feedback",
        "theme",
        "retheme",
        "place",
        "turn-over",
    }
)
"""Verbs whose buttons open a form."""

PRESSES = frozenset(
    {
        "join",
        "leave",
        "begin",
        "pause",
        "resume",
        "end",
        "takeover",
        "next",
        "back",
        "skip",
        "remind",
        "regroup",
        "regroup-same",
        "cut",
        "more",
        "arrive",
        "ready",
        "recorder",
        "shape",
        "stored",
        "examples",
        "status",
        "summary",
        "together",
        "forget",
    }
)
"""Verbs of plain buttons."""

EVERYBODY = "all"
"""The group argument of steps in which everybody works together."""


def is_number(arg: str) -> bool:
    """Whether an argument is a number of ours: a few plain digits."""
    return arg.isascii() and arg.isdecimal() and len(arg) <= 6  # noqa: PLR2004 -- more than any session has
