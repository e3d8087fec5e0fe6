"""Running text: a `RichTextBlock` for each line; a `TextBlock` where somebody is named or a link stands."""

from __future__ import annotations

from adaptive_cards.card import Inline, Link, Mention, Rich, Span
from adaptive_cards.renderers.adaptive_card.elements import Json, markdown_line, rich_line, run
from adaptive_cards.renderers.adaptive_card.mentions import Tags, has_tag
from adaptive_cards.renderers.adaptive_card.text import escape, in_markdown, is_address, lines, tidy

_MOST_LINES = 40


def text_lines(
    rich: Rich, named: Tags, *, subtle: bool = False, lead: str = "", spacing: str = ""
) -> list[Json]:
    """`rich`, one element a line; `lead` ("• ") begins the first, `spacing` parts it from what is above."""
    split = _split(rich)
    if not split:
        return []
    split[0] = [*([Span(lead)] if lead else []), *split[0]]
    gaps = [spacing] + ["None"] * (len(split) - 1)
    return [_line(_joined(line), named, gap, subtle=subtle) for line, gap in zip(split, gaps, strict=True)]


def plain_lines(
    text: str, *, bold: bool = False, subtle: bool = False, lead: str = "", spacing: str = ""
) -> list[Json]:
    """Literal text, all of one kind."""
    return text_lines((Span(text, bold=bold),), {}, subtle=subtle, lead=lead, spacing=spacing)


def _line(line: Rich, named: Tags, spacing: str, *, subtle: bool) -> Json:
    if has_tag(line, named) or any(isinstance(part, Link) and is_address(part.url) for part in line):
        return markdown_line(_markdown(line, named), spacing, subtle=subtle)
    return rich_line([_run(part, subtle=subtle) for part in line], spacing)


def _split(rich: Rich) -> list[list[Inline]]:
    """The lines of `rich`; text is cleaned on the way, and lines without any are left out."""
    made: list[list[Inline]] = [[]]
    for part in rich:
        if not isinstance(part, Span):
            made[-1].append(part)
            continue
        for number, text in enumerate(tidy(part.text).split("\n")):
            if number and len(made) < _MOST_LINES:
                made.append([])
            if text:
                made[-1].append(Span(text, part.bold, part.italic))
    return [line for line in made if any(not isinstance(part, Span) or part.text.strip() for part in line)]


def _joined(line: list[Inline]) -> Rich:
    """Neighbours of the same kind made one: a run costs 40 bytes, two strong ones would read as stars."""
    made: list[Inline] = []
    for part in line:
        last = made[-1] if made else None
        if isinstance(part, Span) and isinstance(last, Span) and _kind(part) == _kind(last):
            made[-1] = Span(last.text + part.text, part.bold, part.italic)
        else:
            made.append(part)
    return tuple(made)


def _kind(span: Span) -> tuple[bool, bool]:
    return span.bold, span.italic


def _run(part: Inline, *, subtle: bool) -> Json:
    match part:
        case Span():
            return run(part.text, bold=part.bold, italic=part.italic, subtle=subtle)
        case Mention():
            return run(_name(part.name), subtle=subtle)
        case Link():
            return run(_name(part.text), subtle=subtle)


def _markdown(line: Rich, named: Tags) -> str:
    made = ""
    for part in line:
        made += _piece(part, named, made)
    return made.strip()


def _piece(part: Inline, named: Tags, before: str) -> str:
    match part:
        case Span():
            return _span(part, before)
        case Mention():
            return named.get(part.person) or _escaped(_name(part.name), before)
        case Link():
            return _link(part, before)


def _span(part: Span, before: str) -> str:
    bare = part.text.strip()
    # Stars mean strong text only beside a letter or a digit; elsewhere they would stand there as stars.
    if not part.bold or not bare or not (bare[0].isalnum() and bare[-1].isalnum()) or before.endswith("*"):
        return _escaped(part.text, before)
    strong = f"**{escape(bare, at_start=False)}**"
    return " " * part.text[:1].isspace() + strong + " " * part.text[-1:].isspace()


def _link(part: Link, before: str) -> str:
    if not is_address(part.url):
        return _escaped(_name(part.text), before)
    return f"[{escape(_name(part.text), at_start=False)}]({in_markdown(part.url)})"


def _escaped(text: str, before: str) -> str:
    """`text`, escaped; what counts only at the beginning of a line ("#", "1.") only there."""
    return escape(text, at_start=False) if before.strip() else escape(text.lstrip())


def _name(text: str) -> str:
    return " ".join(lines(text)) or "?"
