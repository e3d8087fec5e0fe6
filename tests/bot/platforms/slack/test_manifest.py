"""The app's manifest asks for what the bot uses, inside Slack's limits (platforms.md 1.12, 1.13)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.platforms.slack.inbound import SHORTCUT
from bot.platforms.slack.inbound_events import _RULES
from bot.platforms.slack.platform import ROUTE
from tests.support.fake_slack_world import SCOPES

MANIFEST = Path(__file__).parents[4] / "deploy" / "slack-manifest.yaml"


@pytest.fixture(scope="module")
def manifest() -> Any:
    return yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))


def test_it_asks_for_the_scopes_that_the_tests_run_with(manifest: Any) -> None:
    scopes = manifest["oauth_config"]["scopes"]["bot"]

    assert sorted(scopes) == sorted(SCOPES)


def test_every_event_that_it_asks_for_is_one_that_the_bot_knows(manifest: Any) -> None:
    events = manifest["settings"]["event_subscriptions"]["bot_events"]

    assert {event.partition(".")[0] for event in events} <= _RULES.keys()


def test_everything_arrives_at_one_address(manifest: Any) -> None:
    (command,) = manifest["features"]["slash_commands"]
    settings = manifest["settings"]
    urls = {
        command["url"],
        settings["event_subscriptions"]["request_url"],
        settings["interactivity"]["request_url"],
    }

    assert urls == {f"https://paja.example{ROUTE}"}
    assert (command["command"], command["should_escape"]) == ("/paja", True)


def test_its_shortcut_is_the_one_that_the_bot_knows_inside_the_limits(manifest: Any) -> None:
    (shortcut,) = manifest["features"]["shortcuts"]

    assert (shortcut["type"], shortcut["callback_id"]) == ("message", SHORTCUT)
    assert len(shortcut["name"]) <= 24
    assert len(shortcut["description"]) <= 150


def test_it_is_inside_the_limits(manifest: Any) -> None:
    about, (command,) = manifest["display_information"], manifest["features"]["slash_commands"]

    assert len(about["name"]) <= 35
    assert len(about["description"]) <= 140
    assert len(command["usage_hint"]) <= 1000
    assert manifest["features"]["app_home"]["messages_tab_read_only_enabled"] is False
