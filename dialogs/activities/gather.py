"""`gather`: notes into the cells of a canvas (pohjan täyttäminen).

Small groups have a canvas each in the channel, with a thread; pairs and people alone have theirs in direct
messages; everybody together has one in the channel. What is written alone may be private for good (`private`)
or until the step is over.
"""

from __future__ import annotations

from content.steps import GatherStep, Reveal, Who
from dialogs import facts as f
from dialogs.activities.activity import Activity, group_board, step_board, until
from dialogs.activities.canvas import canvas, cells_begun, is_private, note_count, only_challenges
from dialogs.activities.membership import chance, come_and_go, form, join_smallest, leave, present
from dialogs.boards import CHANNEL, direct, thread
from dialogs.draft import Draft
from dialogs.effects import Show
from dialogs.groups import pairs, small_groups
from dialogs.messages import Audience, Discuss, GatherBoard, GroupCanvas, Instructions
from dialogs.people import PersonId
from dialogs.session import Group, Run, Session, number
from dialogs.verbs import EVERYBODY

_AUDIENCE = {Who.PAIRS: Audience.GROUP, Who.ALONE: Audience.SELF_NOW}


def gather_step(session: Session, step: str) -> GatherStep:
    """The step, which is known to be of this kind."""
    found = session.steps[step]
    if not isinstance(found, GatherStep):
        message = f"step {step!r} gathers nothing"
        raise TypeError(message)
    return found


def audience(session: Session, step: str) -> Audience:
    """Who sees a canvas of `step` while it is filled in."""
    if is_private(session, step):
        return Audience.SELF
    found = gather_step(session, step)
    if found.who is Who.EVERYBODY and found.reveal is Reveal.END:
        return Audience.HIDDEN
    return _AUDIENCE.get(found.who, Audience.CHANNEL)


def audience_of(session: Session, step: str) -> Audience:
    """Who sees what is written in any step: the channel, wherever nothing else is said."""
    gathers = isinstance(session.steps[step], GatherStep)
    return audience(session, step) if gathers else Audience.CHANNEL


# --- who with whom --------------------------------------------------------------------------------


def _begin(draft: Draft) -> None:
    step = gather_step(draft.session, draft.session.current)
    if step.who is Who.EVERYBODY:
        return
    if draft.run.groups:
        _come_and_go(draft)
    else:
        _divide(draft)


def _come_and_go(draft: Draft) -> None:
    if gather_step(draft.session, draft.session.current).who is not Who.ALONE:
        come_and_go(draft)
        return
    people = present(draft.session)
    for group in draft.run.in_order():
        for person in group.members:
            if person not in people:
                leave(draft, person)
    for person in people:
        _to_own_sheet(draft, person)


def _divide(draft: Draft) -> None:
    """The groups of an earlier step where the content says so; else new ones."""
    session = draft.session
    step = gather_step(session, session.current)
    earlier = session.runs.get(step.same_groups_as)
    if earlier and any(group.members for group in earlier.groups.values()):
        made = tuple(f.GroupMade(group.id, group.members) for group in earlier.in_order() if group.members)
        draft.accept(f.GroupsFormed(at=draft.now, step=step.id, groups=made))
        come_and_go(draft)
    else:
        form(draft, _groups(draft, step))


def _groups(draft: Draft, step: GatherStep) -> tuple[tuple[PersonId, ...], ...]:
    session = draft.session
    people, seed = present(session), chance(session, draft.run)
    if step.who is Who.ALONE:
        return tuple((person,) for person in people)
    if step.who is Who.PAIRS:
        return pairs(people, seed, session.met)
    return small_groups(people, step.group_size.least, step.group_size.most, seed, session.met)


def _regroup(draft: Draft, person: PersonId) -> None:
    """Only people who work together can be divided again; what pairs wrote is for no other pair to see."""
    step = gather_step(draft.session, draft.session.current)
    if step.who is Who.SMALL_GROUPS:
        form(draft, _groups(draft, step), person=person)
    elif step.who is Who.PAIRS:
        form(draft, _groups(draft, step), first=_next_number(draft.run), person=person)


def _next_number(run: Run) -> int:
    return max((number(group) for group in run.groups), default=0) + 1


def _joined(draft: Draft, person: PersonId) -> None:
    match gather_step(draft.session, draft.session.current).who:
        case Who.EVERYBODY:
            return
        case Who.ALONE:
            _to_own_sheet(draft, person)
        case _:
            join_smallest(draft, person)


def _to_own_sheet(draft: Draft, person: PersonId) -> None:
    """The sheet that `person` had, or a new one."""
    run = draft.run
    if run.group_of(person):
        return
    had = next((group.id for group in run.in_order() if person in group.former), "")
    to = had or f"g{_next_number(run)}"
    draft.accept(f.GroupJoined(at=draft.now, step=run.step, group=to, person=person))


# --- what stands where ----------------------------------------------------------------------------


def _boards(session: Session, run: Run) -> tuple[Show, ...]:
    return (Show(CHANNEL, step_board(run)), *_boards_of(session, run, shown(session, run)))


def _boards_of(session: Session, run: Run, groups: tuple[Group, ...]) -> tuple[Show, ...]:
    return tuple(one for group in groups for one in _group_boards(session, run, group))


def shown(session: Session, run: Run) -> tuple[Group, ...]:
    """The groups that have a card: those with members, and those whose notes are left."""
    return tuple(one for one in run.in_order() if one.members or note_count(session, run.step, one.id))


