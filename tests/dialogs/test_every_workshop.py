"""Every workshop, played to its end by few and many, in little and much time, in every way of meeting.

Everybody does what simulated colleagues do. Whatever comes up is shown to a spectator who reads Slack, Teams
and the browser; in the end every reply is accounted for. The quick part takes each workshop in five ways, so
chosen that every number of people, length and way of meeting comes up with every workshop; the whole grid
(225 plays) is `slow`.
"""

from __future__ import annotations

from itertools import product

import pytest

from adaptive_cards.pictures.png import LARGEST_FILE, LARGEST_SIDE, to_png
from content.loader import default_library
from dialogs import messages as m
from dialogs.activities.canvas import is_private
from dialogs.boards import direct
from dialogs.planner import Mode, Wish
from dialogs.session import Session
from tests.support.rehearsed import LEADER, cast_of, watched, with_everything
from tests.support.spectator import Spectator

PEOPLE = (2, 3, 7, 16, 40)
LENGTHS = {"2h": 120, "4h": 240, "day": 420}
WORKSHOPS = ("1", "2", "3", "4", "5")
LANGUAGES = {Mode.ROOM: "fi", Mode.REMOTE: "fi", Mode.HYBRID: "en"}
Way = tuple[str, int, str, Mode]
"""Workshop, people, length, way of meeting."""


def few_ways() -> list[Way]:
    """Each workshop with each number of people; lengths and ways of meeting go round, shifted."""
    lengths, modes = list(LENGTHS), list(Mode)
    return [
        (workshop, people, lengths[(at + row) % 3], modes[(at + row + row // 3) % 3])
        for row, workshop in enumerate(WORKSHOPS)
        for at, people in enumerate(PEOPLE)
    ]


def is_whole(session: Session, spectator: Spectator) -> None:
    """It is over, everybody is thanked, and what was written stands where the facilitator finds it."""
    assert session.closed
    leaders = [one for (room, _), one in spectator.standing.items() if room == direct(LEADER[0])]
    summary = next(one for one in leaders if isinstance(one, m.Summary))
    names = {one.name for one in session.people.values()}
    assert (set(summary.names), summary.notes, len(summary.scores)) == (names, len(session.notes), len(names))
    thanks = next(one for one in spectator.standing.values() if isinstance(one, m.Thanks))
    assert set(thanks.names) == names
    assert {line.step for line in summary.agenda if line.on} == set(session.on_agenda) == set(session.runs)
    there = repr(leaders)
    for note in session.notes.values():
        assert is_private(session, note.step) or repr(note.text)[1:-1] in there, (
            f"{note.step} lost {note.text}"
        )
    for step, run in session.runs.items():
        for picks in run.picks.values():
            assert is_private(session, step) or all(
                repr(session.notes[one].text)[1:-1] in there for one in picks
            )


def goes_through(way: Way) -> Spectator:
    workshop, people, length, mode = way
    edition = default_library().find(workshop)
    assert edition is not None
    wish = Wish(LENGTHS[length], mode, people)
    session, spectator = watched(edition, cast_of(people, wish=wish, language=LANGUAGES[mode]))
    is_whole(session, spectator)
    assert (session.length, session.mode) == (wish.minutes, mode)
    return spectator


@pytest.mark.parametrize("way", few_ways(), ids=lambda way: "-".join(map(str, way)))
def test_a_workshop_goes_to_its_end_and_every_card_passes(way: Way) -> None:
    goes_through(way)


def test_the_few_ways_have_everything_in_them() -> None:
    ways = few_ways()
    for workshop in WORKSHOPS:
        mine = [way for way in ways if way[0] == workshop]
        assert {way[1] for way in mine} == set(PEOPLE)
        assert {way[2] for way in mine} == set(LENGTHS)
        assert {way[3] for way in mine} == set(Mode)
    for people in PEOPLE:
        mine = [way for way in ways if way[1] == people]
        assert {way[2] for way in mine} == set(LENGTHS)
        assert {way[3] for way in mine} == set(Mode)


@pytest.mark.slow
@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("workshop", WORKSHOPS)
def test_every_workshop_in_every_way(workshop: str, length: str, mode: Mode) -> None:
    for people in PEOPLE:
        for svg in goes_through((workshop, people, length, mode)).pictures.values():
            png = to_png(svg)
            assert len(png) <= LARGEST_FILE
            assert max(int.from_bytes(png[at : at + 4], "big") for at in (16, 20)) <= LARGEST_SIDE


@pytest.mark.parametrize(("workshop", "other"), [*product(WORKSHOPS, (0,)), ("1", 1), ("1", 2), ("5", 1)])
def test_every_step_that_there_is_has_been_played(workshop: str, other: int) -> None:
    edition = default_library().find(workshop)
    assert edition is not None
    chosen = with_everything(edition, other)
    session, spectator = watched(edition, cast_of(7), chosen)
    is_whole(session, spectator)
    assert set(session.runs) == set(chosen)
    drawn = [step.id for step in edition.workshop.steps if step.id in chosen and step.kind == "shape"]
    shown = {one.step for one in spectator.standing.values() if isinstance(one, m.Shape) and one.picture}
    assert shown == set(drawn)


@pytest.mark.parametrize("workshop", WORKSHOPS)
def test_slowly_it_goes_to_its_end_too(workshop: str) -> None:
    edition = default_library().find(workshop)
    assert edition is not None
    session, spectator = watched(edition, cast_of(7, slow=True))
    is_whole(session, spectator)
