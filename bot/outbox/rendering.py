"""A board of the outbox as a card, now: composed from the newest session, in the reader's language."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from adaptive_cards.card import Attachment, Card, Picture
from adaptive_cards.words import Words
from bot.clock import Clock
from bot.facilitation.kept import Kept
from bot.facilitation.own_data import FILENAME, collect
from bot.facilitation.people import People
from bot.facilitation.shelf import Shelf
from bot.facilitation.speech import Speech
from bot.outbox.artist import NotDrawnError
from bot.outbox.pictures import Studio
from bot.platforms.platform import Content
from bot.storage.changes import BoardKey
from bot.storage.store import Store
from dialogs.boards import Board, Room, RoomKind
from dialogs.compose import compose
from dialogs.desk_messages import MyData
from dialogs.messages import PictureView

OF_PERSON = "person:"


@dataclass(frozen=True, slots=True)
class Rendered:
    """A card, ready to be sent. `place` is the session's conversation ("" for what belongs to no session)."""

    card: Card
    place: str
    enclosures: Mapping[str, Content] = field(default_factory=dict)
    trouble: str = ""
    """Why its picture could not be drawn (a code)."""
    unready: bool = False
    """Its picture is still being drawn; the card is without it."""

    @property
    def digest(self) -> str:
        """The same for the same card, and only then."""
        return hashlib.blake2b(repr(self.card).encode(errors="surrogatepass"), digest_size=16).hexdigest()

    def changes(self, digest: str) -> bool:
        """Whether a message whose card has this digest is to be edited now."""
        return not self.unready and self.digest != digest

    @property
    def has_picture(self) -> bool:
        """Whether something is to be handed over besides the card."""
        return any(isinstance(block, Picture | Attachment) for block in self.card.blocks)


@dataclass(frozen=True, slots=True)
class Renderer:
    """Everything that is needed for it."""

    store: Store
    shelf: Shelf
    people: People
    speech: Speech
    studio: Studio
    clock: Clock

    async def place(self, stream: str) -> str:
        """The conversation of a session, "" for a person's own stream or when there is none such."""
        kept = None if stream.startswith(OF_PERSON) else await self.shelf.fetch(stream)
        return kept.session.place if kept else ""

    async def group(self, stream: str, room: Room) -> tuple[str, ...]:
        """The people of a group's own conversation, in an order of their own."""
        kept = await self.shelf.fetch(stream)
        step, _, group = room.root.partition("/")
        run = kept.session.runs.get(step) if kept else None
        return tuple(sorted(run.groups[group].members)) if run and group in run.groups else ()

    async def render(self, key: BoardKey, patience: float | None = None) -> Rendered | None:
        """The board as it is now; None when there is nothing (more) to say there.

        `patience` is how many seconds a picture may keep it waiting; None: until it is drawn.
        """
        room, board = Room.parse(key.room), Board.parse(key.board)
        if key.stream.startswith(OF_PERSON):
            return await self._own_data(key, room)
        kept = await self.shelf.fetch(key.stream)
        message = compose(kept.session, board, room, self.clock.now()) if kept else None
        if kept is None or message is None:
            return None
        words = await self.words(kept, room)
        card = self.speech.card(message, words)
        view = getattr(message, "picture", None)
        pictures = [block for block in card.blocks if isinstance(block, Picture)]
        if not isinstance(view, PictureView) or not pictures or kept.session.picture_trouble:
            return Rendered(card, kept.session.place)
        # Words are on the picture too: another language, another picture, and an address of its own.
        ref = f"{view.ref}-{words.language}"
        try:
            content = await self.studio.picture(ref, view, words, key, patience)
        except NotDrawnError as error:
            return Rendered(card, kept.session.place, trouble=error.reason)
        except TimeoutError:
            return Rendered(card, kept.session.place, unready=True)
        return Rendered(_renamed(card, pictures[0], ref), kept.session.place, {ref: content})

    async def words(self, kept: Kept, room: Room) -> Words:
        """The channel is spoken to in the session's language, a person in their own."""
        session = kept.session
        if room.kind is not RoomKind.DIRECT:
            return self.speech.words(session.language, edition=kept.edition)
        language, timezone = await self.people.reader(room.person)
        joined = session.people.get(room.person)
        spoken = await self.people.chosen(room.person) or self.speech.known(joined.language if joined else "")
        return self.speech.words(spoken or language or session.language, timezone, kept.edition)

    async def _own_data(self, key: BoardKey, room: Room) -> Rendered | None:
        sessions, everything = await collect(self.store, room.person)
        language, timezone = await self.people.reader(room.person)
        ref = f"data-{hashlib.blake2b(everything, digest_size=10).hexdigest()}"
        card = self.speech.card(MyData(ref, FILENAME, sessions), self.speech.words(language, timezone))
        content = Content(everything, "application/json", FILENAME, self.studio.file_address(key, FILENAME))
        return Rendered(card, "", {ref: content})


def _renamed(card: Card, picture: Picture, ref: str) -> Card:
    blocks = (dataclasses.replace(one, ref=ref) if one is picture else one for one in card.blocks)
    return dataclasses.replace(card, blocks=tuple(blocks))
