"""A process in a real browser: its dates proposed, accepted, and the first workshop begun from the map."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from tests.scenarios.story import LEADER, begins
from tests.scenarios.team import team_in
from tests.scenarios.test_experiments_in_chromium import comes_in
from tests.support.chromium import chromium
from tests.support.practice_tabs import box, overflow

pytestmark = pytest.mark.chromium
MEETING = "Orientaatiotapaaminen"


async def test_a_process_from_the_first_date_to_the_first_workshop(
    chromium_path: str, sqlite_url: str
) -> None:
    async with team_in("browser", sqlite_url) as team, chromium(chromium_path) as browser:
        await begins(team, "Anna", "Ville")
        await team.says(LEADER, "lopeta")
        context = await browser.new_context(viewport={"width": 1280, "height": 900}, locale="fi-FI")
        context.set_default_timeout(10_000)
        maija = await context.new_page()
        wrong: list[str] = []
        maija.on("pageerror", lambda error: wrong.append(str(error)))
        await comes_in(maija, team, LEADER)

        await box(maija).fill("/paja prosessi")
        await maija.keyboard.press("Enter")
        choices = maija.get_by_role("article").filter(has_text="Mikä prosessi aloitetaan?").last
        await choices.get_by_role("button").first.click()
        form = maija.get_by_role("dialog")
        await form.get_by_label("Ensimmäinen tapaaminen").fill("eilen")
        await form.get_by_role("button").last.click()
        await expect(form).to_have_count(1)
        await form.get_by_label("Ensimmäinen tapaaminen").fill("9.3.2027")
        await maija.keyboard.press("Enter")
        await expect(form).to_have_count(0)
        await team.settle()

        plan = maija.get_by_role("article").filter(has_text="Aikaehdotus").last
        await expect(plan).to_contain_text(f"{MEETING}: ti 9.3.2027")
        await plan.get_by_role("button", name="Ajat sopivat").click()
        await team.settle()
        matka = maija.get_by_role("article").filter(has_text="Matka: 0/9 pajaa pidetty").last
        await expect(matka).to_contain_text("9. seuranta- ja arviointityöpaja")
        await matka.get_by_role("button", name="Aloita seuraava paja").click()
        await team.settle()
        await expect(maija.get_by_role("article").filter(has_text="Liity mukaan").last).to_be_visible()
        assert await overflow(maija) == 0
        assert wrong == []
