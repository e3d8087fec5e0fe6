"""The judges of the campaigns can be trusted: each kind of fault is seen."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from tests.campaigns.company import Message
from tests.campaigns.ending import Ending
from tests.campaigns.ledger import chosen
from tests.campaigns.machine import Resume
from tests.campaigns.verdict import Comparison, Verdict, compare, lost_and_doubled
from tests.support.crashing_bot import Point

HELLO, NOTE = Message("channel", "", "Tervetuloa"), Message("with U2", "", "Kiitos, lappu on talletettu")
END = Ending(
    facts=Counter({"NoteWritten": 1}),
    deeds=Counter(),
    messages=Counter([HELLO, NOTE]),
    doubled=(),
    strayed=(),
    disordered=(),
    summary="Yhteenveto",
    unfinished=0,
    troubles=(),
)


def test_the_same_end_is_the_same() -> None:
    assert compare(END, END) == compare(END, END, in_order=False, keys=False) == Comparison()


def test_what_was_acknowledged_and_is_not_there_is_lost_and_what_is_there_too_often_is_twice() -> None:
    said = [("U2", "note", "a"), ("U2", "note", "b"), ("U1", "next", "")]
    stored = Counter({("NoteWritten", "U2", "a"): 2, ("Steps", "U1", ""): 1})

    assert lost_and_doubled(said, stored) == ((("NoteWritten", "U2", "b"),), (("NoteWritten", "U2", "a"),))


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (replace(END, facts=Counter()), "fact missing: NoteWritten"),
        (replace(END, facts=Counter({"NoteWritten": 2})), "fact too many: NoteWritten"),
        (replace(END, messages=Counter([HELLO])), f"not seen: {NOTE}"),
        (replace(END, messages=Counter([HELLO, NOTE, NOTE])), f"seen though it should not be: {NOTE}"),
        (replace(END, troubles=("lobby invalid_blocks",)), "given up: lobby invalid_blocks"),
        (replace(END, disordered=("channel=",)), "in another order than it was wanted: channel="),
        (replace(END, unfinished=2), "2 boards are not as they are wanted"),
        (replace(END, summary="Muuta"), "the summary is another one"),
    ],
)
def test_each_difference_is_told(other: Ending, told: str) -> None:
    assert compare(END, other) == Comparison((told,))


def test_where_posts_have_no_keys_a_message_too_many_is_a_copy() -> None:
    found = compare(END, replace(END, messages=Counter([HELLO, NOTE, NOTE])), keys=False)

    assert (found.different, found.doubled_posts, found.most_in_a_room) == ((), (NOTE,), 1)


@pytest.mark.parametrize(
    ("doubtful", "in_a_room", "deaths", "excusable"),
    [(2, 1, 1, True), (1, 1, 1, False), (2, 2, 1, False), (2, 2, 2, True)],
)
def test_a_copy_is_excused_for_each_post_that_was_on_its_way_once_in_a_room(
    doubtful: int, in_a_room: int, deaths: int, *, excusable: bool
) -> None:
    verdict = Verdict(Point(), fired=True, doubled_posts=("a", "b"), most_in_a_room=in_a_room)
    assert replace(verdict, doubtful=doubtful, deaths=deaths).excusable is excusable
    assert not verdict.fine
    assert not verdict.wrong


def test_the_slowest_start_counts_without_what_it_waited_for_a_core() -> None:
    starts = Resume(1.0, 3.0, 0.5), Resume(4.0, None, 3.5)
    assert Verdict(Point(), fired=True, resumes=starts).resumed == 2.5


def test_points_are_spread_evenly_or_as_the_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PAJA_CAMPAIGN_EVERY", raising=False)
    monkeypatch.delenv("PAJA_CAMPAIGN_FIRST", raising=False)
    counts = {"commit": 2, "call": 3}
    which, about = chosen(counts, 3)
    assert [str(one) for one in which] == ["commit:within:1", "call:before:1", "call:after:2"]
    assert about == "one of every 4, from the 3. on, of 12 points"

    monkeypatch.setenv("PAJA_CAMPAIGN_EVERY", "6")
    monkeypatch.setenv("PAJA_CAMPAIGN_FIRST", "0")
    which, _ = chosen(counts, 3)
    assert [str(one) for one in which] == ["commit:before:1", "call:before:1"]
