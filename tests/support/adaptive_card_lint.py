"""What Teams would refuse, hide or misread in an Adaptive Card: the official 1.5 schema, and our own rules.

Source: platforms.md 2.8, 3.1. `problems(card)` is empty for a card that may go out. The schema alone is too
mild: it accepts a missing version, actions that Teams does not know, and cards of any size.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jsonschema import Draft6Validator

from adaptive_cards.actions import BadActionError, decode

Json = dict[str, Any]

LARGEST = 25_000
MOST_IN_A_ROW = 6
_SCHEMA = Path(__file__).parent / "schemas" / "adaptive-card-1.5.json"
_ROOT_KEYS = {"type", "$schema", "version", "fallbackText", "msteams", "body", "actions"}
_WORDS = frozenset(
    {"text", "title", "altText", "label", "value", "placeholder", "errorMessage", "fallbackText", "id"}
)
_ACTIONS = {"Action.Execute", "Action.Submit", "Action.OpenUrl", "Action.ShowCard"}
_TAG = re.compile(r"<at>.*?</at>")
_ESCAPED = re.compile(r"\\[^\w\s]")
_LINK = re.compile(r"\]\([^()\s]*\)")
_SPEAKING = re.compile(r"[`~<]|https?://|www\.")
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}


def problems(card: Json, *, dialog: bool = False) -> list[str]:
    """What is wrong with the card (of a dialog), each in one line; nothing of what the card says."""
    found = [*_schema(card), *_root(card), *_mentions(card), *_size(card)]
    for element in elements(card):
        found += _element(element)
    return found + list(_inputs(card, dialog=dialog))


def elements(node: Any) -> Iterator[Json]:
    """Every element and action of a card, also inside `Action.ShowCard` and `fallback`, not inside `data`."""
    if isinstance(node, list):
        for one in node:
            yield from elements(one)
    elif isinstance(node, dict):
        if "type" in node:
            yield node
        for key, value in node.items():
            if key not in {"data", "msteams"}:
                yield from elements(value)


def size(card: Json) -> int:
    """Bytes in UTF-16, as Teams measures."""
    return len(json.dumps(card, ensure_ascii=False, separators=(",", ":")).encode("utf-16-le"))


@cache
def _validator() -> Draft6Validator:
    return Draft6Validator(json.loads(_SCHEMA.read_text(encoding="utf-8")))


def _schema(card: Json) -> Iterator[str]:
    bare = {key: value for key, value in card.items() if key != "msteams"}
    # The schema takes long over a card: those that differ in words only are looked at once.
    if not _is_valid(json.dumps(_outline(bare))):
        for error in _validator().iter_errors(bare):
            yield f"schema: {deepest(error)}"


@cache
def _is_valid(outline: str) -> bool:
    return bool(_validator().is_valid(json.loads(outline)))


def _outline(node: Any, key: str = "") -> Any:
    """The card without what the schema does not look at: words, addresses, and more of the same in a list."""
    if isinstance(node, dict):
        return {name: {} if name == "data" else _outline(value, name) for name, value in node.items()}
    if isinstance(node, list):
        found = [_outline(one) for one in node]
        return [one for at, one in enumerate(found) if one not in found[:at]]
    return "" if isinstance(node, str) and key in _WORDS else node


def deepest(error: Any) -> str:
    """The most telling of the schema's complaints, without the value that it complains of."""
    while error.context:
        error = max(error.context, key=lambda inner: len(inner.absolute_path))
    return f"{error.validator} at {'/'.join(map(str, error.absolute_path))}"


def _root(card: Json) -> Iterator[str]:
    if card.get("version") != "1.5":
        yield "version is not 1.5"
    if not card.get("fallbackText"):
        yield "no fallbackText"
    if card.get("$schema") != "http://adaptivecards.io/schemas/adaptive-card.json":
        yield "no $schema"
    if card.get("msteams", {}).get("width") != "Full":
        yield "not msteams.width Full"
    if unknown := set(card) - _ROOT_KEYS:
        yield f"unknown root keys {sorted(unknown)}"
    if not card.get("body"):
        yield "an empty card"


def _size(card: Json) -> Iterator[str]:
    try:
        if (bytes_ := size(card)) > LARGEST:
            yield f"{bytes_} bytes in UTF-16"
    except UnicodeEncodeError:
        yield "lone surrogates"


