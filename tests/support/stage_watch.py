"""What must hold after every step of any session, whatever has happened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from dialogs import facts as f
from dialogs.activities.canvas import cell_ids
from dialogs.codec import dump, load
from dialogs.compose import compose
from dialogs.evolve import evolve, fold
from dialogs.forgetting import about
from dialogs.session import Run, Session

if TYPE_CHECKING:
    from tests.support.stage import Stage


def pid(name: str) -> str:
    """A person's id, with the odd characters that ids of Teams have."""
    return f"teams:0f-1a:29:{name}/x+="


def reloaded(facts: Iterable[f.FactType]) -> list[f.FactType]:
    """`facts` as they come back from the store."""
    return [load(*dump(fact)) for fact in facts]


def watch(stage: Stage) -> None:
    """Check `stage` after its last step."""
    effects = stage.turn.effects
    assert len(set(effects)) == len(effects), "an effect came twice"
    session = stage.session
    stage.shadow = _shadow(stage)
    assert stage.shadow == session, "the log tells of another session"
    if session.closed:
        assert fold(reloaded(stage.facts), stage.edition.workshop) == session
    if stage.thorough or session.closed:
        compose_all(stage)
    for run in session.runs.values():
        groups_hold(session, run)
    notes_hold(session)


def _shadow(stage: Stage) -> Session:
    """The session that the stored facts tell of."""
    stored = reloaded(stage.turn.facts)
    assert stored == list(stage.turn.facts), "a fact came back from the store changed"
    if stored and isinstance(stored[0], f.SessionOpened):
        return fold(stored, stage.edition.workshop)
    session = stage.shadow
    for fact in stored:
        session = evolve(session, fact)
    return session


def compose_all(stage: Stage) -> None:
    """No board raises, however old."""
    for room, board in stage.shown:
        compose(stage.session, board, room, stage.clock)


def groups_hold(session: Session, run: Run) -> None:
    """Nobody is in two groups; a recorder is a member; turns name nobody from outside."""
    members = Counter(one for group in run.groups.values() for one in group.members)
    assert not [one for one, times in members.items() if times > 1], "somebody is in two groups"
    assert not set(run.aside) & set(members), "somebody in a group is aside"
    for group in run.groups.values():
        assert group.recorder in (group.members or ("",))
        assert 0 <= group.taken <= len(group.sentences)
        coming = group.sentences[group.taken :]
        assert {person for one in coming for person in (one.by, one.to)} <= set(group.members)
        assert all(one.by != one.to for one in group.sentences)
    numbers = [one.number for group in run.groups.values() for one in group.sentences]
    assert len(set(numbers)) == len(numbers), "two turns have the same number"
    if run.step == session.current and not session.closed:
        assert all(session.is_here(one) for one in members), "somebody who has left is in a group"
    if session.steps[run.step].kind == "exchange" and session.live(run.step):
        nobody_waits_alone(run)


def nobody_waits_alone(run: Run) -> None:
    """Somebody alone is the only one there is."""
    sizes = [len(group.members) for group in run.groups.values() if group.members]
    assert 1 not in sizes or len(sizes) == 1, "somebody waits alone beside others"


def notes_hold(session: Session) -> None:
    """Every note is in exactly one cell, and the counts are right."""
    placed = Counter(note for notes in session.cells.values() for note in notes)
    assert placed == Counter(dict.fromkeys(session.notes, 1))
    for (step, group, cell), notes in session.cells.items():
        assert cell in cell_ids(session, step)
        assert {(session.notes[one].step, session.notes[one].group) for one in notes} <= {(step, group)}
    written = Counter(note.step for note in session.notes.values())
    assert {run.step: run.notes for run in session.runs.values() if run.notes} == dict(written)
    assert not set(session.notes) & set(session.deleted)


def nothing_is_left(stage: Stage, name: str, words: tuple[str, ...]) -> None:
    """After forgetting, neither the person's id, name nor words are anywhere."""
    person = pid(name)
    assert not about(stage.facts, person)
    everything = repr((stage.facts, stage.session, list(stage.standing.values())))
    for word in (person, *words):
        assert word not in everything, f"{word!r} is still there"
