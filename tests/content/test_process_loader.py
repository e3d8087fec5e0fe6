"""A broken process is answered with file, line, field and what is right."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from content.errors import ContentError
from content.loader import load
from tests.content.test_loader import WORDS as WORKSHOP_WORDS
from tests.content.test_loader import changed

WORKSHOP = """\
slug: {slug}
number: {number}
steps:
  - {{id: katsaus, kind: discuss, minutes: 5, canvas: {{cells: [[havainnot]]}}}}
  - {{id: vastuut, kind: gather, minutes: 5, who: everybody, canvas: {{cells: [[tapa]]}}, parts: {{tapa: 3}}}}
  - {{id: loppu, kind: close, minutes: 5}}
"""
WORDS = """\
title: Paja
question: Mikä kantaa?
goals: [Löydämme sen.]
credit: Omaa tekoa.
steps:
  katsaus: {title: A, goal: B., say: C., cells: {havainnot: {label: D, prompt: E.}}}
  vastuut: {title: A, goal: B., say: C., cells: {tapa: {label: D, prompt: E., fields: [F, G, H]}}}
  loppu: {title: A, goal: B., say: C.}
"""
PROCESS = """\
slug: syksy
gap: {least: 2, most: 3}
meetings:
  - {id: alku, workshop: eka}
  - {id: keski, workshop: toka}
  - {id: loppu, workshop: toka, shares_with: keski}
tasks:
  - id: paivakirja
    after: alku
    into: {meeting: keski, step: katsaus}
    form: diary
    who: everybody
    private: true
    parts: [havainnot]
commitments:
  - id: tyoaika
    kind: working_time
    asked_in: {meeting: alku, step: vastuut}
evaluation:
  own: paivakirja
  joint: {meeting: loppu, step: katsaus}
practices:
  agreed_in: {meeting: loppu, step: vastuut}
  cell: tapa
follow_ups:
  - {id: kevaalla, months: 3}
  - {id: kesalla, months: 6}
cycle: [kokeillaan]
"""
PROCESS_WORDS = """\
title: Syksy
question: Mikä muuttuu?
goals: [Kokeilemme.]
credit: Omaa tekoa.
meetings:
  alku: {title: Alku, aim: Alamme.}
  keski: {title: Keski, aim: Jatkamme.}
  loppu: {title: Loppu, aim: Päätämme.}
tasks:
  paivakirja:
    title: Päiväkirja
    instruction: Kirjoita.
    why: Katsomme.
    parts:
      havainnot: {label: Havainnot, prompt: Mitä näet?}
commitments:
  tyoaika: {title: Työaika, question: Milloin?, promise: Sovittu.}
evaluation: {title: Arvio, own: Ensin itse., joint: Sitten yhdessä.}
practices: {title: Tavat, question: Mikä jää?, fields: [Tapa, Kuka, Milloin]}
follow_ups:
  kevaalla: {title: Kevät, question: Miten menee?}
  kesalla: {title: Kesä, question: Miten meni?}
