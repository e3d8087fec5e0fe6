"""All documented limits of Block Kit, and our own rule that nothing in a payload may be read as markup.

`message(blocks, text)` and `view(view)` return what is wrong, one line each with its path; an empty
list is a payload that Slack takes. Unknown blocks, elements and keys are wrong too. Lengths are in
UTF-16 units, which is the strictest way. Source: platforms.md 1.4 and 1.5 (Slack, "Block Kit"
reference), 1.8 (formatting), and for the whole message, whose longest length Slack does not document,
bolt-js #2867.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from tests.support.block_kit_lint_elements import Lint, element_in, image_source

MESSAGE_BLOCKS = 50
VIEW_BLOCKS = 100
MESSAGE_CHARACTERS = 13_000
VIEW_BYTES = 250_000
FALLBACK = 4_000
MARKDOWN = 12_000

_ENTITY = re.compile(r"&(?:amp|lt|gt);")
_IN_ACTIONS = {
    "button", "checkboxes", "radio_buttons", "static_select", "overflow", "users_select",
    "conversations_select", "channels_select", "external_select", "datepicker", "timepicker",
    "datetimepicker", "multi_static_select",
}  # fmt: skip
_IN_INPUT = {
    "plain_text_input", "checkboxes", "radio_buttons", "static_select", "multi_static_select", "users_select",
    "multi_users_select", "datepicker", "timepicker", "datetimepicker", "file_input", "email_text_input",
    "number_input", "url_text_input", "conversations_select", "channels_select",
}  # fmt: skip


def message(blocks: Any, text: Any = None) -> list[str]:
    """What is wrong with a message's `blocks` and fallback `text`."""
    lint = Lint()
    if blocks is not None:
        _blocks(lint, blocks, MESSAGE_BLOCKS, surface="message")
        lint.check("blocks", _length(blocks) <= MESSAGE_CHARACTERS, "msg_blocks_too_long")
    _fallback(lint, text, needed=blocks is not None)
    return lint.problems


def view(candidate: Any) -> list[str]:
    """What is wrong with a modal or a home view."""
    lint = Lint()
    if not lint.keys("view", candidate, needed={"type", "blocks"}, allowed=_VIEW_KEYS):
        return lint.problems
    kind = candidate["type"]
    lint.check("view.type", kind in ("modal", "home"), "modal or home")
    _blocks(lint, candidate["blocks"], VIEW_BLOCKS, surface=kind)
    lint.check("view", len(json.dumps(candidate).encode()) <= VIEW_BYTES, "view_too_large")
    for key, most in (("private_metadata", 3000), ("callback_id", 255), ("external_id", 255)):
        lint.string(f"view.{key}", candidate.get(key, ""), most, least=0)
    for key in ("title", "submit", "close"):
        if key in candidate:
            lint.text(f"view.{key}", candidate[key], 24)
    if kind == "modal":
        _modal(lint, candidate)
    return lint.problems


_VIEW_KEYS = {
    "type", "blocks", "title", "submit", "close", "private_metadata", "callback_id", "external_id",
    "clear_on_close", "notify_on_close", "submit_disabled",
}  # fmt: skip


def _modal(lint: Lint, candidate: dict[str, Any]) -> None:
    lint.check("view.title", "title" in candidate, "a modal needs a title")
    inputs = [
        block for block in candidate["blocks"] if isinstance(block, dict) and block.get("type") == "input"
    ]
    lint.check("view.submit", not inputs or "submit" in candidate, "a modal with inputs needs submit")


