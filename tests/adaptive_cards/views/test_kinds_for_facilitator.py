"""The cockpit, nudges and what is stored, for the further kinds of step."""

from __future__ import annotations

from dataclasses import replace

import pytest

from adaptive_cards.samples.facilitator import running
from adaptive_cards.samples.material import Material
from adaptive_cards.views import card
from content.loader import example_edition
from dialogs import messages as m
from tests.adaptive_cards.views.example import example
from tests.adaptive_cards.views.small import pressed, text_of

MATERIAL = Material(example_edition().workshop, example_edition().in_language("fi"))
ROTATING = replace(running(MATERIAL, "rotate"), round=1, rounds=3)


@pytest.mark.parametrize(
    ("round_", "said", "button"),
    [
        (1, "Kierros 1/3. Seuraava työpiste -nappi siirtää kaikki ryhmät yhtä aikaa.", "Seuraava työpiste"),
        (3, "Kierros 3/3. Seuraava työpiste -nappi siirtää kaikki ryhmät yhtä aikaa.", "Kotipisteelle"),
        (4, "Ryhmät ovat kotipisteillään ja lukevat, mitä niille on kertynyt.", "Seuraava"),
    ],
)
def test_the_facilitator_moves_everybody_to_the_next_station(round_: int, said: str, button: str) -> None:
    made = card(replace(ROTATING, round=round_), example())
    assert said in text_of(made)
    assert pressed(made)[button] == "next|s1|6"
    assert ("Seuraavaksi: Kotipisteen kolme" in text_of(made)) == (round_ == 4)


def test_each_group_is_shown_with_its_station() -> None:
    group = m.GroupLine(2, ("Anna", "Ville"), notes=3, cells_begun=1, cells=3, ready=1, station="osaaminen")
    said = text_of(card(replace(ROTATING, groups=(group,)), example()))
    assert "Ryhmä 2: Anna ja Ville · Työpiste 2: Osaaminen · 3 lappua · 1 valmis" in said


def test_what_is_still_to_be_arranged_is_counted() -> None:
    theming = replace(running(MATERIAL, "theme"), left=12)
    assert "12 lappua on vielä ilman teemaa." in text_of(card(theming, example()))
    merging = replace(running(MATERIAL, "merge"), left=1)
    assert "1 rivi odottaa vielä kääntämistä." in text_of(card(merging, example()))
    assert "ilman teemaa" not in text_of(card(replace(theming, left=0), example()))


@pytest.mark.parametrize(
    ("nudge", "said", "button"),
    [
        (
            m.Nudge("s1", "oma-swot", "gather", True, "note", ("oma-swot", "g1"), m.Audience.SELF),  # noqa: FBT003 -- live
            ("Oma pohjasi odottaa sinua.", "Pajassa tämän näet vain sinä"),
            "Lisää lappu",
        ),
        (
            m.Nudge("s1", "pisteet", "pick", True, "pick", ("pisteet", "all"), by="everybody"),  # noqa: FBT003 -- live
            ("Äänesi on vielä antamatta.", "Muut eivät näe, mitä valitset."),
            "Valitse nostot",
        ),
        (
            m.Nudge("s1", "janat", "scale", True, "place", ("janat", "now")),  # noqa: FBT003 -- live
            ("Janoilla on vielä tilaa sinun merkillesi.", "Paikkasi näkyvät vasta"),
            "Merkitse paikkasi",
        ),
        (
            m.Nudge("s1", "kierto", "rotate", True, "note", ("kierto", "g1")),  # noqa: FBT003 -- live
            ("Ryhmäsi on työpisteellä.", "Lappusi näkyy kanavalla"),
            "Lisää lappu",
        ),
    ],
)
def test_a_nudge_knows_what_it_is_about_and_who_will_see(
    nudge: m.Nudge, said: tuple[str, str], button: str
) -> None:
    made = card(nudge, example())
    assert all(one in text_of(made) for one in said)
    assert set(pressed(made)) == {button, "Ei nyt"}


def test_what_is_stored_tells_of_sheets_of_ones_own_only_where_there_are_some() -> None:
    told = text_of(card(m.StoredInfo(("Maija",)), example()))
    assert "Vain itsellesi kirjoittamasi laput." in told
    assert "Äänet, paikat janoilla ja teemat." in told
    elsewhere = text_of(card(m.StoredInfo(("Maija",)), replace(example(), structure=None)))
    assert "Vain itsellesi" not in elsewhere
