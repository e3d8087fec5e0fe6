"""The names of simulated colleagues, from `content/colleagues.yaml`."""

from __future__ import annotations

import importlib.resources
from functools import lru_cache

import yaml


@lru_cache(maxsize=1)
def colleague_names() -> tuple[str, ...]:
    """First names, always in the same order."""
    text = (importlib.resources.files("content") / "colleagues.yaml").read_text(encoding="utf-8")
    return tuple(yaml.safe_load(text))
