"""Processes for campaigns: forked from one that has imported everything already, so that a start is quick."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from multiprocessing.context import ForkServerContext
from pathlib import Path
from typing import Any, Protocol

from tests.support.until import until

ROOT = Path(__file__).parents[2]
_PRELOADED = ["tests.support.preloaded"]


@cache
def context() -> ForkServerContext:
    """Where processes come from."""
    made = multiprocessing.get_context("forkserver")
    made.set_forkserver_preload(_PRELOADED)
    return made


class Process(Protocol):
    """Something that runs."""

    @property
    def pid(self) -> int:
        """Its number."""
        ...

    @property
    def alive(self) -> bool:
        """Whether it runs."""
        ...

    @property
    def exit_code(self) -> int | None:
        """How it ended: negative for a signal."""
        ...

    def send(self, number: signal.Signals) -> None:
        """Send a signal; to a process that has ended nothing happens."""
        ...

    async def ended(self) -> None:
        """Return when it has ended."""
        ...

    async def kill(self) -> None:
        """End it now."""
        ...


class Fresh:
    """`python -m module` in `folder`.

    A new interpreter that has to import everything, as after a real crash.
    """

    def __init__(self, module: str, environment: Mapping[str, str], folder: Path, output: Path) -> None:
        with output.open("ab") as file:
            self._process = subprocess.Popen(
                [sys.executable, "-m", module],
                env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **environment},
                cwd=folder,
                stdout=file,
                stderr=file,
            )

    @property
    def pid(self) -> int:
        """Its number."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether it runs."""
        return self._process.poll() is None

    @property
    def exit_code(self) -> int | None:
        """How it ended: negative for a signal."""
        return self._process.poll()

    def send(self, number: signal.Signals) -> None:
        """Send a signal; to a process that has ended nothing happens."""
        self._process.send_signal(number)

    async def ended(self) -> None:
        """Return when it has ended."""
        await asyncio.to_thread(self._process.wait)

    async def kill(self) -> None:
        """End it now."""
        self._process.kill()
        await self.ended()


class Started:
    """A running process."""

    def __init__(self, target: Callable[..., None], *args: Any) -> None:
        self._process = context().Process(target=target, args=args, daemon=True)
        self._process.start()

    @property
    def pid(self) -> int:
        """Its number."""
        return self._process.pid or 0

    @property
    def alive(self) -> bool:
        """Whether it runs."""
        return self._process.is_alive()

    @property
    def exit_code(self) -> int | None:
        """How it ended: negative for a signal."""
        return self._process.exitcode

    def send(self, number: signal.Signals) -> None:
        """Send a signal; to a process that has ended nothing happens."""
        if self._process.pid is not None and self._process.is_alive():
            with suppress(ProcessLookupError):
                os.kill(self._process.pid, number)

    async def ended(self) -> None:
        """Return when it has ended."""
        loop, over = asyncio.get_running_loop(), asyncio.Event()
        loop.add_reader(self._process.sentinel, over.set)
        try:
            await over.wait()
        finally:
            loop.remove_reader(self._process.sentinel)
        self._process.join()

    async def kill(self) -> None:
        """End it now."""
        self.send(signal.SIGKILL)
        await self.ended()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def starved(pid: int) -> float:
    """Seconds for which a living process has waited for a core; 0 where the system does not tell."""
    try:
        return int(Path(f"/proc/{pid}/schedstat").read_text(encoding="ascii").split()[1]) / 1e9
    except (OSError, ValueError, IndexError):
        return 0.0


def be(output: Path, *arguments: str) -> None:
    """Be a program with these arguments, whose output goes to a file. For a process that was just forked."""
    file = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(file, 1)
    os.dup2(file, 2)
    sys.stdout, sys.stderr = os.fdopen(1, "w", closefd=False), os.fdopen(2, "w", 1, closefd=False)
    sys.argv = list(arguments)


async def said(file: Path, patience: float = 60.0) -> str:
    """The first line of `file`, as soon as it is there."""

    async def there() -> bool:
        return "\n" in await asyncio.to_thread(_text, file)

    await until(there, patience)
    return (await asyncio.to_thread(_text, file)).partition("\n")[0]


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.exists() else ""
