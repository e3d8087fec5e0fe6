"""Nobody's words do anything in a real browser."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from adaptive_cards.actions import Action
from adaptive_cards.card import (
    Bullets,
    Button,
    Buttons,
    Canvas,
    Card,
    Cell,
    Column,
    Form,
    Heading,
    Mention,
    Paragraph,
    Quote,
    Span,
    TextField,
)
from bot.platforms.browser.places import CHANNEL
from bot.platforms.inbound import Reply
from bot.platforms.platform import Address, AddressKind
from tests.support.practice_tabs import NOTE_ACTION, SAVED, Tabs, canvas, overflow

pytestmark = [pytest.mark.chromium, pytest.mark.asyncio(loop_scope="module")]


HOSTILE = [
    "<script>window.hit = 1</script>",
    "<img src=x onerror=window.hit=1>",
    '"><svg onload=window.hit=1>',
    "' autofocus onfocus=window.hit=1 x='",
    "</article></li></ol><iframe srcdoc='<script>parent.hit=1</script>'>",
    "</textarea><script>window.hit=1</script>",
    "<a href=javascript:window.hit=1>x</a>",
    "javascript:window.hit=1",
    "<math><mtext></p><style><img src=x onerror=window.hit=1>",
    "<svg><animate onbegin=window.hit=1 attributeName=x>",
    "<details open ontoggle=window.hit=1>",
    "<template><script>window.hit=1</script></template>",
    "<!--><script>window.hit=1</script-->",
    "]]><script>window.hit=1</script>",
    "<base href=//evil.example>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<link rel=stylesheet href=//evil.example>",
    "<form action=//evil.example><button>x",
    "<style>*{display:none}</style>",
    "{{constructor.constructor('window.hit=1')()}}",
    "${window.hit=1}",
    "&lt;script&gt;window.hit=1&lt;/script&gt;",
    "&#60;script&#62;",
    "\u003cscript\u003ewindow.hit=1",
    "\u202e<b>nurin</b>\u202c",
    "\u2066\u2067\u0645\u0631\u062d\u0628\u0627",
    "<b\x00>x</b>",
    "\ufeff<script>window.hit=1</script>",
    "👩‍👩‍👧‍👦" * 50,
    "a" * 4000,
    "@Paja<br>@Maija",
    "*lihava* _kursiivi_ <!channel> <at>kaikki</at>",
]


def _everywhere(text: str) -> Card:
    blocks = (
        Heading(text),
        Paragraph((Span(text, bold=True), Mention("p", text))),
        Bullets(((Span(text),),)),
        Quote(text, text),
        Canvas((Column(text, (Cell(text, text, (text,), text),)),)),
        Buttons((Button(text[:40], Action("x"), confirm=text),)),
    )
    return Card(text, blocks, text)


async def test_nobodys_words_become_markup(tabs: Tabs) -> None:
    anna = await tabs.come_in("Anna")
    for n, text in enumerate(HOSTILE):
        await tabs.post(f"h{n}", _everywhere(text))
        await tabs.post(f"t{n}", SAVED, Address(AddressKind.THREAD, CHANNEL, root=f"h{n}"))
        said = {"me": "browser:local:anna", "room": CHANNEL, "id": f"{n:032}", "text": text}
        assert (await tabs.client.post("/practice/say", json=said)).status < 500
    fields = tuple(TextField(f"f{n}", text, text, text, text) for n, text in enumerate(HOSTILE))
    tabs.desk.answer = lambda _: Reply(form=Form(HOSTILE[0], fields, "a", "b", NOTE_ACTION, "n"))
    await tabs.post("group", canvas())
    await anna.get_by_role("button", name="Lisää lappu").click()
    await expect(anna.get_by_role("dialog")).to_be_visible()
    await anna.keyboard.press("Escape")

    assert await anna.evaluate("window.hit ?? 'clean'") == "clean"
    theirs = anna.locator(
        ".messages :is(script, iframe, style, form, meta, base, link, svg, b, details, template)"
    )
    assert await theirs.count() == 0
    for n in (0, 1, 4, 21):
        assert await anna.locator(f".message[data-ref=h{n}] .note").inner_text() == HOSTILE[n]
    assert await overflow(anna) == 0
