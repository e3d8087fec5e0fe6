"""Whether a request is Slack's: pure. Source: Slack, "Verifying requests from Slack"; platforms.md 1.2."""

from __future__ import annotations

import hmac
import re
from enum import Enum

WINDOW = 300

_STAMP = re.compile(r"[0-9]{1,12}", re.ASCII)
_SIGNATURE = re.compile(r"v0=[0-9a-f]{64}", re.ASCII)


class Verdict(Enum):
    """What is wrong with a signature, if anything."""

    GENUINE = "genuine"
    MISSING = "missing"
    MALFORMED = "malformed"
    STALE = "stale"
    FORGED = "forged"


def verdict(secret: bytes, stamps: list[str], signatures: list[str], body: bytes, now: float) -> Verdict:
    """Judge a request by all values of its two headers; `now`: epoch seconds. An empty secret trusts none."""
    if not stamps or not signatures:
        return Verdict.MISSING
    if len(stamps) > 1 or len(signatures) > 1:
        return Verdict.MALFORMED
    stamp, signature = stamps[0], signatures[0]
    if not _STAMP.fullmatch(stamp) or not _SIGNATURE.fullmatch(signature):
        return Verdict.MALFORMED
    if abs(now - int(stamp)) > WINDOW:
        return Verdict.STALE
    expected = hmac.digest(secret, b"v0:%b:%b" % (stamp.encode(), body), "sha256").hex()
    genuine = bool(secret) and hmac.compare_digest(f"v0={expected}", signature)
    return Verdict.GENUINE if genuine else Verdict.FORGED
