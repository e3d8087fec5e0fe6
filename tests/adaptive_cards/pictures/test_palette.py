from __future__ import annotations

import pytest

from adaptive_cards.pictures.palette import GROUNDS, INK, MUTED, contrast, paler, tint


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", [INK, MUTED])
def test_every_text_can_be_read_on_every_ground(text: str, ground: str) -> None:
    assert contrast(text, ground) >= 4.5


def test_a_paler_colour_is_nearer_to_paper() -> None:
    assert paler("#000000", 0.5) == "#7E7C79"


def test_groups_beyond_the_palette_begin_again() -> None:
    assert tint(8) == tint(0)
