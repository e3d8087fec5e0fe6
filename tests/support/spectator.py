"""A spectator of a whole session: looks at every card, opens every form, on all three platforms.

A card is looked at when it comes up, when it is as full as it gets (before the facilitator goes on) and when
its step is over. Each must pass the lints of Slack and Teams and be sound HTML, and say something.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from html.parser import HTMLParser

from adaptive_cards import views
from adaptive_cards.actions import Action
from adaptive_cards.card import Buttons, Card, Picture
from adaptive_cards.pictures.shapes import draw
from adaptive_cards.preview import HELSINKI
from adaptive_cards.renderers import adaptive_card, block_kit, html
from adaptive_cards.renderers.enclosures import Enclosure
from adaptive_cards.views.pictures import spec
from adaptive_cards.words import Words
from content.library import Edition
from content.loader import default_library
from dialogs import forms, presses
from dialogs import messages as m
from dialogs.boards import Board, Room
from dialogs.compose import compose
from dialogs.effects import Effect, Show, ShowAgain
from dialogs.receipts import Receipt
from dialogs.session import Session
from tests.support import adaptive_card_lint, block_kit_lint

Place = tuple[Room, Board]
LARGEST_FORM = 25_000
_VOID = {"img", "br", "hr", "input", "meta", "link"}


@dataclass
class Spectator:
    """`standing` is what stands where now; `kinds` counts the cards and forms that have been looked at."""

    edition: Edition
    language: str = "fi"
    standing: dict[Place, m.Message] = field(default_factory=dict)
    kinds: Counter[type] = field(default_factory=Counter)
    pictures: dict[str, str] = field(default_factory=dict)
    """Ref -> the SVG."""
    album: dict[Place, list[Card]] = field(default_factory=dict)
    """Everything that has stood anywhere, oldest first."""
    _changed: dict[Place, None] = field(default_factory=dict)
    _seen: set[object] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Its words."""
        book, spoken = default_library().phrasebook(self.language), self.edition.in_language(self.language)
        self._words = Words(book, spoken, HELSINKI, self.edition.workshop)

    def notices(self, effects: Iterable[Effect]) -> None:
        """What has changed, to be looked at later."""
        for effect in effects:
            match effect:
                case Show(room, board):
                    self._changed[room, board] = None
                case ShowAgain():
                    self._changed |= dict.fromkeys(self.standing)

    def looks(self, session: Session, now: datetime) -> None:
        """At everything that has changed since the last look."""
        for room, board in self._changed:
            message = compose(session, board, room, now)
            if message is not None:
                self.standing[room, board] = message
                card = views.card(message, self._words)
                self.album.setdefault((room, board), []).append(card)
                self._card(session, room, message, now)
        self._changed = {}

    # --- one card -------------------------------------------------------------------------------

    def _card(self, session: Session, room: Room, message: m.Message | Receipt, now: datetime) -> None:
        if message in self._seen:
            return
        self._seen.add(message)
        self.kinds[type(message)] += 1
        card = views.card(message, self._words)
        passes(card)
        self._picture(message, card)
        for action in _actions(card):
            if action.verb in forms.FORMS:
                self._form(session, room, action, now)
            elif action.verb == "examples" and isinstance(message, m.Message):
                self._card(session, room, presses.answer(session, "examples", action.args, "", now), now)

    def _picture(self, message: m.Message | Receipt, card: Card) -> None:
        view = getattr(message, "picture", None)
        if isinstance(view, m.PictureView):
            assert any(isinstance(block, Picture) for block in card.blocks), "a picture that is not shown"
            if view.ref not in self.pictures:
                self.pictures[view.ref] = draw(spec(view, self._words))

    def _form(self, session: Session, room: Room, action: Action, now: datetime) -> None:
        """The form behind a button, as somebody who may use it sees it."""
        reader = room.person or _somebody(session, action)
        found = forms.ask(session, action.verb, action.args, reader, now)
        if found in self._seen:
            return
        self._seen.add(found)
        if isinstance(found, Receipt):
            self._card(session, room, found, now)
            return
        self.kinds[type(found)] += 1
        made = views.form(found, self._words, "nonce")
        assert block_kit_lint.view(block_kit.render_form(made)) == []
        assert adaptive_card_lint.problems(adaptive_card.render_form(made), dialog=True) == []
        sound(html.render_form(made))


def passes(card: Card) -> None:
    """Slack, Teams and the browser take it, and it says something."""
    refs = [block.ref for block in card.blocks if isinstance(block, Picture)]
    where = {ref: Enclosure(url="https://paja.example/kuva.png") for ref in refs}
    assert card.summary
    assert any(not isinstance(block, Buttons) for block in card.blocks) or card.title
    made = block_kit.render(card, where)
    assert block_kit_lint.message(made["blocks"], made["text"]) == []
    assert adaptive_card_lint.problems(adaptive_card.render(card, where)) == []
    sound(html.render(card, where))


def sound(markup: str) -> None:
    """Every tag is closed, in order, and there is text between them."""
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    assert not reader.open, reader.open
    assert reader.says


class _Reader(HTMLParser):
    """Tags that are open, and whether anything was said."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.says = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag, f"</{tag}> closes another"

    def handle_data(self, data: str) -> None:
        self.says = self.says or bool(data.strip())


def _actions(card: Card) -> Iterator[Action]:
    rows = (block.buttons for block in card.blocks if isinstance(block, Buttons))
    return (button.action for row in rows for button in row if button.action)


def _somebody(session: Session, action: Action) -> str:
    """Somebody who may press a button of the channel: of the group that it is for, if it is for one."""
    run = session.runs.get(action.args[0]) if action.args else None
    group = run.groups.get(action.args[1]) if run and len(action.args) > 1 else None
    if group and group.members:
        return group.members[0]
    return session.here[0].person if session.here else session.facilitators[0]