def _length(value: Any) -> int:
    return (
        len(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-16-le", "replace")) // 2
    )


def _fallback(lint: Lint, text: Any, *, needed: bool) -> None:
    if text is None:
        lint.check("text", not needed, "blocks need a fallback text")
        return
    lint.string("text", text, FALLBACK)
    bare = _ENTITY.sub("", str(text))
    lint.check("text", not set("<>&") & set(bare), "unescaped markup")


def _blocks(lint: Lint, blocks: Any, most: int, *, surface: str) -> None:
    if not lint.check("blocks", isinstance(blocks, list) and 1 <= len(blocks) <= most, f"1 to {most} blocks"):
        return
    for index, block in enumerate(blocks):
        _block(lint, f"blocks[{index}]", block, surface)
    known = [block for block in blocks if isinstance(block, dict)]
    ids = [block["block_id"] for block in known if "block_id" in block]
    lint.check("blocks", len(ids) == len(set(ids)), "the same block_id twice")
    _action_ids(lint, known)
    tables = [block for block in known if block.get("type") == "table"]
    lint.check("blocks", len(tables) <= (1 if surface == "message" else 0), "only_one_table_allowed")
    prose = sum(len(str(block.get("text"))) for block in known if block.get("type") == "markdown")
    lint.check("blocks", prose <= MARKDOWN, f"more than {MARKDOWN} of markdown")


def _action_ids(lint: Lint, blocks: list[dict[str, Any]]) -> None:
    for index, block in enumerate(blocks):
        inside = [one for one in block.get("elements", ()) if isinstance(one, dict) and "action_id" in one]
        ids = [one["action_id"] for one in inside]
        lint.check(f"blocks[{index}]", len(ids) == len(set(ids)), "the same action_id twice")


def _block(lint: Lint, path: str, block: Any, surface: str) -> None:
    kind = block.get("type") if isinstance(block, dict) else None
    rule = _BLOCKS.get(str(kind))
    if not lint.check(path, rule is not None, f"unknown block {kind!r}") or rule is None:
        return
    lint.string(f"{path}.block_id", block.get("block_id", "-"), 255)
    rule(lint, path, block, surface)


def _section(lint: Lint, path: str, block: dict[str, Any], _surface: str) -> None:
    lint.keys(path, block, needed={"type"}, allowed={"block_id", "text", "fields", "accessory", "expand"})
    lint.check(path, "text" in block or "fields" in block, "text or fields are needed")
    if "text" in block:
        lint.text(f"{path}.text", block["text"], 3000)
    fields = block.get("fields", [])
    lint.check(f"{path}.fields", len(fields) <= 10, "more than 10 fields")
    for index, one in enumerate(fields):
        lint.text(f"{path}.fields[{index}]", one, 2000)
    if "accessory" in block:
        element_in(lint, f"{path}.accessory", block["accessory"], _IN_ACTIONS | {"image"})


def _header(lint: Lint, path: str, block: dict[str, Any], _surface: str) -> None:
    lint.keys(path, block, needed={"type", "text"}, allowed={"block_id"})
    lint.text(f"{path}.text", block.get("text"), 150)
    lint.check(
        f"{path}.text", "\n" not in str((block.get("text") or {}).get("text")), "a heading is one line"
    )


def _divider(lint: Lint, path: str, block: dict[str, Any], _surface: str) -> None:
    lint.keys(path, block, needed={"type"}, allowed={"block_id"})


def _image(lint: Lint, path: str, block: dict[str, Any], _surface: str) -> None:
    lint.keys(
        path, block, needed={"type", "alt_text"}, allowed={"block_id", "image_url", "slack_file", "title"}
    )
    image_source(lint, path, block)
    if "title" in block:
        lint.text(f"{path}.title", block["title"], 2000)


def _context(lint: Lint, path: str, block: dict[str, Any], _surface: str) -> None:
    lint.keys(path, block, needed={"type", "elements"}, allowed={"block_id"})
    inside = block.get("elements", [])
    lint.check(path, 1 <= len(inside) <= 10, "1 to 10 elements")
    for index, one in enumerate(inside):
        if isinstance(one, dict) and one.get("type") == "image":
            image_source(lint, f"{path}.elements[{index}]", one)
        else:
            lint.text(f"{path}.elements[{index}]", one, 3000)


def _actions(lint: Lint, path: str, block: dict[str, Any], _surface: str) -> None:
    lint.keys(path, block, needed={"type", "elements"}, allowed={"block_id"})
    inside = block.get("elements", [])
    lint.check(path, 1 <= len(inside) <= 25, "1 to 25 elements")
    for index, one in enumerate(inside):
        element_in(lint, f"{path}.elements[{index}]", one, _IN_ACTIONS)


def _context_actions(lint: Lint, path: str, block: dict[str, Any], _surface: str) -> None:
    lint.keys(path, block, needed={"type", "elements"}, allowed={"block_id"})
    lint.check(path, 1 <= len(block.get("elements", [])) <= 5, "1 to 5 elements")


def _input(lint: Lint, path: str, block: dict[str, Any], surface: str) -> None:
    allowed = {"block_id", "hint", "optional", "dispatch_action"}
    lint.keys(path, block, needed={"type", "label", "element"}, allowed=allowed)
    lint.check(path, surface in ("modal", "home", "message"), "inputs have no place here")
    lint.text(f"{path}.label", block.get("label"), 2000)
    if "hint" in block:
        lint.text(f"{path}.hint", block["hint"], 2000)
    element_in(lint, f"{path}.element", block.get("element"), _IN_INPUT)


def _markdown(lint: Lint, path: str, _block: dict[str, Any], _surface: str) -> None:
    lint.problems.append(f"{path}: a markdown block reads what people wrote as markup")


def _table(lint: Lint, path: str, block: dict[str, Any], _surface: str) -> None:
    rows = block.get("rows", [])
    lint.check(path, 1 <= len(rows) <= 100, "1 to 100 rows")
    lint.check(path, all(1 <= len(row) <= 20 for row in rows), "1 to 20 cells in a row")


def _rich_text(lint: Lint, path: str, block: dict[str, Any], _surface: str) -> None:
    lint.keys(path, block, needed={"type", "elements"}, allowed={"block_id"})
    inside = block.get("elements", [])
    lint.check(path, len(inside) >= 1, "no elements")
    for index, one in enumerate(inside):
        lint.rich(f"{path}.elements[{index}]", one)


_BLOCKS: dict[str, Callable[[Lint, str, dict[str, Any], str], None]] = {
    "section": _section,
    "header": _header,
    "divider": _divider,
    "image": _image,
    "context": _context,
    "actions": _actions,
    "context_actions": _context_actions,
    "input": _input,
    "markdown": _markdown,
    "table": _table,
    "rich_text": _rich_text,
}
