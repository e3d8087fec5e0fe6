"""Fitting blocks into one message or view: fewer blocks by joining, less text by cutting the end of it.

Slack allows 50 blocks in a message and 100 in a view, and refuses (`msg_blocks_too_long`) messages whose
blocks hold more than some 13,000 characters. How it counts is not documented (bolt-js #2509, #2867), so the
length of the whole JSON is kept below: that is more than any way of counting.
"""

from __future__ import annotations

import json
from typing import Any

from adaptive_cards.limits import ELLIPSIS
from adaptive_cards.renderers.block_kit_text import Json, fit, text_element, units

MESSAGE_BLOCKS = 50
VIEW_BLOCKS = 100
MESSAGE_WEIGHT = 12_000
VIEW_WEIGHT = 60_000
_WHOLE = {"rich_text_section", "rich_text_quote"}


def weight(value: Any) -> int:
    """The length of `value` as JSON, in UTF-16 units."""
    return units(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def fitted(blocks: list[Json], *, most: int = MESSAGE_BLOCKS, heaviest: int = MESSAGE_WEIGHT) -> list[Json]:
    """At most `most` blocks and `heaviest` characters; the end of the text goes first, buttons last."""
    few = blocks if len(blocks) <= most else _joined(blocks)
    return _few(_lightened(few, heaviest), most)


def _joined(blocks: list[Json]) -> list[Json]:
    """Neighbouring texts, headings and small print as one `rich_text`; lines between parts go."""
    joined: list[Json] = []
    for block in blocks:
        inside = _as_rich(block)
        if inside is None:
            joined.append(block)
        elif inside and joined and joined[-1]["type"] == "rich_text":
            joined[-1] = {"type": "rich_text", "elements": [*joined[-1]["elements"], _break(), *inside]}
        elif inside:
            joined.append({"type": "rich_text", "elements": inside})
    return joined


def _as_rich(block: Json) -> list[Json] | None:
    """The elements of a block as rich text; none at all for a divider, None for what cannot be text."""
    if block["type"] == "rich_text":
        return list(block["elements"])
    if block["type"] == "header":
        return [_line(block["text"]["text"], bold=True)]
    if block["type"] == "context":
        return [_line(element["text"]) for element in block["elements"]]
    return [] if block["type"] == "divider" else None


def _line(text: str, *, bold: bool = False) -> Json:
    return {"type": "rich_text_section", "elements": [text_element(text, bold=bold)]}


def _break() -> Json:
    return _line("\n")


def _few(blocks: list[Json], most: int) -> list[Json]:
    if len(blocks) <= most:
        return blocks
    return [*blocks[: most - 1], {"type": "rich_text", "elements": [_line(ELLIPSIS)]}]


def _lightened(blocks: list[Json], heaviest: int) -> list[Json]:
    if weight(blocks) <= heaviest:
        return blocks
    blocks = _kept(blocks, heaviest)
    room = heaviest - 200 - sum(weight(block) + 1 for block in blocks if block["type"] != "rich_text")
    light: list[Json] = []
    for block in blocks:
        if block["type"] != "rich_text":
            light.append(block)
        elif room > 0:
            inside, room = _cut_elements(block["elements"], room - 40)
            light += [{"type": "rich_text", "elements": inside}] if inside else []
    return light


def _kept(blocks: list[Json], heaviest: int) -> list[Json]:
    """Without those at the end that are not text and alone weigh more than a message may."""
    kept: list[Json] = []
    room = heaviest - 400
    for block in blocks:
        room -= 0 if block["type"] == "rich_text" else weight(block) + 1
        if block["type"] == "rich_text" or room > 0:
            kept.append(block)
    return kept


def _cut_elements(inside: list[Json], room: int) -> tuple[list[Json], int]:
    """As much of `inside` as `room` allows and what is left of it; after the first cut nothing is left."""
    kept: list[Json] = []
    for element in inside:
        needed = weight(element) + 1
        if needed > room:
            return [*kept, *_cut_element(element, room)], 0
        kept.append(element)
        room -= needed
    return kept, room


def _cut_element(element: Json, room: int) -> list[Json]:
    if element["type"] == "rich_text_list":
        items, _ = _cut_elements(element["elements"], room - 80)
        return [{**element, "elements": items}] if items else [_line(ELLIPSIS)]
    if element["type"] in _WHOLE and room > 300:  # noqa: PLR2004 -- below that hardly a word would be left
        return [{**element, "elements": _cut_inline(element["elements"], room - 100)}]
    return [_line(ELLIPSIS)]


def _cut_inline(inside: list[Json], room: int) -> list[Json]:
    kept: list[Json] = []
    for element in inside:
        room -= weight(element) + 1
        if room <= 0:
            break
        kept.append(element)
    else:
        return kept
    rest = fit(str(element.get("text", "")), max(1, (room + weight(element)) // 2 - 80))
    return [*kept, text_element(rest.removesuffix(ELLIPSIS) + ELLIPSIS)]
