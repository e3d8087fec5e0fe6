"""Deadlines of a workshop that goes on over days."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dialogs.calendar.deadlines import deadline


@pytest.mark.parametrize(
    ("now", "days", "ends"),
    [
        ("2026-11-23 08:59", 0, "2026-11-23 13:00"),
        ("2026-11-23 09:00", 0, "2026-11-24 13:00"),
        ("2026-11-23 08:00", 2, "2026-11-25 13:00"),
        ("2026-11-27 12:00", 0, "2026-11-30 13:00"),
        ("2026-11-28 07:00", 0, "2026-11-30 13:00"),
        ("2026-12-23 07:00", 1, "2026-12-28 13:00"),
        ("2027-03-25 08:00", 1, "2027-03-30 12:00"),  # over Easter, into summer time
    ],
)
def test_a_deadline_is_in_the_afternoon_of_a_working_day(now: str, days: int, ends: str) -> None:
    instant = datetime.fromisoformat(now).replace(tzinfo=UTC)
    expected = datetime.fromisoformat(ends).replace(tzinfo=UTC)
    assert deadline(instant, "Europe/Helsinki", days) == expected
