"""Several people in several tabs of a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import expect

from adaptive_cards.actions import Action
from adaptive_cards.card import (
    Card,
)
from bot.platforms.browser.places import CHANNEL
from bot.platforms.browser.platform import BrowserPlatform
from bot.platforms.browser.wall import PostedCard
from bot.platforms.inbound import Pressed
from bot.platforms.platform import Address, AddressKind
from tests.support.practice_room import ListWall, RecordingDesk, served
from tests.support.practice_tabs import (
    SAVED,
    TO_CHANNEL,
    Tabs,
    box,
    canvas,
    direct_to,
    lobby,
    says,
)

pytestmark = [pytest.mark.chromium, pytest.mark.asyncio(loop_scope="module")]


async def test_three_people_in_three_tabs(tabs: Tabs) -> None:
    maija, anna, ville = [await tabs.come_in(name) for name in ("Maija", "Anna", "Ville")]

    await box(maija).fill("/paja aloita 1")
    await box(maija).press("Enter")
    await expect(maija.locator("#composer [role=status]")).to_have_text("En tunne komentoa.")
    await expect(maija.locator(".private")).to_contain_text("Vain sinulle")
    await expect(box(maija)).to_have_value("")

    await tabs.post("lobby", lobby(0))
    for page in (maija, anna, ville):
        await expect(page.locator(".message[data-ref=lobby]")).to_contain_text("Mukana 0")
    await anna.get_by_role("button", name="Liity mukaan").click()
    await expect(anna.locator(".private")).to_contain_text("Tallessa. Voit muokata.")
    await tabs.post("e1", lobby(1), previous="lobby")
    for page in (maija, anna, ville):
        await expect(page.locator(".message[data-ref=lobby]")).to_contain_text("Mukana 1")

    await tabs.post("dm", Card("Joo & ja", (says("Parisi: Ville"),), "Parisi on löytynyt"), direct_to("anna"))
    await expect(anna.locator("#rooms .unread")).to_have_text("Paja1")
    await expect(anna).to_have_title("(1) Anna – Harjoitushuone")
    await expect(ville.locator("#rooms .unread")).to_have_count(0)
    await anna.get_by_role("button", name="Paja 1 uusi").click()
    await expect(anna.locator("#list")).to_contain_text("Parisi: Ville")
    await expect(anna).to_have_title("Anna – Harjoitushuone")

    await box(ville).fill("Huomenta <b>kaikille</b>")
    await box(ville).press("Enter")
    await expect(maija.locator(".message.person")).to_contain_text("Huomenta <b>kaikille</b>")

    acts = [(type(act).__name__, act.caller.name, act.place.kind.value) for act in tabs.desk.acts]  # type: ignore[union-attr]
    assert acts == [("CommandGiven", "Maija", "channel"), ("Pressed", "Anna", "channel")]


async def test_a_thread_opens_beside_and_goes_on_there(tabs: Tabs) -> None:
    anna = await tabs.come_in("Anna")
    await tabs.post("group", canvas())
    await tabs.post("reply", SAVED, Address(AddressKind.THREAD, CHANNEL, root="group"))
    await anna.get_by_role("button", name="1 viesti ketjussa").click()
    await expect(anna.locator("#thread-title")).to_be_focused()
    await expect(anna.locator("#thread-list .message")).to_have_count(2)

    await anna.locator("#thread-composer input").fill("Minä kirjoitan")
    await anna.keyboard.press("Enter")
    await expect(anna.locator("#thread-list .person")).to_contain_text("Minä kirjoitan")
    await expect(anna.locator("#list .replies")).to_have_text("2 viestiä ketjussa")
    await anna.locator("#thread-list").get_by_role("button", name="Lopeta").click()
    await anna.get_by_role("button", name="Kyllä").click()
    await expect(anna.locator("#thread-list .private")).to_contain_text("Tallessa.")
    pressed = tabs.desk.acts[-1]
    assert isinstance(pressed, Pressed)
    # The card hangs in the channel, also when it is looked at in the thread.
    assert (pressed.place.thread, pressed.action) == ("", Action("end", "s1"))

    await anna.keyboard.press("Escape")
    await expect(anna.locator("#thread")).to_be_hidden()
    await expect(anna.locator("#list .replies")).to_be_focused()


async def test_eight_people_in_eight_tabs_of_one_browser(tabs: Tabs) -> None:
    """More than the six connections that a browser keeps to one host."""
    pages = [await tabs.come_in(name) for name in ("Maija", "Anna", "Ville", "Sari", "Omar", "Liisa")]
    for name in ("Seitsemäs", "Kahdeksas"):
        page = await tabs.tab()
        await page.get_by_label("Oma nimi").fill(name)
        await page.keyboard.press("Enter")
        pages.append(page)
    await tabs.post("lobby", lobby(0))
    for page in pages:
        # Clicked at once: a tab behind others draws seldom, and a pointer waits for that.
        await page.get_by_role("button", name="Liity mukaan").dispatch_event("click")
        await expect(page.locator(".private")).to_be_visible()
    assert len({act.caller.person for act in tabs.desk.acts if isinstance(act, Pressed)}) == 8


async def test_a_tab_remembers_who_it_is_and_can_become_somebody_else(tabs: Tabs) -> None:
    page = await tabs.come_in("Anna")
    await page.reload()
    await expect(page.locator("#my-name")).to_have_text("Anna")
    await page.get_by_role("button", name="Vaihda nimi").click()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog")).to_have_count(0)
    await page.get_by_role("button", name="Vaihda nimi").click()
    await page.get_by_label("Oma nimi").fill("  !  ")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("dialog").get_by_role("alert")).to_contain_text("ainakin yksi kirjain")
    await page.get_by_label("Oma nimi").fill("Väinö <3")
    await page.keyboard.press("Enter")
    await expect(page.locator("#my-name")).to_have_text("Väinö <3")
    async with page.context.expect_page() as opened:
        await page.get_by_role("link", name="Avaa toinen välilehti").click()
    other = await opened.value
    await expect(other.get_by_role("dialog", name="Kuka olet?")).to_be_visible()


async def test_the_page_speaks_english_when_asked(tabs: Tabs) -> None:
    page = await tabs.tab("?lang=en")
    await page.get_by_role("button", name="Anna", exact=True).click()
    await expect(page.locator("#room-about")).to_have_text("Everybody sees this channel.")
    await expect(page.locator("#empty")).to_contain_text("/paja start 1")
    await expect(page.locator("html")).to_have_attribute("lang", "en")
    await page.get_by_role("link", name="Suomeksi").click()
    await expect(page.locator("#room-about")).to_have_text("Kaikki näkevät tämän kanavan.")
    assert [re.sub(r".*/", "", act.delivery) for act in tabs.desk.arrived] == ["home", "home"]


async def test_simulated_colleagues_are_called_in_and_sent_away(tabs: Tabs) -> None:
    maija, anna = await tabs.come_in("Maija"), await tabs.come_in("Anna")
    await maija.get_by_label("Montako").fill("99")
    await maija.get_by_label("Kaverit mukana").check()
    await expect(anna.get_by_label("Kaverit mukana")).to_be_checked()
    await expect(anna.get_by_label("Montako")).to_have_value("15")
    await anna.get_by_label("Kaverit mukana").uncheck()
    await expect(maija.get_by_label("Kaverit mukana")).not_to_be_checked()


async def test_after_a_restart_the_tab_finds_everything_in_its_place(tabs: Tabs) -> None:
    cards = [
        PostedCard("lobby", TO_CHANNEL, lobby(3)),
        PostedCard("dm", direct_to("anna"), SAVED),
        PostedCard("reply", Address(AddressKind.THREAD, CHANNEL, root="lobby"), SAVED),
    ]
    page = await tabs.context.new_page()
    desk = RecordingDesk()
    async with served(BrowserPlatform(ListWall()), RecordingDesk()) as first:
        port = first.port
        await page.goto(f"http://localhost:{port}/")
        await page.get_by_role("button", name="Anna", exact=True).click()
        await expect(page.locator("#empty")).to_be_visible()
        await box(page).fill("kesken")
    await expect(page.locator("#line")).to_contain_text("kirjoittamasi on tallessa")
    async with served(BrowserPlatform(ListWall(cards)), desk, port) as _:
        await expect(page.locator(".message[data-ref=lobby]")).to_contain_text("Mukana 3", timeout=15_000)
        await expect(page.locator("#list .replies")).to_have_text("1 viesti ketjussa")
        await expect(box(page)).to_have_value("kesken")
        await page.get_by_role("button", name="Liity mukaan").click()
        await page.get_by_role("button", name="Paja", exact=True).click()
        await expect(page.locator("#list")).to_contain_text("Tallessa.")
    assert [type(act).__name__ for act in desk.acts] == ["Pressed"]
    await page.close()


async def test_where_no_socket_gets_through_the_event_stream_serves(tabs: Tabs) -> None:
    page = await tabs.tab(
        prepare="window.WebSocket = class { constructor() { setTimeout(() => this.onclose(), 10); } };"
    )
    await page.get_by_role("button", name="Anna", exact=True).click()
    await tabs.post("lobby", lobby(0))
    await expect(page.locator("#list")).to_contain_text("Mukana 0")
    await tabs.post("e", lobby(1), previous="lobby")
    await expect(page.locator("#list")).to_contain_text("Mukana 1")
    await expect(page.locator("#line")).to_be_hidden()
