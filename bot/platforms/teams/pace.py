"""Keeping inside Teams' limits: so many messages a second to one conversation, all its threads together.

Source: platforms.md 2.10 (7 in 1 s, 8 in 2 s, 60 in 30 s, 1800 in an hour). A little below, since Teams'
clock is not ours. The limit for the whole tenant is left to its 429: no one process knows what the others
send.
"""

from __future__ import annotations

import time
from collections import OrderedDict, deque
from collections.abc import Callable

LIMITS = ((6, 1.0), (7, 2.0), (55, 30.0), (1700, 3600.0))
"""How many, in how many seconds."""
_MOST = 4096
"""Conversations that are remembered."""


class Pace:
    """When the next message may go to a conversation."""

    def __init__(
        self,
        limits: tuple[tuple[int, float], ...] = LIMITS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._limits = limits
        self._clock = clock
        self._sent: OrderedDict[str, deque[float]] = OrderedDict()

    def take(self, conversation: str) -> float:
        """0 when a message may go now, and it is counted; otherwise the seconds until one may."""
        now, sent = self._clock(), self._of(conversation)
        wait = max((self._wait(sent, most, span, now) for most, span in self._limits), default=0.0)
        if wait <= 0:
            sent.append(now)
        return max(wait, 0.0)

    @staticmethod
    def _wait(sent: deque[float], most: int, span: float, now: float) -> float:
        return sent[-most] + span - now if len(sent) >= most else 0.0

    def _of(self, conversation: str) -> deque[float]:
        longest = max((most for most, _ in self._limits), default=1)
        sent = self._sent.setdefault(conversation, deque(maxlen=longest))
        self._sent.move_to_end(conversation)
        while len(self._sent) > _MOST:
            self._sent.popitem(last=False)
        return sent
