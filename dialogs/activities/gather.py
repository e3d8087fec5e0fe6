"""`gather`: notes into the cells of a canvas, in small groups with a thread each (pohjan täyttäminen)."""

from __future__ import annotations

from content.steps import GatherStep
from dialogs import facts as f
from dialogs.activities.activity import Activity, group_board, step_board, until
from dialogs.activities.canvas import canvas, cells_begun, note_count
from dialogs.activities.membership import chance, come_and_go, form, join_smallest, leave, present
from dialogs.boards import CHANNEL, thread
from dialogs.draft import Draft
from dialogs.effects import Show
from dialogs.groups import small_groups
from dialogs.messages import GatherBoard, GroupCanvas, Instructions
from dialogs.people import PersonId
from dialogs.session import Group, Run, Session, number


def _begin(draft: Draft) -> None:
    if draft.run.groups:
        come_and_go(draft)
    else:
        _divide(draft)


def _divide(draft: Draft, person: PersonId = "") -> None:
    session, step = draft.session, draft.session.step
    if isinstance(step, GatherStep):
        size, seed = step.group_size, chance(session, draft.run)
        made = small_groups(present(session), size.least, size.most, seed, session.met)
        form(draft, made, person=person)


def _boards(session: Session, run: Run) -> tuple[Show, ...]:
    return (Show(CHANNEL, step_board(run)), *_boards_of(run, shown(session, run)))


def _boards_of(run: Run, groups: tuple[Group, ...]) -> tuple[Show, ...]:
    return tuple(one for group in groups for one in _group_boards(run, group))


def shown(session: Session, run: Run) -> tuple[Group, ...]:
    """The groups that have a card: those with members, and those whose notes are left."""
    return tuple(one for one in run.in_order() if one.members or note_count(session, run.step, one.id))


def _group_boards(run: Run, group: Group) -> tuple[Show, Show]:
    root = group_board("canvas", run, group.id)
    return Show(CHANNEL, root), Show(thread(root), group_board("guide", run, group.id))


def _touched(session: Session, run: Run, fact: f.FactType) -> tuple[Show, ...]:
    match fact:
        case f.NoteWritten() | f.NoteEdited() | f.NoteDeleted():
            return _after_note(session, run, fact)
        case f.GroupsFormed(person=person) if person:
            return (Show(CHANNEL, step_board(run)), *_boards_of(run, run.in_order()))
        case f.GroupsFormed() | f.TimeSet():
            return _boards(session, run)
        case f.GroupJoined(group=group) | f.GroupLeft(group=group) | f.RecorderChosen(group=group):
            return (*_group_boards(run, run.groups[group]), Show(CHANNEL, step_board(run)))
        case f.PersonReady() | f.PersonJoined() | f.PersonLeft():
            return (Show(CHANNEL, step_board(run)),)
        case _:
            return ()


def _after_note(
    session: Session, run: Run, fact: f.NoteWritten | f.NoteEdited | f.NoteDeleted
) -> tuple[Show, ...]:
    """The canvas that the note is on, and how many there are."""
    where = session.notes.get(fact.note) if isinstance(fact, f.NoteEdited) else fact
    if where is None or where.step != run.step:
        return ()
    canvas_of = Show(CHANNEL, group_board("canvas", run, where.group))
    return (canvas_of,) if isinstance(fact, f.NoteEdited) else (canvas_of, Show(CHANNEL, step_board(run)))


def _is_ready(_: Session, run: Run, person: PersonId) -> bool:
    return person in run.ready


def _write(session: Session, person: PersonId) -> tuple[str, tuple[str, ...]]:
    group = session.run.group_of(person) if session.run else None
    return ("note", (session.current, group.id)) if group else ("", ())


def compose(session: Session, run: Run, *, live: bool) -> GatherBoard:
    """The channel's card: what the groups do, and how far they are."""
    here = session.here
    working = [group for group in run.groups.values() if group.members]
    return GatherBoard(
        session=session.id,
        step=run.step,
        live=live,
        ends_at=until(session, run, live=live),
        groups=len(working),
        groups_writing=sum(note_count(session, run.step, group.id) > 0 for group in working),
        notes=run.notes,
        ready=sum(one.person in run.ready for one in here),
        here=len(here),
    )


def compose_canvas(session: Session, run: Run, group_id: str, *, live: bool) -> GroupCanvas | None:
    """One group's living canvas."""
    group = run.groups.get(group_id)
    if group is None:
        return None
    live = live and bool(group.members)
    return GroupCanvas(
        session=session.id,
        step=run.step,
        visit=run.visit,
        group_id=group.id,
        group=number(group.id),
        live=live,
        names=tuple(map(session.name, group.members)),
        recorder=session.name(group.recorder),
        ends_at=until(session, run, live=live),
        canvas=canvas(session, run.step, group.id),
        notes=note_count(session, run.step, group.id),
        cells_begun=cells_begun(session, run.step, group.id),
    )


def compose_guide(session: Session, run: Run, group_id: str, *, live: bool) -> Instructions | None:
    """What stands first in a group's thread."""
    group = run.groups.get(group_id)
    if group is None:
        return None
    people = tuple((person, session.name(person)) for person in group.members)
    return Instructions(
        run.step,
        number(group.id),
        people,
        session.name(group.recorder),
        session.minutes(run.step),
        until(session, run, live=live),
    )


GATHER = Activity(
    begin=_begin,
    joined=join_smallest,
    gone=leave,
    regroup=_divide,
    boards=_boards,
    touched=_touched,
    is_ready=_is_ready,
    write=_write,
    timed_work=True,
)
