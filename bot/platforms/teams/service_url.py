"""Where our bearer token may be sent: each activity says where, and only a few addresses are believed.

Exactly `smba.trafficmanager.net`, never `*.trafficmanager.net`: anyone can register a name there
(reliability.md 4.1). National clouds name their own host. http on this machine is for the Agents Playground
and for tests.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

TEAMS_HOSTS = frozenset({"smba.trafficmanager.net"})
_HTTPS = re.compile(r"https://([A-Za-z0-9.-]{1,253})(/[\w.~/-]{0,200})?", re.ASCII)
_LOOPBACK = re.compile(r"http://(?:localhost|127\.0\.0\.1)(?::\d{1,5})?(/[\w.~/-]{0,200})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class ServiceUrls:
    """The addresses that are believed."""

    hosts: frozenset[str] = TEAMS_HOSTS
    loopback: bool = False

    def allow(self, url: str) -> bool:
        """Whether a message, and our token with it, may go to `url`."""
        if ".." in url:
            return False
        if self.loopback and _LOOPBACK.fullmatch(url):
            return True
        found = _HTTPS.fullmatch(url)
        return found is not None and found[1].lower() in self.hosts


def same(one: str, other: str) -> bool:
    """Whether two service addresses are the same but for a slash at the end."""
    return one.rstrip("/") == other.rstrip("/")
