"""Words with their widths, broken into lines."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from adaptive_cards.pictures.fonts import advances
from adaptive_cards.pictures.hyphens import break_points, joint

Lines = list[tuple[str, float]]


@dataclass(frozen=True, slots=True)
class Word:
    """A word; `ends` are the widths of its beginnings in ems, from the empty one to the whole."""

    text: str
    ends: tuple[float, ...]

    @property
    def width(self) -> float:
        """Width of the whole word in ems."""
        return self.ends[-1]


@dataclass(frozen=True, slots=True)
class Words:
    """A text cut at its spaces, with the widths of space and hyphen, in ems."""

    words: tuple[Word, ...]
    space: float
    hyphen: float


def split(text: str, *, bold: bool) -> Words:
    """A clean text as words of the regular or the semibold font."""
    widths = advances(bold=bold)
    words = tuple(Word(w, (0.0, *accumulate(widths.get(c, 1.0) for c in w))) for w in text.split())
    return Words(words, widths[" "], widths["-"])


def wrap(words: Words, width: float, *, breaking: bool) -> Lines | None:
    """Lines (text, ems) no wider than `width` ems; None when a word is wider and may not be broken."""
    lines: Lines = []
    line, used = "", 0.0
    for word in words.words:
        wider = used + words.space + word.width
        if line and wider <= width:
            line, used = f"{line} {word.text}", wider
            continue
        if line:
            lines.append((line, used))
        if word.width > width and not breaking:
            return None
        pieces = [(word.text, word.width)] if word.width <= width else _pieces(word, width, words.hyphen)
        lines += pieces[:-1]
        line, used = pieces[-1]
    return [*lines, (line, used)] if line else lines


def _pieces(word: Word, width: float, hyphen: float) -> Lines:
    """A word wider than a line, cut between syllables, or anywhere where no syllable is short enough."""
    points = break_points(word.text)
    pieces: Lines = []
    start = 0
    while word.width - word.ends[start] > width:
        cut = _cut(word, start, width - hyphen, points)
        text = word.text[start:cut]
        end = joint(text)
        pieces.append((text + end, word.ends[cut] - word.ends[start] + (hyphen if end else 0)))
        start = cut
    return [*pieces, (word.text[start:], word.width - word.ends[start])]


def _cut(word: Word, start: int, width: float, points: list[int]) -> int:
    """Where the piece from `start` ends, at least one character further on."""
    limit = start + 1
    while limit + 1 < len(word.ends) and word.ends[limit + 1] - word.ends[start] <= width:
        limit += 1
    return max((p for p in points if start < p <= limit), default=limit)
