"""Which words were sent and not taken in, and why."""

from __future__ import annotations

import pytest

from dialogs import events as e
from dialogs.receipts import Code, Receipt
from dialogs.unsaved import unsaved

SAID = e.Said("a", "joo-ja", 3, "kyky kuunnella")
NOTED = e.Noted("a", "ruudukko", "g1", "c1", "nonce-1", "huumori")


@pytest.mark.parametrize(
    ("event", "code", "why"),
    [
        (SAID, Code.NOT_YOUR_TURN, "turn_moved"),
        (SAID, Code.NOT_YOURS, "turn_moved"),
        (SAID, Code.TOO_LATE, "step_closed"),
        (SAID, Code.SAVED, ""),
        (SAID, Code.ALREADY_SAVED, ""),
        (NOTED, Code.NOT_YOURS, "not_taken"),
        (NOTED, Code.KEPT_LATE, ""),
        (e.Rated("a", 5, "hyvin meni"), Code.NOT_IN, "not_taken"),
        (e.Rated("a", 5, ""), Code.NOT_IN, ""),
        (e.Themed("a", "teemat", "t1", "Yhteistyö", ("n1",)), Code.TOO_LATE, "step_closed"),
        (e.Picked("a", "nostot", "g1", ("n1",)), Code.TOO_LATE, ""),
        (e.Joined("a", "Anna", "fi"), Code.CLOSED, ""),
    ],
)
def test_what_is_told_of_words_that_were_not_taken_in(event: e.Event, code: Code, why: str) -> None:
    assert unsaved(event, Receipt(code)) == why
