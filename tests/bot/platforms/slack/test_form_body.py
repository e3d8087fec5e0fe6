"""Form bodies are read as the standard library reads them, only faster; what is broken is refused."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, quote, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.slack.form_body import NoFormError, fields_of

names = st.text(min_size=1, max_size=8)
odd = st.text("%=+&_ \r\n\t?#aä€🌸\x00", max_size=30)


@given(st.dictionaries(names, st.one_of(st.text(max_size=60), odd), min_size=1, max_size=20))
def test_what_was_encoded_comes_back(fields: dict[str, str]) -> None:
    assert fields_of(urlencode(fields).encode()) == fields
    assert (
        fields_of("&".join(f"{quote(name)}={quote(text)}" for name, text in fields.items()).encode())
        == fields
    )


pieces = st.sampled_from(
    ["a", "=", "+", "%20", "%3D", "%3d0", "%C3%A4", "_", ";", " ", "=3D", "==", "%0A=", "%0D%0A"]
)


@given(st.lists(pieces, max_size=20).map("".join))
def test_odd_values_are_read_as_the_library_reads_them(text: str) -> None:
    body = f"a={text}"

    assert fields_of(body.encode()) == dict(parse_qsl(body, keep_blank_values=True, errors="strict"))


@given(st.text("%41g=+_x ", max_size=12))
def test_a_percent_sign_without_its_digits_is_always_refused(text: str) -> None:
    if re.search("%(?![0-9A-Fa-f]{2})", text):
        with pytest.raises(NoFormError):
            fields_of(f"a={text}".encode())
    else:
        assert fields_of(f"a={text}".encode()) == dict(parse_qsl(f"a={text}", keep_blank_values=True))


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"a",
        b"a=1&",
        b"&a=1",
        b"a=1&&b=2",
        b"a=1&a=2",
        b"a=%",
        b"a=%4",
        b"a=%zz",
        b"a=%ff",
        b"%=1",
        b"a=\xff",
        b"a=%\n",
        b"a=%\r\n41",
        b"a=x\ny",
        b"a=%%41",
        b"a=%4%41",
        b"a=%=41",
        b"a=%+1",
    ],
)
def test_what_is_broken_is_refused(body: bytes) -> None:
    with pytest.raises(NoFormError):
        fields_of(body)


def test_sixty_four_fields_are_enough() -> None:
    many = {f"f{n}": "x" for n in range(64)}

    assert fields_of(urlencode(many).encode()) == many
    with pytest.raises(NoFormError):
        fields_of(urlencode({**many, "one": "more"}).encode())
