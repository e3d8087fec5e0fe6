"""`pick`: each group chooses what it wants to bring up from its own notes (nostot).

Can be changed until the step is left.
"""

from __future__ import annotations

from content.steps import PickStep
from dialogs import facts as f
from dialogs.activities.activity import Activity, group_board, step_board
from dialogs.activities.canvas import note_count
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
    """The groups are those that wrote the notes; everybody else finds a group."""
    if not draft.run.groups:
        wrote = draft.session.runs.get(pick_step(draft.session, draft.session.current).notes_of)
        made = tuple(f.GroupMade(group.id, group.members) for group in wrote.in_order()) if wrote else ()
        draft.accept(f.GroupsFormed(at=draft.now, step=draft.session.current, groups=made))
    come_and_go(draft)


def _boards(_: Session, run: Run) -> tuple[Show, ...]:
    return (
        Show(CHANNEL, step_board(run)),
        *(Show(CHANNEL, group_board("picks", run, group.id)) for group in run.in_order()),
    )


def _touched(session: Session, run: Run, fact: f.FactType) -> tuple[Show, ...]:
    match fact:
        case f.NotesPicked(group=group) | f.GroupJoined(group=group) | f.GroupLeft(group=group):
            return Show(CHANNEL, group_board("picks", run, group)), Show(CHANNEL, step_board(run))
        case f.GroupsFormed() | f.TimeSet():
            return _boards(session, run)
        case _:
            return ()


def _is_ready(_: Session, run: Run, person: PersonId) -> bool:
    group = run.group_of(person)
    return group is not None and bool(run.picks.get(group.id))


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
    done = sum(bool(run.picks.get(group)) for group in run.groups)
    return PickBoard(
        session.id,
        run.step,
        step.notes_of,
        live,
        run.ends_at if live else None,
        step.budget,
        len(run.groups),
        done,
    )


def compose_group(session: Session, run: Run, group_id: str, *, live: bool) -> GroupPicks | None:
    """One group's card."""
    group = run.groups.get(group_id)
    if group is None:
        return None
    step = pick_step(session, run.step)
    return GroupPicks(
        session=session.id,
        step=run.step,
        notes_of=step.notes_of,
        visit=run.visit,
        group_id=group.id,
        group=number(group.id),
        live=live,
        names=tuple(map(session.name, group.members)),
        budget=step.budget,
        notes=note_count(session, step.notes_of, group.id),
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