cycle_title: Kierros
cycle: {kokeillaan: kokeileminen}
"""


def content(root: Path, process: str = PROCESS, words: str = PROCESS_WORDS) -> Path:
    """A small content folder with two workshops and a process, whole unless told otherwise."""
    for number, slug in enumerate(("eka", "toka"), start=1):
        written(
            root / "workshops" / slug,
            {"workshop.yaml": WORKSHOP.format(slug=slug, number=number), "fi.yaml": WORDS},
        )
    written(root / "processes" / "syksy", {"process.yaml": process, "fi.yaml": words})
    (root / "phrases").mkdir()
    return root


def written(folder: Path, files: Mapping[str, str]) -> None:
    folder.mkdir(parents=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")


def flaws_of(root: Path) -> list[tuple[str, int, str, str]]:
    with pytest.raises(ContentError) as caught:
        load(root)
    return [(Path(one.file).name, one.line, one.field, one.message) for one in caught.value.flaws]


def test_a_whole_process_is_read(tmp_path: Path) -> None:
    found = load(content(tmp_path)).processes["syksy"]
    assert [meeting.workshop for meeting in found.process.meetings] == ["eka", "toka", "toka"]
    assert [task.id for task in found.process.given_after("alku")] == ["paivakirja"]
    assert found.process.minutes == 180
    assert found.in_language("en").meetings["keski"].aim == "Jatkamme."


ID = "an id has small letters a-z, digits and hyphens only"
NO_SUCH = "there is no field of this name; mend the name or leave it out"
MEETINGS = "the meetings are alku, keski, loppu"
STEPS = "its steps are katsaus, vastuut, loppu"
THREE_PARTS = (
    "must be a cell of {}, a step of kind gather, with parts: {{{}: 3}}"
    " (the practice, who is responsible, when it is looked at)"
)


@pytest.mark.parametrize(
    ("old", "new", "line", "field", "message"),
    [
        ("slug: syksy", "slug: kevat", 1, "slug", "must be the name of the folder, syksy"),
        ("most: 3", "most: 1", 2, "gap", "least (2) must not be more than most (1)"),
        ("most: 3", "most: 30", 2, "gap.most", "Input should be less than or equal to 26"),
        ("    after: alku\n", "", 8, "tasks.0.after", "this field is missing; add it"),
        (
            "form: diary",
            "form: novel",
            11,
            "tasks.0.form",
            "Input should be 'diary', 'shared_list', 'reflection', 'description' or 'documentation'",
        ),
        (
            "who: everybody",
            "who: nobody",
            12,
            "tasks.0.who",
            "Input should be 'everybody', 'pairs' or 'named'",
        ),
        (
            "who: everybody",
            "who: pairs",
            8,
            "tasks.0",
            "private needs who: everybody, and another form than shared_list",
        ),
        ("private: true", "secret: true", 13, "tasks.0.secret", NO_SUCH),
        ("parts: [havainnot]", "parts: [Havainnot]", 14, "tasks.0.parts.0", ID),
        (
            "parts: [havainnot]",
            "parts: [havainnot, havainnot]",
            14,
            "tasks.0.parts",
            "each part needs an id of its own; twice: havainnot",
        ),
        (
            "id: keski,",
            "id: alku,",
            3,
            "meetings",
            "each meeting needs an id of its own; twice: alku",
        ),
        ("after: alku", "after: uusi", 9, "tasks.0.after", f"there is no meeting 'uusi'; {MEETINGS}"),
        (
            "asked_in: {meeting: alku,",
            "asked_in: {meeting: uusi,",
            18,
            "commitments.0.asked_in.meeting",
            f"there is no meeting 'uusi'; {MEETINGS}",
        ),
        (
            "after: alku",
            "after: keski",
            10,
            "tasks.0.into.meeting",
            "must be a meeting after keski: loppu",
        ),
        (
            "shares_with: keski",
            "shares_with: loppu",
            6,
            "meetings.2.shares_with",
            "must be an earlier meeting: alku, keski",
        ),
        (
            "own: paivakirja",
            "own: toive",
            20,
            "evaluation.own",
            "must be a task given before the joint evaluation: paivakirja",
        ),
        (
            "months: 6",
            "months: 3",
            25,
            "follow_ups",
            "write them from the earliest to the latest, each after other months",
        ),
        (
            "workshop: eka",
            "workshop: kolmas",
            4,
            "meetings.0.workshop",
            "there is no workshop 'kolmas'; the workshops are eka, toka",
        ),
        (
            "into: {meeting: keski, step: katsaus}",
            "into: {meeting: keski, step: kerays}",
            10,
            "tasks.0.into.step",
            f"toka has no step 'kerays'; {STEPS}",
        ),
        (
            "parts: [havainnot]",
            "parts: [ideat]",
            14,
            "tasks.0.parts",
            "ideat: a part is gathered into the cell of its name; the cells of katsaus in toka are havainnot",
        ),
        (
            "into: {meeting: keski, step: katsaus}",
            "into: {meeting: keski, step: loppu}",
            14,
            "tasks.0.parts",
            "havainnot: a part is gathered into the cell of its name; the cells of loppu in toka are none",
        ),
        ("cell: tapa", "cell: muu", 24, "practices.cell", THREE_PARTS.format("vastuut", "muu")),
        (
            "agreed_in: {meeting: loppu, step: vastuut}",
            "agreed_in: {meeting: loppu, step: katsaus}",
            24,
            "practices.cell",
            THREE_PARTS.format("katsaus", "tapa"),
        ),
    ],
)
def test_what_is_wrong_with_the_structure(
    tmp_path: Path, old: str, new: str, line: int, field: str, message: str
) -> None:
    words = PROCESS_WORDS.replace("havainnot: {", "ideat: {") if "ideat" in new else PROCESS_WORDS
    found = flaws_of(content(tmp_path, changed(PROCESS, old, new), words))
    assert found[0] == ("process.yaml", line, field, message)


UNWRITTEN = "process.yaml has this; write its words here too"
ORPHAN = "process.yaml has none such; mend the id or leave it out"


@pytest.mark.parametrize(
    ("old", "new", "line", "field", "message"),
    [
        ("  keski: {title: Keski, aim: Jatkamme.}\n", "", 5, "meetings.keski", UNWRITTEN),
        ("  loppu: {title", "  lopuksi: {title", 5, "meetings.loppu", UNWRITTEN),
        ("      havainnot: {", "      huomiot: {", 14, "tasks.paivakirja.parts.havainnot", UNWRITTEN),
        ("  kesalla: {", "  syksylla: {", 20, "follow_ups.kesalla", UNWRITTEN),
        (
            "evaluation: {title: Arvio, own: Ensin itse., joint: Sitten yhdessä.}\n",
            "",
            1,
            "evaluation",
            UNWRITTEN,
        ),
        ("cycle_title: Kierros\n", "", 1, "cycle_title", UNWRITTEN),
        ("cycle: {kokeillaan", "cycle: {arvataan: arvaaminen, kokeillaan", 24, "cycle.arvataan", ORPHAN),
        (
            "fields: [Tapa, Kuka, Milloin]",
            "fields: [Tapa, Kuka]",
            19,
            "practices.fields",
            "Tuple should have at least 3 items after validation, not 2",
        ),
        ("aim: Alamme.", "goal: Alamme.", 6, "meetings.alku.aim", "this field is missing; add it"),
    ],
)
def test_what_is_wrong_with_the_words(
    tmp_path: Path, old: str, new: str, line: int, field: str, message: str
) -> None:
    found = flaws_of(content(tmp_path, words=changed(PROCESS_WORDS, old, new)))
    assert found[0] == ("fi.yaml", line, field, message)


def test_what_the_structure_lacks_may_not_be_worded_either(tmp_path: Path) -> None:
    text = PROCESS[: PROCESS.index("evaluation:")] + PROCESS[PROCESS.index("follow_ups:") :]
    assert [flaw[2:] for flaw in flaws_of(content(tmp_path, text))] == [
        ("evaluation", ORPHAN),
        ("practices", ORPHAN),
    ]


def test_words_are_asked_for_where_there_are_none(tmp_path: Path) -> None:
    root = content(tmp_path)
    (root / "processes" / "syksy" / "fi.yaml").unlink()
    assert flaws_of(root) == [("fi.yaml", 0, "", "write the words of the process in this file")]


def test_flaws_of_workshops_come_first_and_alone(tmp_path: Path) -> None:
    root = content(tmp_path, changed(PROCESS, "workshop: eka", "workshop: kolmas"))
    (root / "workshops" / "toka" / "fi.yaml").write_text(WORKSHOP_WORDS, encoding="utf-8")
    assert {file for file, *_ in flaws_of(root)} == {"fi.yaml"}


def test_a_process_of_ones_own_is_added_or_takes_the_place(tmp_path: Path) -> None:
    root, own = content(tmp_path / "shipped"), tmp_path / "own"
    other = changed(PROCESS, "slug: syksy", "slug: kevat")
    written(own / "kevat", {"process.yaml": other, "fi.yaml": PROCESS_WORDS})
    shutil.copytree(root / "processes" / "syksy", own / "syksy")
    mine = own / "syksy" / "fi.yaml"
    mine.write_text(changed(PROCESS_WORDS, "title: Syksy", "title: Meidän syksy"), encoding="utf-8")

    library = load(root, own)

    titles = {slug: one.in_language("fi").title for slug, one in library.processes.items()}
    assert titles == {"kevat": "Syksy", "syksy": "Meidän syksy"}
    assert set(library.editions) == {"eka", "toka"}
    shutil.rmtree(root / "workshops" / "eka")
    with pytest.raises(ContentError, match="there is no workshop 'eka'"):
        load(root, own)
