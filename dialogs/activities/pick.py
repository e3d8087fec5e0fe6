"""`pick`: a few of many (nostot).

Each group from its notes, each person from their own, or everybody with dots.

Can be changed until the step is left. Tallies of dots are hidden until then; how many have voted is shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from content.steps import By, PickStep, RotateStep
from dialogs import facts as f
from dialogs.activities.activity import Activity, group_board, step_board
from dialogs.activities.canvas import all_notes, cell_ids, is_private, notes_of
from dialogs.activities.membership import come_and_go, join_smallest, leave
from dialogs.boards import CHANNEL
from dialogs.draft import Draft
from dialogs.effects import Show
from dialogs.messages import GroupPicks, PickBoard, PickView
from dialogs.people import PersonId
from dialogs.session import Group, Note, Run, Session, number
from dialogs.verbs import EVERYBODY


def pick_step(session: Session, step: str) -> PickStep:
    """The step, which is known to be one of picks."""
    found = session.steps[step]
    if not isinstance(found, PickStep):
        message = f"step {step!r} is not for picking"
        raise TypeError(message)
    return found


# --- what can be chosen ---------------------------------------------------------------------------


def candidates(session: Session, step: PickStep, group: str, person: PersonId) -> tuple[Note, ...]:
    """The notes that a group (or a person) may choose from, cell by cell."""
    source = session.steps[step.notes_of]
    if isinstance(source, PickStep):
        return tuple(dict.fromkeys(chosen(session, source.id)))
    cells = cell_ids(session, source.id)
    if step.by is By.GROUP and not isinstance(source, RotateStep):
        return tuple(note for cell in cells for note in session.notes_in(source.id, group, cell))
    if step.by is By.GROUP:
        cells = _home_station(cells, group)
    notes = (note for cell in cells for note in all_notes(session, source.id, cell))
    return tuple(note for note in notes if step.by is not By.PERSON or note.author == person)


def _home_station(stations: tuple[str, ...], group: str) -> tuple[str, ...]:
    """The station that a group began at: the first group's is the first."""
    index = number(group) - 1
    return (stations[index % len(stations)],) if index >= 0 else stations


def chosen(session: Session, step: str) -> tuple[Note, ...]:
    """Every note that was chosen in `step`, once for each that chose it; notes that are gone fall away."""
    run = session.runs.get(step)
    if run is None:
        return ()
    keys = (*(group.id for group in run.in_order()), *sorted(set(run.picks) - set(run.groups)))
    notes = (session.notes.get(one) for key in keys for one in run.picks.get(key, ()))
    return tuple(note for note in notes if note)


def picked(session: Session, step: str) -> tuple[PickView, ...]:
    """What was brought up in `step`.

    Group by group, cell by cell for people's own, the most wanted first for dots.
    """
    found, run = session.steps[step], session.runs.get(step)
    if not isinstance(found, PickStep) or run is None:
        return ()
    if found.by is By.GROUP:
        return tuple(view for group in run.in_order() for view in of_group(session, run, group))
    counted = Counter(chosen(session, step))
    notes = [note for note, _ in counted.most_common(found.carry or None)]
    if found.by is By.PERSON:
        order = cell_ids(session, notes_of(session, found))
        notes = sorted(notes, key=lambda note: (order.index(note.cell), note.text))
        return tuple(PickView(note.cell, note.text, 0) for note in notes)
    return tuple(PickView(note.cell, note.text, 0, counted[note]) for note in notes)


def of_group(session: Session, run: Run, group: Group) -> tuple[PickView, ...]:
    """What one group brought up."""
    notes = (session.notes.get(one) for one in run.picks.get(group.id, ()))
    return tuple(PickView(note.cell, note.text, number(group.id)) for note in notes if note)


# --- the activity ---------------------------------------------------------------------------------


def _begin(draft: Draft) -> None:
    """The groups are those that wrote the notes; everybody else finds a group."""
    session = draft.session
    step = pick_step(session, session.current)
    if step.by is not By.GROUP:
        return
    if not draft.run.groups:
        wrote = session.runs.get(step.notes_of)
        groups = wrote.in_order() if wrote else ()
        made = tuple(f.GroupMade(group.id, group.members) for group in groups)
        draft.accept(f.GroupsFormed(at=draft.now, step=step.id, groups=made))
    come_and_go(draft)


def _joined(draft: Draft, person: PersonId) -> None:
    if pick_step(draft.session, draft.session.current).by is By.GROUP:
        join_smallest(draft, person)


def _boards(_: Session, run: Run) -> tuple[Show, ...]:
    cards = (Show(CHANNEL, group_board("picks", run, group.id)) for group in run.in_order())
    return (Show(CHANNEL, step_board(run)), *cards)


def _touched(session: Session, run: Run, fact: f.FactType) -> tuple[Show, ...]:
    step = Show(CHANNEL, step_board(run))
    match fact:
        case f.NotesPicked(group="") | f.PersonReady():
            return (step,)
        case f.NotesPicked(group=group) | f.GroupJoined(group=group) | f.GroupLeft(group=group):
            return Show(CHANNEL, group_board("picks", run, group)), step
        case f.GroupsFormed() | f.TimeSet():
            return _boards(session, run)
        case _:
            return ()


def _is_ready(session: Session, run: Run, person: PersonId) -> bool:
    if pick_step(session, run.step).by is not By.GROUP:
        return person in run.picks or person in run.ready
    group = run.group_of(person)
    return group is not None and bool(run.picks.get(group.id))


def _write(session: Session, person: PersonId) -> tuple[str, tuple[str, ...]]:
    run = session.run
    if run is None or pick_step(session, run.step).by is not By.GROUP:
        return ("pick", (session.current, EVERYBODY))
    group = run.group_of(person)
    return ("pick", (session.current, group.id)) if group else ("", ())


def compose(session: Session, run: Run, *, live: bool) -> PickBoard:
    """The channel's card."""
    step, here = pick_step(session, run.step), session.here
    groups = [group for group in run.groups.values() if group.members]
    together = step.by is not By.GROUP
    return PickBoard(
        session=session.id,
        step=run.step,
        notes_of=notes_of(session, step),
        live=live,
        ends_at=run.ends_at if live else None,
        budget=step.budget,
        groups=len(groups),
        groups_done=sum(bool(run.picks.get(group.id)) for group in groups),
        by=step.by,
        voters=_voters(run, (one.person for one in here)) if together else 0,
        here=len(here),
        tally=picked(session, run.step) if together and not live else (),
        private=is_private(session, notes_of(session, step)),
    )


def _voters(run: Run, people: Iterable[PersonId]) -> int:
    return sum(bool(run.picks.get(person)) for person in people)


def compose_group(session: Session, run: Run, group_id: str, *, live: bool) -> GroupPicks | None:
    """One group's card."""
    group = run.groups.get(group_id)
    if group is None:
        return None
    step = pick_step(session, run.step)
    return GroupPicks(
        session=session.id,
        step=run.step,
        notes_of=notes_of(session, step),
        visit=run.visit,
        group_id=group.id,
        group=number(group.id),
        live=live,
        names=tuple(map(session.name, group.members)),
        budget=step.budget,
        notes=len(candidates(session, step, group.id, "")),
        picks=of_group(session, run, group),
    )


PICK = Activity(
    begin=_begin,
    joined=_joined,
    gone=leave,
    boards=_boards,
    touched=_touched,
    is_ready=_is_ready,
    write=_write,
    timed_work=True,
)
