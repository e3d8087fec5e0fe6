"""The practice room for keyboards, screen readers and phones."""

from __future__ import annotations

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, expect

from adaptive_cards.actions import Action
from adaptive_cards.card import (
    Button,
    Buttons,
    Card,
    Picture,
)
from bot.platforms.browser.places import CHANNEL
from bot.platforms.inbound import CommandGiven, FormAsked, FormSent, Reply
from bot.platforms.platform import Address, AddressKind
from tests.support.practice_tabs import (
    FORM,
    SAVED,
    Tabs,
    box,
    canvas,
    direct_to,
    lobby,
    overflow,
    says,
)

pytestmark = [pytest.mark.chromium, pytest.mark.asyncio(loop_scope="module")]

FLOWER = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4"/></svg>'


async def test_everything_can_be_done_with_the_keyboard(tabs: Tabs) -> None:
    tabs.desk.answer = lambda inbound: Reply(form=FORM) if isinstance(inbound, FormAsked) else Reply()
    page = await tabs.tab()
    await expect(page.get_by_role("button", name="Maija")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog", name="Kuka olet?")).to_be_visible()
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await expect(page.locator("#my-name")).to_have_text("Anna")

    await tabs.post("group", canvas())
    await _tab_to(page, "Viesti")
    await page.keyboard.type("/paja al")
    option = page.get_by_role("option", name="/paja aloita 1")
    await expect(option).to_be_visible()
    await page.keyboard.press("ArrowDown")
    await expect(option).to_have_attribute("aria-selected", "true")
    await page.keyboard.press("Enter")
    await expect(box(page)).to_have_value("/paja aloita 1")
    assert tabs.desk.acts == []
    await page.keyboard.press("Enter")
    await expect(box(page)).to_have_value("")
    assert [act.text for act in tabs.desk.acts if isinstance(act, CommandGiven)] == ["aloita 1"]

    await page.keyboard.type("/paja ")
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("listbox")).to_be_hidden()
    await expect(box(page)).to_have_value("/paja ")
    await page.keyboard.press("ControlOrMeta+a")
    await page.keyboard.press("Delete")

    await _tab_to(page, "Lisää lappu", back=True)
    await page.keyboard.press("Enter")
    await expect(page.get_by_label("Nyt")).to_be_focused()
    await page.keyboard.press("Space")
    await page.keyboard.press("Tab")
    await page.keyboard.type("Huumori")
    await _tab_to(page, "Tallenna")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("dialog")).to_have_count(0)
    assert [act.values["note"] for act in tabs.desk.acts if isinstance(act, FormSent)] == ["Huumori"]

    await _tab_to(page, "Paja", back=True)
    await page.keyboard.press("Enter")
    await expect(page.locator("#room-title")).to_have_text("Paja")
    await expect(page.locator("#room-title")).to_be_focused()


async def _tab_to(page: Page, name: str, *, back: bool = False) -> None:
    """Press Tab until the element of that name has the focus."""
    for _ in range(40):
        focused = page.locator(":focus")
        if await focused.count() and name in await focused.evaluate("e => [e.innerText, e.ariaLabel]"):
            return
        await page.keyboard.press("Shift+Tab" if back else "Tab")
    pytest.fail(f"no way to {name} by keyboard")


async def test_names_are_offered_after_an_at_sign_and_words_are_searched(tabs: Tabs) -> None:
    maija = await tabs.come_in("Maija")
    await tabs.come_in("Ville")
    await box(maija).press_sequentially("/paja fasilitaattori @v")
    await maija.get_by_role("option", name="/paja fasilitaattori @Ville").click()
    await expect(box(maija)).to_have_value("/paja fasilitaattori @Ville")
    await box(maija).fill("/minuutt")
    await expect(maija.get_by_role("option")).to_have_text(["/paja lisäaika 5 Viisi minuuttia lisää"])
    await box(maija).fill("/pjaa aloita 1")
    await box(maija).press("Enter")
    await expect(maija.locator("#composer [role=status]")).to_have_text("Täällä komennot alkavat näin: /paja")
    await expect(box(maija)).to_have_value("/pjaa aloita 1")


async def test_an_edit_steals_no_focus_and_is_not_read_aloud_again(tabs: Tabs) -> None:
    anna = await tabs.come_in("Anna")
    await tabs.post("lobby", lobby(0))
    aloud = anna.locator("#aloud p")
    await expect(aloud).to_have_text(["Paja: Paja 1 alkaa pian"])
    await anna.get_by_role("button", name="Liity mukaan").focus()
    for n in range(1, 6):
        await tabs.post(f"e{n}", lobby(n), previous="lobby")
    await expect(anna.locator("#list")).to_contain_text("Mukana 5")
    await expect(anna.get_by_role("button", name="Liity mukaan")).to_be_focused()
    await expect(aloud).to_have_count(1)

    closed = Card(
        "Paja 1", (says("Paja on päättynyt"), Buttons((Button("Kiitos", Action("thanks", "s1")),))), "Loppu"
    )
    await tabs.post("e9", closed, previous="lobby")
    await expect(anna.locator(".message[data-ref=lobby]")).to_be_focused()

    await tabs.post("dm", SAVED, direct_to("anna"))
    await expect(aloud).to_have_text(["Paja: Paja 1 alkaa pian", "Paja – Paja: Tallessa."])


