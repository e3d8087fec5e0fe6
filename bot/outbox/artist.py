"""Has pictures drawn by a process of their own (`bot.outbox.easel`), one at a time.

It is started when the first picture is wanted, and ends when none was for a while. If it dies or hangs, the
picture is tried once more by a new one.
"""

from __future__ import annotations

import atexit
import os
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from threading import Lock
from typing import Any

from adaptive_cards.pictures.spec import PictureSpec

EASEL = (sys.executable, "-P", "-m", "bot.outbox.easel")
DRAWN, TOO_LARGE, FAILED = b"+", b"-", b"!"
"""The first byte of each of its answers; the picture follows the first of them."""
_PATIENCE = 20.0
_TRIES = 2
_KEPT = ("PATH", "LD_LIBRARY_PATH")
"""All of our environment that it gets: it needs no secrets."""


class NotDrawnError(Exception):
    """There will be no picture; `reason` is a code."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Artist:
    """`patience` is how many seconds a picture may take; `easel` is the program that draws."""

    def __init__(self, patience: float = _PATIENCE, easel: Sequence[str] = EASEL) -> None:
        self._patience = patience
        self._easel = easel
        self._one_at_a_time = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._line: Connection[Any, Any] | None = None

    @property
    def process(self) -> int:
        """The id of the process that draws, 0 when there is none."""
        return self._process.pid if self._process is not None and self._process.poll() is None else 0

    def draw(self, spec: PictureSpec) -> bytes:
        """The picture as a PNG. Blocks, so call it from a thread; raises `NotDrawnError`."""
        with self._one_at_a_time:
            for _ in range(_TRIES):
                try:
                    return _opened(self._asked(spec))
                except (OSError, EOFError):
                    self._end()
        raise NotDrawnError("not_drawn")

    def close(self) -> None:
        """End the process. The next picture starts another."""
        with self._one_at_a_time:
            self._end()

    def _asked(self, spec: PictureSpec) -> bytes:
        line = self._line if self.process and self._line is not None else self._started()
        line.send(spec)
        if not line.poll(self._patience):
            raise TimeoutError
        return line.recv_bytes()

    def _started(self) -> Connection[Any, Any]:
        self._end()
        self._line, theirs = Pipe()
        kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 -- ourselves
                [*self._easel, str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                env={**kept, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,  # it would quote what people wrote
            )
        return self._line

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None
        if self._line is not None:
            self._line.close()
            self._line = None


def _opened(answer: bytes) -> bytes:
    """The picture in the easel's answer."""
    kind, picture = answer[:1], answer[1:]
    if kind != DRAWN:
        raise NotDrawnError("picture_too_large" if kind == TOO_LARGE else "not_drawn")
    return picture


@cache
def the_artist() -> Artist:
    """The one of this process: as many bots as there are in it, more would only take each other's time."""
    artist = Artist()
    atexit.register(artist.close)
    return artist
