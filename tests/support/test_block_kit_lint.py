"""The linter refuses what Slack refuses, and what might be read as markup."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support import block_kit_lint


def plain(words: str, **more: Any) -> dict[str, Any]:
    return {"type": "plain_text", "text": words, "emoji": False, **more}


def header(words: str = "Hei", **more: Any) -> dict[str, Any]:
    return {"type": "header", "text": plain(words), **more}


def rich(*inside: dict[str, Any]) -> dict[str, Any]:
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": list(inside)}]}


def text(words: str) -> dict[str, Any]:
    return {"type": "text", "text": words}


def button(**more: Any) -> dict[str, Any]:
    return {"type": "button", "text": plain("Ok"), "action_id": "a", "value": "v", **more}


def actions(*inside: dict[str, Any]) -> dict[str, Any]:
    return {"type": "actions", "elements": list(inside)}


def asks(element: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "input", "block_id": "x", "label": plain("Lappu"), "element": element, **more}


def option(n: int, words: str = "Valinta") -> dict[str, Any]:
    return {"text": plain(words), "value": str(n)}


def boxes(kind: str, count: int, **more: Any) -> dict[str, Any]:
    return {"type": kind, "action_id": "a", "options": [option(n) for n in range(count)], **more}


WRITE = {"type": "plain_text_input", "action_id": "a"}
DENY = {"title": plain("x"), "text": plain("x"), "confirm": plain("x"), "deny": plain("x")}

GOOD: list[list[dict[str, Any]]] = [
    [header()] * 50,
    [header("x" * 150)],
    [rich(text("x" * 3000), {"type": "user", "user_id": "U1"}, {"type": "link", "url": "https://x"})],
    [actions(*(button(action_id=str(n)) for n in range(25)))],
    [actions(button(text=plain("x" * 75), value="v" * 2000, confirm=DENY, style="danger"))],
    [asks({**WRITE, "max_length": 3000, "initial_value": "x" * 3000})],
    [asks(boxes("radio_buttons", 10)), asks(boxes("static_select", 100), block_id="y")],
    [{"type": "image", "slack_file": {"id": "F1"}, "alt_text": "x" * 2000}],
    [{"type": "context", "elements": [plain("x")] * 10}, {"type": "divider"}],
]
BAD: list[list[Any]] = [
    [],
    [header()] * 51,
    [header("x" * 151)],
    [header("🌸" * 76)],
    [header(" ")],
    [header("a\nb")],
    [header("a\x07b")],
    [header("a\ud800b")],
    [header(block_id="x" * 256)],
    [header(block_id="x"), header(block_id="x")],
    [header(level=2)],
    ["x"],
    [{"type": "unheard_of"}],
    [{"type": "header"}],
    [{"type": "header", "text": {"type": "plain_text", "text": "x"}}],
    [{"type": "section", "text": {"type": "mrkdwn", "text": "<!channel>"}}],
    [{"type": "section"}],
    [{"type": "section", "text": plain("x" * 3001)}],
    [{"type": "section", "fields": [plain("x")] * 11}],
    [{"type": "section", "fields": [plain("x" * 2001)]}],
    [{"type": "context", "elements": []}],
    [{"type": "context", "elements": [plain("x")] * 11}],
    [{"type": "context_actions", "elements": [button()] * 6}],
    [{"type": "markdown", "text": "# x"}],
    [{"type": "table", "rows": [[plain("x")]] * 101}],
    [{"type": "table", "rows": [[plain("x")] * 21]}],
    [{"type": "table", "rows": [[plain("x")]]}] * 2,
    [{"type": "image", "image_url": "https://x", "alt_text": ""}],
    [{"type": "image", "alt_text": "x"}],
    [{"type": "image", "image_url": "https://x", "slack_file": {"id": "F1"}, "alt_text": "x"}],
    [{"type": "image", "image_url": "https://" + "x" * 3000, "alt_text": "x"}],
    [{"type": "image", "slack_file": {"id": "F1"}, "alt_text": "x" * 2001}],
    [{"type": "image", "slack_file": {"id": "F1"}, "alt_text": "x", "title": plain("x" * 2001)}],
    [actions()],
    [actions(*(button(action_id=str(n)) for n in range(26)))],
    [actions(button(), button())],
    [actions(button(text=plain("x" * 76)))],
    [actions(button(value="x" * 2001))],
    [actions(button(url="x" * 3001))],
    [actions(button(action_id="x" * 256))],
    [actions(button(style="normal"))],
    [actions(button(accessibility_label="x" * 76))],
    [actions({"type": "button", "text": plain("x")})],
    [actions(button(confirm={**DENY, "title": plain("x" * 101)}))],
    [actions(button(confirm={**DENY, "text": plain("x" * 301)}))],
    [actions(button(confirm={**DENY, "deny": plain("x" * 31)}))],
    [actions(button(confirm={"title": plain("x")}))],
    [actions(WRITE)],
    [actions(boxes("overflow", 6))],
    [asks(button())],
    [asks({**WRITE, "max_length": 3001})],
    [asks({**WRITE, "max_length": 4, "initial_value": "abcde"})],
    [asks({**WRITE, "placeholder": plain("x" * 151)})],
    [asks(WRITE, label=plain("x" * 2001))],
    [asks(WRITE, hint=plain("x" * 2001))],
    [asks(boxes("checkboxes", 11))],
    [asks(boxes("radio_buttons", 0))],
    [asks(boxes("static_select", 101))],
    [asks(boxes("checkboxes", 2, initial_options=[option(7)]))],
    [asks(boxes("checkboxes", 2, initial_options=[]))],
    [asks({"type": "checkboxes", "options": [option(1), option(1)]})],
    [asks({"type": "checkboxes", "options": [option(1, "x" * 76)]})],
    [asks({"type": "checkboxes", "options": [{"text": plain("x"), "value": "v" * 76}]})],
    [asks({"type": "file_input", "max_files": 11})],
    [rich()],
    [{"type": "rich_text", "elements": []}],
    [rich(text(""))],
    [rich(text("x" * 3001))],
    [rich({"type": "broadcast", "range": "channel"})],
    [rich({"type": "usergroup", "usergroup_id": "S1"})],
    [rich({"type": "channel", "channel_id": "C1"})],
    [rich({"type": "emoji", "name": "wave"})],
    [rich({"type": "user", "user_id": "<!channel>"})],
    [rich({"type": "link", "url": "javascript:x"})],
    [rich({"type": "text", "text": "x", "style": {"blink": True}})],
    [rich(*[text("x" * 2900)] * 5)],
]


@pytest.mark.parametrize("blocks", GOOD)
def test_what_slack_takes_has_no_problems(blocks: list[dict[str, Any]]) -> None:
    distinct = [{**block, "block_id": f"b{n}"} for n, block in enumerate(blocks)]
    assert block_kit_lint.message(distinct, "Hei") == []


@pytest.mark.parametrize("blocks", BAD)
def test_what_slack_refuses_is_found(blocks: list[Any]) -> None:
    assert block_kit_lint.message(blocks, "Hei") != []


@pytest.mark.parametrize("line", ["<!channel>", "a > b", "a & b", "", "x" * 4001, "&quot;", None])
def test_a_fallback_that_is_markup_or_too_long_is_found(line: str | None) -> None:
    assert block_kit_lint.message([header()], line) != []


def modal(**more: Any) -> dict[str, Any]:
    return {"type": "modal", "title": plain("Lappu"), "submit": plain("Ok"), "blocks": [asks(WRITE)], **more}


@pytest.mark.parametrize(
    "candidate",
    [
        modal(title=plain("x" * 25)),
        modal(submit=plain("x" * 25)),
        modal(close=plain("x" * 25)),
        modal(private_metadata="x" * 3001),
        modal(callback_id="x" * 256),
        modal(external_id="x" * 256),
        modal(blocks=[]),
        modal(blocks=[header()] * 101),
        modal(blocks=[rich(*[text("x" * 3000)] * 90)]),
        modal(surprise=1),
        modal(type="message"),
        {"type": "modal", "title": plain("Lappu"), "blocks": [asks(WRITE)]},
        {"type": "modal", "blocks": [header()]},
        "view",
    ],
)
def test_a_view_that_slack_refuses_is_found(candidate: Any) -> None:
    assert block_kit_lint.view(candidate) != []


def test_a_view_that_slack_takes_has_no_problems() -> None:
    assert block_kit_lint.view(modal(private_metadata="x" * 3000)) == []
    assert block_kit_lint.view({"type": "home", "blocks": [header()] * 100}) == []
