"""URL-encoded bodies, read fast: pure. Nearly all that Slack posts is JSON in a form, each quote of it `%22`.

`urllib.parse.parse_qsl` takes as long for one press as all the rest of our work with it, in a slow loop.
The same decoding is done in C by `binascii` for another alphabet (quoted-printable: `=22`).
"""

from __future__ import annotations

import binascii
import re

MOST_FIELDS = 64

_BROKEN = re.compile(rb"%(?![0-9A-Fa-f]{2})")


class NoFormError(ValueError):
    """The bytes are not a form that Slack would send."""


def fields_of(body: bytes) -> dict[str, str]:
    """The fields of a form; raises `NoFormError` when it is broken, has a field twice, or too many."""
    if _BROKEN.search(body) or body.count(b"&") >= MOST_FIELDS:
        raise NoFormError
    fields: dict[str, str] = {}
    for part in body.split(b"&"):
        name, equals, value = part.partition(b"=")
        if not equals:
            raise NoFormError
        fields[_decoded(name)] = _decoded(value)
    if len(fields) != body.count(b"&") + 1:
        raise NoFormError
    return fields


def _decoded(text: bytes) -> str:
    """One name or value. Every `%` has its two digits here, so the other alphabet says exactly the same."""
    quoted = text.replace(b"+", b" ").replace(b"=", b"%3D").replace(b"%", b"=")
    try:
        return binascii.a2b_qp(quoted).decode()
    except UnicodeDecodeError:
        raise NoFormError from None
