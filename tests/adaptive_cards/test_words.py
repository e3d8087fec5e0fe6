"""Phrases with values, numbers, times and lists."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from adaptive_cards.card import Mention, Span
from adaptive_cards.words import UnknownStepError, Words, plain
from content.errors import MissingWordingError
from content.phrasebook import Phrasebook
from tests.adaptive_cards.views.small import at, words

BOOK = Phrasebook(
    "fi",
    {
        "hello": "Hei **{name}**, _tule_ mukaan",
        "notes": {"one": "{n} lappu", "other": "{n} lappua"},
        "format.date": "d.M.",
    },
)


def own() -> Words:
    return replace(words(), phrases=BOOK)


def test_markup_is_ours_and_values_are_literal() -> None:
    assert own().rich("hello", name="**Anna** _x_ {name} <b>") == (
        Span("Hei "),
        Span("**Anna** _x_ {name} <b>", bold=True),
        Span(", "),
        Span("tule", italic=True),
        Span(" mukaan"),
    )


def test_a_value_may_bring_its_own_looks() -> None:
    assert own().rich("hello", name=Mention("p1", "Anna"))[1] == Mention("p1", "Anna")
    assert own().rich("hello", name=(Span("a"), Span("b")))[1:3] == (Span("a"), Span("b"))
    assert own().text("hello", name=Mention("p1", "Anna")) == "Hei Anna, tule mukaan"


def test_a_number_chooses_the_plural_and_is_written_as_numbers_are() -> None:
    assert [own().text("notes", n=n) for n in (0, 1, 2)] == ["0 lappua", "1 lappu", "2 lappua"]
    assert own().text("notes", n=12345) == "12\N{NO-BREAK SPACE}345 lappua"
    assert (words().number(4.25), words("en").number(4.25)) == ("4,25", "4.25")


def test_a_missing_phrase_or_value_names_the_file() -> None:
    with pytest.raises(MissingWordingError, match=r"content/phrases/fi\.yaml.*nothing\.here"):
        own().rich("nothing.here")
    with pytest.raises(MissingWordingError, match=r"content/phrases/fi\.yaml.*hello \(value \{name\}\)"):
        own().rich("hello")


def test_the_clock_and_the_day_are_the_readers() -> None:
    late = datetime(2026, 11, 30, 22, 30, tzinfo=UTC)
    assert (words().clock(late), words().date(late)) == ("0.30", "1.12.")
    london = replace(words("en"), zone=ZoneInfo("Europe/London"))
    assert (london.clock(late), london.date(late)) == ("22:30", "30 Nov")
    assert words("en").clock(at(10, 5)) == "10:05"


def test_summer_time_is_followed() -> None:
    before, after = (datetime(2026, 10, 25, hour, 30, tzinfo=UTC) for hour in (0, 1))
    assert (words().clock(before), words().clock(after)) == ("3.30", "3.30")


@pytest.mark.parametrize(("minutes", "said"), [(5, "5 min"), (60, "1 h"), (125, "2 h 5 min"), (0, "0 min")])
def test_durations(minutes: int, said: str) -> None:
    assert words().duration(minutes) == said


def test_names_are_a_list_and_stand_as_they_are() -> None:
    three = ("Anna", "Ville", "Sari")
    assert words().names(three) == "Anna, Ville ja Sari"
    assert words().names(three, alternatives=True) == "Anna, Ville tai Sari"
    assert words("en").names(three) == "Anna, Ville and Sari"
    assert words().names(("Anna",)) == "Anna"
    assert words().names(()) == "ei vielä ketään"
    assert words().names(("Anna", "")) == "Anna ja nimensä poistanut"
    assert words().names(("{0}", "{1} & <b>")) == "{0} ja {1} & <b>"


def test_a_step_or_cell_that_is_not_there_is_named() -> None:
    with pytest.raises(UnknownStepError, match=r"steps\.olematon"):
        words().step("olematon")
    with pytest.raises(UnknownStepError, match=r"steps\.ruudukko\.cells\.olematon"):
        words().cell("ruudukko", "olematon")
    with pytest.raises(UnknownStepError):
        replace(words(), workshop=None).step("avaus")


def test_the_column_of_a_cell() -> None:
    assert words().column_of("ruudukko", "tavat") == "yhteinen"
    assert words().column_of("juttu", "asia") == ""
    assert words().column_of("avaus", "asia") == ""


def test_rich_text_without_its_looks() -> None:
    assert plain((Span("Hei ", bold=True), Mention("p1", "Anna"))) == "Hei Anna"
