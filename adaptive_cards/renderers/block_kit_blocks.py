"""Each kind of card block as Slack blocks. Single texts are cut here, whole messages in `block_kit_fit`.

Source: Slack, "Block Kit: blocks" and "Block Kit: block elements".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from adaptive_cards.card import (
    Attachment,
    Block,
    Bullets,
    Button,
    Buttons,
    Canvas,
    Cell,
    Column,
    Divider,
    Facts,
    Heading,
    Link,
    Mention,
    Paragraph,
    Picture,
    Quote,
    Rich,
    Span,
    Style,
)
from adaptive_cards.renderers.block_kit_text import (
    Json,
    elements,
    one_line,
    plain,
    plain_lines,
    section,
    words,
)
from adaptive_cards.renderers.enclosures import Enclosure, Enclosures

PRESS = "paja"
OPENS_FORM = "paja-form"
LINK = "paja-link"

_HEADING = 150
_LABEL = 75
_ROW = 25
_SMALL_PRINT = 2000
_ALT = 2000
_NOTHING = Enclosure()


def blocks_of(parts: Iterable[Block], enclosures: Enclosures) -> list[Json]:
    """The Slack blocks of a card's blocks, not yet fitted into one message. Buttons are numbered through."""
    numbers = iter(range(10_000))
    return [block for part in parts for block in _block(part, enclosures, numbers)]


def header(text: str) -> list[Json]:
    """A heading, or nothing when there is no text."""
    return [{"type": "header", "text": plain(text, _HEADING)}] if one_line(text) else []


def rich_text(inside: list[Json]) -> list[Json]:
    """One `rich_text` block, or nothing when there is nothing in it."""
    return [{"type": "rich_text", "elements": inside}] if inside else []


def _block(part: Block, enclosures: Enclosures, numbers: Iterator[int]) -> list[Json]:
    match part:
        case Picture():
            return _picture(part, enclosures.get(part.ref, _NOTHING))
        case Attachment():
            return _attachment(part, enclosures.get(part.ref, _NOTHING))
        case Divider():
            return [{"type": "divider"}]
        case Buttons(buttons):
            return _rows(buttons, numbers)
        case _:
            return _words(part)


def _words(part: Heading | Paragraph | Bullets | Quote | Facts | Canvas) -> list[Json]:
    match part:
        case Heading(text):
            return header(text)
        case Paragraph(rich, subtle):
            return _small_print(rich) if subtle else rich_text(section(rich))
        case Bullets(items, numbered):
            return rich_text(_list([item for rich in items for item in section(rich)], numbered=numbered))
        case Quote(text, by):
            return _quote(text, by)
        case Facts():
            return rich_text(_facts(part))
        case Canvas(columns):
            return [block for column in columns for block in rich_text(_column(column))]


def _small_print(rich: Rich) -> list[Json]:
    """Small grey text. One that mentions or links is of ordinary size: small, it would have to be markup."""
    if any(isinstance(inline, Mention | Link) for inline in rich):
        return rich_text(section(rich))
    text = words(rich)
    return [{"type": "context", "elements": [plain_lines(text, _SMALL_PRINT)]}] if one_line(text) else []


def _list(items: list[Json], *, numbered: bool = False, indent: int = 0) -> list[Json]:
    style = "ordered" if numbered else "bullet"
    return [{"type": "rich_text_list", "style": style, "indent": indent, "elements": items}] if items else []


def _quote(text: str, by: str) -> list[Json]:
    signed: Rich = (Span(text), Span("\n– "), Span(by, italic=True)) if by else (Span(text),)
    inside = elements(signed) if one_line(text) else []
    return rich_text([{"type": "rich_text_quote", "elements": inside}] if inside else [])


def _facts(facts: Facts) -> list[Json]:
    lines: list[Json] = []
    for fact in facts.facts:
        lines += elements(
            (*((Span("\n"),) if lines else ()), Span(f"{fact.label}: ", bold=True), *fact.value)
        )
    return [{"type": "rich_text_section", "elements": lines}] if lines else []


def _column(column: Column) -> list[Json]:
    """A column as a phone shows it: its title, then cell after cell, each with its notes one step in."""
    title = section((Span(column.title, bold=True),)) if one_line(column.title) else []
    return [*title, *(element for cell in column.cells for element in _cell(cell))]


def _cell(cell: Cell) -> list[Json]:
    prompt = (
        (Span(" – "), Span(cell.prompt, italic=True)) if cell.prompt and cell.label else (Span(cell.prompt),)
    )
    notes = [item for note in cell.notes for item in section((Span(note),))]
    more = section((Span(cell.more, italic=True),))
    return [*_list(section((Span(cell.label, bold=True), *prompt))), *_list([*notes, *more], indent=1)]


def _picture(picture: Picture, at: Enclosure) -> list[Json]:
    if not at:
        return []
    source: Json = {"slack_file": {"id": at.file_id}} if at.file_id else {"image_url": at.url}
    alt = plain_lines(picture.alt or picture.title, _ALT)["text"]
    title = {"title": plain(picture.title, _ALT)} if one_line(picture.title) else {}
    return [{"type": "image", **source, "alt_text": alt, **title}]


def _attachment(attachment: Attachment, at: Enclosure) -> list[Json]:
    """The file itself stands beside the message in the conversation, or behind the link: it is named here."""
    if not at:
        return []
    if at.url:
        return rich_text(section((Link(attachment.label or attachment.filename, at.url),)))
    return rich_text(section((Span(attachment.label, bold=True), Span(f" {attachment.filename}"))))


def _rows(buttons: tuple[Button, ...], numbers: Iterator[int]) -> list[Json]:
    shown = [_button(button, next(numbers)) for button in buttons if button.action or button.url]
    rows = [shown[start : start + _ROW] for start in range(0, len(shown), _ROW)]
    return [{"type": "actions", "elements": row} for row in rows]


def _button(button: Button, number: int) -> Json:
    made: Json = {"type": "button", "text": plain(button.label, _LABEL), **_does(button, number)}
    if button.style is not Style.NORMAL:
        made["style"] = button.style.value
    if button.confirm and button.action:
        made["confirm"] = _confirm(button)
    return made


def _does(button: Button, number: int) -> Json:
    """What pressing does. The number only keeps a message's ids apart; the value says what was pressed."""
    if button.action is None:
        return {"action_id": f"{LINK}.{number}", "url": button.url}
    prefix = OPENS_FORM if button.opens_form else PRESS
    return {"action_id": f"{prefix}.{button.action.verb}.{number}", "value": button.action.encode()}


def _confirm(button: Button) -> Json:
    return {
        "title": plain(button.label, 100),
        "text": plain_lines(button.confirm, 300),
        "confirm": plain(button.label, 30),
        "deny": plain(button.cancel or "✕", 30),
    }
