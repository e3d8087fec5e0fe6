"""The log: ids, codes and places in the code, one line each.

Never what people wrote, their names, nor tokens.

Three things see to that. Only fields of a short list of kinds are ours to log (ids, counts, codes). An
exception is told by its type and where it was raised, never by its text, which may quote anything. Other
people's libraries speak through the same door: of their lines only the logger's name, the level and the place
in the code are kept.
"""

from __future__ import annotations

import logging
import re
import sys
import traceback
from collections.abc import MutableMapping
from types import TracebackType
from typing import Any

import structlog

SECRET_FIELDS = re.compile(
    r"text|line|name$|names|title|value|token|secret|password|signature|authorization|body|card",
    re.IGNORECASE,
)
"""Fields that are blanked whatever is in them.

A timer's and a logger's `name` are called `timer` and `logger`.
"""
_SECRETS = re.compile(
    r"xox[a-z]-[\w-]+|xapp-[\w-]+|Bearer\s+\S+|eyJ[\w-]+\.[\w-]+\.[\w-]+|//[^/\s:@]*:[^/\s@]*@"
)
_LONGEST = 300
_QUIET = (
    "aiohttp.access", "aiohttp.server", "alembic", "apscheduler", "botbuilder", "botframework",
    "msal", "msrest", "slack_bolt", "slack_sdk", "sqlalchemy", "urllib3", "asyncio", "psycopg",
)  # fmt: skip
_FRAMES = 6
Event = MutableMapping[str, Any]


def configure(*, console: bool | None = None, level: int = logging.INFO) -> None:
    """Set up the log of the whole process: readable on a console, JSON elsewhere (None: as stderr is)."""
    readable = sys.stderr.isatty() if console is None else console
    end = structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
    structlog.configure(
        processors=[
            structlog.stdlib.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            told_by_type,
            redacted,
            end if readable else structlog.processors.JSONRenderer(sort_keys=True),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    root = logging.getLogger()
    root.handlers[:] = [Foreign()]
    root.setLevel(logging.WARNING)
    for name in _QUIET:
        library = logging.getLogger(name)
        library.setLevel(logging.WARNING)
        # One that has brought a door of its own would speak through it as well.
        library.handlers.clear()
        library.propagate = True
    logging.getLogger("aiohttp.access").disabled = True
    sys.excepthook = _uncaught


class Foreign(logging.Handler):
    """What other people's libraries say, without their words."""

    def emit(self, record: logging.LogRecord) -> None:
        """One line: who spoke, where, and what kind of exception it was about."""
        error = record.exc_info[1] if record.exc_info else None
        where = f"{record.module}:{record.lineno}"
        ids: dict[str, Any] = {"logger": record.name, "where": where}
        if error is not None:
            ids["exc_info"] = error
        structlog.get_logger("foreign").log(record.levelno, "a library speaks", **ids)


def told_by_type(_: Any, __: str, event: Event) -> Event:
    """An exception becomes its type and the places that it went through."""
    if event.get("exc_info", ()) is None:
        del event["exc_info"]
        return event
    info = event.pop("exc_info", None)
    error = sys.exc_info()[1] if info is True else info[1] if isinstance(info, tuple) else info
    if isinstance(error, BaseException):
        event.update(error=type(error).__name__, at=places(error.__traceback__))
    return event


def fault(error: BaseException) -> dict[str, Any]:
    """The fields that tell of an error: its type and its places.

    Passed to `log.exception` they replace its traceback, which shows variables while the log is not set up.
    """
    return {"exc_info": None, "error": type(error).__name__, "at": places(error.__traceback__)}


def places(trace: TracebackType | None) -> list[str]:
    """The last places in the code of a traceback: module, line and function."""
    frames = traceback.extract_tb(trace)[-_FRAMES:]
    return [f"{_module(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]


def redacted(_: Any, __: str, event: Event) -> Event:
    """Whatever looks like a secret or like somebody's words is blanked.

    Everything is short and in one line.
    """
    return {key: "-" if SECRET_FIELDS.search(key) else _tidy(value) for key, value in event.items()}


def _tidy(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_tidy(one) for one in value]
    if isinstance(value, int | float | None):
        return value
    shown = "".join(one if one.isprintable() else "?" for one in str(value)[:_LONGEST])
    return _SECRETS.sub("-", shown)


def _module(file: str) -> str:
    return "/".join(file.replace("\\", "/").split("/")[-3:])


def _uncaught(kind: type[BaseException], error: BaseException, _: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    structlog.get_logger("process").critical("the process ends", exc_info=error)
