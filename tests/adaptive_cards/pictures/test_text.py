from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adaptive_cards.pictures.fitting import Paragraph, fit, prepare
from adaptive_cards.pictures.hyphens import break_points
from adaptive_cards.pictures.text import clean, escape, measure

LONG = "Järjestelmäasiantuntijaverkostoyhteistyö tukee perehdyttämistä"


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        ("Hyvä tilannetaju", "Hyvä tilannetaju"),
        ("a\u0308iti", "äiti"),
        ("A\x1b\u0323", "Ạ"),
        ("rivi\n\ttoinen", "rivi toinen"),
        ("nolla\x00merkki\x1b[0m", "nollamerkki[0m"),
        ("Kiitos 🎉👩\u200d👩\u200d👧 kaikille", "Kiitos kaikille"),
        ("👍", "☐"),
        ("مرحبا", "☐☐☐"),
        ("漢字 ok", "☐☐ ok"),
        ("\u202ekäännös", "käännös"),
        ("Čáhppesgáhttu, Ŋuorra", "Čáhppesgáhttu, Ŋuorra"),
        ("Привіт", "Привіт"),
        ("\ud800yksin", "yksin"),
        ("ﬁ ① ½", "ﬁ 1 ½"),
        (" \n ", ""),
    ],
)
def test_text_is_made_drawable(written: str, drawn: str) -> None:
    assert clean(written) == drawn


@given(st.text())
def test_clean_text_is_legal_and_has_only_letters_of_the_font(written: str) -> None:
    drawn = clean(written)

    assert clean(drawn) == drawn
    assert all(unicodedata.category(c) not in {"Cc", "Cs", "Co", "Cn"} for c in drawn)
    assert escape(drawn).count("<") == 0


def test_widths_are_those_of_the_font() -> None:
    assert measure("Työ") == pytest.approx(1.542 + 0.03, abs=0.1)
    assert measure("iii") < measure("mmm")
    assert measure("Työhyvinvointi") < measure("Työhyvinvointi", bold=True)


def lines(text: str, width: float, height: float, largest: float = 20) -> list[str]:
    return [line.text for line in fit(prepare([Paragraph(text)]), width, height, (largest, 12)).lines]


def test_a_text_with_room_stands_on_one_line_at_full_size() -> None:
    fitted = fit(prepare([Paragraph("Luottamus")]), 300, 100, (20, 12))

    assert [(line.text, line.size) for line in fitted.lines] == [("Luottamus", 20)]


def test_lines_are_of_even_length() -> None:
    assert lines("Toinen toisensa arvostaminen ja yhteistyö", 230, 60) == [
        "Toinen toisensa",
        "arvostaminen ja yhteistyö",
    ]


def test_a_word_too_wide_is_broken_between_syllables() -> None:
    assert lines(LONG, 110, 200, largest=14) == [
        "Järjestelmäasian-",
        "tuntijaverkostoyh-",
        "teistyö tukee",
        "perehdyttämistä",
    ]


def test_a_word_without_syllables_is_broken_anywhere() -> None:
    assert "".join(line.removesuffix("-") for line in lines("x" * 60, 100, 200)) == "x" * 60


def test_a_text_that_cannot_fit_is_shortened_at_a_word() -> None:
    fitted = fit(prepare([Paragraph("yksi kaksi kolme neljä viisi kuusi seitsemän")]), 90, 30, (20, 12))

    assert ([line.text for line in fitted.lines], fitted.shortened) == (
        ["yksi kaksi kolme", "neljä viisi…"],
        True,
    )


def test_syllables_of_finnish() -> None:
    word = "vuorovaikutus"

    assert [word[:at] for at in break_points(word)] == ["vuo", "vuoro", "vuorovai", "vuorovaiku"]


@given(st.text(min_size=1, max_size=140), st.floats(40, 400), st.floats(16, 200))
def test_whatever_is_fitted_fits(written: str, width: float, height: float) -> None:
    fitted = fit(
        prepare([Paragraph(clean(written)), Paragraph("×3 · Anna", scale=0.85)]), width, height, (26, 12)
    )

    assert fitted.width <= width + 0.01
    assert fitted.height <= height + 0.01
