"""Buttons and dialogs in a real browser."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from adaptive_cards.card import (
    Form,
    TextField,
)
from bot.platforms.inbound import FormSent, Pressed, Reply
from tests.support.practice_tabs import (
    NOTE_ACTION,
    Tabs,
    canvas,
    lobby,
)

pytestmark = [pytest.mark.chromium, pytest.mark.asyncio(loop_scope="module")]


async def test_a_form_that_somebody_is_typing_in_is_never_touched(tabs: Tabs) -> None:
    anna = await tabs.come_in("Anna")
    await tabs.post("group", canvas())
    opener = anna.get_by_role("button", name="Lisää lappu")
    await opener.click()
    dialog = anna.get_by_role("dialog", name="Lisää lappu")
    await dialog.get_by_label("Lappu", exact=True).fill("Rauhallinen ")
    for n in range(5):
        await tabs.post(f"e{n}", canvas(*(f"lappu {m}" for m in range(n + 1))), previous="group")
    await expect(anna.locator("#list .note")).to_have_count(5)
    await anna.keyboard.type("puhelimessa")
    await expect(dialog.get_by_label("Lappu", exact=True)).to_have_value("Rauhallinen puhelimessa")

    await anna.keyboard.press("Escape")
    await expect(dialog).to_have_count(0)
    await expect(opener).to_be_focused()
    await opener.press("Enter")
    await expect(dialog.get_by_label("Lappu", exact=True)).to_have_value("Rauhallinen puhelimessa")
    await expect(dialog.get_by_role("alert")).to_contain_text("on tallessa kentässä")

    await dialog.get_by_role("button", name="Tallenna").click()
    await expect(dialog.get_by_label("Nyt")).to_be_focused()
    await expect(dialog).to_contain_text("Valitse yksi.")
    await dialog.get_by_label("Nyt").check()
    await dialog.get_by_label("Kaksi").check()
    await dialog.get_by_label("Kuka (ei pakollinen)").select_option("p3")
    await dialog.get_by_role("button", name="Tallenna").click()
    await expect(dialog).to_have_count(0)
    await expect(anna.locator(".private")).to_contain_text("Tallessa. Voit muokata.")
    sent = tabs.desk.acts[-1]
    assert isinstance(sent, FormSent)
    assert (sent.action, sent.nonce, sent.values) == (
        NOTE_ACTION,
        "nonce-1",
        {"cell": "c1", "note": "Rauhallinen puhelimessa", "who": "p3", "picks": ("n2",)},
    )


async def test_what_the_desk_wants_mended_is_said_beside_the_field(tabs: Tabs) -> None:
    answers = [
        Reply(errors={"note": "Vähän lyhyemmin, kiitos.", "elsewhere": "Ryhmä on jo valmis."}),
        Reply(
            form=Form(
                "Vielä yksi", (TextField("more", "Lisää"),), "Valmis", "Peruuta", NOTE_ACTION, "nonce-2"
            )
        ),
        Reply(),
    ]
    anna = await tabs.come_in("Anna")
    await tabs.post("group", canvas())
    await anna.get_by_role("button", name="Lisää lappu").click()
    tabs.desk.answer = lambda _: answers.pop(0)
    await anna.get_by_label("Nyt").check()
    note = anna.get_by_label("Lappu", exact=True)
    await note.fill("x" * 300)
    await anna.get_by_role("button", name="Tallenna").click()
    await expect(note).to_be_focused()
    await expect(note).to_have_accessible_description("Yksikin sana riittää. Vähän lyhyemmin, kiitos.")
    await expect(anna.get_by_role("dialog").get_by_role("alert")).to_have_text("Ryhmä on jo valmis.")
    await note.fill("lyhyt")
    await anna.get_by_role("button", name="Tallenna").click()
    more = anna.get_by_label("Lisää", exact=True)
    await expect(more).to_be_focused()
    await more.fill("ja")
    await anna.keyboard.press("Enter")
    await expect(anna.get_by_role("dialog")).to_have_count(0)
    sent = [act for act in tabs.desk.acts if isinstance(act, FormSent)]
    assert [(act.nonce, act.values.get("note"), act.values.get("more")) for act in sent] == [
        ("nonce-1", "x" * 300, None),
        ("nonce-1", "lyhyt", None),
        ("nonce-2", None, "ja"),
    ]
    assert len({act.delivery for act in sent}) == 3


async def test_a_double_click_is_one_press_and_so_is_one_soon_after(tabs: Tabs) -> None:
    anna = await tabs.come_in("Anna")
    await tabs.post("lobby", lobby(0))
    join = anna.get_by_role("button", name="Liity mukaan")
    await join.dblclick()
    await join.click()
    await expect(anna.locator(".private")).to_have_count(1)
    assert len(_deliveries(tabs)) == 1
    await anna.wait_for_timeout(1100)
    async with anna.expect_response("**/practice/press*"):
        await join.click()
    assert len(_deliveries(tabs)) == 2


def _deliveries(tabs: Tabs) -> set[str]:
    return {act.delivery for act in tabs.desk.acts if isinstance(act, Pressed)}


async def test_a_question_before_the_press_counts(tabs: Tabs) -> None:
    anna = await tabs.come_in("Anna")
    await tabs.post("group", canvas())
    for answer in ("Ei vielä", "Escape", "Kyllä"):
        await anna.get_by_role("button", name="Lopeta").click()
        question = anna.get_by_role("dialog", name="Oletko varma?")
        await expect(question).to_contain_text("Lopetetaanko paja?")
        if answer == "Escape":
            await anna.keyboard.press("Escape")
        else:
            await question.get_by_role("button", name=answer).click()
        await expect(question).to_be_hidden()
    await expect(anna.locator(".private")).to_have_count(1)
    assert [act.action.verb for act in tabs.desk.acts if isinstance(act, Pressed)] == ["end"]
