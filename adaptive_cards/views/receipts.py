"""Receipts: the instant answer to whoever acted."""

from __future__ import annotations

from collections.abc import Callable

from adaptive_cards.card import Card, Paragraph, Rich
from adaptive_cards.views.parts import card
from adaptive_cards.words import Words, plain
from dialogs.receipts import Code, Receipt


def receipt(message: Receipt, words: Words) -> Card:
    """One or two sentences, nothing else."""
    rich = _SAID.get(message.code, _plainly)(message, words)
    return card(words, "", Paragraph(rich), summary=plain(rich))


def _plainly(message: Receipt, words: Words) -> Rich:
    return words.rich(f"receipt.{message.code}")


def _too_late(message: Receipt, words: Words) -> Rich:
    if not message.step:
        return words.rich("receipt.too_late")
    return words.rich("receipt.too_late_step", step=words.step(message.step).title)


def _of_step(message: Receipt, words: Words) -> Rich:
    if not message.step:
        return words.rich("receipt.done")
    return words.rich(f"receipt.{message.code}", step=words.step(message.step).title)


def _kept_late(message: Receipt, words: Words) -> Rich:
    at = words.clock(message.at) if message.at else ""
    return words.rich(
        "receipt.kept_late", n=max(1, len(message.names)), at=at, names=words.names(message.names)
    )


def _not_yours(message: Receipt, words: Words) -> Rich:
    return (
        words.rich("receipt.not_yours_group", group=message.group)
        if message.group
        else words.rich("receipt.not_yours")
    )


def _named(message: Receipt, words: Words) -> Rich:
    return words.rich(
        f"receipt.{message.code}", n=max(1, len(message.names)), names=words.names(message.names)
    )


def _counted(message: Receipt, words: Words) -> Rich:
    return words.rich(f"receipt.{message.code}", n=message.n)


def _time_added(message: Receipt, words: Words) -> Rich:
    return words.rich("receipt.time_added", at=words.clock(message.at) if message.at else "")


_SAID: dict[Code, Callable[[Receipt, Words], Rich]] = {
    Code.TOO_LATE: _too_late,
    Code.KEPT_LATE: _kept_late,
    Code.STAYS_ON: _of_step,
    Code.PLACE_IS_FIXED: _of_step,
    Code.NOT_YOURS: _not_yours,
    Code.FACILITATORS_ONLY: _named,
    Code.LEAD_IS_TAKEN: _named,
    Code.ONE_ALREADY: _named,
    Code.REMINDED: _counted,
    Code.TOO_MANY: _counted,
    Code.TIME_ADDED: _time_added,
}
"""Codes whose sentence has values."""
