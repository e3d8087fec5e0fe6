"""The log: ids and codes only, whoever speaks."""

from __future__ import annotations

import asyncio
import json
import logging
import sys
from collections.abc import Iterator
from typing import Any

import pytest
import structlog
from aiohttp import web
from sqlalchemy import create_engine, text

from bot.log import configure, fault

WORDS = "Tukipyynnöt vievät aamut"


@pytest.fixture(autouse=True)
def tidy() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level, hook = root.handlers[:], root.level, sys.excepthook
    yield
    root.handlers[:], sys.excepthook = handlers, hook
    root.setLevel(level)
    structlog.reset_defaults()


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().err.splitlines()]


def fail() -> None:
    raise ValueError(WORDS)


def raised() -> ValueError:
    try:
        fail()
    except ValueError as error:
        return error
    raise AssertionError


def test_a_line_of_ids(capsys: pytest.CaptureFixture[str]) -> None:
    configure(console=False)
    structlog.get_logger().info("board given up", session="s1", row=7, reason="invalid_blocks")

    (line,) = lines(capsys)

    del line["timestamp"]
    assert line == {
        "event": "board given up",
        "level": "info",
        "session": "s1",
        "row": 7,
        "reason": "invalid_blocks",
    }


@pytest.mark.parametrize(
    "field", ["text", "line", "display_name", "card", "token", "signing_secret", "values"]
)
def test_what_people_write_is_blanked_should_somebody_log_it(
    capsys: pytest.CaptureFixture[str], field: str
) -> None:
    configure(console=False)
    structlog.get_logger().warning("oops", **{field: WORDS})

    assert lines(capsys)[0][field] == "-"


@pytest.mark.parametrize(
    "secret",
    ["xoxb-1-2-abc", "xapp-1-A", "Bearer abc.def", "eyJhbGci.eyJpc3M.sig", "postgresql://u:hush@h/d"],
)
def test_what_looks_like_a_secret_is_blanked(capsys: pytest.CaptureFixture[str], secret: str) -> None:
    configure(console=False)
    structlog.get_logger().warning("oops", reason=f"because {secret} failed")

    out = capsys.readouterr().err
    assert secret not in out
    assert "hush" not in out


def test_nobody_writes_a_line_of_their_own(capsys: pytest.CaptureFixture[str]) -> None:
    configure(console=True)
    structlog.get_logger().warning("oops", reason="x\n2026 [info] all is well\x1b[2J" + "y" * 5000)

    out = capsys.readouterr().err
    assert out.count("\n") == 1
    assert "\x1b[2J" not in out
    assert len(out) < 1000


@pytest.mark.parametrize("console", [True, False])
def test_an_error_is_told_by_its_kind_and_its_place(
    capsys: pytest.CaptureFixture[str],
    console: bool,  # noqa: FBT001 -- a parameter of the test
) -> None:
    configure(console=console)
    log = structlog.get_logger()
    log.error("failed", exc_info=raised())
    log.error("failed", **fault(raised()))
    try:
        fail()
    except ValueError:
        log.exception("failed")

    out = capsys.readouterr().err
    assert out.count("ValueError") == 3
    assert out.count("test_log.py") >= 3
    assert WORDS not in out


def test_before_the_log_is_set_up_nothing_is_told_either(capsys: pytest.CaptureFixture[str]) -> None:
    structlog.reset_defaults()
    structlog.get_logger().error("failed", **fault(raised()))

    shown = capsys.readouterr()
    assert "failed" in shown.out
    assert WORDS not in shown.out + shown.err


@pytest.mark.parametrize(
    "name", ["slack_bolt", "slack_sdk.web", "aiohttp.server", "botbuilder", "asyncio", "anything"]
)
def test_other_people_s_libraries_keep_their_words_to_themselves(
    capsys: pytest.CaptureFixture[str], name: str
) -> None:
    configure(console=False)
    library = logging.getLogger(name)
    library.debug(WORDS)
    library.info(WORDS)
    library.warning("%s", WORDS)
    library.error(WORDS, exc_info=raised())

    out = capsys.readouterr().err
    told = [json.loads(line) for line in out.splitlines()]
    assert WORDS not in out
    assert [(line["logger"], line["level"]) for line in told] == [(name, "warning"), (name, "error")]
    assert told[1]["error"] == "ValueError"


async def test_what_a_broken_request_holds_is_not_told(capsys: pytest.CaptureFixture[str]) -> None:
    """The web server's own errors quote headers that are too long, and lines that are none."""
    own = logging.StreamHandler(sys.stderr)
    logging.getLogger("aiohttp.server").addHandler(own)
    configure(console=False)
    runner = web.AppRunner(web.Application(), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    secret = "salaisuus"
    for broken in (
        f"GET / HTTP/1.1\r\nHost: x\r\nAuthorization: {secret * 4000}\r\n\r\n",
        f"GET / HTTP/1.1\r\nHost: x\r\nX-{secret} \x01: y\r\n\r\n",
        f"GET /{secret * 4000} HTTP/1.1\r\nHost: x\r\n\r\n",
    ):
        reader, writer = await asyncio.open_connection("127.0.0.1", runner.addresses[0][1])
        writer.write(broken.encode())
        assert (await reader.read(2000)).startswith(b"HTTP/1.")
        writer.close()
    await runner.cleanup()

    shown = capsys.readouterr()
    assert "aiohttp.server" in shown.err
    assert secret not in shown.err + shown.out


def test_the_access_log_is_silent(capsys: pytest.CaptureFixture[str]) -> None:
    configure(console=False)
    logging.getLogger("aiohttp.access").error("GET /pictures/signed.png")

    assert capsys.readouterr().err == ""


def test_the_database_s_library_shows_no_rows(capsys: pytest.CaptureFixture[str]) -> None:
    configure(console=False)
    engine = create_engine("sqlite://", echo=True, hide_parameters=True)
    with engine.begin() as connection:
        connection.execute(text("SELECT :words"), {"words": WORDS})
    engine.dispose()
    shown = capsys.readouterr()

    assert WORDS not in shown.err + shown.out


def test_the_end_of_the_process_is_told_the_same_way(capsys: pytest.CaptureFixture[str]) -> None:
    configure(console=False)
    error = raised()
    sys.excepthook(ValueError, error, error.__traceback__)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)

    (line,) = lines(capsys)
    assert (line["event"], line["error"]) == ("the process ends", "ValueError")
    assert WORDS not in json.dumps(line)
