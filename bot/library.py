"""The library that the bot runs on: the content that ships with it, and the operator's own workshops."""

from __future__ import annotations

import importlib.resources
import os
from pathlib import Path

from dotenv import dotenv_values

from content.library import Library
from content.loader import default_library, load

CONTENT_DIR = "PAJA_CONTENT_DIR"


def library(own: str | None) -> Library:
    """What ships, and the workshops in the folder `own` ("" or None: none); raises `ContentError`."""
    return load(importlib.resources.files("content"), Path(own)) if own else default_library()


def own_folder() -> str | None:
    """The folder of own workshops, from the environment or `.env`.

    For commands that need no other setting.
    """
    return os.environ.get(CONTENT_DIR) or dotenv_values(".env").get(CONTENT_DIR)
