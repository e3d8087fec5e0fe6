"""The bot's own words: complete in every language, kind, and never inflecting a value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

from adaptive_cards import views
from adaptive_cards.preview import HELSINKI, first_edition
from adaptive_cards.samples import card_samples, example_card_samples, example_form_samples, form_samples
from adaptive_cards.views.pictures import spec
from adaptive_cards.words import Words
from content.loader import default_library, example_edition
from content.markup import Slot, parse, slots
from content.phrasebook import Phrase, Phrasebook
from dialogs.messages import PictureView

ROOT = Path(__file__).parents[3]
LANGUAGES = sorted(default_library().phrasebooks)
FORBIDDEN = re.compile(
    r"\bvirhe|epäonnistu|\bet ole\b|\berror\b|\bfailed\b|\bfailure\b|anonyymi|anonymous|nimettömä|!",
    re.IGNORECASE,
)
INFLECTED = re.compile(r"\}(?:\*\*|_)?(?:[^\W\d_]|[:’'-][^\W\d_])")
"""A letter, or an ending after a colon, right after a value."""


@dataclass(frozen=True)
class Listening(Phrasebook):
    """A phrasebook that remembers what was asked of it."""

    asked: set[str] = field(default_factory=set)

    def template(self, key: str, n: int | None = None) -> str:
        self.asked.add(key)
        return super().template(key, n)


@cache
def source_of_the_bot() -> str:
    return "".join(path.read_text(encoding="utf-8") for path in (ROOT / "bot").rglob("*.py"))


def said_by_the_bot(key: str) -> bool:
    """Whether the process itself asks for it, by its whole name or by its group (`f"field.{name}"`)."""
    group = key.rpartition(".")[0]
    return f'"{key}"' in source_of_the_bot() or f'f"{group}.{{' in source_of_the_bot()


def forms_of(phrase: Phrase) -> tuple[str, ...]:
    return (phrase,) if isinstance(phrase, str) else tuple(phrase.values())


def phrases() -> Iterator[tuple[str, str, str]]:
    for language in LANGUAGES:
        for key, phrase in default_library().phrasebook(language).phrases.items():
            yield from ((language, key, template) for template in forms_of(phrase))


def test_all_languages_have_the_same_phrases_with_the_same_values() -> None:
    def wanted(language: str) -> dict[str, set[str]]:
        book = default_library().phrasebook(language).phrases
        return {key: set(chain.from_iterable(map(slots, forms_of(one)))) - {"n"} for key, one in book.items()}

    finnish = wanted("fi")
    for language in LANGUAGES:
        assert wanted(language) == finnish


def test_all_languages_know_plurals_in_the_same_places() -> None:
    def plural(language: str) -> set[str]:
        book = default_library().phrasebook(language).phrases
        return {key for key, one in book.items() if not isinstance(one, str)}

    for language in LANGUAGES:
        assert plural(language) == plural("fi")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_is_there_for_nothing(language: str) -> None:
    library = default_library()
    book = library.phrasebook(language)
    listening = Listening(book.language, book.phrases)
    for edition, cards, forms in (
        (first_edition(library), card_samples, form_samples),
        (example_edition(), example_card_samples, example_form_samples),
    ):
        words = Words(listening, edition.in_language(language), HELSINKI, edition.workshop)
        for _, message in cards(edition, language):
            views.card(message, words)
            if isinstance(drawn := getattr(message, "picture", None), PictureView):
                spec(drawn, words)
        for _, message_of_form in forms(edition, language):
            views.form(message_of_form, words, "nonce")
    unused = book.phrases.keys() - listening.asked
    assert sorted(key for key in unused if not said_by_the_bot(key)) == []


def test_no_phrase_scolds_shouts_or_promises_what_cannot_be_kept() -> None:
    found = [f"{language}: {key}: {text}" for language, key, text in phrases() if FORBIDDEN.search(text)]
    assert found == []


def test_no_value_is_inflected() -> None:
    assert [f"{language}: {key}: {text}" for language, key, text in phrases() if INFLECTED.search(text)] == []


@pytest.mark.parametrize(
    "flawed", ["{name}n pari", "**{name}**lle", "{name}:n", "{name}'s partner", "{title}-paja"]
)
def test_the_search_for_inflected_values_finds_them(flawed: str) -> None:
    assert INFLECTED.search(flawed)


def test_markup_is_closed() -> None:
    for _, _, text in phrases():
        parts = parse(text)
        assert not (text.count("**") % 2), text
        assert not any(
            "{" in part.text or "*" in part.text for part in parts if not isinstance(part, Slot)
        ), text


def test_titles_of_forms_fit_in_a_slack_modal() -> None:
    titles = [
        text for _, key, text in phrases() if re.fullmatch(r"form\.\w+\.title|form\.(cancel|send|save)", key)
    ]
    assert [title for title in titles if len(title) > 24] == []