def _group_boards(session: Session, run: Run, group: Group) -> tuple[Show, ...]:
    """A group's cards; in direct messages also those of former members, which are then closed."""
    if audience(session, run.step) is Audience.CHANNEL:
        root = group_board("canvas", run, group.id)
        return Show(CHANNEL, root), Show(thread(root), group_board("guide", run, group.id))
    return _canvas_boards(session, run, group)


def _canvas_boards(session: Session, run: Run, group: Group) -> tuple[Show, ...]:
    board = group_board("canvas", run, group.id)
    if audience(session, run.step) is Audience.CHANNEL:
        return (Show(CHANNEL, board),)
    readers = (*group.members, *sorted(one for one in group.former if one not in group.members))
    return tuple(Show(direct(person), board) for person in readers)


def _touched(session: Session, run: Run, fact: f.FactType) -> tuple[Show, ...]:
    step = Show(CHANNEL, step_board(run))
    match fact:
        case f.NoteWritten() | f.NoteEdited() | f.NoteDeleted():
            return _after_note(session, run, fact)
        case f.GroupsFormed(person=person) if person:
            return (step, *_boards_of(session, run, run.in_order()))
        case f.GroupsFormed() | f.TimeSet():
            return _boards(session, run)
        case f.GroupJoined(group=group) | f.GroupLeft(group=group) | f.RecorderChosen(group=group):
            return (*_group_boards(session, run, run.groups[group]), step)
        case f.PersonReady() | f.PersonJoined() | f.PersonLeft():
            return (step,)
        case _:
            return ()


def _after_note(
    session: Session, run: Run, fact: f.NoteWritten | f.NoteEdited | f.NoteDeleted
) -> tuple[Show, ...]:
    """The canvas that the note is on, and how many there are."""
    where = session.notes.get(fact.note) if isinstance(fact, f.NoteEdited) else fact
    if where is None or where.step != run.step:
        return ()
    group = run.groups.get(where.group)
    canvases = _canvas_boards(session, run, group) if group else ()
    counts = Show(CHANNEL, step_board(run))
    return canvases if isinstance(fact, f.NoteEdited) and canvases else (*canvases, counts)


def _is_ready(_: Session, run: Run, person: PersonId) -> bool:
    return person in run.ready


def _write(session: Session, person: PersonId) -> tuple[str, tuple[str, ...]]:
    run = session.run
    if run is None or gather_step(session, run.step).who is Who.EVERYBODY:
        return ("note", (session.current, EVERYBODY))
    group = run.group_of(person)
    return ("note", (session.current, group.id)) if group else ("", ())


def compose(session: Session, run: Run, *, live: bool) -> GatherBoard | Discuss:
    """The channel's card: what the groups do and how far they are, or everybody's joint canvas."""
    step, here = gather_step(session, run.step), session.here
    ready, ends_at = sum(one.person in run.ready for one in here), until(session, run, live=live)
    if step.who is Who.EVERYBODY:
        seen_by = audience(session, run.step)
        hidden = session.live(run.step) and seen_by is Audience.HIDDEN
        kept = canvas(session, run.step, "", hidden=hidden)
        count = run.notes if hidden else 0
        ahead = live and only_challenges(session, run.step)
        return Discuss(
            session.id, run.step, run.visit, live, ends_at, kept, ready, len(here), count, seen_by, ahead
        )
    working = [group for group in run.groups.values() if group.members]
    return GatherBoard(
        session=session.id,
        step=run.step,
        live=live,
        ends_at=ends_at,
        groups=len(working),
        groups_writing=sum(note_count(session, run.step, group.id) > 0 for group in working),
        notes=run.notes,
        ready=ready,
        here=len(here),
        audience=audience(session, run.step),
        only_challenges=live and only_challenges(session, run.step),
    )


def compose_canvas(
    session: Session, run: Run, group_id: str, reader: PersonId, *, live: bool
) -> GroupCanvas | None:
    """One group's living canvas. What is not for the channel is only for those who write it."""
    group = run.groups.get(group_id)
    if group is None or bool(reader) == (audience(session, run.step) is Audience.CHANNEL):
        return None
    readers = _readers(session, run, group)
    if reader and reader not in (*readers, *group.former):
        return None
    inside, live = not reader or reader in readers, live and bool(group.members)
    return GroupCanvas(
        session=session.id,
        step=run.step,
        visit=run.visit,
        group_id=group.id,
        group=number(group.id),
        live=live and inside,
        names=tuple(map(session.name, readers if reader else group.members)) if inside else (),
        recorder=session.name(group.recorder),
        ends_at=until(session, run, live=live and inside),
        canvas=canvas(session, run.step, group.id, hidden=not inside),
        notes=note_count(session, run.step, group.id) if inside else 0,
        cells_begun=cells_begun(session, run.step, group.id) if inside else 0,
        audience=audience(session, run.step),
    )


def _readers(session: Session, run: Run, group: Group) -> tuple[PersonId, ...]:
    """Those who may read a canvas of few: its members; a sheet of one's own also after one has left."""
    alone = gather_step(session, run.step).who is Who.ALONE
    return group.members or (tuple(group.former) if alone else ())


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
    joined=_joined,
    gone=leave,
    regroup=_regroup,
    boards=_boards,
    touched=_touched,
    is_ready=_is_ready,
    write=_write,
    timed_work=True,
)
