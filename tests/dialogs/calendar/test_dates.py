"""Dates as people type them, seen from Monday the 23rd of November 2026, 10 o'clock in Helsinki (week 48)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from dialogs.calendar.dates import FARTHEST, UNKNOWN, Found, Problem, Trouble, read_date
from dialogs.calendar.workdays import add_months

HELSINKI = "Europe/Helsinki"
NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


def read(text: str, now: datetime = NOW, zone: str = HELSINKI) -> str:
    """As a line: the day, the time of day, "week" or the problem with its candidates."""
    found = read_date(text, now, zone)
    if isinstance(found, Trouble):
        return " ".join([found.problem, *map(str, found.candidates)])
    times = "-".join(one.isoformat("minutes") for one in (found.at, found.until) if one)
    return " ".join(filter(None, [str(found.day), times, "week" if found.week else ""]))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("23.1.", "2027-01-23"),
        ("23.1", "2027-01-23"),
        (" 23. 1. ", "2027-01-23"),
        ("23.11.", "2026-11-23"),
        ("22.11.", "2027-11-22"),
        ("23.1.2027", "2027-01-23"),
        ("23.1.27", "2027-01-23"),
        ("23.1. 2027", "2027-01-23"),
        ("2027-01-23", "2027-01-23"),
        ("23. tammikuuta", "2027-01-23"),
        ("23 tammikuuta 2027", "2027-01-23"),
        ("23/1", "2027-01-23"),
        ("1/23/27", "2027-01-23"),
        ("the 23rd of January", "2027-01-23"),
        ("Jan 23, 2027", "2027-01-23"),
        ("den 23 januari", "2027-01-23"),
        ("29.2.", "2028-02-29"),
        ("La 23.1.", "2027-01-23"),
        ("lauantaina 23.1.2027", "2027-01-23"),
        ("23.1. la", "2027-01-23"),
    ],
)
def test_a_date(text: str, meant: str) -> None:
    assert read(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("tänään", "2026-11-23"),
        ("huomenna", "2026-11-24"),
        ("Ylihuomenna!", "2026-11-25"),
        ("tomorrow", "2026-11-24"),
        ("the day after tomorrow", "2026-11-25"),
        ("i övermorgon", "2026-11-25"),
        ("tiistaina", "2026-11-24"),
        ("ti", "2026-11-24"),
        ("to", "2026-11-26"),
        ("maanantaina", "2026-11-30"),
        ("tulevana tiistaina", "2026-11-24"),
        ("on Tuesday", "2026-11-24"),
        ("på tisdag", "2026-11-24"),
        ("viikolla 7", "2027-02-15 week"),
        ("vk 7", "2027-02-15 week"),
        ("week 7", "2027-02-15 week"),
        ("v. 7", "2027-02-15 week"),
        ("viikolla 7/2028", "2028-02-14 week"),
        ("viikolla 48", "2026-11-23 week"),
        ("viikolla 53", "2026-12-28 week"),
        ("viikolla 1", "2027-01-04 week"),
        ("ensi viikolla", "2026-11-30 week"),
        ("nästa vecka", "2026-11-30 week"),
        ("ensi viikon tiistaina", "2026-12-01"),
        ("tuesday next week", "2026-12-01"),
        ("viikon 7 tiistaina", "2027-02-16"),
        ("viikon päästä", "2026-11-30"),
        ("kahden viikon päästä", "2026-12-07"),
        ("2 viikon päästä", "2026-12-07"),
        ("parin viikon kuluttua", "2026-12-07"),
        ("kuukauden päästä", "2026-12-23"),
        ("kymmenen päivän päästä", "2026-12-03"),
        ("puolen vuoden päästä", "2027-05-23"),
        ("in two weeks", "2026-12-07"),
        ("in a month", "2026-12-23"),
        ("three months from now", "2027-02-23"),
        ("om två veckor", "2026-12-07"),
        ("viikon päästä tiistaina", "2026-12-01"),
    ],
)
def test_a_day_in_words(text: str, meant: str) -> None:
    assert read(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("23.1. klo 9", "2027-01-23 09:00"),
        ("23.1. klo 9-12", "2027-01-23 09:00-12:00"),
        ("23.1. 9–12", "2027-01-23 09:00-12:00"),
        ("23.1. 9.30", "2027-01-23 09:30"),
        ("23.1.2027 kello 9.30–12.15", "2027-01-23 09:30-12:15"),
        ("2027-01-23 09:30", "2027-01-23 09:30"),
        ("tiistaina klo 9.30", "2026-11-24 09:30"),
        ("klo 9 tiistaina", "2026-11-24 09:00"),
        ("tomorrow at 9:30 pm", "2026-11-24 21:30"),
        ("9 am tomorrow", "2026-11-24 09:00"),
        ("tomorrow 12 am", "2026-11-24 00:00"),
        ("tisdag kl. 14", "2026-11-24 14:00"),
        ("viikolla 7 klo 9", "2027-02-15 09:00 week"),
        ("tänään klo 11", "2026-11-23 11:00"),
        ("tänään klo 10", "past"),
        ("23.11. klo 9", "past"),
        ("klo 11", "2026-11-23 11:00"),
        ("klo 9", "2026-11-24 09:00"),
        ("9.30", "2026-11-24 09:30"),
        ("9.12", "2026-12-09"),
    ],
)
def test_a_time_of_day(text: str, meant: str) -> None:
    assert read(text) == meant


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("23.1.2026", "past"),
        ("22.11.2026", "past"),
        ("eilen", "past"),
        ("viikolla 7/2026", "past"),
        ("23.11.2028", "2028-11-23"),
        ("24.11.2028", "too_far"),
        ("kolmen vuoden päästä", "too_far"),
        ("999 vuoden päästä", "too_far"),
        ("ensi tiistaina", "ambiguous 2026-11-24 2026-12-01"),
        ("next Tuesday", "ambiguous 2026-11-24 2026-12-01"),
        ("nästa tisdag", "ambiguous 2026-11-24 2026-12-01"),
        ("ensi tiistaina klo 9", "ambiguous 2026-11-24 2026-12-01"),
        ("1/2", "ambiguous 2027-01-02 2027-02-01"),
        ("1/2/2027", "ambiguous 2027-01-02 2027-02-01"),
        ("ti 23.1.", "ambiguous 2027-01-23 2027-01-26"),
        ("ti ke", "ambiguous 2026-11-24 2026-11-25"),
    ],
)
def test_not_one_day_to_come(text: str, answer: str) -> None:
    assert read(text) == answer


NO_DATES = (
    "|joskus|31.4.|30.2.2027|0.1.|1.13.|1.1.0000|viikolla 0|viikolla 54|klo 25|klo 24|klo 9.60|klo 12-9|"
    "13 am|tiistaina joskus|12.10-13.10|9-12|2 viikkoa|99999999999 viikon päästä|9999 vuoden päästä|"
    "23.1.2027 24.1.2027"
)


@pytest.mark.parametrize("text", [*NO_DATES.split("|"), "huomenna " * 20])
def test_what_is_no_date(text: str) -> None:
    assert read_date(text, NOW, HELSINKI) == UNKNOWN


def test_next_tuesday_is_of_next_week_when_this_week_has_none_any_more() -> None:
    tuesday, sunday = NOW + timedelta(days=1), NOW + timedelta(days=6)
    assert read("ensi tiistaina", tuesday) == "2026-12-01"
    assert read("tiistaina", tuesday) == "2026-12-01"
    assert read("ensi maanantaina", sunday) == "2026-11-30"
    assert read("viikon päästä tiistaina", NOW + timedelta(days=4)) == "ambiguous 2026-12-01 2026-12-08"
    assert read("viikon päästä tiistaina", tuesday) == "2026-12-01"
    assert read("tällä viikolla", sunday) == "2026-11-29 week"
    assert read("tämän viikon tiistaina", sunday) == "past"
    assert read("viikolla 48/2026", sunday) == "2026-11-29 week"
    assert read("viikolla 48/2026", sunday + timedelta(days=1)) == "past"


def test_today_is_that_of_the_person() -> None:
    late = datetime(2026, 11, 23, 22, 30, tzinfo=UTC)
    assert read("huomenna", late) == "2026-11-25"
    assert read("huomenna", late, "America/New_York") == "2026-11-24"


def test_a_found_day_is_an_instant() -> None:
    day = date(2027, 3, 28)
    assert Found(day, time(3, 30)).instant(HELSINKI, time(9)) == datetime(2027, 3, 28, 1, tzinfo=UTC)
    assert Found(day).instant(HELSINKI, time(9)) == datetime(2027, 3, 28, 6, tzinfo=UTC)


# --- what the bot writes can be typed back --------------------------------------------------------

instants = st.datetimes(datetime(2026, 1, 1), datetime(2036, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
STYLES = [
    lambda day: f"{day.day}.{day.month}.{day.year}",
    lambda day: f"{day.day:02}.{day.month:02}.{day.year % 100:02}",
    date.isoformat,
    lambda day: f"{format_date(day, 'EEE', 'fi')} {day:%d.%m.%Y}",
    *(
        lambda day, style=style, locale=locale: format_date(day, style, locale)
        for style in ("medium", "long", "full")
        for locale in ("fi", "en", "en_GB", "sv")
    ),
]


@given(now=instants, ahead=st.integers(0, 700), style=st.sampled_from(STYLES))
def test_a_day_that_was_written_is_read_again(now: datetime, ahead: int, style) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    day = now.date() + timedelta(days=ahead)
    assert read_date(style(day), now, "UTC") == Found(day)


@given(now=instants, ahead=st.integers(0, 364))
def test_a_year_can_be_left_out(now: datetime, ahead: int) -> None:
    day = now.date() + timedelta(days=ahead)
    assert read_date(f"{day.day}.{day.month}.", now, "UTC") == Found(day)


@given(now=instants, clock=st.times(), ahead=st.integers(1, 300))
def test_a_time_that_was_written_is_read_again(now: datetime, clock: time, ahead: int) -> None:
    day, clock = now.date() + timedelta(days=ahead), clock.replace(second=0, microsecond=0)
    assert read_date(f"{day.day}.{day.month}. klo {clock:%H.%M}", now, "UTC") == Found(day, clock)


@given(now=instants, week=st.integers(1, 52))
def test_a_week_is_the_next_of_that_number(now: datetime, week: int) -> None:
    found = read_date(f"viikolla {week}", now, "UTC")
    assert isinstance(found, Found)
    assert found.week
    assert found.day.isocalendar().week == week
    assert now.date() <= found.day < now.date() + timedelta(days=7 * 53)
    assert found.day.weekday() == 0 or found.day == now.date()


@given(
    now=instants,
    text=st.one_of(
        st.text(max_size=30),
        st.text("0123456789.-/: klo", max_size=20),
        st.lists(
            st.sampled_from(
                [
                    "ensi",
                    "ti",
                    "tiistaina",
                    "23.1.",
                    "9.30",
                    "klo",
                    "9-12",
                    "viikon",
                    "päästä",
                    "2",
                    "next",
                    "week",
                    "in",
                    "-",
                    "2027",
                ]
            ),
            max_size=5,
        ).map(" ".join),
    ),
)
def test_whatever_is_typed_there_is_an_answer(now: datetime, text: str) -> None:
    found = read_date(text, now, "UTC")
    limits = now.date(), add_months(now.date(), FARTHEST)
    if isinstance(found, Found):
        assert limits[0] <= found.day <= limits[1]
    else:
        assert len(found.candidates) != 1
        assert bool(found.candidates) == (found.problem is Problem.AMBIGUOUS)
        assert list(found.candidates) == sorted(set(found.candidates))
        assert all(limits[0] <= day <= limits[1] for day in found.candidates)
