"""Pictures and files of the cards that stand in the rooms, each at an address that nobody can guess."""

from __future__ import annotations

import hashlib
import secrets
from collections import Counter
from collections.abc import Iterable, Mapping

from adaptive_cards.renderers.enclosures import Enclosure
from bot.platforms.platform import Content

ROUTE = "/practice/files/"


class Files:
    """Held in memory while a card shows them. The same bytes keep their address: an edit fetches nothing."""

    def __init__(self) -> None:
        self._contents: dict[str, Content] = {}
        self._names: dict[str, str] = {}
        self._shown: Counter[str] = Counter()

    def get(self, name: str) -> Content | None:
        """What stands at the address, or None."""
        return self._contents.get(name)

    def keep(self, contents: Mapping[str, Content]) -> dict[str, str]:
        """Hold these; gives the name of each by its ref. Pair every call with a `release` of the names."""
        names = {ref: self._name(content) for ref, content in contents.items()}
        self._shown.update(names.values())
        return names

    def release(self, names: Iterable[str]) -> None:
        """One card fewer shows these."""
        self._shown.subtract(names)
        for name in [name for name, times in self._shown.items() if times <= 0]:
            del self._shown[name], self._contents[name]
        self._names = {digest: name for digest, name in self._names.items() if name in self._contents}

    def _name(self, content: Content) -> str:
        about = f"{content.media_type}\n{content.filename}\n"
        digest = hashlib.sha256(about.encode() + content.data).hexdigest()
        name = self._names.setdefault(digest, secrets.token_urlsafe(24))
        self._contents[name] = content
        return name


def enclosures(names: Mapping[str, str]) -> dict[str, Enclosure]:
    """The addresses for the renderer, by ref."""
    return {ref: Enclosure(url=ROUTE + name) for ref, name in names.items()}
