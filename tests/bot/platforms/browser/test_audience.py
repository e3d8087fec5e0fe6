"""Open tabs and what they have not heard yet."""

from __future__ import annotations

import asyncio

from bot.platforms.browser.audience import Audience


async def test_a_slow_tab_hears_only_the_newest_state_in_the_order_of_the_first() -> None:
    audience = Audience()
    tab = audience.join("anna")
    for n in range(1000):
        audience.tell("entry a", ("entry", {"n": n}))
        audience.tell("entry b", ("entry", {"n": -n}))
    assert await tab.news(1) == [("entry", {"n": 999}), ("entry", {"n": -999})]
    assert await tab.news(0.01) == []


async def test_each_hears_what_is_meant_for_them() -> None:
    audience = Audience()
    anna, ville = audience.join("anna"), audience.join("ville")
    audience.tell("x", ("entry", {}), lambda person: person == "anna")
    assert [await anna.news(0.01), await ville.news(0.01)] == [[("entry", {})], []]


async def test_news_wake_a_tab_that_waits_and_so_does_the_end() -> None:
    audience = Audience()
    tab = audience.join("anna")
    waiting = asyncio.create_task(tab.news(30))
    await asyncio.sleep(0)
    audience.tell("x", ("entry", {}))
    assert await waiting == [("entry", {})]
    waiting = asyncio.create_task(tab.news(30))
    await asyncio.sleep(0)
    audience.close()
    assert await waiting == []
    assert tab.closed
    audience.leave(tab)
    assert len(audience) == 0