async def test_what_is_new_below_is_told_and_not_jumped_to(tabs: Tabs) -> None:
    anna = await tabs.come_in("Anna")
    for n in range(8):
        await tabs.post(f"c{n}", canvas(*("Excel",) * 6))
    await expect(anna.locator(".message[data-ref=c7]")).to_be_in_viewport()
    await anna.locator("#messages").evaluate("e => e.scrollTop = 0")
    await tabs.post("last", lobby(0))
    await expect(anna.get_by_role("button", name="Uusia viestejä")).to_be_visible()
    await expect(anna.locator(".message[data-ref=last]")).not_to_be_in_viewport()
    await anna.get_by_role("button", name="Uusia viestejä").click()
    await expect(anna.locator(".message[data-ref=last]")).to_be_in_viewport()
    await expect(anna.get_by_role("button", name="Uusia viestejä")).to_be_hidden()


async def test_on_a_phone_a_canvas_stands_column_under_column(tabs: Tabs) -> None:
    anna = await tabs.come_in("Anna")
    await anna.set_viewport_size({"width": 360, "height": 740})
    await tabs.post("group", canvas("Excel"))
    await expect(anna.locator(".canvas")).to_be_visible()
    tops = [top for place in range(1, 5) for top in await _tops(anna, f".canvas .column-{place}")]
    assert tops == sorted(tops)
    assert len(set(tops)) == 12
    await anna.set_viewport_size({"width": 1280, "height": 800})
    assert len(set(await _tops(anna, ".canvas th"))) == 1


async def _tops(page: Page, which: str) -> list[float]:
    tops: list[float] = await page.locator(which).evaluate_all(
        "all => all.map(e => e.getBoundingClientRect().top)"
    )
    return tops


async def _serious(page: Page) -> list[str]:
    """What axe finds that is serious or critical, with wtabs."""
    found = (await Axe().run(page)).response["violations"]
    return [
        f"{one['id']}: {node['target']}"
        for one in found
        if one["impact"] in {"serious", "critical"}
        for node in one["nodes"]
    ]


@pytest.mark.parametrize("width", [360, 1280])
async def test_axe_finds_nothing_serious_and_nothing_overflows(tabs: Tabs, width: int) -> None:
    page = await tabs.tab()
    await page.set_viewport_size({"width": width, "height": 740})
    await page.emulate_media(reduced_motion="reduce")
    found = {"who": await _serious(page)}
    await page.get_by_role("button", name="Anna", exact=True).click()
    await expect(page.locator("#empty")).to_be_visible()
    found["empty"] = await _serious(page)
    await box(page).fill("/paja ")
    found["completion"] = await _serious(page)
    await box(page).fill("Moi")
    await page.keyboard.press("Enter")
    await tabs.post("lobby", lobby(0))
    await tabs.post("group", canvas("Excel", "a" * 90))
    await tabs.post("reply", canvas("Excel"), Address(AddressKind.THREAD, CHANNEL, root="group"))
    await tabs.post("flower", Card("Kukka", (Picture("k", "Viisi terälehteä", "Kukka"),), "Kukka"), k=FLOWER)
    await page.get_by_role("button", name="Liity mukaan").click()
    await expect(page.locator(".private")).to_be_visible()
    found["channel"] = await _serious(page)
    too_wide = await overflow(page)
    await page.get_by_role("button", name="1 viesti ketjussa").click()
    found["thread"] = await _serious(page)
    await page.locator("#thread-close").click()
    await page.get_by_role("button", name="Lisää lappu").click()
    await page.get_by_role("button", name="Tallenna").click()
    await expect(page.get_by_role("dialog")).to_contain_text("Tämä tarvitaan.")
    found["form"] = await _serious(page)
    await page.keyboard.press("Escape")
    await page.get_by_role("button", name="Lopeta").click()
    found["sure"] = await _serious(page)
    await page.keyboard.press("Escape")
    if width < 900:
        await page.locator("#rooms-button").click()
        found["rooms"] = await _serious(page)
        await page.keyboard.press("Escape")
        await expect(page.locator("#side")).to_be_hidden()
    assert {state: serious for state, serious in found.items() if serious} == {}
    assert too_wide == 0
