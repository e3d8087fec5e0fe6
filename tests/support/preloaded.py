"""Imported once by the process that all others of a campaign are forked from: what they need."""

from __future__ import annotations

import sqlalchemy.dialects.sqlite.pysqlite

import adaptive_cards.pictures
import bot.platforms.slack.bolt
import bot.platforms.slack.platform
import bot.platforms.teams.platform
import bot.storage.migrations.run
from content.loader import default_library
from tests.support import crashing_bot, fake_connector, fake_slack

default_library()
__all__ = ["adaptive_cards", "bot", "crashing_bot", "fake_connector", "fake_slack", "sqlalchemy"]
