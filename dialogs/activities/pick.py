"""`pick`: a few of many (nostot).

Each group from its notes, each person from their own, or everybody with dots.

Can be changed until the step is left. Tallies of dots are hidden until then; how many have voted is shown.
What people wrote for themselves alone (`private`) can only be brought up by themselves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from content.steps import By, GatherStep, MergeStep, PickStep, RotateStep, Step, ThemeStep
from dialogs import facts as f
from dialogs.activities.activity import Activity, group_board, step_board, until
from dialogs.activities.canvas import all_notes, cell_ids, is_private, note_count, notes_of
from dialogs.activities.gather import shown
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
    match session.steps[step.notes_of]:
        case GatherStep(private=True) if step.by is not By.PERSON:
            return ()
        case PickStep() | MergeStep() | ThemeStep() as later:
            return _handed_on(session, later)
        case RotateStep() as source if step.by is By.GROUP:
            return _at_home(session, step, source, group)
        case source if step.by is By.GROUP:
            return _all(session, source.id, (group,))
        case source:
            notes = _all(session, source.id)
            return tuple(note for note in notes if step.by is not By.PERSON or note.author == person)


def _handed_on(session: Session, source: PickStep | MergeStep | ThemeStep) -> tuple[Note, ...]:
    """What an earlier step has made of its notes, each once."""
    match source:
        case PickStep():
            return tuple(dict.fromkeys(carried(session, source.id)))
        case MergeStep(picks_of=earlier):
            return (*dict.fromkeys(carried(session, earlier)), *_all(session, source.id, ("",)))
        case ThemeStep(notes_of=earlier):
            return _all(session, earlier)


def _all(session: Session, step: str, groups: Iterable[str] | None = None) -> tuple[Note, ...]:
    """The notes of a step, cell by cell: of these groups, or of all."""
    if groups is None:
        return tuple(note for cell in cell_ids(session, step) for note in all_notes(session, step, cell))
    return tuple(
        note
        for cell in cell_ids(session, step)
        for group in groups
        for note in session.notes_in(step, group, cell)
    )


def _at_home(session: Session, step: PickStep, source: RotateStep, group: str) -> tuple[Note, ...]:
    """What everybody wrote at the station (or stations) that a group answers for."""
    run = session.runs.get(step.id)
    working = [number(one.id) for one in run.in_order() if one.members] if run else []
    cells = (
        cell
        for index, cell in enumerate(source.stations)
        if _keeper(index, working) == number(group) and working
    )
    return tuple(note for cell in cells for note in all_notes(session, source.id, cell))


def _keeper(station: int, working: list[int]) -> int:
    """The group that began at a station; when nobody is left in it, another one, so that nothing is lost."""
    home = station + 1
    return home if home in working or not working else working[station % len(working)]


def chosen(session: Session, step: str) -> tuple[Note, ...]:
    """Every note that was chosen in `step`, once for each that chose it; notes that are gone fall away.

    A choice stands also when whoever made it has left since: it was made as one of us. What an earlier step
    no longer hands on does not count until it is handed on again.
    """
    run = session.runs.get(step)
    if run is None:
        return ()
    keys = (*(group.id for group in run.in_order()), *sorted(set(run.picks) - set(run.groups)))
    offered = _offered_still(session, step)
    notes = (session.notes.get(one) for key in keys for one in run.picks.get(key, ()))
    return tuple(note for note in notes if note and (offered is None or note.id in offered))


def _offered_still(session: Session, step: str) -> frozenset[str] | None:
    """What an earlier step of choosing hands on now; None where people choose from what was written."""
    source = session.steps[pick_step(session, step).notes_of]
    if not isinstance(source, PickStep | MergeStep):
        return None
    return frozenset(note.id for note in _handed_on(session, source))


def _has_chosen(session: Session, run: Run, person: PersonId) -> bool:
    """Whether anything that `person` chose for themselves, or gave dots to, still counts."""
    offered, picks = _offered_still(session, run.step), run.picks.get(person, ())
    return any(one in session.notes and (offered is None or one in offered) for one in picks)


def carried(session: Session, step: str) -> tuple[Note, ...]:
    """What goes on from `step`: of dots only the most wanted, where the content says how many.

    What people choose for themselves, or with dots, stays hidden until the step is over.
    """
    found, notes = pick_step(session, step), chosen(session, step)
    if found.by is not By.GROUP and session.live(step):
        return ()
    if found.by is not By.EVERYBODY:
        return notes
    wanted = _most_wanted(notes)[: found.carry or None]
    return tuple(note for note in wanted for _ in range(notes.count(note)))


def _most_wanted(notes: tuple[Note, ...]) -> list[Note]:
    """Each note once, the most wanted first; of equals the one that was written first."""
    votes = Counter(note.id for note in notes)
    return sorted(dict.fromkeys(notes), key=lambda note: (-votes[note.id], note.at, note.id))


def picked(session: Session, step: str) -> tuple[PickView, ...]:
    """What was brought up in `step`.

    Group by group, cell by cell for people's own, the most wanted first for dots.
    """
    found, run = session.steps[step], session.runs.get(step)
    if not isinstance(found, PickStep) or run is None:
        return ()
    if found.by is By.GROUP:
        return tuple(view for group in run.in_order() for view in of_group(session, run, group))
    notes = carried(session, step)
    if found.by is By.PERSON:
        return tuple(PickView(note.cell, note.text, 0) for note in _by_cell(session, found, notes))
    votes = Counter(note.id for note in notes)
    return tuple(PickView(note.cell, note.text, 0, votes[note.id]) for note in dict.fromkeys(notes))


def _by_cell(session: Session, step: Step, notes: tuple[Note, ...]) -> list[Note]:
    """In an order that says nothing of who wrote them."""
    order = {cell: index for index, cell in enumerate(cell_ids(session, notes_of(session, step)))}
    return sorted(dict.fromkeys(notes), key=lambda note: (order.get(note.cell, len(order)), note.text))


def brought_up(session: Session) -> tuple[str, ...]:
    """The steps in which something was brought up, in the order of the workshop."""
    return tuple(
        step.id for step in session.workshop.steps if step.kind == "pick" and picked(session, step.id)
    )


def of_group(session: Session, run: Run, group: Group) -> tuple[PickView, ...]:
    """What one group brought up."""
    notes = (session.notes.get(one) for one in run.picks.get(group.id, ()))
    return tuple(PickView(note.cell, note.text, number(group.id)) for note in notes if note)


# --- the activity ---------------------------------------------------------------------------------


def _begin(draft: Draft) -> None:
    """The groups are those that wrote the notes, as they are now; everybody else finds a group."""
    session = draft.session
    step = pick_step(session, session.current)
    if step.by is not By.GROUP:
        return
    wrote = session.runs.get(step.notes_of)
    if wrote:
        made = tuple(f.GroupMade(group.id, _recorder_first(group)) for group in shown(session, wrote))
        draft.accept(f.GroupsFormed(at=draft.now, step=step.id, groups=made))
    come_and_go(draft)


def _recorder_first(group: Group) -> tuple[PersonId, ...]:
    return tuple(sorted(group.members, key=lambda person: person != group.recorder))


def _joined(draft: Draft, person: PersonId) -> None:
    if pick_step(draft.session, draft.session.current).by is By.GROUP:
        join_smallest(draft, person)


def _boards(session: Session, run: Run) -> tuple[Show, ...]:
    source = pick_step(session, run.step).notes_of
    groups = (one.id for one in run.in_order() if one.members or note_count(session, source, one.id))
    return (Show(CHANNEL, step_board(run)), *(_group_board(run, group) for group in groups))


def _group_board(run: Run, group: str) -> Show:
    return Show(CHANNEL, group_board("picks", run, group))


def _touched(session: Session, run: Run, fact: f.FactType) -> tuple[Show, ...]:
    step = Show(CHANNEL, step_board(run))
    match fact:
        case f.NotesPicked(step=of) if of != run.step:
            return _boards(session, run) if of == pick_step(session, run.step).notes_of else ()
        case f.NotesPicked(group="") | f.PersonReady() | f.PersonJoined() | f.PersonLeft():
            return (step,)
        case f.NotesPicked(group=group) | f.GroupJoined(group=group) | f.GroupLeft(group=group):
            return _group_board(run, group), step
        case f.GroupsFormed() | f.TimeSet():
            return _boards(session, run)
        case _:
            return _noted(session, run, fact)


def _noted(session: Session, run: Run, fact: f.FactType) -> tuple[Show, ...]:
    match fact:
        case f.NoteWritten() | f.NoteDeleted() if session.live(run.step):
            # A late note is one more to choose from; with one that goes, a group may have no pick left.
            return _boards(session, run)
        case f.NoteEdited(note=note) | f.NoteDeleted(note=note):
            return _with_note(run, note)
        case _:
            return ()


def _with_note(run: Run, note: str) -> tuple[Show, ...]:
    """The cards on which a note stands that was changed or taken away."""
    found = [key for key, notes in run.picks.items() if note in notes]
    cards = tuple(_group_board(run, key) for key in found if key in run.groups)
    return (*cards, Show(CHANNEL, step_board(run))) if found else ()


def _is_ready(session: Session, run: Run, person: PersonId) -> bool:
    """Whoever has nothing to choose from is not waited for."""
    step = pick_step(session, run.step)
    if step.by is not By.GROUP:
        chose = _has_chosen(session, run, person) or person in run.ready
        return chose or not _has_choice(session, step, person)
    group = run.group_of(person)
    return group is not None and _is_done(session, run, group)


def _has_choice(session: Session, step: PickStep, person: PersonId) -> bool:
    """Whether there is anything for `person` to choose; told without going through every note for each."""
    source = session.steps[step.notes_of]
    if isinstance(source, PickStep | MergeStep | ThemeStep) or step.by is By.PERSON:
        return bool(candidates(session, step, "", person))
    run = session.runs.get(source.id)
    return run is not None and run.notes > 0


def _is_done(session: Session, run: Run, group: Group) -> bool:
    """Whether a group has brought something up, or has nothing to bring up."""
    step = pick_step(session, run.step)
    return bool(of_group(session, run, group)) or not candidates(session, step, group.id, "")


def _write(session: Session, person: PersonId) -> tuple[str, tuple[str, ...]]:
    run = session.run
    if run is None or pick_step(session, run.step).by is not By.GROUP:
        return ("pick", (session.current, EVERYBODY))
    group = run.group_of(person)
    return ("pick", (session.current, group.id)) if group else ("", ())


def compose(session: Session, run: Run, *, live: bool) -> PickBoard:
    """The channel's card."""
    step, here = pick_step(session, run.step), session.here
    choosing = [group for group in run.groups.values() if _may_choose(session, step, group)]
    together = step.by is not By.GROUP
    voters = {person for person in run.picks if _has_chosen(session, run, person)} if together else set()
    return PickBoard(
        session=session.id,
        step=run.step,
        notes_of=notes_of(session, step),
        live=live,
        ends_at=until(session, run, live=live),
        budget=step.budget,
        groups=len(choosing),
        groups_done=sum(bool(of_group(session, run, group)) for group in choosing),
        by=step.by,
        voters=len(voters),
        here=len(voters | {one.person for one in here}),
        tally=picked(session, run.step) if together and not live else (),
        private=is_private(session, notes_of(session, step)),
    )


def _may_choose(session: Session, step: PickStep, group: Group) -> bool:
    return bool(group.members) and bool(candidates(session, step, group.id, ""))


def compose_group(session: Session, run: Run, group_id: str, *, live: bool) -> GroupPicks | None:
    """One group's card."""
    group = run.groups.get(group_id)
    if group is None:
        return None
    step = pick_step(session, run.step)
    notes = len(candidates(session, step, group.id, ""))
    return GroupPicks(
        session=session.id,
        step=run.step,
        notes_of=notes_of(session, step),
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
    joined=_joined,
    gone=leave,
    boards=_boards,
    touched=_touched,
    is_ready=_is_ready,
    write=_write,
    timed_work=True,
)
