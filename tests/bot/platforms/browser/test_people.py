"""A name is all that is asked, and it alone makes the id."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.browser.people import (
    LONGEST_NAME,
    MOST_PEOPLE,
    NoNameError,
    People,
    TooManyPeopleError,
    person_named,
    tidy_name,
)
from bot.platforms.browser.places import is_person
from bot.platforms.platform import Member


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Maija", "browser:local:maija"),
        ("maija", "browser:local:maija"),
        ("Anna Liisa", "browser:local:anna-liisa"),
        ("Väinö", "browser:local:vaino-377ea9"),
        ("Омар", "browser:local:d41917"),
    ],
)
def test_the_id_of_a_name(name: str, person: str) -> None:
    assert person_named(name) == person


def test_names_that_only_look_alike_to_ascii_are_different_people() -> None:
    assert len({person_named(name) for name in ("Väinö", "Vainö", "Vaino", "Väino", "Vai-no")}) == 5


@given(st.text(max_size=LONGEST_NAME))
def test_every_name_that_is_taken_has_a_decent_id(name: str) -> None:
    try:
        tidy = tidy_name(name)
    except NoNameError:
        return
    assert is_person(person_named(tidy))
    assert tidy_name(tidy) == tidy
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", tidy)


@pytest.mark.parametrize("name", ["", "   ", "\x00", "\u202e", "!?", "😀", "x" * (LONGEST_NAME + 1)])
def test_what_is_no_name(name: str) -> None:
    with pytest.raises(NoNameError):
        tidy_name(name)


def test_the_same_name_is_the_same_person_in_any_tab() -> None:
    people = People()
    first = people.add(" Maija ", language="fi", timezone="Europe/Helsinki")
    again = people.add("MAIJA", language="en", timezone="Not/A/Zone")
    assert first == Member("browser:local:maija", "Maija", "fi", "Europe/Helsinki")
    assert again == Member("browser:local:maija", "Maija", "en", "")
    assert people.everybody() == (again,)
    assert people.get("browser:local:maija") == again
    assert people.get("browser:local:anna") is None


@pytest.mark.parametrize("zone", ["../../etc/passwd", "\x00", "/etc/localtime", "Europe"])
def test_an_odd_time_zone_is_no_time_zone(zone: str) -> None:
    assert People().add("Maija", timezone=zone).timezone == ""


def test_the_room_has_room_for_so_many() -> None:
    people = People(Member(f"browser:local:p{n}", f"P{n}") for n in range(MOST_PEOPLE))
    with pytest.raises(TooManyPeopleError):
        people.add("Maija")
    assert people.add("P1").person == "browser:local:p1"
