"""What a run has shown: the driver's own record, held against the end state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from tests.campaigns.company import Message
from tests.campaigns.ending import Deed, Ending
from tests.campaigns.machine import Resume
from tests.support.crashing_bot import Point

FACT_OF = {
    "join": "PersonJoined",
    "ready": "PersonReady",
    "arrive": "PersonArrived",
    "note": "NoteWritten",
    "edit": "NoteEdited",
    "delete": "NoteDeleted",
    "turn": "TurnTaken",
    "recorder": "RecorderChosen",
    "pick": "NotesPicked",
    "feedback": "FeedbackGiven",
    "pause": "Paused",
    "resume": "Resumed",
    "remind": "PeopleReminded",
    "agenda": "AgendaSet",
    "shape": "AgendaSet",
}
"""What people do -> the fact that it makes, once each time."""
STEPS = frozenset({"begin", "next", "back", "skip", "write", "shape", "end"})
"""What makes a step begin, or the workshop end."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One run. All of it is empty or zero when everything is well, but for `point` and `resumes`."""

    point: Point | str
    fired: bool
    lost: tuple[Deed, ...] = ()
    doubled_effects: tuple[Deed, ...] = ()
    doubled_posts: tuple[str, ...] = ()
    most_in_a_room: int = 0
    """How many of these stand in one room."""
    strayed: tuple[str, ...] = ()
    different: tuple[str, ...] = ()
    resumes: tuple[Resume, ...] = ()
    deaths: int = 0
    doubtful: int = 0
    """New posts that were on their way when the process was killed."""
    acknowledged: int = 0
    again: int = 0
    """How many times somebody had to do something again."""
    broken: str = ""
    """Why the run did not come to its end."""
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def fine(self) -> bool:
        """Nothing lost, nothing twice, nothing astray, the same end."""
        return not (self.doubled_posts or self.wrong)

    @property
    def excusable(self) -> bool:
        """Whether no more stands there twice than had to be in doubt: one post in a room, at each kill."""
        return len(self.doubled_posts) <= self.doubtful and self.most_in_a_room <= self.deaths

    @property
    def resumed(self) -> float:
        """Seconds from the end of a process until the next one served and the first post was out, at most.

        Without those for which that process waited for a core.
        """
        return max((one.took - one.starved for one in self.resumes), default=0.0)

    @property
    def wrong(self) -> bool:
        """The same, but for posts that stand there twice."""
        return any((self.lost, self.doubled_effects, self.strayed, self.different, self.broken))


@dataclass(frozen=True, slots=True)
class Comparison:
    """How an end differs from that of the run without a crash."""

    different: tuple[str, ...] = ()
    doubled_posts: tuple[Message, ...] = ()
    """Messages that stand there once too often, where posts have no keys to tell."""

    @property
    def most_in_a_room(self) -> int:
        """How many of these stand in one room."""
        rooms = Counter((one.conversation, one.thread) for one in self.doubled_posts)
        return max(rooms.values(), default=0)


def lost_and_doubled(
    acknowledged: Iterable[tuple[str, str, str]], stored: Counter[Deed]
) -> tuple[tuple[Deed, ...], tuple[Deed, ...]]:
    """What was acknowledged and is not in the facts, and what is there more often than acknowledged."""
    done: Counter[Deed] = Counter()
    for user, what, words in acknowledged:
        if what in FACT_OF:
            done[FACT_OF[what], user, words] += 1
        if what in STEPS:
            done["Steps", user, ""] += 1
    return tuple((done - stored).elements()), tuple((stored - done).elements())


def compare(expected: Ending, found: Ending, *, in_order: bool = True, keys: bool = True) -> Comparison:
    """Hold one end against the other. `in_order` False: lines may come in any order.

    `keys` False: a message too many counts as a post that stands there twice.
    """
    if not in_order:
        expected, found = _tidied(expected), _tidied(found)
    too_many = tuple((found.messages - expected.messages).elements())
    told = [
        *(f"fact missing: {one}" for one in expected.facts - found.facts),
        *(f"fact too many: {one}" for one in found.facts - expected.facts),
        *(f"not seen: {one}" for one in expected.messages - found.messages),
        *(f"seen though it should not be: {one}" for one in too_many if keys),
        *(f"given up: {one}" for one in found.troubles),
        *(f"in another order than it was wanted: {one}" for one in found.disordered),
    ]
    if found.unfinished:
        told.append(f"{found.unfinished} boards are not as they are wanted")
    if set(expected.summary.splitlines()) != set(found.summary.splitlines()):
        told.append("the summary is another one")
    return Comparison(tuple(told), () if keys else too_many)


def _tidied(end: Ending) -> Ending:
    messages: Counter[Message] = Counter()
    for one, times in end.messages.items():
        messages[replace(one, text="\n".join(sorted(one.text.splitlines())))] += times
    return replace(end, messages=messages, summary="\n".join(sorted(end.summary.splitlines())))
