from __future__ import annotations

from dialogs import messages as m
from dialogs.receipts import Code
from tests.support.stage import Stage


def test_it_is_shown_with_its_picture_and_waits_for_the_facilitator() -> None:
    stage = Stage()
    stage.begins("Anna")
    assert stage.card("", m.Brief) == m.Brief("toimintatavat", None)
    stage.presses("Maija", "next")
    brief = stage.card("", m.Brief)
    assert brief.picture is not None
    assert (brief.picture.shape, brief.picture.items) == ("flower", ())
    stage.waits(60)
    assert stage.session.current == "alustus"


def test_nobody_writes_divides_or_is_waited_for() -> None:
    stage = Stage()
    stage.begins("Anna")
    assert stage.sends("Anna", "note").code is Code.UNKNOWN
    assert stage.presses("Maija", "regroup").code is Code.NO_GROUPS
    assert stage.presses("Maija", "remind").code is Code.NOBODY_TO_REMIND
    assert stage.card("Maija", m.Cockpit).waiting == ()


def test_who_comes_late_and_who_leaves_changes_only_the_counts() -> None:
    stage = Stage()
    stage.begins("Anna")
    before = stage.channel[1:]
    stage.joins("Ville")
    stage.presses("Anna", "leave")
    assert stage.channel[1:] == before
    assert stage.card("Maija", m.Cockpit).here == ("Ville",)
    assert stage.card("Ville", m.Welcome).step == "toimintatavat"
