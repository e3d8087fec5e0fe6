from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.texts import NOTE_LENGTH, TextError, clean, name, required, tidy_line


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Osaan   kuunnella \t hyvin  ", "Osaan kuunnella hyvin"),
        ("yksi\r\nkaksi\rkolme", "yksi\nkaksi\nkolme"),
        ("yksi\u2028kaksi\u0085kolme", "yksi\nkaksi\nkolme"),
        ("yksi\n\n \n\n\nkaksi", "yksi\n\nkaksi"),
        ("a\u0308idinkieli", "äidinkieli"),
        ("nolla\x00tavu ja ääni\x07", "nollatavu ja ääni"),
        ("\u202egnisrever\u202c", "gnisrever"),
        ("piilo\u200bväli", "piiloväli"),
        ("\ufeffalku", "alku"),
        ("perhe 👨\u200d👩\u200d👧 ja ❤\ufe0f", "perhe 👨\u200d👩\u200d👧 ja ❤\ufe0f"),
        ("\u0645\u06cc\u200c\u062e\u0648\u0647", "\u0645\u06cc\u200c\u062e\u0648\u0647"),
        ("<!channel> <@U1> <at>Ville</at> *x* <b>y</b> [z](http://e.x)",) * 2,
        ("yksinäinen \ud800 puolikas", "yksinäinen puolikas"),
    ],
)
def test_what_people_type_is_kept_tidy_and_literal(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@pytest.mark.parametrize(
    "typed", ["", "   ", "\n\n", "\u200b\u200d", "\u202e", "\ufe0f", "\u3164", "\u2800 \u115f", "\x00\x01"]
)
def test_what_shows_nothing_is_empty(typed: str) -> None:
    assert clean(typed) == ""
    with pytest.raises(TextError) as error:
        required(typed)
    assert error.value.key == "empty"


def test_nothing_is_cut_in_silence() -> None:
    assert len(clean("ä" * NOTE_LENGTH)) == NOTE_LENGTH
    for too_long in ("ä" * (NOTE_LENGTH + 1), "x" * 50_000, " " * 50_000):
        with pytest.raises(TextError) as error:
            clean(too_long)
        assert error.value.key == "too_long"


@given(st.text(max_size=600))
def test_what_is_kept_stays_as_it_is(typed: str) -> None:
    try:
        kept = clean(typed)
    except TextError:
        return
    assert clean(kept) == kept
    assert kept == unicodedata.normalize("NFC", kept)
    assert kept.encode().decode() == kept
    assert not {unicodedata.category(one) for one in kept} & {"Cs", "Co", "Cn"}
    assert "\r" not in kept


@given(st.text(max_size=400))
def test_a_name_is_one_short_line_whatever_it_was(typed: str) -> None:
    shown = name(typed)
    assert len(shown) <= 80
    assert "\n" not in shown
    assert shown == shown.strip()


def test_a_name_that_grows_when_it_is_tidied_is_cut_not_refused() -> None:
    assert len(name("\ufb2c" * 400)) == 80
    assert name("  Anna\n\tMaija  ") == "Anna Maija"
    assert tidy_line("\ufb2c" * 100, 10) == unicodedata.normalize("NFC", "\ufb2c" * 10)
