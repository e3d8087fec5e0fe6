"""Settings, from the environment or from `.env`.

Whatever is wrong is named, one line each, before anything starts.
"""

from __future__ import annotations

import ipaddress
import os
import re
import secrets
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from dotenv import dotenv_values
from pydantic import BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.storage.database import plain
from bot.storage.errors import StorageError

DEFAULT_DATABASE = "sqlite:///var/paja.sqlite3"
SHORTEST_KEY = 32
"""Characters of `PAJA_SECRET_KEY`."""
_KINDS_OF_CHARACTERS = 10
_GUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_OURS = ("PAJA_", "SLACK_", "MicrosoftApp")


class SettingsError(Exception):
    """The settings cannot be used; `mistakes` has one line for each."""

    def __init__(self, *mistakes: str) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes


class TeamsType(StrEnum):
    """How the bot is registered with Microsoft."""

    MULTI = "MultiTenant"
    SINGLE = "SingleTenant"
    MANAGED = "UserAssignedMSI"


def _blank_is_absent(value: Any) -> Any:
    return None if isinstance(value, str) and not value.strip() else value


Text = Annotated[str | None, BeforeValidator(_blank_is_absent)]
Secret = Annotated[SecretStr | None, BeforeValidator(_blank_is_absent)]
Switch = Annotated[bool | None, BeforeValidator(_blank_is_absent)]


class Settings(BaseSettings):
    """All settings. Made by `load()`, which checks them together as well."""

    model_config = SettingsConfigDict(extra="ignore", frozen=True, hide_input_in_errors=True)

    slack_bot_token: Secret = Field(None, alias="SLACK_BOT_TOKEN")
    slack_signing_secret: Secret = Field(None, alias="SLACK_SIGNING_SECRET")
    slack_app_token: Secret = Field(None, alias="SLACK_APP_TOKEN")
    slack_api_url: Text = Field(None, alias="SLACK_API_URL")
    teams_app_id: Text = Field(None, alias="MicrosoftAppId")
    teams_app_password: Secret = Field(None, alias="MicrosoftAppPassword")
    teams_app_type: TeamsType = Field(TeamsType.MULTI, alias="MicrosoftAppType")
    teams_app_tenant: Text = Field(None, alias="MicrosoftAppTenantId")
    teams_anonymous: Switch = Field(None, alias="PAJA_TEAMS_ANONYMOUS")
    database_url: str = Field(DEFAULT_DATABASE, alias="PAJA_DATABASE_URL", repr=False)
    host: str = Field("127.0.0.1", alias="PAJA_HOST")
    port: Annotated[int, Field(ge=1, le=65535)] = Field(3978, alias="PAJA_PORT")
    public_url: Text = Field(None, alias="PAJA_PUBLIC_URL")
    secret_key: Secret = Field(None, alias="PAJA_SECRET_KEY")
    timezone: str = Field("Europe/Helsinki", alias="PAJA_TIMEZONE")
    practice: Switch = Field(None, alias="PAJA_PRACTICE_ROOM")
    content_dir: Text = Field(None, alias="PAJA_CONTENT_DIR")

    @property
    def slack(self) -> bool:
        """Whether the bot is in Slack."""
        return self.slack_bot_token is not None

    @property
    def teams(self) -> bool:
        """Whether the bot is in Teams."""
        return self.teams_app_id is not None or bool(self.teams_anonymous)

    @property
    def on_loopback(self) -> bool:
        """Whether only this machine can reach the bot."""
        return is_loopback(self.host)

    @property
    def practice_room(self) -> bool:
        """Whether the practice room is open: by default only where nobody from outside can come in."""
        return self.on_loopback if self.practice is None else self.practice

    @property
    def zone(self) -> ZoneInfo:
        """The clock of those whose own is not known."""
        return ZoneInfo(self.timezone)


def load(folder: Path = Path()) -> Settings:
    """The settings of the environment and of `.env` in `folder`; raises `SettingsError` with all mistakes."""
    file = folder / ".env"
    try:
        settings = Settings(_env_file=file)
    except ValidationError as error:
        mistakes = [
            f"{'.'.join(map(str, one['loc']))}: {_said(one)}" for one in error.errors(include_input=False)
        ]
        raise SettingsError(*mistakes, *_misspelt(file)) from None
    mistakes = [*_misspelt(file), *_mistakes(settings)]
    if mistakes:
        raise SettingsError(*mistakes)
    return settings


def load_or_exit(folder: Path = Path()) -> Settings:
    """The settings; with mistakes in them, each is said on a line and the process ends with 2."""
    try:
        return load(folder)
    except SettingsError as error:
        for mistake in error.mistakes:
            sys.stderr.write(f"{mistake}\n")
        raise SystemExit(2) from None


def secret_key(settings: Settings) -> str:
    """The key that signs addresses.

    Made at the first start and kept beside the SQLite file when none was given.
    """
    if settings.secret_key is not None:
        return settings.secret_key.get_secret_value()
    file = Path(plain(settings.database_url).database or "").parent / "paja.key"
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as opened:
            opened.write(secrets.token_urlsafe(48))
    key = file.read_text(encoding="ascii").strip()
    if len(key) < SHORTEST_KEY:
        raise SettingsError(
            f"PAJA_SECRET_KEY: the key that was kept in {file.name} is damaged; remove that file"
        )
    return key


