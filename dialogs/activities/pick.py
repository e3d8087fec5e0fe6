"""`pick`: each group chooses what it wants to bring up from its own notes (nostot).

Can be changed until the step is left.
"""

from __future__ import annotations

from content.steps import PickStep
from dialogs import facts as f
from dialogs.activities.activity import Activity, group_board, step_board, until
from dialogs.activities.canvas import note_count
from dialogs.activities.gather import shown
from dialogs.activities.membership import come_and_go, join_smallest, leave
from dialogs.boards import CHANNEL
from dialogs.draft import Draft
from dialogs.effects import Show
from dialogs.messages import GroupPicks, PickBoard, PickView
from dialogs.people import PersonId
from dialogs.session import Group, Run, Session, number


def pick_step(session: Session, step: str) -> PickStep:
    """The step, which is known to be one of picks."""
    found = session.steps[step]
    if not isinstance(found, PickStep):
        message = f"step {step!r} is not for picking"
        raise TypeError(message)
    return found


def _begin(draft: Draft) -> None:
    """The groups are those that wrote the notes, as they are now; everybody else finds a group."""
    session = draft.session
    wrote = session.runs.get(pick_step(session, session.current).notes_of)
    if wrote:
        made = tuple(f.GroupMade(group.id, _recorder_first(group)) for group in shown(session, wrote))
        draft.accept(f.GroupsFormed(at=draft.now, step=session.current, groups=made))
    come_and_go(draft)


def _recorder_first(group: Group) -> tuple[PersonId, ...]:
    return tuple(sorted(group.members, key=lambda person: person != group.recorder))


def _boards(session: Session, run: Run) -> tuple[Show, ...]:
    notes_of = pick_step(session, run.step).notes_of
    groups = (one.id for one in run.in_order() if one.members or note_count(session, notes_of, one.id))
    return (Show(CHANNEL, step_board(run)), *(_group_board(run, group) for group in groups))


def _group_board(run: Run, group: str) -> Show:
    return Show(CHANNEL, group_board("picks", run, group))


def _touched(session: Session, run: Run, fact: f.FactType) -> tuple[Show, ...]:
    match fact:
        case f.NotesPicked(step=step) if step != run.step:
            return ()
        case f.NotesPicked(group=group) | f.GroupJoined(group=group) | f.GroupLeft(group=group):
            return _group_board(run, group), Show(CHANNEL, step_board(run))
        case f.GroupsFormed() | f.TimeSet():
            return _boards(session, run)
        case f.NoteDeleted():
            # The last pick of a group may be gone with its note, so the count of groups changes, too.
            return *_noted(session, run, fact), Show(CHANNEL, step_board(run))
        case f.NoteWritten() | f.NoteEdited():
            return _noted(session, run, fact)
        case _:
            return ()


def _noted(
    session: Session, run: Run, fact: f.NoteWritten | f.NoteEdited | f.NoteDeleted
) -> tuple[Show, ...]:
    return tuple(_group_board(run, group) for group in _with_note(session, run, fact))


def _with_note(
    session: Session, run: Run, fact: f.NoteWritten | f.NoteEdited | f.NoteDeleted
) -> tuple[str, ...]:
    """The groups that brought the note up, and while they choose, the one that has one more or fewer."""
    picked = tuple(group for group, notes in run.picks.items() if fact.note in notes)
    if isinstance(fact, f.NoteEdited) or not session.live(run.step) or fact.group not in run.groups:
        return picked
    of_theirs = fact.step == pick_step(session, run.step).notes_of
    return tuple(dict.fromkeys((*picked, fact.group))) if of_theirs else picked


def _is_ready(session: Session, run: Run, person: PersonId) -> bool:
    group = run.group_of(person)
    return group is not None and bool(of_group(session, run, group))


def _write(session: Session, person: PersonId) -> tuple[str, tuple[str, ...]]:
    group = session.run.group_of(person) if session.run else None
    return ("pick", (session.current, group.id)) if group else ("", ())


def picked(session: Session, step: str) -> tuple[PickView, ...]:
    """Everything that the groups brought up in `step`, group by group; notes that are gone fall away."""
    run = session.runs.get(step)
    return tuple(view for group in run.in_order() for view in of_group(session, run, group)) if run else ()


def of_group(session: Session, run: Run, group: Group) -> tuple[PickView, ...]:
    """What one group brought up."""
    notes = (session.notes.get(one) for one in run.picks.get(group.id, ()))
    return tuple(PickView(note.cell, note.text, number(group.id)) for note in notes if note)


def compose(session: Session, run: Run, *, live: bool) -> PickBoard:
    """The channel's card."""
    step = pick_step(session, run.step)
    choosing = [group for group in run.groups.values() if group.members]
    done = sum(bool(of_group(session, run, group)) for group in choosing)
    return PickBoard(
        session.id,
        run.step,
        step.notes_of,
        live,
        until(session, run, live=live),
        step.budget,
        len(choosing),
        done,
    )


def compose_group(session: Session, run: Run, group_id: str, *, live: bool) -> GroupPicks | None:
    """One group's card."""
    group = run.groups.get(group_id)
    if group is None:
        return None
    step = pick_step(session, run.step)
    notes = note_count(session, step.notes_of, group.id)
    return GroupPicks(
        session=session.id,
        step=run.step,
        notes_of=step.notes_of,
        visit=run.visit,
        group_id=group.id,
        group=number(group.id),
        live=live and bool(group.members or notes),
        names=tuple(map(session.name, group.members)),
        budget=step.budget,
        notes=notes,
        picks=of_group(session, run, group),
    )


PICK = Activity(
    begin=_begin,
    joined=join_smallest,
    gone=leave,
    boards=_boards,
    touched=_touched,
    is_ready=_is_ready,
    write=_write,
    timed_work=True,
)
