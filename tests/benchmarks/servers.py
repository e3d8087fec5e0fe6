"""Processes to measure: our bot as it is started by `paja serve`, and whatever it speaks to."""

from __future__ import annotations

import http.client
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.rooms import url
from tests.support.fake_slack_world import BOT_TOKEN, SIGNING_SECRET
from tests.support.processes import free_port

_PATIENCE = 60.0
_SERVE = "from bot.cli import main; main()"


@dataclass(frozen=True)
class Server:
    """A running process. `cold` is the seconds from its start to its first "ready"."""

    port: int
    pid: int
    cold: float = 0.0

    @property
    def worked(self) -> float:
        """Processor seconds that it has used so far: on a busy machine they say more than the clock."""
        fields = Path(f"/proc/{self.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    @property
    def memory(self) -> float:
        """Megabytes of memory that it holds (RSS), with the processes that it has started."""
        return sum(map(_resident, [self.pid, *_children(self.pid)]))


def _resident(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def _children(pid: int) -> list[int]:
    found = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(one) for one in found.read_text(encoding="ascii").split()] if found.exists() else []


@contextmanager
def paja(folder: Path, slack: str, **settings: str) -> Iterator[Server]:
    """`paja serve` with the database in `folder`, in Slack (at the address `slack`), with practice room."""
    port = free_port()
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(Path.cwd()),
        "PAJA_DATABASE_URL": url(folder),
        "PAJA_PORT": str(port),
        "SLACK_BOT_TOKEN": BOT_TOKEN,
        "SLACK_SIGNING_SECRET": SIGNING_SECRET,
        "SLACK_API_URL": f"{slack}/api/",
        **settings,
    }
    began = time.perf_counter()
    with (folder / "paja.log").open("ab") as log:
        process = subprocess.Popen(
            [sys.executable, "-c", _SERVE, "serve"],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=log,
        )
    try:
        _ready(port, process)
        yield Server(port, process.pid, time.perf_counter() - began)
    finally:
        process.terminate()
        process.wait()


def _ready(port: int, process: subprocess.Popen[bytes]) -> None:
    """Return when `/readyz` says yes."""
    end = time.perf_counter() + _PATIENCE
    while time.perf_counter() < end and process.poll() is None:
        with suppress(OSError):
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/readyz")
            if connection.getresponse().status == http.HTTPStatus.OK:
                return
        time.sleep(0.005)
    raise RuntimeError("the bot does not get ready; see paja.log")


@contextmanager
def started(module: str, *given: str) -> Iterator[str]:
    """A helper of ours in a process of its own; yields the first line that it prints."""
    command = [sys.executable, "-m", module, *given]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout
        try:
            line = process.stdout.readline().strip()
            if not line:
                raise RuntimeError(f"{module} did not start")
            yield line
        finally:
            process.terminate()
