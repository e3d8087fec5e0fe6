"""A small workshop, so that whole cards can be compared and the real one can be rewritten freely."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from adaptive_cards.card import Block, Button, Buttons, Card, Paragraph, Span
from adaptive_cards.renderers import plain_text
from adaptive_cards.words import Words
from content.library import Edition
from content.loader import default_library
from content.wording import WorkshopWords
from content.workshop import Workshop

WORKSHOP = Workshop.model_validate(
    {
        "slug": "pieni",
        "number": 7,
        "steps": [
            {"id": "avaus", "kind": "brief", "minutes": 5},
            {"id": "juttu", "kind": "discuss", "minutes": 10, "canvas": {"cells": [["asia"]]}},
            {"id": "kehut", "kind": "exchange", "minutes": 10},
            {
                "id": "ruudukko",
                "kind": "gather",
                "minutes": 35,
                "canvas": {"columns": ["oma", "yhteinen"], "cells": [["taidot"], ["tavat"]]},
            },
            {"id": "nostot", "kind": "pick", "minutes": 10, "notes_of": "ruudukko", "budget": 3},
            {
                "id": "kukka",
                "kind": "shape",
                "minutes": 10,
                "choice": "kuvio",
                "picks_of": "nostot",
                "shape": "flower",
            },
            {
                "id": "lotus",
                "kind": "shape",
                "minutes": 10,
                "choice": "kuvio",
                "on": False,
                "picks_of": "nostot",
                "shape": "lotus",
            },
            {"id": "loppu", "kind": "close", "minutes": 5},
        ],
    }
)

FINNISH = WorkshopWords.model_validate(
    {
        "title": "Pieni paja",
        "question": "Mitä osaamme?",
        "goals": ["Huomaamme, mitä osaamme."],
        "credit": "Kirjoitettu testejä varten.",
        "steps": {
            "avaus": {
                "title": "Avaus",
                "goal": "Pääsemme alkuun.",
                "say": "Tervetuloa.",
                "points": [{"label": "Avoimuus", "text": "Puhumme suoraan."}, {"label": "Ilo"}],
                "prompts": ["Mikä on tuttua?"],
                "reading": [{"label": "Lue tämä", "text": "https://example.org/lue"}],
            },
            "juttu": {
                "title": "Juttelu",
                "goal": "Saamme asiat näkyviin.",
                "say": "Jutellaan.",
                "instructions": ["Juttele.", "Kirjoita lappu."],
                "prompts": ["Mikä on muuttunut?"],
                "cells": {
                    "asia": {
                        "label": "Muutokset",
                        "prompt": "Mitä huomaat?",
                        "examples": ["Uusi järjestelmä"],
                    }
                },
            },
            "kehut": {
                "title": "Joo & ja",
                "goal": "Harjoittelemme.",
                "say": "Kehu paria.",
                "stems": ["Uskon, että sinulla on…", "Joo, ja…"],
                "examples": ["hyvä huumori"],
                "answers": ["nauran usein"],
            },
            "ruudukko": {
                "title": "Ruudukko",
                "goal": "Kokoamme voimavarat.",
                "say": "Täyttäkää ruudukko.",
                "instructions": ["Yksi asia yhteen lappuun."],
                "columns": {"oma": "Oma osaaminen", "yhteinen": "Yhteiset tavat"},
                "cells": {
                    "taidot": {
                        "label": "Taidot",
                        "prompt": "Mitä osaat?",
                        "examples": ["Kuuntelen", "Excel"],
                    },
                    "tavat": {"label": "Tavat", "prompt": "Mikä toimii?", "examples": ["Vinkkivartti"]},
                },
                "gathering": "Lapuille.",
                "showing": "Vuorotellen.",
                "part": "Jokainen kirjoittaa.",
            },
            "nostot": {"title": "Nostot", "goal": "Valitsemme.", "say": "Valitkaa."},
            "kukka": {"title": "Kukka", "goal": "Näemme.", "say": "Katsokaa.", "center": "Hyvä työ"},
            "lotus": {"title": "Lootus", "goal": "Näemme.", "say": "Katsokaa.", "center": "Hyvä työ"},
            "loppu": {
                "title": "Lopetus",
                "goal": "Huomaamme, mitä saimme.",
                "say": "Kiitos.",
                "examples": ["Kuulin paljon uutta."],
            },
        },
    }
)

EDITION = Edition(workshop=WORKSHOP, words={"fi": FINNISH})
HELSINKI = ZoneInfo("Europe/Helsinki")


def at(hour: int, minute: int) -> datetime:
    """A moment of 30 November in Helsinki, as the UTC time that messages hold."""
    return datetime(2026, 11, 30, hour, minute, tzinfo=HELSINKI).astimezone(UTC)


def words(language: str = "fi") -> Words:
    """The small workshop's words with the bot's own phrases of that language."""
    return Words(default_library().phrasebook(language), FINNISH, HELSINKI, WORKSHOP)


def p(text: str) -> Paragraph:
    """A paragraph without looks."""
    return Paragraph((Span(text),))


def small(text: str) -> Paragraph:
    """The same in small print."""
    return Paragraph((Span(text),), subtle=True)


NOTES_SEEN = small(
    "Lappusi näkyy kanavalla ja yhteenvedossa ilman nimeäsi;"
    " muistan kirjoittajan, jotta vain sinä voit muokata sitä."
)


def habit(label: str, rest: str) -> Paragraph:
    """A hint for a good climate: the habit's name, and what one could do."""
    return Paragraph((Span(f"{label}:", bold=True), Span(f" {rest}")), subtle=True)


def flat(card: Card) -> Card:
    """The card with neighbouring spans of one look made one: how a phrase was put together is no matter."""
    return Card(card.title, tuple(map(_flat, card.blocks)), card.summary, card.language)


def _flat(block: Block) -> Block:
    if not isinstance(block, Paragraph):
        return block
    spans: list[Span] = []
    for inline in block.rich:
        if not isinstance(inline, Span):
            return block
        if spans and (spans[-1].bold, spans[-1].italic) == (inline.bold, inline.italic):
            spans[-1] = Span(spans[-1].text + inline.text, inline.bold, inline.italic)
        else:
            spans.append(inline)
    return Paragraph(tuple(spans), block.subtle)


def pressed(card: Card) -> dict[str, str]:
    """The card's buttons: label -> the action as it travels."""
    return {
        one.label: _action(one)
        for block in card.blocks
        if isinstance(block, Buttons)
        for one in block.buttons
    }


def _action(button: Button) -> str:
    return button.action.encode() if button.action else button.url


def text_of(card: Card) -> str:
    """All that the card says, without its buttons, line by line."""
    blocks = tuple(block for block in card.blocks if not isinstance(block, Buttons))
    return plain_text.render(Card(card.title, blocks, card.summary, card.language))
