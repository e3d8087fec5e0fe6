"""Workshops of a series: listed apart, started by the series and a number, called so ever after."""

from __future__ import annotations

import pytest

from adaptive_cards.card import Card
from adaptive_cards.renderers import adaptive_card, block_kit, plain_text
from bot.platforms.inbound import NOTHING_TO_SAY
from tests.support import adaptive_card_lint, block_kit_lint
from tests.support.house import House, said

TITLE = "Työhyvinvoinnin kehittäminen, työlähtöinen kehittämistapa"


async def test_the_list_has_the_five_and_then_the_series_under_its_name(house: House) -> None:
    card = (await house.command("maija", "pajat")).card
    assert isinstance(card, Card)
    lines = [line for line in plain_text.render(card).splitlines() if line]

    first, second = (
        lines.index("Aloita kanavalla: aloita 1"),
        lines.index("Aloita kanavalla: aloita kehitys 0"),
    )
    assert [line[:4] for line in lines[first - 5 : first]] == [f"• {number}." for number in range(1, 6)]
    assert lines[first + 1] == TITLE
    assert [line[:13] for line in lines[second - 10 : second]] == [
        f"• kehitys {number}: " for number in range(10)
    ]
    made = block_kit.render(card, {})
    assert block_kit_lint.message(made["blocks"], made["text"]) == []
    assert adaptive_card_lint.problems(adaptive_card.render(card, {})) == []


@pytest.mark.parametrize("typed", ["aloita kehitys 3", "aloita kehitys-3", "ALOITA paja kehitys3"])
async def test_one_of_a_series_is_started_alone(house: House, typed: str) -> None:
    assert await house.command("maija", typed) == NOTHING_TO_SAY
    await house.settled()

    assert (await house.kept()).session.workshop.slug == "kehitys-3"
    assert "Paja kehitys 3: Onnistuneiden tilanteiden kuvaukset, hyvinvoinnin lähteet" in house.seen()[0]
    assert "Paja kehitys 3" in said(await house.command("ville", "aloita 3"))
