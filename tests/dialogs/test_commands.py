from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs import commands as c
from dialogs.commands import parse


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", c.Help()),
        ("   ", c.Help()),
        ("ohje", c.Help()),
        ("?", c.Help()),
        ("pajat", c.Workshops()),
        ("aloita 1", c.Start("1")),
        ("ALOITA 1", c.Start("1")),
        ("  aloita   paja  1 ", c.Start("1")),
        ("aloita tietotyon-muutos", c.Start("tietotyon-muutos")),
        ("start 1", c.Start("1")),
        ("starta 1", c.Start("1")),
        ("ka\u0308ynnista\u0308 1", c.Start("1")),
        ("aloita", c.Start("")),
        ("tila", c.Status()),
        ("seuraava", c.Steer("next")),
        ("takaisin", c.Steer("back")),
        ("ohita", c.Steer("skip")),
        ("tauko", c.Steer("pause")),
        ("jatka", c.Steer("resume")),
        ("muistuta", c.Steer("remind")),
        ("lopeta", c.Steer("end")),
        ("lisäaika", c.Steer("more", 5)),
        ("lisäaika 10", c.Steer("more", 10)),
        ("lisäaika 10 min", c.Steer("more", 10)),
        ("lisäaika ²", c.Steer("more", 5)),
        ("fasilitaattori @ville", c.Lead()),
        ("yhteenveto", c.SummaryAsked()),
        ("tiedot", c.MyData()),
        ("poista tietoni", c.ForgetMe()),
        ("forget me", c.ForgetMe()),
        ("kieli sv", c.Language("sv")),
        ("kieli", c.Language("")),
        ("liity", c.Join()),
        ("poistu", c.Leave()),
    ],
)
def test_commands(typed: str, meant: c.Command) -> None:
    assert parse(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("aloita 3 2h etä", c.Start("3", 120, "remote")),
        ("aloita 3 etä 2h", c.Start("3", 120, "remote")),
        ("aloita 3 2 h etä", c.Start("3", 120, "remote")),
        ("aloita 1 päivä hitaasti", c.Start("1", 420, "room", slow=True)),
        ("aloita 1 hitaasti", c.Start("1", slow=True)),
        ("suunnittele 2 90min hybridi", c.Start("2", 90, "hybrid")),
        ("suunnittele paja 2 1,5h", c.Start("2", 90)),
        ("aloita 2 1.5 tuntia lähi", c.Start("2", 90)),
        ("aloita 3 2 tuntia", c.Start("3", 120)),
        ("start 3 2 hours remote", c.Start("3", 120, "remote")),
        ("starta 3 2t distans långsamt", c.Start("3", 120, "remote", slow=True)),
        ("aloita tietotyon-muutos 4h", c.Start("tietotyon-muutos", 240)),
        ("aloita 3 2h 3h", c.Start("3", 180)),
        ("aloita 1 0h", c.Start("1", 30)),
        ("aloita 1 10min", c.Start("1", 30)),
        ("aloita 1 99h", c.Start("1", 480)),
        ("aloita 1 999999h", c.Start("1 999999h")),
        ("aloita 1 -2h", c.Start("1 -2h")),
        ("aloita 1 kohta", c.Start("1 kohta")),
        ("aloita 2h", c.Start("", 120)),
        ("aloita hitaasti etä", c.Start("", 0, "remote", slow=True)),
    ],
)
def test_a_workshop_is_started_for_a_time_and_a_way_of_meeting(typed: str, meant: c.Start) -> None:
    assert parse(typed) == meant


@pytest.mark.parametrize(
    ("typed", "suggestion"),
    [
        ("alota 1", "aloita 1"),
        ("alotia 1", "aloita 1"),
        ("seuraav", "seuraava"),
        ("lisaaika 10", "lisäaika 10"),
        ("poista", "poista tietoni"),
        ("poista tiedot", "poista tietoni"),
        ("poistu tietoni", "poista tietoni"),
        ("fasilitator", "fasilitaattori"),
        ("yhteenvetto", "yhteenveto"),
        ("paja", "pajat"),
    ],
)
def test_a_slip_gets_a_suggestion_and_does_nothing(typed: str, suggestion: str) -> None:
    found = parse(typed)
    assert isinstance(found, c.Unknown)
    assert suggestion in found.suggestions


@pytest.mark.parametrize(
    "typed", ["lopeta mainostaminen", "ohita tämä tauko", "poistu huomenna", "poista tietoni nyt"]
)
def test_what_undoes_much_is_not_done_by_half_a_sentence(typed: str) -> None:
    assert isinstance(parse(typed), c.Unknown)


@pytest.mark.parametrize(
    "typed", ["xyzzy", "<!channel>", "😀😀😀", "\u202eatiola", "ﬀ" * 3000, "aloita " + "9" * 5000]
)
def test_what_nobody_can_mean_is_answered_shortly(typed: str) -> None:
    found = parse(typed)
    said = found.name if isinstance(found, c.Start) else getattr(found, "said", "")
    assert len(said) <= 60


@given(st.text(max_size=200))
def test_anything_typed_is_some_command(typed: str) -> None:
    found = parse(typed)
    if isinstance(found, c.Unknown):
        assert len(found.suggestions) <= 2
        for suggestion in found.suggestions:
            assert not isinstance(parse(suggestion), c.Unknown)


def test_every_suggestion_is_a_finnish_command() -> None:
    assert parse("starrt 1") == c.Unknown("starrt 1", ("aloita 1", "tila"))
