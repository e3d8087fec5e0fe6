"""How fast we speak: inside what the platforms allow, so that they seldom have to say "too fast".

Sources: Slack's rate limits (`chat.postMessage` 1/s in a channel with short bursts, several hundred a minute
in a workspace; `chat.update` tier 3: 50/min in a workspace), Teams' (`how-to/rate-limit`: 7/1 s, 8/2 s,
60/30 s in a conversation, posts and edits together; 50/s in a tenant).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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
    unhurried: Limit | None = None
    """What nobody waits for (reminders), in one organisation: the rest is left to those who work just now."""


LIMITS: Mapping[str, Limits] = {
    "slack": Limits(
        room=Limit(5, 1.0), room_counts_edits=False, edits=Limit(20, 0.5), unhurried=Limit(20, 3.0)
    ),
    "teams": Limits(room=Limit(6, 1.0), unhurried=Limit(20, 15.0)),
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

    def turn(
        self, organisation: str, conversation: str, now: float, *, edit: bool, unhurried: bool = False
    ) -> float:
        """Seconds until one more may go, after all that have a turn already; the turn is taken."""
        waits = [0.0]
        for key, limit in self._asked(organisation, conversation, edit=edit, unhurried=unhurried):
            bucket = self._buckets.setdefault(key, _Bucket(limit.burst, now))
            bucket.tokens = min(limit.burst, bucket.tokens + (now - bucket.at) * limit.rate) - 1
            bucket.at = now
            # A hair less than none is none: seconds do not add up exactly.
            waits.append(-bucket.tokens / limit.rate if bucket.tokens < -1e-9 else 0.0)  # noqa: PLR2004
        return max(waits)

    def give_back(self, organisation: str, conversation: str, *, edit: bool, unhurried: bool = False) -> None:
        """A turn was not needed after all."""
        for key, _ in self._asked(organisation, conversation, edit=edit, unhurried=unhurried):
            self._buckets[key].tokens += 1

    def stopped(self, organisation: str, conversation: str, now: float, *, edit: bool) -> float:
        """Seconds for which the platform has told us to be silent."""
        keys = [("room", conversation), *([("edits", organisation)] if edit else [])]
        return max(0.0, *(self._stops.get(key, 0.0) - now for key in keys))

    def stop(self, organisation: str, conversation: str, until: float, *, edit: bool) -> None:
        """The platform said "too fast": nothing of this kind before `until`."""
        wide = edit and self.limits.get(organisation.partition(":")[0], FREE).edits is not None
        key = ("edits", organisation) if wide else ("room", conversation)
        self._stops[key] = max(until, self._stops.get(key, 0.0))

    def _asked(
        self, organisation: str, conversation: str, *, edit: bool, unhurried: bool
    ) -> Iterator[tuple[tuple[str, str], Limit]]:
        """What has to be kept to, and the name of the bucket for each."""
        limits = self.limits.get(organisation.partition(":")[0], FREE)
        if limits.room and (not edit or limits.room_counts_edits):
            yield ("room", conversation), limits.room
        if edit and limits.edits:
            yield ("edits", organisation), limits.edits
        if unhurried and not edit and limits.unhurried:
            yield ("unhurried", organisation), limits.unhurried