def _mentions(card: Json) -> Iterator[str]:
    texts = [one["text"] for one in elements(card) if one["type"] == "TextBlock"]
    named = [entity["text"] for entity in card.get("msteams", {}).get("entities", [])]
    used = [found[0] for text in texts for found in _TAG.finditer(_ESCAPED.sub("", text))]
    if set(named) != set(used):
        yield "mention texts and entities differ"
    if len(named) != len(set(named)):
        yield "two mentions with the same text"
    for entity in card.get("msteams", {}).get("entities", []):
        if entity.get("type") != "mention" or not entity.get("mentioned", {}).get("id"):
            yield "a mention without a person"


def _element(element: Json) -> Iterator[str]:
    kind = element["type"]
    if kind.startswith("Action."):
        yield from _action(element)
    elif kind == "ActionSet":
        if not 1 <= len(element["actions"]) <= MOST_IN_A_ROW:
            yield f"{len(element['actions'])} buttons in a row"
    elif kind == "Image":
        yield from _image(element)
    elif kind == "TextBlock":
        yield from _text_block(element)
    elif kind in {"TextRun", "RichTextBlock"}:
        yield from _running(element)
    elif kind in {"Media", "Input.Date", "Input.Time"}:
        yield f"{kind} differs between Teams clients"


def _action(action: Json) -> Iterator[str]:
    kind = action["type"]
    if kind not in _ACTIONS:
        yield f"Teams knows no {kind}"
    if "style" in action or "isEnabled" in action:
        yield f"{kind} with style or isEnabled"
    if not action.get("title"):
        yield f"{kind} without a title"
    if kind in {"Action.Execute", "Action.Submit"}:
        yield from _data(action)
    if kind == "Action.Execute":
        yield from _fallback(action)
    if kind == "Action.OpenUrl" and not _opens(action["url"]):
        yield "a link that cannot be opened"


def _data(action: Json) -> Iterator[str]:
    try:
        decode(action.get("data", {}).get("paja", ""))
    except BadActionError:
        yield f"{action['type']} without an action of ours"


def _fallback(action: Json) -> Iterator[str]:
    fallback = action.get("fallback")
    if not action.get("verb"):
        yield "Action.Execute without a verb"
    if not isinstance(fallback, dict) or fallback.get("type") != "Action.Submit":
        yield "Action.Execute without a fallback"
    elif fallback.get("data") != action["data"]:
        yield "a fallback with other data"


def _image(image: Json) -> Iterator[str]:
    if not image.get("altText"):
        yield "an image without altText"
    if not _opens(image["url"]):
        yield "an image that cannot be fetched"


def _opens(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK)


def _text_block(block: Json) -> Iterator[str]:
    if not block["text"].strip():
        yield "an empty TextBlock"
    if block.get("wrap") is not True:
        yield "a TextBlock that does not wrap"
    if _SPEAKING.search(_LINK.sub("", _TAG.sub("", _ESCAPED.sub("", block["text"])))):
        yield "a TextBlock with Markdown, an address or HTML"


def _running(element: Json) -> Iterator[str]:
    if element["type"] == "RichTextBlock":
        if not any(one["text"].strip() for one in element["inlines"]):
            yield "an empty RichTextBlock"
    elif re.search(r"[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]", element["text"]):
        yield "control characters"


def _inputs(card: Json, *, dialog: bool) -> Iterator[str]:
    inputs = [one for one in elements(card) if one["type"].startswith("Input.")]
    if inputs and not dialog:
        yield "inputs in a message: a card that is edited would take away what is being typed"
    for number in (count for count in Counter(one.get("id") for one in inputs).values() if count > 1):
        yield f"{number} inputs with the same id"
    for one in inputs:
        yield from _input(one)
    if dialog and inputs and not card.get("actions"):
        yield "a dialog that cannot be sent"


def _input(one: Json) -> Iterator[str]:
    kind = one["type"]
    if not one.get("id") or not one.get("label") or one["id"] in {"paja", "nonce", "fields", "msteams"}:
        yield f"{kind} without an id of its own or a label"
    if one.get("isRequired") and not one.get("errorMessage"):
        yield f"{kind} that is required and does not say so"
    if kind == "Input.Text" and not one.get("maxLength"):
        yield "Input.Text without maxLength"
    if kind == "Input.ChoiceSet" and any("," in choice["value"] for choice in one["choices"]):
        yield "a choice with a comma in its value"
