"""Open tabs in the practice room, and the cards that are posted there."""

from __future__ import annotations

from dataclasses import dataclass, field

from playwright.async_api import BrowserContext, Locator, Page, expect

from adaptive_cards.actions import Action
from adaptive_cards.card import (
    Button,
    Buttons,
    Canvas,
    Card,
    Cell,
    ChoiceField,
    ChoicesField,
    Column,
    Fact,
    Facts,
    Form,
    Mention,
    Option,
    Paragraph,
    Span,
    Style,
    TextField,
)
from bot.platforms.browser.colleagues import ColleaguesState
from bot.platforms.browser.places import CHANNEL
from bot.platforms.browser.platform import BrowserPlatform
from bot.platforms.inbound import CommandGiven, FormAsked, FormSent, Inbound, Pressed, Reply
from bot.platforms.platform import Address, AddressKind, Content, Parcel
from tests.support.practice_room import Client, RecordingDesk

TO_CHANNEL = Address(AddressKind.CHANNEL, CHANNEL)
NOTE_ACTION = Action("note", "s1", ("g2",))


def says(*texts: str) -> Paragraph:
    return Paragraph(tuple(Span(text) for text in texts))


def direct_to(name: str) -> Address:
    return Address(AddressKind.DIRECT, people=(f"browser:local:{name}",))


def lobby(count: int) -> Card:
    join = Button("Liity mukaan", Action("join", "s1"), Style.PRIMARY)
    about = Button("Mitä tästä tallennetaan?", Action("privacy", "s1"))
    facts = Facts((Fact("Fasilitaattori", (Mention("browser:local:maija", "Maija"),)),))
    return Card("Paja 1", (says(f"Mukana {count}"), facts, Buttons((join, about))), "Paja 1 alkaa pian")


def canvas(*notes: str) -> Card:
    columns = tuple(
        Column(title, (Cell("Nyt", "Mitä on?", notes if place == 0 else ()), Cell("Pian", notes=())))
        for place, title in enumerate(("Minä", "Me", "Johto", "Talo"))
    )
    buttons = (
        Button("Lisää lappu", NOTE_ACTION, Style.PRIMARY, opens_form=True),
        Button("Lopeta", Action("end", "s1"), Style.DANGER, confirm="Lopetetaanko paja?"),
    )
    return Card("Ryhmä 2", (Canvas(columns), Buttons(buttons)), "Ryhmä 2 kirjoittaa")


FORM = Form(
    "Lisää lappu",
    (
        ChoiceField("cell", "Kohta", (Option("c1", "Nyt"), Option("c2", "Pian"))),
        TextField("note", "Lappu", hint="Yksikin sana riittää.", multiline=True),
        ChoiceField("who", "Kuka", tuple(Option(f"p{n}", f"Nimi {n}") for n in range(9)), required=False),
        ChoicesField("picks", "Nostot", (Option("n1", "Yksi"), Option("n2", "Kaksi"))),
    ),
    "Tallenna",
    "Peruuta",
    NOTE_ACTION,
    "nonce-1",
)
SAVED = Card("", (says("Tallessa. Voit muokata."),), "Tallessa.")


@dataclass
class Colleagues:
    now: ColleaguesState = field(default_factory=lambda: ColleaguesState(on=False, count=5, most=15))

    async def switch(self, *, on: bool, count: int) -> None:
        self.now = ColleaguesState(on, count, 15)

    def state(self) -> ColleaguesState:
        return self.now


def answer(inbound: Inbound) -> Reply:
    match inbound:
        case FormAsked():
            return Reply(form=FORM)
        case FormSent() | Pressed():
            return Reply(card=SAVED)
        case CommandGiven():
            return Reply(card=Card("", (says("En tunne komentoa."),), "En tunne komentoa."))
        case _:
            return Reply()


def box(page: Page) -> Locator:
    """The message box in the middle."""
    return page.locator("#composer input")


@dataclass
class Tabs:
    """The practice room, and a browser that looks at it."""

    platform: BrowserPlatform
    desk: RecordingDesk
    client: Client
    context: BrowserContext
    troubles: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"http://localhost:{self.client.port}/"

    async def tab(self, query: str = "", prepare: str = "") -> Page:
        page = await self.context.new_page()
        page.on("pageerror", lambda error: self.troubles.append(str(error)))
        page.on("console", lambda line: self._note(line.text) if line.type == "error" else None)
        if prepare:
            await page.add_init_script(prepare)
        await page.goto(self.address + query)
        return page

    def _note(self, line: str) -> None:
        if "Failed to load resource" not in line:  # a refusal: the page says it in words
            self.troubles.append(line)

    async def come_in(self, name: str) -> Page:
        page = await self.tab()
        await page.get_by_role("button", name=name, exact=True).click()
        await expect(page.locator("#room-title")).to_have_text("#harjoituspaja")
        return page

    async def post(
        self, key: str, card: Card, to: Address = TO_CHANNEL, previous: str = "", **pictures: bytes
    ) -> None:
        contents = {ref: Content(data, "image/svg+xml", "k.svg") for ref, data in pictures.items()}
        await self.platform.deliver(Parcel(key, to, card, previous, contents))


async def overflow(page: Page) -> int:
    """How many pixels the page is too wide for its window."""
    too_wide: int = await page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    return too_wide
