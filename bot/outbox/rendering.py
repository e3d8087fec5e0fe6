"""A board of the outbox as a card, now: composed from the newest session, in the reader's language."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from adaptive_cards.card import Attachment, Card, Picture
from adaptive_cards.views import CardMessage
from adaptive_cards.views.journey.process_people import FILENAME as DATES
from adaptive_cards.views.journey.process_people import file_ref
from adaptive_cards.words import Words
from bot.clock import Clock
from bot.facilitation.journeys import Journeys
from bot.facilitation.kept import Kept
from bot.facilitation.own_data import FILENAME, collect
from bot.facilitation.people import People
from bot.facilitation.shelf import Shelf
from bot.facilitation.speech import Speech
from bot.outbox.artist import NotDrawnError
from bot.outbox.calendar_file import calendar_file
from bot.outbox.digests import digest
from bot.outbox.pictures import Studio
from bot.outbox.task_calendar import task_calendar
from bot.platforms.platform import Content
from bot.storage.changes import BoardKey
from bot.storage.store import Store
from dialogs.boards import Board, Room, RoomKind
from dialogs.compose import compose
from dialogs.desk_messages import MyData
from dialogs.journey.diary.messages import TimelineView
from dialogs.journey.engine import compose as compose_journey
from dialogs.journey.journey import is_journey
from dialogs.journey.process.messages import MeetingDates
from dialogs.journey.tasks.messages import TaskTime
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
    journeys: Journeys
    people: People
    speech: Speech
    studio: Studio
    clock: Clock

    async def place(self, stream: str) -> str:
        """The conversation of a session, "" for a person's own stream or when there is none such."""
        if is_journey(stream):
            journey = await self.journeys.fetch(stream)
            return journey.journey.place if journey else ""
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
            return await (self._digest(key, room) if board.name == "digest" else self._own_data(key, room))
        if is_journey(key.stream):
            return await self._of_journey(key, room, board, patience)
        kept = await self.shelf.fetch(key.stream)
        message = compose(kept.session, board, room, self.clock.now()) if kept else None
        if kept is None or message is None:
            return None
        words = await self.words(kept, room)
        if kept.session.picture_trouble:
            return Rendered(self.speech.card(message, words), kept.session.place)
        return await self._drawn(key, message, words, kept.session.place, patience)

    async def _drawn(
        self, key: BoardKey, message: CardMessage, words: Words, place: str, patience: float | None
    ) -> Rendered:
        """The card with its picture, when it has one."""
        card = self.speech.card(message, words)
        view = getattr(message, "picture", None)
        pictures = [block for block in card.blocks if isinstance(block, Picture)]
        if not isinstance(view, PictureView | TimelineView) or not pictures:
            return Rendered(card, place)
        # Words are on the picture too: another language, another picture, and an address of its own.
        ref = f"{view.ref}-{words.language}"
        try:
            content = await self.studio.picture(ref, view, words, key, patience)
        except NotDrawnError as error:
            return Rendered(card, place, trouble=error.reason)
        except TimeoutError:
            return Rendered(card, place, unready=True)
        return Rendered(_renamed(card, pictures[0], ref), place, {ref: content})

    async def words(self, kept: Kept, room: Room) -> Words:
        """The channel is spoken to in the session's language, a person in their own."""
        session = kept.session
        if room.kind is not RoomKind.DIRECT:
            return self.speech.words(session.language, edition=kept.edition)
        language, timezone = await self.people.reader(room.person)
        joined = session.people.get(room.person)
        spoken = await self.people.chosen(room.person) or self.speech.known(joined.language if joined else "")
        return self.speech.words(spoken or language or session.language, timezone, kept.edition)

    async def _of_journey(
        self, key: BoardKey, room: Room, board: Board, patience: float | None
    ) -> Rendered | None:
        kept = await self.journeys.fetch(key.stream)
        message = compose_journey(kept.journey, board, room, self.clock.now()) if kept else None
        if kept is None or message is None:
            return None
        words = await self._reader(room, kept.journey.language, kept.journey.zone)
        if isinstance(message, MeetingDates):
            return self._dates(key, message, words)
        if isinstance(message, TaskTime):
            return self._working_time(key, message, words)
        return await self._drawn(key, message, words, kept.journey.place, patience)

    def _dates(self, key: BoardKey, message: MeetingDates, words: Words) -> Rendered:
        """The card with the dates as a file."""
        address = self.studio.file_address(key, DATES)
        content = Content(calendar_file(message, words), "text/calendar", DATES, address)
        return Rendered(self.speech.card(message, words), "", {file_ref(message, words): content})

    def _working_time(self, key: BoardKey, message: TaskTime, words: Words) -> Rendered:
        """The card with the working time as a file."""
        # The title is in it too: another language, another file.
        ref = f"{message.ref}-{words.language}"
        address = self.studio.file_address(key, message.filename)
        content = Content(task_calendar(message, words), "text/calendar", message.filename, address)
        return Rendered(self.speech.card(dataclasses.replace(message, ref=ref), words), "", {ref: content})

    async def _digest(self, key: BoardKey, room: Room) -> Rendered | None:
        message = await digest(self.store, self.journeys, key, room.person, self.clock.now())
        if message is None:
            return None
        words = await self._reader(room, "", "")
        return Rendered(self.speech.card(message, words), "")

    async def _reader(self, room: Room, language: str, zone: str) -> Words:
        """The channel is spoken to in its journey's language, a person in their own."""
        if room.kind is not RoomKind.DIRECT:
            return self.speech.words(language, zone)
        own, timezone = await self.people.reader(room.person)
        return self.speech.words(own or language, timezone or zone)

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
