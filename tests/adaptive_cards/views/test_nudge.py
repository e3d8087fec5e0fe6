"""Nudges: an easy way in, an easy way out."""

from __future__ import annotations

from adaptive_cards.card import Card
from adaptive_cards.views import card
from dialogs.messages import Nudge
from tests.adaptive_cards.views.small import NOTES_SEEN, flat, p, pressed, text_of, words


def test_a_nudge_to_write() -> None:
    nudge = Nudge("s1", "ruudukko", "gather", live=True, write="note", write_args=("ruudukko", "g2"))
    made = flat(card(nudge, words()))
    assert made == Card(
        "Ruudukko",
        (
            p("Ryhmäsi kirjoittaa parhaillaan. Yksikin sana riittää alkuun."),
            NOTES_SEEN,
            made.blocks[-1],
        ),
        "Ryhmäsi kirjoittaa parhaillaan. Yksikin sana riittää alkuun.",
        "fi",
    )
    assert pressed(made) == {"Lisää lappu": "note|s1|ruudukko|g2", "Ei nyt": "ready|s1|ruudukko"}


def test_everybody_as_a_group_has_a_name_of_its_own() -> None:
    nudge = Nudge("s1", "juttu", "discuss", live=True, write="note", write_args=("juttu", ""))
    assert pressed(card(nudge, words()))["Lisää lappu"] == "note|s1|juttu|all"


def test_feedback_is_told_to_be_seen_by_the_facilitator() -> None:
    made = card(Nudge("s1", "loppu", "close", live=True, write="feedback", write_args=()), words())
    assert "Vastauksesi näkee fasilitaattori ilman nimeäsi" in text_of(made)
    assert pressed(made) == {"Kerro, miten meni": "feedback|s1", "Ei nyt": "ready|s1|loppu"}


def test_when_there_is_nothing_to_write_there_is_only_the_way_out() -> None:
    made = card(Nudge("s1", "kehut", "exchange", live=True, write="", write_args=()), words())
    assert pressed(made) == {"Ei nyt": "ready|s1|kehut"}


def test_an_old_nudge_keeps_its_words_and_loses_its_buttons() -> None:
    made = card(Nudge("s1", "ruudukko", "gather", live=False, write="", write_args=()), words())
    assert "Ryhmäsi kirjoittaa parhaillaan. Yksikin sana riittää alkuun." in text_of(made)
    assert "Tämän kortin hetki on ohi." in text_of(made), "the step may well go on, when they said not now"
    assert pressed(made) == {}
