"""The same blocks with shorter texts."""

from __future__ import annotations

from dataclasses import replace

from adaptive_cards.card import (
    Block,
    Bullets,
    Buttons,
    Canvas,
    Card,
    Cell,
    Fact,
    Facts,
    Field,
    Heading,
    Inline,
    Paragraph,
    Picture,
    Quote,
    Rich,
    Span,
    TextField,
)
from adaptive_cards.limits import ELLIPSIS, cut

_ANY = 10**9
_QUOTE = 5
"""How much longer than a note a quote may be."""
_MOST_ITEMS = 60
"""Lines of a list, once texts are being cut at all."""


def card(whole: Card, note: int, notes: int, text: int) -> Card:
    """The card with everything cut."""
    return replace(whole, title=cut(whole.title, text), blocks=blocks(whole.blocks, note, notes, text))


def blocks(whole: tuple[Block, ...], note: int, notes: int = _ANY, text: int = _ANY) -> tuple[Block, ...]:
    """Notes of `note` characters, `notes` of them in a cell, other texts of `text` characters, at most."""
    return tuple(_block(block, note, notes, text) for block in whole)


def field(whole: Field, text: int) -> Field:
    """The field with what is said around it cut; what stands in it is somebody's own, and stays."""
    if isinstance(whole, TextField):
        return replace(whole, label=cut(whole.label, text), hint=cut(whole.hint, text))
    options = tuple(replace(option, label=cut(option.label, text)) for option in whole.options)
    return replace(whole, options=options, label=cut(whole.label, text), hint=cut(whole.hint, text))


def paragraph(text: str) -> Paragraph:
    """A line of plain text."""
    return Paragraph((Span(text),))


def _block(block: Block, note: int, notes: int, text: int) -> Block:  # noqa: PLR0911
    match block:
        case Canvas():
            return _canvas(block, note, notes, text)
        case Quote():
            return Quote(cut(block.text, min(_QUOTE * note, text)), cut(block.by, text))
        case Paragraph():
            return replace(block, rich=_rich(block.rich, text))
        case Bullets():
            items = block.items if text == _ANY else block.items[:_MOST_ITEMS]
            return replace(block, items=tuple(_rich(item, text) for item in items))
        case Facts():
            return Facts(tuple(Fact(cut(fact.label, text), _rich(fact.value, text)) for fact in block.facts))
        case Heading():
            return Heading(cut(block.text, text))
        case Picture():
            return replace(block, title=cut(block.title, text), alt=cut(block.alt, text))
        case Buttons():
            return Buttons(tuple(replace(one, confirm=cut(one.confirm, text)) for one in block.buttons))
        case _:
            return block


def _canvas(block: Canvas, note: int, notes: int, text: int) -> Canvas:
    return Canvas(
        tuple(
            replace(
                column,
                title=cut(column.title, text),
                cells=tuple(_cell(one, note, notes, text) for one in column.cells),
            )
            for column in block.columns
        )
    )


def _cell(cell: Cell, note: int, notes: int, text: int) -> Cell:
    kept = tuple(cut(one, note) for one in cell.notes[:notes])
    more = cell.more or (ELLIPSIS if len(cell.notes) > notes else "")
    return Cell(cut(cell.label, text), cut(cell.prompt, text), kept, cut(more, text))


def _rich(rich: Rich, text: int) -> Rich:
    """The parts that fit into `text` characters together; people named stay."""
    made: list[Inline] = []
    left = text
    for part in rich:
        if isinstance(part, Span):
            if left > 0:
                made.append(replace(part, text=cut(part.text, left)))
            left -= len(part.text)
        else:
            made.append(part)
    return tuple(made)
