"""Cards in a terminal."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from adaptive_cards.actions import Action
from adaptive_cards.card import (
    Attachment,
    Bullets,
    Button,
    Buttons,
    Canvas,
    Card,
    Cell,
    Column,
    Divider,
    Fact,
    Facts,
    Heading,
    Link,
    Mention,
    Paragraph,
    Picture,
    Quote,
    Span,
)
from adaptive_cards.renderers import plain_text

_ALL = Card(
    "Voimavararuudukko",
    (
        Paragraph(
            (
                Span("Ryhmä 2: "),
                Mention("p1", "Anna"),
                Span(" ja "),
                Mention(
                    "p2",
                    "Ville",
                ),
            )
        ),
        Heading("Näin se menee"),
        Bullets(((Span("Kirjoita"),), (Span("Lue"),)), numbered=True),
        Bullets(((Span("rauha"),),)),
        Quote("Hyvä tilannetaju\nja huumori", "Anna"),
        Facts((Fact("Kirjuri", (Span("Ville", bold=True),)), Fact("Aikaa", (Span("klo 10.25 asti"),)))),
        Canvas(
            (
                Column(
                    "Osaaminen",
                    (
                        Cell("Ammattitaito", "Mitä osaat?", ("Excel\nja Word",), "ja 4 muuta"),
                        Cell("Oppiminen"),
                    ),
                ),
                Column("Hyvinvointi", (Cell("Palautuminen", notes=("Metsä",)),)),
            )
        ),
        Picture("k1", "Kukka, jossa on kolme terälehteä", "Voimavarakukka"),
        Attachment("f1", "yhteenveto.docx", "Vie Wordiin"),
        Divider(),
        Paragraph((Link("Taulu", "https://paja.example/t"),)),
        Buttons((Button("Lisää lappu", Action("note", "s1")), Button("Avaa", url="https://paja.example"))),
    ),
    "Ruudukko on auki",
)

_EXPECTED = """\
Voimavararuudukko
═════════════════

Ryhmä 2: Anna ja Ville

Näin se menee
─────────────

1. Kirjoita
2. Lue

• rauha

”Hyvä tilannetaju
 ja huumori”
  – Anna

Kirjuri: Ville
Aikaa: klo 10.25 asti

Osaaminen
─────────
Ammattitaito – Mitä osaat?
  • Excel
    ja Word
  ja 4 muuta
Oppiminen

Hyvinvointi
───────────
Palautuminen
  • Metsä

[ Voimavarakukka: Kukka, jossa on kolme terälehteä ]

[ Vie Wordiin: yhteenveto.docx ]

────────────────────────────────────────

Taulu (https://paja.example/t)

[ Lisää lappu ]  [ Avaa ] (https://paja.example)"""


def test_every_block() -> None:
    assert plain_text.render(_ALL) == _EXPECTED


def test_nothing_moves_the_cursor_or_turns_the_line() -> None:
    card = Card("\x1b[2Jkissa\r", (Quote("a\x07\u202eb\x9b31m", "\x1b]0;x\x07"),), "")
    assert plain_text.render(card) == "[2Jkissa\n════════\n\n”ab31m”\n  – ]0;x"


@given(st.text())
def test_a_note_stays_under_its_mark(text: str) -> None:
    made = plain_text.render(
        Card("", (Canvas((Column("", (Cell("Kohta", notes=(text, "viimeinen")),)),)),), "")
    )
    lines = made.split("\n")
    assert lines[0] == "Kohta"
    assert lines[1].startswith("  • ")
    assert lines[-1] == "  • viimeinen"
    assert all(line.startswith("    ") for line in lines[2:-1])
