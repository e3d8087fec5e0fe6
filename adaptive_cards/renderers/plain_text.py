"""`Card` -> plain text, for terminals and for the log of `paja play`.

What people wrote can neither move the cursor nor fake a line of its own: control characters are dropped, and
the lines of a note hang under its first one.
"""

from __future__ import annotations

from collections.abc import Iterable

from adaptive_cards.card import (
    Attachment,
    Block,
    Bullets,
    Button,
    Buttons,
    Canvas,
    Card,
    Cell,
    Divider,
    Facts,
    Heading,
    Inline,
    Link,
    Mention,
    Paragraph,
    Picture,
    Quote,
    Rich,
)
from adaptive_cards.renderers.legible import one_way

_RULE = "─" * 40


def render(card: Card) -> str:
    """The card as lines of text, without a line break at the end."""
    parts = [_titled(card.title, "═")] if card.title else []
    parts += [part for part in (_block(block) for block in card.blocks) if part]
    return "\n\n".join(parts)


def _block(block: Block) -> str:  # noqa: C901, PLR0911 -- one line for each kind of block
    match block:
        case Heading():
            return _titled(block.text, "─")
        case Paragraph():
            return _rich(block.rich)
        case Bullets():
            return _bullets(block)
        case Quote():
            return _hang("”", f"{one_way(block.text)}”") + (f"\n  – {_line(block.by)}" if block.by else "")
        case Facts():
            return "\n".join(_hang(f"{_line(fact.label)}: ", _rich(fact.value)) for fact in block.facts)
        case Canvas():
            return "\n\n".join(_column(column.title, column.cells) for column in block.columns)
        case Picture():
            return _hang("[ ", one_way(f"{block.title}: {block.alt}" if block.title else block.alt)) + " ]"
        case Attachment():
            return f"[ {_line(block.label)}: {_line(block.filename)} ]"
        case Divider():
            return _RULE
        case Buttons():
            return "  ".join(_button(button) for button in block.buttons)


def _titled(text: str, line: str) -> str:
    title = _line(text)
    return f"{title}\n{line * len(title)}"


def _bullets(block: Bullets) -> str:
    marks = (f"{number}. " if block.numbered else "• " for number in range(1, len(block.items) + 1))
    return "\n".join(_hang(mark, _rich(item)) for mark, item in zip(marks, block.items, strict=True))


def _column(title: str, cells: Iterable[Cell]) -> str:
    lines = [_titled(title, "─")] if title else []
    return "\n".join([*lines, *(line for cell in cells for line in _cell(cell))])


def _cell(cell: Cell) -> Iterable[str]:
    if heading := " – ".join(_line(text) for text in (cell.label, cell.prompt) if text):
        yield heading
    yield from (_hang("  • ", one_way(note)) for note in cell.notes)
    if cell.more:
        yield f"  {_line(cell.more)}"


def _button(button: Button) -> str:
    return f"[ {_line(button.label)} ]" + (f" ({_line(button.url)})" if button.url else "")


def _rich(rich: Rich) -> str:
    return "".join(_inline(inline) for inline in rich)


def _inline(inline: Inline) -> str:
    match inline:
        case Link():
            return f"{_line(inline.text)} ({_line(inline.url)})"
        case Mention():
            return _line(inline.name)
        case _:
            return one_way(inline.text)


def _line(text: str) -> str:
    return " ".join(one_way(text).split())


def _hang(mark: str, text: str) -> str:
    """`text` after `mark`, its further lines as far in as the first one."""
    return mark + text.replace("\n", "\n" + " " * len(mark))
