"""`gather`: notes into the cells of a canvas (pohjan täyttäminen).

Small groups have a canvas each in the channel, with a thread; pairs and people alone have theirs in direct
messages; everybody together has one in the channel. What is written alone may be private for good (`private`)
or until the step is over.
"""

from __future__ import annotations

from content.steps import GatherStep, Reveal, Who
from dialogs import facts as f
from dialogs.activities.activity import Activity, group_board, step_board
from dialogs.activities.canvas import canvas, cells_begun, is_private, note_count
from dialogs.activities.membership import come_and_go, form, join_smallest, leave, met, present
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
    return _AUDIENCE.get(gather_step(session, step).who, Audience.CHANNEL)


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
    if gather_step(draft.session, draft.session.current).who is Who.ALONE:
        for person in present(draft.session):
            _joined(draft, person)
    else:
        come_and_go(draft)


def _divide(draft: Draft) -> None:
    session = draft.session
    step = gather_step(session, session.current)
    earlier = session.runs.get(step.same_groups_as)
    if earlier and earlier.groups and not draft.run.groups:
        made = tuple(f.GroupMade(group.id, group.members) for group in earlier.in_order() if group.members)
        draft.accept(f.GroupsFormed(at=draft.now, step=step.id, groups=made))
        come_and_go(draft)
    else:
        form(draft, _groups(session, step))


def _groups(session: Session, step: GatherStep) -> tuple[tuple[PersonId, ...], ...]:
    people, seed = present(session), session.seed + session.visit
    if step.who is Who.ALONE:
        return tuple((person,) for person in people)
    if step.who is Who.PAIRS:
        return pairs(people, seed, met(session))
    size = step.group_size
    return small_groups(people, size.least, size.most, seed, met(session))


def _regroup(draft: Draft) -> None:
    """Only people who work together can be divided again."""
    if gather_step(draft.session, draft.session.current).who in (Who.SMALL_GROUPS, Who.PAIRS):
        form(draft, _groups(draft.session, gather_step(draft.session, draft.session.current)))


def _joined(draft: Draft, person: PersonId) -> None:
    match gather_step(draft.session, draft.session.current).who:
        case Who.EVERYBODY:
            return
        case Who.ALONE if not draft.run.group_of(person):
            fresh = f"g{max((number(group) for group in draft.run.groups), default=0) + 1}"
            draft.accept(f.GroupJoined(at=draft.now, step=draft.run.step, group=fresh, person=person))
        case Who.ALONE:
            return
        case _:
            join_smallest(draft, person)


def _gone(draft: Draft, person: PersonId) -> None:
    """A person's own sheet stays theirs; a group goes on without them."""
    if gather_step(draft.session, draft.session.current).who is not Who.ALONE:
        leave(draft, person)


# --- what stands where ----------------------------------------------------------------------------


def _boards(session: Session, run: Run) -> tuple[Show, ...]:
    groups = tuple(one for group in run.in_order() for one in _group_boards(session, run, group))
    return (Show(CHANNEL, step_board(run)), *groups)


def _group_boards(session: Session, run: Run, group: Group) -> tuple[Show, ...]:
    root = group_board("canvas", run, group.id)
    if audience(session, run.step) is Audience.CHANNEL:
        return Show(CHANNEL, root), Show(thread(root), group_board("guide", run, group.id))
    return tuple(Show(direct(person), root) for person in group.members)


def _canvas(session: Session, run: Run, group_id: str) -> tuple[Show, ...]:
    group = run.groups.get(group_id)
    if group is None:
        return ()
    return (
        _group_boards(session, run, group)[:1]
        if audience(session, run.step) is Audience.CHANNEL
        else (_group_boards(session, run, group))
    )


def _touched(session: Session, run: Run, fact: f.FactType) -> tuple[Show, ...]:
    step = Show(CHANNEL, step_board(run))
    match fact:
        case f.NoteWritten(group=group):
            return (*_canvas(session, run, group), step)
        case f.NoteEdited(note=note):
            return _canvas(session, run, session.notes[note].group) or (step,)
        case f.NoteDeleted() | f.GroupsFormed() | f.TimeSet():
            return _boards(session, run)
        case f.GroupJoined(group=group) | f.GroupLeft(group=group) | f.RecorderChosen(group=group):
            return _group_boards(session, run, run.groups[group])
        case f.PersonReady():
            return (step,)
        case _:
            return ()


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
    ready, ends_at = sum(one.person in run.ready for one in here), run.ends_at if live else None
    if step.who is Who.EVERYBODY:
        hidden = live and step.reveal is Reveal.END
        shown = canvas(session, run.step, "", hidden=hidden)
        count = run.notes if hidden else 0
        return Discuss(session.id, run.step, run.visit, live, ends_at, shown, ready, len(here), count)
    groups = [group for group in run.groups.values() if group.members]
    return GatherBoard(
        session=session.id,
        step=run.step,
        live=live,
        ends_at=ends_at,
        groups=len(groups),
        groups_writing=sum(note_count(session, run.step, group.id) > 0 for group in groups),
        notes=run.notes,
        ready=ready,
        here=len(here),
        audience=audience(session, run.step),
    )


def compose_canvas(
    session: Session, run: Run, group_id: str, reader: PersonId, *, live: bool
) -> GroupCanvas | None:
    """One group's living canvas; in direct messages only for its members."""
    group = run.groups.get(group_id)
    if group is None or (reader and reader not in group.members):
        return None
    return GroupCanvas(
        session=session.id,
        step=run.step,
        visit=run.visit,
        group_id=group.id,
        group=number(group.id),
        live=live,
        names=tuple(map(session.name, group.members)),
        recorder=session.name(group.recorder),
        ends_at=run.ends_at if live else None,
        canvas=canvas(session, run.step, group.id),
        notes=note_count(session, run.step, group.id),
        cells_begun=cells_begun(session, run.step, group.id),
        audience=audience(session, run.step),
    )


def compose_guide(session: Session, run: Run, group_id: str) -> Instructions | None:
    """What stands first in a group's thread."""
    group = run.groups.get(group_id)
    if group is None:
        return None
    people = tuple((person, session.name(person)) for person in group.members)
    recorder = session.name(group.recorder)
    return Instructions(run.step, number(group.id), people, recorder, session.minutes(run.step), run.ends_at)


GATHER = Activity(
    begin=_begin,
    joined=_joined,
    gone=_gone,
    regroup=_regroup,
    boards=_boards,
    touched=_touched,
    is_ready=_is_ready,
    write=_write,
    timed_work=True,
)
