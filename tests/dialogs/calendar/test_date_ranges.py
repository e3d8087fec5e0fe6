"""Spans as people type them, seen from Monday the 23rd of November 2026 (week 48)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.calendar.date_ranges import read_range
from dialogs.calendar.dates import Trouble
from dialogs.calendar.workdays import Absence

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


def read(text: str, now: datetime = NOW) -> str:
    found = read_range(text, now, "Europe/Helsinki")
    if isinstance(found, Trouble):
        return " ".join([found.problem, *map(str, found.candidates)])
    return f"{found.first}/{found.last}"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("23.12.–6.1.", "2026-12-23/2027-01-06"),
        ("23.12. - 6.1.", "2026-12-23/2027-01-06"),
        ("23.12.-6.1.2027", "2026-12-23/2027-01-06"),
        ("23.12.2026–6.1.", "2026-12-23/2027-01-06"),
        ("23.12.2026-6.1.2027", "2026-12-23/2027-01-06"),
        ("2026-12-23-2027-01-06", "2026-12-23/2027-01-06"),
        ("from 23 Dec to 6 Jan", "2026-12-23/2027-01-06"),
        ("23.-27.12.", "2026-12-23/2026-12-27"),
        ("23–27.12.2026", "2026-12-23/2026-12-27"),
        ("20.11.–24.11.", "2026-11-20/2026-11-24"),
        ("2.11.2026–24.11.", "2026-11-02/2026-11-24"),
        ("20/11–24/11", "2026-11-20/2026-11-24"),
        ("viikko 28", "2027-07-12/2027-07-18"),
        ("viikolla 48", "2026-11-23/2026-11-29"),
        ("viikot 28–30", "2027-07-12/2027-08-01"),
        ("viikot 28-28", "2027-07-12/2027-07-18"),
        ("viikot 51-1", "2026-12-14/2027-01-10"),
        ("viikot 51-1/2028", "2027-12-20/2028-01-09"),
        ("veckorna 28-30", "2027-07-12/2027-08-01"),
        ("ensi viikolla", "2026-11-30/2026-12-06"),
        ("heinäkuu", "2027-07-01/2027-07-31"),
        ("heinäkuussa 2028", "2028-07-01/2028-07-31"),
        ("lokakuu", "2027-10-01/2027-10-31"),
        ("24.11.–23.11.2028", "2026-11-24/2028-11-23"),
        ("marraskuu", "2026-11-01/2026-11-30"),
        ("24.12.", "2026-12-24/2026-12-24"),
        ("huomenna", "2026-11-24/2026-11-24"),
        ("huomenna–pe", "2026-11-24/2026-11-27"),
        ("to-pe", "2026-11-26/2026-11-27"),
        ("ma-ke", "2026-11-30/2026-12-02"),
        ("6.1. asti", "2026-11-23/2027-01-06"),
        ("until friday", "2026-11-23/2026-11-27"),
    ],
)
def test_a_span(text: str, meant: str) -> None:
    assert read(text) == meant


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("1.1.2026–6.1.2026", "past"),
        ("eilen", "past"),
        ("1.1.2027–1.1.2029", "too_far"),
        ("6.1.2027–5.1.2027", "unknown"),
        ("24.12.–20.12.", "unknown"),
        ("20.11.–10.11.", "unknown"),
        ("viikot 30-28", "unknown"),
        ("24.11.–24.11.2028", "too_far"),
        ("5.1.2027-huomenna", "unknown"),
        ("1/2–23/2", "ambiguous 2027-01-02 2027-02-01"),
        ("huomenna - ensi tiistaina", "ambiguous 2026-11-24 2026-12-01"),
        ("", "unknown"),
        ("-", "unknown"),
        ("23.12.-", "unknown"),
        ("31.4.–2.5.", "unknown"),
        ("viikot 28-60", "unknown"),
        ("loma", "unknown"),
    ],
)
def test_no_span_to_come(text: str, answer: str) -> None:
    assert read(text) == answer


def test_a_span_may_have_begun() -> None:
    assert read("23.11.–24.11.", NOW + timedelta(days=1)) == "2026-11-23/2026-11-24"
    in_between, last_day = datetime(2026, 12, 27, 8, tzinfo=UTC), datetime(2027, 1, 6, 8, tzinfo=UTC)
    assert read("23.12.–6.1.", in_between) == "2026-12-23/2027-01-06"
    assert read("23.12.–6.1.", last_day) == "2026-12-23/2027-01-06"
    assert read("23.12.–6.1.", last_day + timedelta(days=1)) == "2027-12-23/2028-01-06"


@given(
    now=st.datetimes(datetime(2026, 1, 1), datetime(2036, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    ahead=st.integers(0, 300),
    length=st.integers(0, 60),
    years=st.tuples(st.booleans(), st.booleans()),
)
def test_a_span_that_was_written_is_read_again(
    now: datetime, ahead: int, length: int, years: tuple[bool, bool]
) -> None:
    first = now.date() + timedelta(days=ahead)
    last = first + timedelta(days=length)
    days = zip((first, last), years, strict=True)
    written = [f"{day.day}.{day.month}.{day.year if year else ''}" for day, year in days]
    assert read_range("–".join(written), now, "UTC") == Absence(first, last)


@given(
    now=st.datetimes(datetime(2026, 1, 1), datetime(2036, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    text=st.one_of(st.text(max_size=20), st.text("0123456789.-/ vk", max_size=20)),
)
def test_whatever_is_typed_a_span_ends_in_time(now: datetime, text: str) -> None:
    found = read_range(text, now, "UTC")
    if isinstance(found, Absence):
        assert now.date() <= found.last <= date(now.year + 2, 12, 31)
