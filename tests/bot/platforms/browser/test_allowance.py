"""How fast one person may act."""

from __future__ import annotations

from bot.platforms.browser.allowance import A_SECOND, AT_ONCE, Allowance


def test_many_at_once_then_a_steady_few_and_nobody_pays_for_another() -> None:
    now = 0.0
    allowance = Allowance(lambda: now)
    assert [allowance.take("a") for _ in range(AT_ONCE + 2)] == [True] * AT_ONCE + [False] * 2
    assert allowance.take("b")
    now = 1.0
    assert [allowance.take("a") for _ in range(int(A_SECOND) + 1)] == [True] * int(A_SECOND) + [False]
    now = 1000.0
    assert [allowance.take("a") for _ in range(AT_ONCE + 1)] == [True] * AT_ONCE + [False]
