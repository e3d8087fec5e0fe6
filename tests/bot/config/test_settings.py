"""Settings: every mistake is named in one line, and nothing weak or open starts by accident."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from bot.config import Settings, SettingsError, load, load_or_exit, secret_key

GOOD_KEY = "q8Zr2mVx7Lp0Ks4Tn6Wy1Bd3Fg5Hj9Cc"
APP = "01234567-89ab-cdef-0123-456789abcdef"
SLACK = {"SLACK_BOT_TOKEN": "xoxb-1-2-abc", "SLACK_SIGNING_SECRET": "s3cret"}
TEAMS = {"MicrosoftAppId": APP, "MicrosoftAppPassword": "p4ssword"}


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith(("PAJA_", "SLACK_", "MicrosoftApp", "MICROSOFTAPP")):
            monkeypatch.delenv(name)


def settings(folder: Path, **values: str) -> Settings:
    (folder / ".env").write_text("".join(f"{name}={value}\n" for name, value in values.items()))
    return load(folder)


def mistakes(folder: Path, **values: str) -> list[str]:
    with pytest.raises(SettingsError) as caught:
        settings(folder, **values)
    return list(caught.value.mistakes)


def test_nothing_needs_to_be_set(tmp_path: Path) -> None:
    found = load(tmp_path)

    assert (found.host, found.port, found.timezone, found.practice_room) == (
        "127.0.0.1",
        3978,
        "Europe/Helsinki",
        True,
    )
    assert (found.slack, found.teams, found.database_url) == (False, False, "sqlite:///var/paja.sqlite3")


def test_everything_set(tmp_path: Path) -> None:
    found = settings(
        tmp_path,
        **SLACK,
        **TEAMS,
        SLACK_APP_TOKEN="xapp-1-x",
        SLACK_API_URL="https://slack-gov.com/api/",
        MicrosoftAppType="SingleTenant",
        MicrosoftAppTenantId=APP,
        PAJA_DATABASE_URL="postgresql://paja:pw@db/paja",
        PAJA_HOST="0.0.0.0",  # noqa: S104 -- as in a container
        PAJA_PORT="8080",
        PAJA_PUBLIC_URL="https://paja.example.fi",
        PAJA_SECRET_KEY=GOOD_KEY,
        PAJA_TIMEZONE="Europe/Stockholm",
    )

    assert (found.slack, found.teams, found.practice_room, found.port) == (True, True, False, 8080)
    assert secret_key(found) == GOOD_KEY


def test_the_environment_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAJA_PORT", "4000")
    monkeypatch.setenv("PORT", "5000")
    monkeypatch.setenv("HOST", "example.org")

    assert settings(tmp_path, PAJA_PORT="3000").port == 4000
    assert load(tmp_path).host == "127.0.0.1"


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ({"SLACK_BOT_TOKEN": "xoxb-1"}, "SLACK_SIGNING_SECRET"),
        ({"SLACK_BOT_TOKEN": "xoxp-1", "SLACK_SIGNING_SECRET": "s"}, "SLACK_BOT_TOKEN"),
        ({"SLACK_SIGNING_SECRET": "s"}, "SLACK_BOT_TOKEN"),
        ({"SLACK_APP_TOKEN": "xapp-1"}, "SLACK_BOT_TOKEN"),
        ({**SLACK, "SLACK_APP_TOKEN": "xoxb-1"}, "SLACK_APP_TOKEN"),
        ({**SLACK, "SLACK_API_URL": "http://evil.example"}, "SLACK_API_URL"),
        ({**SLACK, "SLACK_API_URL": "nonsense"}, "SLACK_API_URL"),
        ({"MicrosoftAppId": ""}, "MicrosoftAppId"),
        ({"MicrosoftAppId": "", "MicrosoftAppPassword": "p"}, "MicrosoftAppId"),
        ({"MicrosoftAppPassword": "p"}, "MicrosoftAppId"),
        ({"MicrosoftAppId": "app", "MicrosoftAppPassword": "p"}, "MicrosoftAppId"),
        ({"MicrosoftAppId": APP}, "MicrosoftAppPassword"),
        ({**TEAMS, "MicrosoftAppType": "SingleTenant"}, "MicrosoftAppTenantId"),
        ({**TEAMS, "MicrosoftAppType": "singular"}, "MicrosoftAppType"),
        ({"PAJA_TEAMS_ANONYMOUS": "1", "PAJA_HOST": "0.0.0.0"}, "PAJA_TEAMS_ANONYMOUS"),  # noqa: S104
        ({"PAJA_TEAMS_ANONYMOUS": "perhaps"}, "PAJA_TEAMS_ANONYMOUS"),
        ({"PAJA_DATABASE_URL": "mysql://u:hush@h/d"}, "PAJA_DATABASE_URL"),
        ({"PAJA_DATABASE_URL": "sqlite://"}, "PAJA_DATABASE_URL"),
        ({"PAJA_DATABASE_URL": "postgresql://u:hush@h/d"}, "PAJA_SECRET_KEY"),
        ({"PAJA_PORT": "0"}, "PAJA_PORT"),
        ({"PAJA_PORT": "many"}, "PAJA_PORT"),
        ({"PAJA_PUBLIC_URL": "http://paja.example.fi"}, "PAJA_PUBLIC_URL"),
        ({"PAJA_PUBLIC_URL": "https://u:hush@h"}, "PAJA_PUBLIC_URL"),
        ({"PAJA_SECRET_KEY": "hush"}, "PAJA_SECRET_KEY"),
        ({"PAJA_SECRET_KEY": "a" * 64}, "PAJA_SECRET_KEY"),
        ({"PAJA_TIMEZONE": "Mars/Olympus"}, "PAJA_TIMEZONE"),
        ({"PAJA_TIMEZONE": "../../etc/passwd"}, "PAJA_TIMEZONE"),
        ({"PAJA_HOST": "0.0.0.0"}, "SLACK_BOT_TOKEN"),  # noqa: S104
        ({"PAJA_DATABSE_URL": "sqlite:///x"}, "PAJA_DATABSE_URL"),
    ],
)
def test_a_mistake_is_named_in_one_line(tmp_path: Path, values: dict[str, str], named: str) -> None:
    (line,) = mistakes(tmp_path, **values)

    assert line.startswith(f"{named}: ")
    assert "\n" not in line
    assert "hush" not in line


def test_all_mistakes_are_named_at_once(tmp_path: Path) -> None:
    found = mistakes(tmp_path, PAJA_TIMEZONE="x", PAJA_SECRET_KEY="y", SLACK_BOT_TOKEN="z")

    assert [line.split(":")[0] for line in found] == [
        "SLACK_BOT_TOKEN",
        "SLACK_SIGNING_SECRET",
        "PAJA_TIMEZONE",
        "PAJA_SECRET_KEY",
    ]


def test_anonymous_on_this_machine_only(tmp_path: Path) -> None:
    for host in ("127.0.0.1", "localhost", "::1"):
        assert settings(tmp_path, PAJA_TEAMS_ANONYMOUS="1", PAJA_HOST=host).teams


def test_the_practice_room_outside_only_when_asked_for(tmp_path: Path) -> None:
    assert not settings(tmp_path, **SLACK, PAJA_HOST="0.0.0.0").practice_room  # noqa: S104
    assert settings(tmp_path, PAJA_PRACTICE_ROOM="1", PAJA_HOST="0.0.0.0").practice_room  # noqa: S104
    assert not settings(tmp_path, **SLACK, PAJA_PRACTICE_ROOM="0").practice_room


def test_a_key_is_made_once_and_kept_to_ourselves(tmp_path: Path) -> None:
    found = settings(tmp_path, PAJA_DATABASE_URL=f"sqlite:///{tmp_path}/data/paja.sqlite3")

    first = secret_key(found)

    file = tmp_path / "data" / "paja.key"
    assert secret_key(found) == first
    assert len(first) >= 32
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    file.write_text("short")
    with pytest.raises(SettingsError, match="damaged"):
        secret_key(found)


def test_secrets_are_not_shown(tmp_path: Path) -> None:
    url = "postgresql://u:hush@h/d"
    found = settings(tmp_path, **SLACK, **TEAMS, PAJA_SECRET_KEY=GOOD_KEY, PAJA_DATABASE_URL=url)

    for secret in (*SLACK.values(), TEAMS["MicrosoftAppPassword"], GOOD_KEY, "hush"):
        assert secret not in repr(found)


def test_with_mistakes_the_process_ends_with_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / ".env").write_text("PAJA_PORT=x\n")

    with pytest.raises(SystemExit) as caught:
        load_or_exit(tmp_path)

    assert caught.value.code == 2
    assert capsys.readouterr().err == "PAJA_PORT: a number from 1 to 65535\n"


def test_the_process_says_nothing_else(tmp_path: Path) -> None:
    script = "from bot.config import load_or_exit; load_or_exit()"
    root = Path(__file__).parents[3]
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(root), "MicrosoftAppId": ""}
    found = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert found.returncode == 2
    assert found.stdout == ""
    assert [line.split(":")[0] for line in found.stderr.splitlines()] == ["MicrosoftAppId"]
