"""The elements and text objects of Block Kit and their limits, for `block_kit_lint`."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

_USER = re.compile(r"[UW][A-Z0-9]{1,20}")
_ADDRESS = re.compile(r"https?://\S+")
_FILE = re.compile(r"F[A-Z0-9]+")
_STYLES = {"bold", "italic", "strike", "code"}


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class Lint:
    """Collects what is wrong; every check says whether it held."""

    def __init__(self) -> None:
        self.problems: list[str] = []

    def check(self, path: str, holds: bool, otherwise: str) -> bool:  # noqa: FBT001 -- the very thing being checked
        """Note `otherwise` when something does not hold."""
        if not holds:
            self.problems.append(f"{path}: {otherwise}")
        return holds

    def keys(self, path: str, value: Any, *, needed: set[str], allowed: set[str]) -> bool:
        """An object with all the keys that it needs and none that Slack does not know."""
        if not self.check(path, isinstance(value, dict), "not an object"):
            return False
        missing, unknown = needed - value.keys(), value.keys() - needed - allowed
        self.check(path, not unknown, f"unknown keys {sorted(unknown)}")
        return self.check(path, not missing, f"missing keys {sorted(missing)}")

    def string(self, path: str, value: Any, most: int, *, least: int = 1) -> bool:
        """A string of `least` to `most` UTF-16 units that can be sent as UTF-8."""
        if not self.check(path, isinstance(value, str), "not a string"):
            return False
        self.check(
            path, not any("\ud800" <= character <= "\udfff" for character in value), "half a character"
        )
        self.check(path, not any(ord(c) < 32 and c not in "\n\t" for c in value), "a control character")
        return self.check(
            path, least <= _units(value) <= most, f"{_units(value)} units, not {least} to {most}"
        )

    def text(self, path: str, value: Any, most: int) -> None:
        """A `plain_text` object; `mrkdwn` would read what people wrote as markup."""
        if self.keys(path, value, needed={"type", "text"}, allowed={"emoji"}):
            self.check(path, value["type"] == "plain_text", f"{value['type']} instead of plain_text")
            self.string(f"{path}.text", value["text"], most)
            self.check(path, bool(str(value["text"]).strip()), "blank text")
            self.check(path, value.get("emoji") is False, "emoji codes in the text would become emoji")

    def rich(self, path: str, value: Any) -> None:
        """One of the four elements of a `rich_text` block."""
        kind = value.get("type") if isinstance(value, dict) else None
        if kind == "rich_text_list":
            self.keys(
                path, value, needed={"type", "style", "elements"}, allowed={"indent", "border", "offset"}
            )
            self.check(path, value.get("style") in ("bullet", "ordered"), "bullet or ordered")
            self.check(path, value.get("indent", 0) in range(9), "indent 0 to 8")
            for index, one in enumerate(value.get("elements", [])):
                self.check(path, one.get("type") == "rich_text_section", "lists hold sections")
                self.rich(f"{path}.elements[{index}]", one)
        else:
            known = kind in ("rich_text_section", "rich_text_quote", "rich_text_preformatted")
            if self.check(path, known, f"unknown rich text {kind!r}"):
                self.keys(path, value, needed={"type", "elements"}, allowed={"border"})
                for index, one in enumerate(value.get("elements", [])):
                    self.inline(f"{path}.elements[{index}]", one)
        self.check(path, bool(isinstance(value, dict) and value.get("elements")), "no elements")

    def inline(self, path: str, value: Any) -> None:
        """A piece of running text: literal text, one user, or one link, never a broadcast or a user group."""
        kind = value.get("type") if isinstance(value, dict) else None
        if kind == "text":
            self.keys(path, value, needed={"type", "text"}, allowed={"style"})
            self.string(f"{path}.text", value.get("text"), 3000)
        elif kind == "user":
            self.keys(path, value, needed={"type", "user_id"}, allowed={"style"})
            self.check(path, bool(_USER.fullmatch(str(value.get("user_id")))), "not a user id")
        elif kind == "link":
            self.keys(path, value, needed={"type", "url"}, allowed={"text", "style", "unsafe"})
            self.string(f"{path}.url", value.get("url"), 3000)
            self.check(path, bool(_ADDRESS.fullmatch(str(value.get("url")))), "not a web address")
            self.string(f"{path}.text", value.get("text", "-"), 3000)
        else:
            self.problems.append(f"{path}: {kind!r} may ping or format")
        style = value.get("style", {}) if isinstance(value, dict) else {}
        self.check(path, isinstance(style, dict) and style.keys() <= _STYLES, "unknown style")


def image_source(lint: Lint, path: str, image: dict[str, Any]) -> None:
    """An image has one source, and a text for those who do not see it."""
    lint.check(
        path, ("image_url" in image) != ("slack_file" in image), "image_url or slack_file, one of them"
    )
    if "image_url" in image:
        lint.string(f"{path}.image_url", image["image_url"], 3000)
        lint.check(path, bool(_ADDRESS.fullmatch(str(image["image_url"]))), "not a web address")
    if "slack_file" in image:
        lint.keys(f"{path}.slack_file", image["slack_file"], needed={"id"}, allowed=set())
        lint.check(path, bool(_FILE.fullmatch(str((image["slack_file"] or {}).get("id")))), "not a file id")
    lint.string(f"{path}.alt_text", image.get("alt_text"), 2000)


def element_in(lint: Lint, path: str, element: Any, allowed: set[str]) -> None:
    """An element that may stand here, inside its own limits."""
    kind = element.get("type") if isinstance(element, dict) else None
    if not lint.check(path, kind in allowed, f"{kind!r} may not stand here"):
        return
    lint.string(f"{path}.action_id", element.get("action_id", "-"), 255)
    if "placeholder" in element:
        lint.text(f"{path}.placeholder", element["placeholder"], 150)
    if "confirm" in element:
        _confirm(lint, f"{path}.confirm", element["confirm"])
    rule = _ELEMENTS.get(str(kind))
    if lint.check(path, rule is not None, f"no rule for {kind!r} yet") and rule is not None:
        rule(lint, path, element)


def _button(lint: Lint, path: str, element: dict[str, Any]) -> None:
    """A button."""
    allowed = {"action_id", "value", "url", "style", "confirm", "accessibility_label"}
    lint.keys(path, element, needed={"type", "text"}, allowed=allowed)
    lint.text(f"{path}.text", element.get("text"), 75)
    lint.string(f"{path}.value", element.get("value", "-"), 2000)
    lint.string(f"{path}.url", element.get("url", "-"), 3000)
    lint.string(f"{path}.accessibility_label", element.get("accessibility_label", "-"), 75)
    lint.check(path, element.get("style", "primary") in ("primary", "danger"), "style")
    lint.check(path, "action_id" in element, "nobody could tell which button it is")


def _confirm(lint: Lint, path: str, value: Any) -> None:
    if lint.keys(path, value, needed={"title", "text", "confirm", "deny"}, allowed={"style"}):
        for key, most in (("title", 100), ("text", 300), ("confirm", 30), ("deny", 30)):
            lint.text(f"{path}.{key}", value[key], most)


def _text_input(lint: Lint, path: str, element: dict[str, Any]) -> None:
    allowed = {
        "action_id", "initial_value", "multiline", "min_length", "max_length", "placeholder",
        "dispatch_action_config", "focus_on_load",
    }  # fmt: skip
    lint.keys(path, element, needed={"type"}, allowed=allowed)
    longest = element.get("max_length", 3000)
    lint.check(path, isinstance(longest, int) and 1 <= longest <= 3000, "max_length 1 to 3000")
    lint.check(path, 0 <= element.get("min_length", 0) <= longest, "min_length")
    lint.string(f"{path}.initial_value", element.get("initial_value", "-"), longest)


def _boxes(lint: Lint, path: str, element: dict[str, Any]) -> None:
    chosen = "initial_option" if element["type"] == "radio_buttons" else "initial_options"
    allowed = {"action_id", "confirm", "focus_on_load", chosen}
    lint.keys(path, element, needed={"type", "options"}, allowed=allowed)
    _options(lint, path, element.get("options", []), 10, described=True)
    _chosen(lint, path, element, element.get("options", []))


def _select(lint: Lint, path: str, element: dict[str, Any]) -> None:
    chosen = "initial_options" if element["type"].startswith("multi") else "initial_option"
    allowed = {"action_id", "confirm", "focus_on_load", "placeholder", "options", "option_groups", chosen}
    lint.keys(path, element, needed={"type"}, allowed=allowed | {"max_selected_items"})
    lint.check(path, ("options" in element) != ("option_groups" in element), "options or option_groups")
    groups = element.get("option_groups", [])
    lint.check(path, len(groups) <= 100, "more than 100 groups")
    for index, group in enumerate(groups):
        lint.text(f"{path}.option_groups[{index}].label", group.get("label"), 75)
        _options(lint, f"{path}.option_groups[{index}]", group.get("options", []), 100, described=True)
    if "options" in element:
        _options(lint, path, element["options"], 100, described=True)
    inside = [option for group in groups for option in group.get("options", [])]
    _chosen(lint, path, element, element.get("options", []) + inside)


def _overflow(lint: Lint, path: str, element: dict[str, Any]) -> None:
    lint.keys(path, element, needed={"type", "options"}, allowed={"action_id", "confirm"})
    _options(lint, path, element.get("options", []), 5, described=True)


def _picker(lint: Lint, path: str, element: dict[str, Any]) -> None:
    lint.check(path, "options" not in element, "a picker has no options")


def _files(lint: Lint, path: str, element: dict[str, Any]) -> None:
    lint.check(path, 1 <= element.get("max_files", 10) <= 10, "1 to 10 files")


def _options(lint: Lint, path: str, options: Any, most: int, *, described: bool) -> None:
    lint.check(path, isinstance(options, list) and 1 <= len(options) <= most, f"1 to {most} options")
    for index, option in enumerate(options):
        at = f"{path}.options[{index}]"
        if lint.keys(at, option, needed={"text", "value"}, allowed={"description"} if described else set()):
            lint.text(f"{at}.text", option["text"], 75)
            lint.string(f"{at}.value", option["value"], 75)
            if "description" in option:
                lint.text(f"{at}.description", option["description"], 75)
    values = [option.get("value") for option in options if isinstance(option, dict)]
    lint.check(path, len(values) == len(set(values)), "the same value twice")


def _chosen(lint: Lint, path: str, element: dict[str, Any], options: list[Any]) -> None:
    chosen = element.get(
        "initial_options", [element["initial_option"]] if "initial_option" in element else []
    )
    lint.check(
        path, all(one in options for one in chosen), "what is chosen must be one of the options exactly"
    )
    lint.check(path, "initial_options" not in element or bool(chosen), "initial_options may not be empty")


_ELEMENTS: dict[str, Callable[[Lint, str, dict[str, Any]], None]] = {
    "button": _button,
    "plain_text_input": _text_input,
    "checkboxes": _boxes,
    "radio_buttons": _boxes,
    "static_select": _select,
    "multi_static_select": _select,
    "overflow": _overflow,
    "datepicker": _picker,
    "timepicker": _picker,
    "datetimepicker": _picker,
    "users_select": _picker,
    "file_input": _files,
}
