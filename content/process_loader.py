"""Reads processes, and says file, line and field of what is wrong with them or does not fit the workshops."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from importlib.resources.abc import Traversable

from content.agreement import cells_of
from content.document import Document, Path, read
from content.errors import ContentError, Flaw
from content.library import Edition, ProcessEdition
from content.model_file import each, folders, language, validated, yaml_files
from content.process import InterimTask, Process, Spot
from content.process_wording import ProcessWords
from content.steps import GatherStep
from content.workshop import Workshop

STRUCTURE = "process.yaml"
_PRACTICE_PARTS = 3


def is_process(folder: Traversable) -> bool:
    """Whether a folder describes a process, and not a workshop."""
    return (folder / STRUCTURE).is_file()


def load_processes(
    root: Traversable, own: Iterable[Traversable], editions: Mapping[str, Edition]
) -> dict[str, ProcessEdition]:
    """The processes in `root`, and one's own, which take the place of those whose slugs they have.

    All workshops that they name must be among `editions`. Raises `ContentError` with every flaw found.
    """
    shipped = folders(root) if root.is_dir() else ()
    places = {folder.name: folder for folder in (*shipped, *own)}
    flaws: list[Flaw] = []
    found = {one.process.slug: one for one in each(load_process, places.values(), flaws)}
    for slug, one in found.items():
        flaws.extend(workshop_flaws(read(places[slug] / STRUCTURE), one.process, editions))
    if flaws:
        raise ContentError(*flaws)
    return found


def load_process(folder: Traversable) -> ProcessEdition:
    """One process's folder: `process.yaml` and a file for each language; raises `ContentError`."""
    document = read(folder / STRUCTURE)
    process = validated(document, Process)
    flaws = []
    if process.slug != folder.name:
        flaws.append(document.flaw(("slug",), f"must be the name of the folder, {folder.name}"))
    files = [file for file in yaml_files(folder) if file.name != STRUCTURE]
    words = dict(each(lambda file: (language(file), _words(file, process)), files, flaws))
    if not files:
        flaws.append(Flaw(str(folder / "fi.yaml"), 0, "", "write the words of the process in this file"))
    if flaws:
        raise ContentError(*flaws)
    return ProcessEdition(process=process, words=words)


def _words(file: Traversable, process: Process) -> ProcessWords:
    document = read(file)
    words = validated(document, ProcessWords)
    if flaws := list(_word_flaws(document, process, words)):
        raise ContentError(*flaws)
    return words


def _word_flaws(document: Document, process: Process, words: ProcessWords) -> Iterator[Flaw]:
    """What the language file lacks of the structure, and what it has too much."""
    groups: dict[str, tuple[Collection[str], Collection[str]]] = {
        "meetings": (process.by_id, words.meetings),
        "tasks": ([one.id for one in process.tasks], words.tasks),
        "commitments": ([one.id for one in process.commitments], words.commitments),
        "follow_ups": ([one.id for one in process.follow_ups], words.follow_ups),
        "cycle": (process.cycle, words.cycle),
        **_single("evaluation", process.evaluation, words.evaluation),
        **_single("practices", process.practices, words.practices),
        **_single("cycle_title", process.cycle, words.cycle_title),
    }
    for name, (wanted, found) in groups.items():
        yield from _id_flaws(document, _at(name), wanted, found)
    for task in process.tasks:
        if task.id in words.tasks:
            at = ("tasks", task.id, "parts")
            yield from _id_flaws(document, at, task.parts, words.tasks[task.id].parts)


def _single(name: str, wanted: object, found: object) -> dict[str, tuple[Collection[str], Collection[str]]]:
    return {f".{name}": ([name] if wanted else [], [name] if found else [])}


def _at(name: str) -> tuple[str, ...]:
    """Where the ids of a group stand; what stands at the top is marked with a dot."""
    return () if name.startswith(".") else (name,)


def _id_flaws(
    document: Document, at: Path, wanted: Collection[str], found: Collection[str]
) -> Iterator[Flaw]:
    for missing in sorted(set(wanted) - set(found)):
        yield document.flaw((*at, missing), f"{STRUCTURE} has this; write its words here too")
    for extra in sorted(set(found) - set(wanted)):
        yield document.flaw((*at, extra), f"{STRUCTURE} has none such; mend the id or leave it out")


def workshop_flaws(document: Document, process: Process, editions: Mapping[str, Edition]) -> Iterator[Flaw]:
    """Where a process counts on a workshop, a step or a cell that does not exist."""
    for index, meeting in enumerate(process.meetings):
        if meeting.workshop not in editions:
            known = ", ".join(sorted(editions))
            message = f"there is no workshop {meeting.workshop!r}; the workshops are {known}"
            yield document.flaw(("meetings", index, "workshop"), message)
    workshops = {
        one.id: editions[one.workshop].workshop for one in process.meetings if one.workshop in editions
    }
    for at, spot in process.spots():
        if spot.meeting in workshops:
            yield from _spot_flaws(document, (*at, "step"), spot, workshops[spot.meeting])
    for index, task in enumerate(process.tasks):
        if workshop := workshops.get(task.into.meeting):
            yield from _part_flaws(document, ("tasks", index, "parts"), task, workshop)
    yield from _practice_flaws(document, process, workshops)


def _spot_flaws(document: Document, at: Path, spot: Spot, workshop: Workshop) -> Iterator[Flaw]:
    if spot.step not in workshop.by_id:
        steps = ", ".join(workshop.by_id)
        yield document.flaw(at, f"{workshop.slug} has no step {spot.step!r}; its steps are {steps}")


def _part_flaws(document: Document, at: Path, task: InterimTask, workshop: Workshop) -> Iterator[Flaw]:
    step = workshop.by_id.get(task.into.step)
    if step is None:
        return
    cells = cells_of(workshop, step)
    if strange := [part for part in task.parts if part not in cells]:
        message = (
            f"{', '.join(strange)}: a part is gathered into the cell of its name;"
            f" the cells of {step.id} in {workshop.slug} are {', '.join(cells) or 'none'}"
        )
        yield document.flaw(at, message)


def _practice_flaws(
    document: Document, process: Process, workshops: Mapping[str, Workshop]
) -> Iterator[Flaw]:
    practices = process.practices
    workshop = workshops.get(practices.agreed_in.meeting) if practices else None
    step = workshop.by_id.get(practices.agreed_in.step) if practices and workshop else None
    if practices is None or step is None:
        return
    if not isinstance(step, GatherStep) or step.parts.get(practices.cell) != _PRACTICE_PARTS:
        message = (
            f"must be a cell of {step.id}, a step of kind gather, with parts: {{{practices.cell}: 3}}"
            " (the practice, who is responsible, when it is looked at)"
        )
        yield document.flaw(("practices", "cell"), message)
