"""Reads phrases, `content/phrases/<language>.yaml` and `<language>.<topic>.yaml`, and says what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib.resources.abc import Traversable
from typing import Any

from content.document import read
from content.errors import ContentError
from content.phrasebook import Phrase, Phrasebook

_PLURALS = frozenset({"zero", "one", "two", "few", "many", "other"})


def read_phrasebook(file: Traversable) -> Phrasebook:
    """`file` as phrases of the language that its name begins with; raises `ContentError`."""
    document = read(file)
    phrases = dict(_flat(document.data if isinstance(document.data, Mapping) else {}, ()))
    flaws = [document.flaw(path, message) for path, one in phrases.items() if (message := _phrase_flaw(one))]
    if not phrases:
        flaws.append(document.flaw((), "write phrases here, a line for each: key: text"))
    if flaws:
        raise ContentError(*flaws)
    return Phrasebook(file.name.partition(".")[0], {".".join(path): one for path, one in phrases.items()})


def joined(books: Iterable[Phrasebook]) -> dict[str, Phrasebook]:
    """Language -> all its phrases, from however many files."""
    found: dict[str, dict[str, Phrase]] = {}
    for book in books:
        found.setdefault(book.language, {}).update(book.phrases)
    return {language: Phrasebook(language, phrases) for language, phrases in found.items()}


def _flat(tree: Mapping[str, Any], above: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Phrase]]:
    """Each phrase with its path; a mapping with `other` is one phrase with plural forms."""
    for key, value in tree.items():
        if isinstance(value, Mapping) and "other" not in value:
            yield from _flat(value, (*above, str(key)))
        else:
            yield (*above, str(key)), value


def _phrase_flaw(phrase: object) -> str:
    """What would be right, "" when it is."""
    if isinstance(phrase, str):
        return ""
    if not isinstance(phrase, Mapping):
        return "a phrase is text; put it in quotation marks"
    if strange := ", ".join(sorted(str(form) for form in phrase.keys() - _PLURALS)):
        return f"beside other there can only be plural forms (one, few, …), not {strange}"
    return "" if all(isinstance(form, str) for form in phrase.values()) else "each plural form is text"
