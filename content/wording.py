"""The words of a workshop in one language: `content/workshops/<slug>/<language>.yaml`."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import Field

from content.steps import Model

Line = Annotated[str, Field(min_length=1, max_length=400)]
Label = Annotated[str, Field(min_length=1, max_length=120)]


class Point(Model):
    """A line of a starter card: a label ("" for none) and what it says ("" for none)."""

    label: str = ""
    text: str = ""


class CellWords(Model):
    """A cell (kohta) of a canvas: its label, the question it asks, and examples shown on request."""

    label: Label
    prompt: Line
    examples: tuple[Line, ...] = ()
    fields: tuple[Label, ...] = ()
    """A note of several parts (a row of a table, gaps of a sentence): a label for each part; else empty."""
    story: str = ""
    """The sentence that the parts make, with {1}, {2} … in the place of the parts (aukkotarina)."""
    ends: tuple[Label, ...] = ()
    """The two ends of an axis (jana): left and right."""


_GAP = re.compile(r"\{(\d)\}")


def gaps(story: str) -> tuple[int, ...]:
    """The numbers of the gaps of a sentence, as they come."""
    return tuple(map(int, _GAP.findall(story)))


def pieces(story: str) -> tuple[str | int, ...]:
    """A sentence cut at its gaps: texts, and the numbers of the gaps between them."""
    cut = _GAP.split(story)
    return tuple(int(one) if index % 2 else one for index, one in enumerate(cut) if one)


class StepWords(Model):
    """Everything a step says. What a kind does not use stays empty."""

    title: Label
    goal: Line
    """Why we do this, one sentence."""
    say: Line
    """What the facilitator can say aloud when it begins."""
    instructions: tuple[Line, ...] = ()
    """What to do, one short sentence each."""
    points: tuple[Point, ...] = ()
    """A starter list (heräte), in order."""
    prompts: tuple[Line, ...] = ()
    """Questions to talk about."""
    examples: tuple[Line, ...] = ()
    """Examples shown on request; also what simulated colleagues say in the practice room."""
    columns: dict[str, Label] = Field(default_factory=dict)
    cells: dict[str, CellWords] = Field(default_factory=dict)
    stems: tuple[Line, ...] = ()
    """Sentence openings, e.g. of Joo & ja: the first one and the answer's."""
    answers: tuple[Line, ...] = ()
    """Examples of answers to the second stem."""
    gathering: str = ""
    """How results are gathered."""
    showing: str = ""
    """How results are shown to the others."""
    part: str = ""
    """Each one's part when the results are shown."""
    center: str = ""
    """The middle of a picture."""
    base: str = ""
    """What stands under or around the whole of a picture (stairs, wheel, added value)."""
    side: tuple[Label, ...] = ()
    """The words of the pillar beside the stairs."""
    reading: tuple[Point, ...] = ()
    """Further reading: label and address."""


class WorkshopWords(Model):
    """A workshop's words in one language."""

    title: Label
    question: Line
    """The workshop in one question, for the lobby card."""
    goals: tuple[Line, ...]
    credit: Line
    """Where the workshop comes from, for the information card."""
    steps: dict[str, StepWords]
