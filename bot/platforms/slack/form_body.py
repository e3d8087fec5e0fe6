"""URL-encoded bodies, read fast: pure. Nearly all that Slack posts is JSON in a form, each quote of it `%22`.

`urllib.parse.parse_qsl` takes as long for one press as all the rest of our work with it, in a slow loop.
The same decoding is done in C by `binascii` for another alphabet (quoted-printable: `=22`).
"""

from __future__ import annotations

import binascii

MOST_FIELDS = 64


class NoFormError(ValueError):
    """The bytes are not a form that Slack would send."""


def fields_of(body: bytes) -> dict[str, str]:
    """The fields of a form; raises `NoFormError` when it is broken, has a field twice, or too many."""
    if body.count(b"&") >= MOST_FIELDS or b"\n" in body or b"\r" in body:
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
    """One name or value.

    A `%` without its two digits would be passed over in silence; but only one that has them makes the text
    two shorter (line breaks, which do so too, are refused before).
    """
    quoted = text.replace(b"+", b" ").replace(b"=", b"%3D").replace(b"%", b"=")
    plain = binascii.a2b_qp(quoted)
    if len(plain) != len(quoted) - 2 * quoted.count(b"="):
        raise NoFormError
    try:
        return plain.decode()
    except UnicodeDecodeError:
        raise NoFormError from None
