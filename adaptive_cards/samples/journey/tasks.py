"""Interim tasks of the process that ships, in every state."""

from __future__ import annotations

from dataclasses import replace

from adaptive_cards.samples.journey.digest import DAY
from adaptive_cards.samples.material import FIVE, Named, at
from content.process import ForWhom, TaskForm
from dialogs.journey.messages import Digest, DigestLine, JourneyForm, JourneyMessage, OwnLine, OwnThings
from dialogs.journey.tasks import messages as m
from dialogs.journey.tasks.state import SetAside

JOURNEY = "j1"
PROCESS = "kehitysprosessi"
_DUE = at(21 * 24 * 60)


def _about(task: int, id: str, form: TaskForm, who: ForWhom, parts: tuple[str, ...]) -> m.TaskAbout:  # noqa: A002
    return m.TaskAbout(
        journey=JOURNEY,
        task=task,
        process=PROCESS,
        id=id,
        form=form,
        who=who,
        parts=parts,
        private=id in {"v1", "v7"},
        minutes=60,
        due=_DUE,
        gathered=False,
    )


PAIRS = _about(1, "v0", TaskForm.DESCRIPTION, ForWhom.PAIRS, ("kehityspolut", "tehtavat"))
DIARY = _about(2, "v1", TaskForm.DIARY, ForWhom.EVERYBODY, ("kuormitus", "onnistumiset"))
LIST = _about(3, "v2-v3", TaskForm.SHARED_LIST, ForWhom.EVERYBODY, ("ideat",))
NAMED = _about(5, "v5", TaskForm.DOCUMENTATION, ForWhom.NAMED, ("kokeilut", "havainnot"))
REFLECTION = _about(
    7, "v7", TaskForm.REFLECTION, ForWhom.EVERYBODY, ("oma-kehittyminen", "yhteison-kehittyminen")
)
LATER = replace(PAIRS, who=ForWhom.EVERYBODY)
ENTRY = m.EntryView(1, "kehityspolut", ("Kaksi tiimiä yhdistyi, ja asiakkaat pysyivät samoina",))
TWO = (ENTRY, m.EntryView(2, "tehtavat", ("Perehdytämme uudet työhön",)))
TRIED = m.EntryView(
    1,
    "kokeilut",
    ("Rauhalliset aamut", "Keskeytyksiä oli neljä päivässä", "Iltapäivälle tarvitaan päivystäjä"),
)
TIME = SetAside(at(24 * 60), 60, at(90))


def samples() -> tuple[Named[JourneyMessage], ...]:
    """(name, message)."""
    return (*_own(), *_channel(), *_rest())


def _own() -> tuple[Named[JourneyMessage], ...]:
    card = m.TaskCard(PAIRS, yours=True, partners=FIVE[1:2])
    over = replace(PAIRS, gathered=True)
    many = tuple(m.EntryView(n, "kuormitus", (f"Keskeytys numero {n}",)) for n in range(1, 9))
    ville = (replace(ENTRY, name=FIVE[1]),)
    return (
        ("task-new", card),
        ("task-trio", replace(card, partners=FIVE[1:3], own=TWO, others=ville, time=TIME)),
        ("task-alone", replace(card, partners=())),
        ("task-done", replace(card, own=TWO, done=True)),
        ("task-over", replace(card, about=over, own=TWO)),
        ("task-of-others", m.TaskCard(NAMED, yours=False)),
        ("task-diary", m.TaskCard(DIARY, yours=True, own=many)),
        ("task-documentation", m.TaskCard(NAMED, yours=True, own=(TRIED,))),
        ("task-later", m.TaskCard(LATER, yours=True)),
        ("task-reflection", m.TaskCard(REFLECTION, yours=True)),
        ("task-unknown", m.TaskCard(replace(DIARY, process="poistettu"), yours=True, own=many[:2])),
    )


def _channel() -> tuple[Named[JourneyMessage], ...]:
    ideas = tuple(m.EntryView(n, "ideat", (f"Idea numero {n}",), FIVE[n % 5]) for n in range(1, 24))
    return (
        ("taskboard", m.TaskBoard(DIARY, done=3, people=7)),
        ("taskboard-unnamed", m.TaskBoard(NAMED, done=0, people=0)),
        ("taskboard-list", m.TaskBoard(LIST, done=0, people=7, entries=ideas[:2])),
        ("taskboard-list-long", m.TaskBoard(LIST, done=7, people=7, entries=ideas)),
        ("taskboard-over", m.TaskBoard(replace(LIST, gathered=True), done=7, people=7, entries=ideas[:2])),
    )


def _rest() -> tuple[Named[JourneyMessage], ...]:
    nudge = m.TaskNudge(PAIRS, own=2, closing=False)
    lines = (m.TaskLine(PAIRS, own=2, done=False), m.TaskLine(LIST, own=1, done=True))
    return (
        ("task-naming", m.TaskNaming(NAMED, ())),
        ("task-naming-done", m.TaskNaming(NAMED, FIVE[:2])),
        ("task-naming-over", m.TaskNaming(replace(NAMED, gathered=True), FIVE[:2])),
        ("task-time", m.TaskTime(PAIRS, "tasktime-1", TIME)),
        ("my-tasks", m.MyTasks(JOURNEY, lines, "s1")),
        ("own-tasks", OwnThings(tuple(OwnLine(JOURNEY, "", m.OwnTask(one)) for one in lines[:1]))),
        ("my-tasks-none", m.MyTasks(JOURNEY, (), "")),
        ("digest-task-half-way", _digest(nudge)),
        ("digest-task-closing", _digest(replace(nudge, about=REFLECTION, own=0, closing=True))),
    )


def _digest(nudge: m.TaskNudge) -> Digest:
    return Digest(
        DAY, (DigestLine(JOURNEY, "tietotyon-muutos", f"task/{nudge.about.task}", "task_half_way", nudge),)
    )


def form_samples() -> tuple[Named[JourneyForm], ...]:
    """(name, form)."""
    people = tuple((f"p{number}", name) for number, name in enumerate(FIVE))
    return (
        ("form-task-write", m.TaskWriteForm(PAIRS)),
        ("form-task-write-unknown", m.TaskWriteForm(replace(PAIRS, process="poistettu"))),
        ("form-task-write-list", m.TaskWriteForm(LIST)),
        ("form-task-write-documentation", m.TaskWriteForm(NAMED)),
        ("form-task-reflect", m.TaskReflectForm(REFLECTION, ("Kysyn apua aiemmin", ""))),
        ("form-task-mine", m.TaskMineForm(PAIRS, TWO)),
        ("form-task-mine-documentation", m.TaskMineForm(NAMED, (TRIED,))),
        ("form-task-edit", m.TaskEditForm(PAIRS, ENTRY)),
        ("form-task-edit-documentation", m.TaskEditForm(NAMED, TRIED)),
        ("form-task-time", m.TaskTimeForm(PAIRS)),
        ("form-task-name", m.TaskNameForm(NAMED, people, ("p1",))),
    )
