"""Axes (janat) in words: their two ends, and how the answers spread."""

from __future__ import annotations

from adaptive_cards.card import Rich, Span
from adaptive_cards.words import Words
from dialogs.messages import AxisView


def axis_title(step: str, axis: str, words: Words) -> str:
    """The two ends of an axis."""
    left, right = ends(step, axis, words)
    return words.text("scale.axis", left=left, right=right)


def ends(step: str, axis: str, words: Words) -> tuple[str, str]:
    """What the left and the right end are called."""
    found = words.cell(step, axis)
    return (found.ends[0], found.ends[1]) if len(found.ends) > 1 else (found.label, "")


def spread(step: str, axis: AxisView, words: Words) -> Rich:
    """How the answers of one axis spread, for those who do not see the picture."""
    return (Span(f"{axis_title(step, axis.axis, words)}:", bold=True), Span(f" {spoken(axis, words)}"))


def spoken(axis: AxisView, words: Words) -> str:
    """Where the answers are, now and wished for."""
    return words.text("scale.spread", now=_places(axis.now, words), wished=_places(axis.wished, words))


def _places(counts: tuple[int, ...], words: Words) -> str:
    answered = ((place, count) for place, count in enumerate(counts, start=1) if count)
    told = ", ".join(words.text("scale.place", place=place, n=count) for place, count in answered)
    return told or words.text("scale.nobody")
