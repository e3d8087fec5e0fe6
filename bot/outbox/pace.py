"""How fast we speak: inside what the platforms allow, so that they seldom have to say "too fast".

Sources: Slack's rate limits (`chat.postMessage` 1/s in a channel with short bursts, `chat.update` tier 3:
50/min in a workspace), Teams' (`how-to/rate-limit`: 7/1 s, 8/2 s, 60/30 s in a conversation, posts and edits
together).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `burst` at once, then `rate` a second."""

    burst: float
    rate: float


@dataclass(frozen=True, slots=True)
class Limits:
    """Those of one platform; None for none."""

    room: Limit | None = None
    """In one conversation."""
    room_counts_edits: bool = True
    edits: Limit | None = None
    """Edits in one organisation."""


LIMITS: Mapping[str, Limits] = {
    "slack": Limits(room=Limit(5, 1.0), room_counts_edits=False, edits=Limit(20, 0.5)),
    "teams": Limits(room=Limit(6, 1.0)),
}
FREE = Limits()


@dataclass(slots=True)
class _Bucket:
    tokens: float
    at: float


@dataclass(slots=True)
class Pace:
    """Token buckets; times are the clock's steady seconds."""

    limits: Mapping[str, Limits] = field(default_factory=lambda: LIMITS)
    _buckets: dict[tuple[str, str], _Bucket] = field(default_factory=dict)
    _stops: dict[tuple[str, str], float] = field(default_factory=dict)

    def wait(self, organisation: str, conversation: str, now: float, *, edit: bool) -> float:
        """Seconds until one more may go; 0.0 means that it may go now, and counts it."""
        limits = self.limits.get(organisation.partition(":")[0], FREE)
        asked: list[tuple[tuple[str, str], Limit]] = []
        if limits.room and (not edit or limits.room_counts_edits):
            asked.append((("room", conversation), limits.room))
        if edit and limits.edits:
            asked.append((("edits", organisation), limits.edits))
        keys = [("room", conversation), *([("edits", organisation)] if edit else [])]
        stopped = max(self._stops.get(key, 0.0) - now for key in keys)
        wait = max([stopped, *(self._missing(key, limit, now) for key, limit in asked)])
        if wait > 0:
            return wait
        for key, _ in asked:
            self._buckets[key].tokens -= 1
        return 0.0

    def stop(self, organisation: str, conversation: str, until: float, *, edit: bool) -> None:
        """The platform said "too fast": nothing of this kind before `until`."""
        wide = edit and self.limits.get(organisation.partition(":")[0], FREE).edits is not None
        key = ("edits", organisation) if wide else ("room", conversation)
        self._stops[key] = max(until, self._stops.get(key, 0.0))

    def _missing(self, key: tuple[str, str], limit: Limit, now: float) -> float:
        """Seconds until the bucket has a whole token."""
        bucket = self._buckets.setdefault(key, _Bucket(limit.burst, now))
        bucket.tokens = min(limit.burst, bucket.tokens + (now - bucket.at) * limit.rate)
        bucket.at = now
        # A hair less than one is one: seconds do not add up exactly.
        return 0.0 if bucket.tokens >= 1 - 1e-9 else (1 - bucket.tokens) / limit.rate
