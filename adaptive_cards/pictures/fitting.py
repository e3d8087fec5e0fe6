"""Text wrapped and made as large as its room allows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from adaptive_cards.pictures.text import measure
from adaptive_cards.pictures.words import Lines, Words, split, wrap

ELLIPSIS = "…"
ASCENT, DESCENT = 0.935, 0.265
LINE = ASCENT + DESCENT

_SMALL = 14.0  # pixels; below this, words are broken for the sake of a larger size
_WORTH_BREAKING, _SMALL_WORTH_BREAKING = 1.8, 1.15  # how many times larger the text must become
_STEP = 2  # sizes are tried to half a pixel


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Clean text of one style; `scale` is its size beside the main text, `most` its most lines."""

    text: str
    bold: bool = False
    scale: float = 1.0
    muted: bool = False
    most: int = 99


@dataclass(frozen=True, slots=True)
class Copy:
    """Paragraphs cut into words once, to be tried in several rooms and sizes."""

    parts: tuple[tuple[Paragraph, Words], ...]


@dataclass(frozen=True, slots=True)
class FittedLine:
    """One line of a fitted text; size and width in pixels."""

    text: str
    size: float
    width: float
    bold: bool
    muted: bool


@dataclass(frozen=True, slots=True)
class Fitted:
    """Lines that fit where they were fitted; `size` is the main text's, in pixels."""

    lines: tuple[FittedLine, ...]
    size: float
    shortened: bool = False

    @property
    def width(self) -> float:
        """Width of the widest line in pixels."""
        return max((line.width for line in self.lines), default=0.0)

    @property
    def height(self) -> float:
        """Height of all lines in pixels."""
        return sum(line.size for line in self.lines) * LINE


def prepare(paragraphs: Sequence[Paragraph]) -> Copy:
    """The paragraphs that have text, ready to be fitted."""
    return Copy(tuple((p, split(p.text, bold=p.bold)) for p in paragraphs if p.text))


def fit(copy: Copy, width: float, height: float, sizes: tuple[float, float]) -> Fitted:
    """The texts as large as they fit into `width` x `height` pixels, between `sizes` (largest, smallest).

    Words stay whole unless breaking them lets the text be clearly larger. When not even the smallest size
    fits, the texts are shortened with an ellipsis.
    """
    whole = _largest(copy, width, height, sizes, breaking=False)
    if whole == sizes[0]:
        return _fitted(copy, width, height, whole, breaking=False)
    broken = _largest(copy, width, height, sizes, breaking=True)
    if broken is None:
        return _shortened(copy, width, height, sizes[1])
    if whole is None or broken > whole * (_SMALL_WORTH_BREAKING if whole < _SMALL else _WORTH_BREAKING):
        return _fitted(copy, width, height, broken, breaking=True)
    return _fitted(copy, width, height, whole, breaking=False)


def fits(copy: Copy, width: float, height: float, size: float) -> bool:
    """Whether the texts fit at this size without being shortened."""
    return _lay(copy, size, width, height, breaking=True) is not None


def _largest(
    copy: Copy, width: float, height: float, sizes: tuple[float, float], *, breaking: bool
) -> float | None:
    """The largest size at which everything fits; None when not even the smallest does."""
    if _lay(copy, sizes[0], width, height, breaking=breaking) is not None:
        return sizes[0]
    low, high = int(sizes[1] * _STEP), int(sizes[0] * _STEP)
    if _lay(copy, low / _STEP, width, height, breaking=breaking) is None:
        return None
    while low < high:
        middle = (low + high + 1) // 2
        fits = _lay(copy, middle / _STEP, width, height, breaking=breaking) is not None
        low, high = (middle, high) if fits else (low, middle - 1)
    return low / _STEP


def _lay(copy: Copy, size: float, width: float, height: float, *, breaking: bool) -> list[Lines] | None:
    """Each paragraph's lines at this size; None when they do not fit."""
    laid: list[Lines] = []
    left = height + 1e-6
    for paragraph, words in copy.parts:
        scaled = size * paragraph.scale
        lines = wrap(words, width / scaled, breaking=breaking)
        if lines is None or len(lines) > paragraph.most:
            return None
        left -= len(lines) * scaled * LINE
        if left < 0:
            return None
        laid.append(lines)
    return laid


def _fitted(copy: Copy, width: float, height: float, size: float, *, breaking: bool) -> Fitted:
    laid = _lay(copy, size, width, height, breaking=breaking) or []
    return _set(copy, [_balanced(part[1], lines) for part, lines in zip(copy.parts, laid, strict=True)], size)


def _balanced(words: Words, lines: Lines) -> Lines:
    """The same number of lines, of as even a length as possible: calmer to look at."""
    best, low, high = lines, 0.0, max((ems for _, ems in lines), default=0.0)
    if len(lines) == 1 or any(text.endswith("-") for text, _ in lines):
        return lines
    for _ in range(5):
        middle = (low + high) / 2
        tried = wrap(words, middle, breaking=False)
        if tried is not None and len(tried) == len(lines):
            best, high = tried, middle
        else:
            low = middle
    return best


def _set(copy: Copy, laid: Sequence[Lines], size: float, *, shortened: bool = False) -> Fitted:
    lines = []
    for (p, _), texts in zip(copy.parts, laid, strict=True):
        scaled = size * p.scale
        lines += [FittedLine(text, scaled, ems * scaled, p.bold, p.muted) for text, ems in texts]
    return Fitted(tuple(lines), size, shortened)


def _shortened(copy: Copy, width: float, height: float, size: float) -> Fitted:
    """Everything at the smallest size, each paragraph cut where its share of the room ends."""
    heights = [size * p.scale * LINE for p, _ in copy.parts]
    left = height + 1e-6
    laid: list[Lines] = []
    for index, (paragraph, words) in enumerate(copy.parts):
        room = left - sum(heights[index + 1 :])
        most = max(0, min(paragraph.most, int(room / heights[index])))
        lines = _cut(words, width / (size * paragraph.scale), most, bold=paragraph.bold)
        left -= len(lines) * heights[index]
        laid.append(lines)
    return _set(copy, laid, size, shortened=True)


def _cut(words: Words, width: float, most: int, *, bold: bool) -> Lines:
    """At most `most` lines, the last one ending in an ellipsis when something was left out."""
    lines = wrap(words, width, breaking=True) or []
    if len(lines) <= most or not most:
        return lines[:most]
    last = lines[most - 1][0].rstrip("-")
    while last and measure(last + ELLIPSIS, bold=bold) > width:
        last = last[:-1]
    head, _, tail = last.rpartition(" ")
    kept = head if len(head) > len(tail) else last
    ended = kept.rstrip(" ,.;:-") + ELLIPSIS
    return [*lines[: most - 1], (ended, measure(ended, bold=bold))]
