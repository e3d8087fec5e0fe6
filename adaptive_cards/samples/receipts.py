"""Every receipt, with every kind of value that its sentence may have."""

from __future__ import annotations

from collections.abc import Iterator

from adaptive_cards.samples.material import MAIJA, Material, Named, at
from dialogs.receipts import Code, Receipt

_OF_STEP = {Code.STAYS_ON, Code.PLACE_IS_FIXED}


def samples(material: Material) -> tuple[Named[Receipt], ...]:
    """(name, receipt)."""
    return tuple(_all(material))


def _all(material: Material) -> Iterator[Named[Receipt]]:
    for code in Code:
        step = material.gather.id if code in _OF_STEP else ""
        yield f"receipt-{code}", Receipt(code, step=step, n=3, at=at(91), names=(MAIJA,))
    two = (MAIJA, "Omar")
    yield "receipt-too_late-step", Receipt(Code.TOO_LATE, step=material.gather.id)
    yield "receipt-kept_late-two", Receipt(Code.KEPT_LATE, at=at(91), names=two)
    yield "receipt-not_yours-group", Receipt(Code.NOT_YOURS, group=2)
    yield "receipt-facilitators_only-two", Receipt(Code.FACILITATORS_ONLY, names=two)
    yield "receipt-lead_is_taken-two", Receipt(Code.LEAD_IS_TAKEN, names=two)
    yield "receipt-reminded-one", Receipt(Code.REMINDED, n=1)
    yield "receipt-too_many-one", Receipt(Code.TOO_MANY, n=1)
