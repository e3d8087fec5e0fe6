"""An experiment in a real browser: agreed on with the keyboard, mended, accepted, and its trace read."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from tests.scenarios.chat import full_name
from tests.scenarios.experimenting import BOARD, PICK, WHAT, held
from tests.scenarios.team import Team, team_in
from tests.support.chromium import chromium

pytestmark = pytest.mark.chromium


async def comes_in(page: Page, team: Team, name: str) -> None:
    await page.goto(team.url)
    await page.fill("#own-name", full_name(name))
    await page.press("#own-name", "Enter")
    await expect(page.locator("#room-title")).to_have_text("#harjoituspaja")


async def test_an_experiment_from_the_closing_card_to_its_trace(chromium_path: str, sqlite_url: str) -> None:
    async with team_in("browser", sqlite_url) as team, chromium(chromium_path) as browser:
        await held(team)
        context = await browser.new_context(viewport={"width": 1280, "height": 900}, locale="fi-FI")
        context.set_default_timeout(10_000)
        anna = await context.new_page()
        await comes_in(anna, team, "Anna")

        thanks = anna.get_by_role("article").filter(has_text="Kiitos:").last
        await thanks.get_by_role("button", name="Sovi kokeilu").press("Enter")
        source = anna.get_by_role("dialog", name="Mistä kokeilu tehdään?")
        await source.get_by_label(PICK).check()
        await source.get_by_role("button", name="Jatka").click()

        form = anna.get_by_role("dialog", name="Sovi kokeilu")
        await expect(form.get_by_label("Mitä kokeillaan?")).to_have_value(PICK)
        await form.get_by_label("Mitä kokeillaan?").fill(WHAT)
        await form.get_by_role("group", name="Kuka vastaa?").get_by_label(full_name("Omar")).check()
        await form.get_by_label("Mistä alkaen?").fill("ensi torstaina")
        await form.get_by_role("button", name="Tallenna").click()
        await expect(form.get_by_label("Mistä alkaen?")).to_be_focused()
        await expect(form).to_contain_text("14.1.2027 tai 21.1.2027")
        await form.get_by_label("Mistä alkaen?").fill("14.1.2027")
        await anna.keyboard.press("Enter")
        await expect(form).to_have_count(0)
        await team.settle()

        board = anna.get_by_role("article").filter(has_text=BOARD).last
        await expect(board).to_contain_text("odottaa vastausta")
        await team.presses("Omar", "Otan vastuun")
        await team.settle()
        await expect(board).to_contain_text(f"sovittu · vastuu: {full_name('Omar')}")

        await board.get_by_role("button", name="Avaa kokeilu").click()
        chosen = anna.get_by_role("dialog", name="Avaa kokeilu")
        await chosen.get_by_role("button", name="Avaa").click()
        await anna.get_by_role("button", name="Jäljitä").last.click()
        trace = anna.get_by_role("article").filter(has_text="Mistä tämä tuli").last
        await expect(trace.get_by_text(PICK, exact=False).first).to_be_visible()
        await expect(trace).to_contain_text("Tietotyön muutos")
