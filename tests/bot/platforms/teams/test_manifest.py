"""The Teams app's manifest keeps to what Teams takes (platforms.md 2.13), and its icons to their sizes."""

from __future__ import annotations

import json
import re
import struct
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parents[4] / "deploy" / "teams"
MANIFEST: dict[str, Any] = json.loads((FOLDER / "manifest.json").read_text(encoding="utf-8"))
ENGLISH: dict[str, str] = json.loads((FOLDER / "en.json").read_text(encoding="utf-8"))
PLACEHOLDERS = {
    "{{TEAMS_APP_GUID}}",
    "{{ORGANISATION}}",
    "{{PUBLIC_HOST}}",
    "{{ORGANISATION_SITE}}",
    "{{MICROSOFT_APP_ID}}",
}
COMMANDS = MANIFEST["bots"][0]["commandLists"][0]["commands"]


def test_what_is_to_be_filled_in_is_named() -> None:
    assert set(re.findall(r"\{\{.*?\}\}", json.dumps(MANIFEST))) == PLACEHOLDERS
    assert MANIFEST["id"] == "{{TEAMS_APP_GUID}}"
    assert MANIFEST["bots"][0]["botId"] == "{{MICROSOFT_APP_ID}}"


def test_texts_are_short_enough_in_both_languages() -> None:
    name, description = MANIFEST["name"], MANIFEST["description"]
    for texts in (
        (name["short"], name["full"], description["short"], description["full"]),
        tuple(ENGLISH[key] for key in ("name.short", "name.full", "description.short", "description.full")),
    ):
        assert [len(text) <= most for text, most in zip(texts, (30, 100, 80, 4000), strict=True)] == [
            True
        ] * 4


def test_commands_fit_their_menu_and_are_told_in_english_too() -> None:
    assert len(COMMANDS) <= 10
    assert all(len(one["title"]) <= 32 and len(one["description"]) <= 128 for one in COMMANDS)
    translated = {
        f"bots[0].commandLists[0].commands[{number}].description" for number in range(len(COMMANDS))
    }
    assert translated <= ENGLISH.keys()


def test_a_team_app_says_that_it_knows_channels() -> None:
    assert MANIFEST["supportsChannelFeatures"] == "tier1"
    assert MANIFEST["bots"][0]["scopes"] == ["personal", "team", "groupChat"]
    assert len(MANIFEST["validDomains"]) <= 16


@pytest.mark.parametrize(("name", "size"), [("color", 192), ("outline", 32)])
def test_icons_have_their_sizes(name: str, size: int) -> None:
    data = (FOLDER / f"{name}.png").read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", data[16:24]) == (size, size)
