"""Whatever people do, in whatever order: nobody sees what is not for them, and nobody stands out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import chain
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.boards import CHANNEL, Board, direct
from dialogs.journey.area import Acting
from dialogs.journey.areas import BOARDS, FORMS, PRESSES
from dialogs.journey.diary.anonymity import REST, K, divide, enough
from dialogs.journey.diary.mirror import view
from dialogs.journey.diary.state import Mirror, Observation, Sharing, Sort
from dialogs.journey.engine import compose
from dialogs.journey.journey import Journey
from dialogs.journey.tasks.state import Entry, Task
from tests.support.journey_stage import BEGINS
from tests.support.stage_watch import pid
from tests.support.task_stage import EVERYBODY, TaskStage

WHO = (*EVERYBODY, "Maija", "Uusi")
STRANGER = "Vieras"
TASKS = ("v0", "v1", "v2-v3", "v5", "v7")
SORTED = ("load", "success", "idea")

deeds = st.lists(
    st.tuples(
        st.sampled_from(
            ("write", "write", "observe", "observe", "share", "share", "mirror", "begin", "done", "go")
        ),
        st.integers(0, 60),
        st.integers(0, 60),
        st.integers(0, 2),
    ),
    max_size=45,
)


class Played:
    """A stage on which every text is a word of its own."""

    def __init__(self) -> None:
        self.stage = TaskStage(thorough=False).with_workshop()
        for task in TASKS:
            self.stage.gives(task)
        self.stage.sends("Maija", "task-name", "4", people=(pid("Anna"), pid("Sari")))
        self.words = 0

    def word(self) -> str:
        """A text that nobody has written before."""
        self.words += 1
        return f"sana{self.words}x"

    def does(self, deed: str, one: int, other: int, third: int) -> None:
        """One deed of one of them."""
        stage, name = self.stage, WHO[one % len(WHO)]
        match deed:
            case "write":
                self._writes(name, other % len(TASKS) + 1)
            case "observe":
                tag = ("melu", "kiire", self.word())[third]
                stage.sends(name, "observe", text=self.word(), sort=SORTED[third], tags=tag)
            case "share":
                how = ("named", "nameless", "nameless")[third]
                stage.presses(name, f"observation-{how}", str(other % (stage.journey.observed + 1)))
            case "mirror":
                stage.says("Maija", "peili")
            case "begin" if not stage.journey.live:
                stage.begins()
            case "done":
                stage.presses(name, "task-done", str(other % len(TASKS) + 1))
            case "go" if other % 7 == 0 and name != "Maija":
                stage.goes(name)
            case _:
                stage.waits(days=3)

    def _writes(self, name: str, task: int) -> None:
        parts = self.stage.journey.tasks[task].spec.parts
        texts = {"text": self.word(), "tried": self.word(), "part.1": self.word()}
        self.stage.submits(name, "task-write", str(task), part=parts[0], **texts)


def everything_seen(journey: Journey, person: str) -> Iterator[str]:
    """All that a person can come to see: every board of theirs and of the channel, every form and answer."""
    arguments = [(str(number),) for number in range(30)] + [(f"s{number}",) for number in range(1, 4)]
    for room in (CHANNEL, direct(person)):
        for name in BOARDS:
            for args in arguments:
                if message := compose(journey, Board(name, args), room, BEGINS):
                    yield repr(message)
    yield from everything_answered(journey, person, arguments)


def everything_answered(journey: Journey, person: str, arguments: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """Private answers to every button, and every form that opens."""
    for args in ((), *arguments, *((one, two) for (one,) in arguments[:6] for (two,) in arguments[:20])):
        acting = acting_as(journey, person, args)
        for verb in sorted({"my-tasks", "task-card", "opening", "my-observations"} & PRESSES.keys()):
            yield repr(PRESSES[verb](acting))
        for verb, form in FORMS.items():
            if verb.startswith(("task-", "obs")) and len(args) in form.args:
                yield repr(form.ask(acting))
                if verb in {"task-mine", "observation-mine"}:
                    yield from everything_chosen(form.read, journey, person, args)


def everything_chosen(read: Any, journey: Journey, person: str, args: tuple[str, ...]) -> Iterator[str]:
    for number in range(20):
        chosen = {"entry": str(number), "observation": str(number)}
        yield repr(read(acting_as(journey, person, args, chosen)))


def acting_as(
    journey: Journey, person: str, args: tuple[str, ...], values: dict[str, str] | None = None
) -> Acting:
    return Acting(journey, args, person, "Joku", "Europe/Helsinki", BEGINS, values or {}, "nonce-1")


def for_others(task: Task, entry: Entry, person: str) -> bool:
    """Whether somebody who did not write an entry may read it."""
    if task.spec.private:
        return False
    return task.shared or bool(task.gathered) or person in entry.partners


def mirrored(journey: Journey, observation: Observation) -> bool:
    """Whether an observation may be seen by all."""
    mirror = next((one for one in journey.mirrors if observation.id in one.observations), None)
    if mirror is None or observation.sharing is Sharing.KEPT:
        return False
    together = [journey.observations[one] for one in mirror.observations if one in journey.observations]
    nameless = [one for one in together if one.sharing is Sharing.NAMELESS]
    return observation.sharing is Sharing.NAMED or enough(nameless)


def hidden_from(journey: Journey, person: str) -> Iterator[str]:
    """Every text that is not for the person."""
    for task in journey.tasks.values():
        for entry in task.entries:
            if entry.person != person and not for_others(task, entry, person):
                yield from filter(None, entry.texts)
    for one in journey.observations.values():
        if one.person != person and not mirrored(journey, one):
            yield from (one.text, *(tag for tag in one.tags if tag.startswith("sana")))


@settings(max_examples=25, deadline=None)
@given(deeds)
def test_nobody_ever_sees_what_is_not_for_them(done: list[tuple[str, int, int, int]]) -> None:
    played = Played()
    for deed in done:
        played.does(*deed)
    journey = played.stage.journey
    for name in (*WHO, STRANGER):
        seen = "\n".join(everything_seen(journey, pid(name)))
        leaked = [text for text in hidden_from(journey, pid(name)) if f"'{text}'" in seen]
        assert leaked == [], name


def test_the_search_finds_what_is_seen() -> None:
    played = Played()
    played.stage.sends("Anna", "observe", text="sana99x", sort="idea", tags="")
    seen = "\n".join(everything_seen(played.stage.journey, pid("Anna")))
    assert "'sana99x'" in seen
    assert list(hidden_from(played.stage.journey, pid("Ville"))) == ["sana99x"]


# --- nobody stands out ------------------------------------------------------------------------------------

details = st.tuples(
    st.integers(0, 8),
    st.sampled_from(Sort),
    st.lists(st.sampled_from(("melu", "Melu", "kiire", "aula")), max_size=3).map(tuple),
    st.integers(0, 100),
    st.sampled_from((Sharing.NAMED, Sharing.NAMELESS, Sharing.NAMELESS)),
)
observations = st.lists(details, max_size=40).map(
    lambda found: [
        Observation(number, f"p{who}", f"sana{number}x", sort, tags, BEGINS + timedelta(days=day), sharing)
        for number, (who, sort, tags, day, sharing) in enumerate(found, 1)
    ]
)


@settings(max_examples=100, deadline=None)
@given(observations)
def test_every_bucket_is_of_five_people_and_every_observation_in_one(found: list[Observation]) -> None:
    def week(one: Observation) -> str:
        return str(one.at.date())

    def both(one: Observation) -> str:
        return f"{one.at.date()}{one.sort}"

    divided = divide(found, both, week)
    assert all(enough(some) for some in divided.values())
    shown = sorted(one.id for one in chain.from_iterable(divided.values()))
    assert shown == (sorted(one.id for one in found) if enough(found) else [])


@settings(max_examples=100, deadline=None)
@given(observations)
def test_nothing_nameless_in_a_mirror_is_of_fewer_than_five(found: list[Observation]) -> None:
    empty = Journey("j1", "p", "fi", "Europe/Helsinki", BEGINS)
    journey = replace(empty, observations=empty.observations.update({one.id: one for one in found}))
    shown = view(journey, Mirror(1, "", BEGINS, tuple(one.id for one in found)))
    named = [one for one in found if one.sharing is Sharing.NAMED]
    nameless = [one for one in found if one.sharing is Sharing.NAMELESS]

    texts = {one.text: one for one in nameless}
    without_names = [one for one in shown.texts if one.text in texts]
    for sort in {one.sort for one in without_names}:
        assert len({texts[one.text].person for one in without_names if one.sort == sort}) >= K
    assert len(without_names) == (len(nameless) if enough(nameless) else 0)
    for count in shown.sorts:
        own = [one for one in named if (one.sort if one.sort is not Sort.UNSORTED else REST) == count.sort]
        assert count.n == len(own) + sum(one.sort == count.sort for one in without_names)
    for tag in shown.tags:
        having = [one for one in nameless if tag.tag in {each.casefold() for each in one.tags}]
        openly = sum(tag.tag in {each.casefold() for each in one.tags} for one in named)
        assert tag.n == openly + (len(having) if enough(having) and enough(nameless) else 0)
    if shown.picture:
        drawn = sum(sum(week.counts) for week in shown.picture.weeks) + shown.picture.rest
        assert drawn == len(named) + len(without_names)
