"""`paja serve`: on which loop it runs, and that it ends when it is told to."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path

from bot.commands.serve import on_loop
from tests.support.processes import free_port

SERVE = (sys.executable, "-c", "from bot.cli import main; main()", "serve")


def test_it_runs_on_the_loop_that_the_benchmarks_measure() -> None:
    found: list[str] = []

    async def look() -> None:
        found.append(type(asyncio.get_running_loop()).__module__)

    on_loop(look())
    assert found == ["uvloop"]


def test_it_starts_and_ends_in_good_order(tmp_path: Path) -> None:
    root = str(Path(__file__).parents[3])
    known = {"PATH", "HOME", "LANG"}
    env = {name: value for name, value in os.environ.items() if name in known}
    env |= {
        "PYTHONPATH": root,
        "PAJA_PORT": str(free_port()),
        "PAJA_DATABASE_URL": f"sqlite:///{tmp_path}/paja.sqlite3",
    }
    with subprocess.Popen(SERVE, env=env, cwd=tmp_path, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            assert process.stdout.readline() == "Platforms: browser\n"
            process.send_signal(signal.SIGTERM)
            assert process.wait(timeout=20) == 0
        finally:
            process.kill()
