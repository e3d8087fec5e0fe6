"""The page and its files, as they leave the server."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator

import pytest

from bot.platforms.browser.platform import BrowserPlatform
from tests.support.practice_room import Client, ListWall, RecordingDesk, served


@pytest.fixture
async def client() -> AsyncIterator[Client]:
    async with served(BrowserPlatform(ListWall()), RecordingDesk()) as client:
        yield client


@pytest.mark.parametrize(
    ("query", "language", "question"), [("", "fi", "Kuka olet?"), ("?lang=en", "en", "Who are you?")]
)
async def test_the_page_asks_who_one_is(client: Client, query: str, language: str, question: str) -> None:
    text = await (await client.get(f"/{query}")).text()
    assert f'<html lang="{language}">' in text
    assert question in text
    assert re.findall(r'data-name="(\w+)"', text) == ["Maija", "Anna", "Ville", "Sari", "Omar", "Liisa"]


async def test_the_page_holds_nothing_inline_and_nothing_from_elsewhere(client: Client) -> None:
    text = await (await client.get("/")).text()
    assert not re.search(r"\sstyle=|\son\w+=|<style|javascript:", text)
    assert re.findall(r"<script[^>]*>", text) == [
        '<script type="module" src="/practice/static/app.js">',
        '<script type="application/json" id="words">',
    ]
    assert all(address.startswith(("/", "#")) for address in re.findall(r'(?:src|href)="([^"]*)"', text))


async def test_every_file_that_a_file_asks_for_is_there(client: Client) -> None:
    seen, ahead = set[str](), {"app.js", "app.css", "cards.css", "icon.svg"}
    while ahead:
        name = ahead.pop()
        response = await client.get(f"/practice/static/{name}")
        assert response.status == 200, name
        text = await response.text()
        assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", text), name
        seen.add(name)
        ahead |= set(re.findall(r'from "\./([\w.]+)"', text)) - seen
    assert len(seen) == 14