def is_loopback(host: str) -> bool:
    """Whether `host` is this machine, seen from itself."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


# --- what is wrong with them ---


def _mistakes(settings: Settings) -> Iterator[str]:
    yield from _slack(settings)
    yield from _teams(settings)
    yield from _place(settings)
    if not (settings.slack or settings.teams or settings.practice_room):
        yield "SLACK_BOT_TOKEN: nobody could reach the bot; set up Slack or Teams, or PAJA_PRACTICE_ROOM=1"


def _slack(settings: Settings) -> Iterator[str]:
    token, app = _open(settings.slack_bot_token), _open(settings.slack_app_token)
    if token and not token.startswith("xoxb-"):
        yield "SLACK_BOT_TOKEN: a bot's token begins with xoxb-"
    if app and not app.startswith("xapp-"):
        yield "SLACK_APP_TOKEN: an app-level token begins with xapp-"
    if token and not app and settings.slack_signing_secret is None:
        yield "SLACK_SIGNING_SECRET: needed with SLACK_BOT_TOKEN (or SLACK_APP_TOKEN, for Socket Mode)"
    if not token and (app or settings.slack_signing_secret is not None):
        yield "SLACK_BOT_TOKEN: needed with the other settings of Slack"
    if settings.slack_api_url and not _is_web(settings.slack_api_url):
        yield "SLACK_API_URL: an address that begins with https:// (http:// on this machine only)"


def _teams(settings: Settings) -> Iterator[str]:
    if settings.teams_anonymous:
        if not settings.on_loopback:
            yield "PAJA_TEAMS_ANONYMOUS: for development only; set PAJA_HOST=127.0.0.1 or leave it out"
        return
    if settings.teams_app_id is None:
        others = settings.teams_app_password is not None or settings.teams_app_tenant is not None
        # Present but empty, the SDK would let everybody in.
        if others or "teams_app_id" in settings.model_fields_set:
            yield "MicrosoftAppId: empty means that nobody is asked who they are; fill it in or leave it out"
        return
    if not _GUID.fullmatch(settings.teams_app_id):
        yield "MicrosoftAppId: the id looks like 00000000-0000-0000-0000-000000000000"
    if settings.teams_app_password is None and settings.teams_app_type is not TeamsType.MANAGED:
        yield "MicrosoftAppPassword: needed with MicrosoftAppId"
    if settings.teams_app_tenant is None and settings.teams_app_type is not TeamsType.MULTI:
        yield f"MicrosoftAppTenantId: needed when MicrosoftAppType is {settings.teams_app_type}"


def _place(settings: Settings) -> Iterator[str]:
    yield from _database(settings)
    if settings.public_url and not _is_web(settings.public_url):
        yield "PAJA_PUBLIC_URL: an address that begins with https:// (http:// on this machine only)"
    try:
        ZoneInfo(settings.timezone)
    except (ValueError, OSError, LookupError):
        yield "PAJA_TIMEZONE: no such time zone; an example is Europe/Helsinki"
    key = _open(settings.secret_key)
    if key is not None and (len(key) < SHORTEST_KEY or len(set(key)) < _KINDS_OF_CHARACTERS):
        yield f"PAJA_SECRET_KEY: too easy to guess; use {SHORTEST_KEY} or more random characters"


def _database(settings: Settings) -> Iterator[str]:
    try:
        url = plain(settings.database_url)
    except StorageError as error:
        yield f"PAJA_DATABASE_URL: {error}; examples: {DEFAULT_DATABASE}, postgresql://user:password@host/paja"
        return
    if url.get_backend_name() == "sqlite" and url.database in (None, "", ":memory:"):
        yield "PAJA_DATABASE_URL: a database in memory keeps nothing; name a file"
    if url.get_backend_name() == "postgresql" and settings.secret_key is None:
        yield "PAJA_SECRET_KEY: needed with PostgreSQL (with SQLite it is made and kept beside the file)"


def _is_web(url: str) -> bool:
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return False
    bare = not (parts.query or parts.fragment or parts.username)
    return bool(host) and bare and (parts.scheme == "https" or (parts.scheme == "http" and is_loopback(host)))


def _misspelt(file: Path) -> Iterator[str]:
    """Names in `.env` that look like ours and are not."""
    known = {field.alias for field in Settings.model_fields.values()}
    for name in dotenv_values(file) if file.is_file() else ():
        if name.startswith(_OURS) and name not in known:
            yield f"{name}: there is no such setting (in .env)"


def _said(error: Any) -> str:
    match error["type"]:
        case "int_parsing" | "greater_than_equal" | "less_than_equal":
            return "a number from 1 to 65535"
        case "bool_parsing" | "bool_type":
            return "1 for yes, 0 for no"
        case "enum":
            return f"one of {', '.join(TeamsType)}"
        case _:
            return str(error["msg"])


def _open(value: SecretStr | None) -> str | None:
    return value.get_secret_value() if value is not None else None
