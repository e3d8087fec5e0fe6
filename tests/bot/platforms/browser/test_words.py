"""The page's own words: the same ones in each language, and each of them in use."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from bot.platforms.browser.words import LANGUAGES, words

STATIC = files("bot.platforms.browser").joinpath("static")
PYTHON = files("bot.platforms.browser")


def _text(folder: object, ending: str) -> str:
    return "\n".join(f.read_text("utf-8") for f in folder.iterdir() if f.name.endswith(ending))  # type: ignore[attr-defined]


def test_every_language_has_the_same_words() -> None:
    first, *others = (words(language) for language in LANGUAGES)
    for other in others:
        assert set(other.page) == set(first.page)
        assert set(other.refusals) == set(first.refusals)
        assert len(other.completions) == len(first.completions)


@pytest.mark.parametrize("key", sorted(words("fi").page))
def test_every_word_of_the_page_is_used(key: str) -> None:
    page = _text(STATIC, ".js") + _text(STATIC, ".j2")
    made_up = re.match(r"(channel|direct|thread|together)(_about)?$|empty_(channel|direct)(_text)?$", key)
    counted = re.match(r"(\w+)_(one|other)$", key)
    used = f'"{counted[1]}"' in page if counted else re.search(rf"page\.{key}\b", page)
    assert used or made_up


def test_every_refusal_has_its_words_and_every_word_its_refusal() -> None:
    code = _text(PYTHON, ".py")
    raised = set(re.findall(r'RefusalError\(\d+, "(\w+)"', code)) | {"too_long", "malformed"}
    assert raised == set(words("fi").refusals)


@pytest.mark.parametrize("language", LANGUAGES)
def test_commands_are_offered_as_they_are_typed(language: str) -> None:
    offered = [one.text for one in words(language).completions]
    assert all(text.startswith("/paja ") for text in offered)
    assert len(set(offered)) == len(offered)


def test_an_unknown_language_is_finnish() -> None:
    assert words("sv").language == words("../fi").language == words("").language == "fi"
