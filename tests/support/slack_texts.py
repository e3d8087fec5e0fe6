"""Slack blocks read as a person reads them: words only. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]


def text_of(message: Json) -> str:
    """All words of a message or view, one line a block or list item; [button], (alternative text)."""
    blocks = message.get("blocks") or []
    return (
        "\n".join(line for block in blocks for line in _lines(block)) if blocks else message.get("text", "")
    )


def buttons_of(blocks: list[Json]) -> Iterator[tuple[Json, Json]]:
    """Every button, with the block that it stands in."""
    for block in blocks:
        if block["type"] == "actions":
            yield from ((block, element) for element in block["elements"] if element["type"] == "button")


def _lines(block: Json) -> Iterator[str]:
    kind = block["type"]
    if kind in ("header", "section"):
        yield block["text"]["text"]
    elif kind == "context":
        yield from (element["text"] for element in block["elements"])
    elif kind == "actions":
        yield " ".join(f"[{button['text']['text']}]" for _, button in buttons_of([block]))
    elif kind == "image":
        yield f"({block['alt_text']})"
    elif kind == "input":
        yield f"{block['label']['text']}: ____"
    elif kind == "rich_text":
        yield from (line for element in block["elements"] for line in _rich(element))


def _rich(element: Json) -> Iterator[str]:
    if element["type"] == "rich_text_list":
        mark = "  " * element.get("indent", 0) + "• "
        yield from (mark + line for item in element["elements"] for line in _rich(item))
    else:
        text = "".join(_inline(inline) for inline in element["elements"])
        yield f"» {text}" if element["type"] == "rich_text_quote" else text


def _inline(inline: Json) -> str:
    if inline["type"] == "user":
        return f"@{inline['user_id']}"
    return str(inline.get("text", inline.get("url", "")))
