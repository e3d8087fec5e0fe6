"""`exchange`: pairs take turns by direct message, and each turn reaches the partner (Joo & ja).

Theory of operation. A group has a plan of turns (`dialogs/turns.py`) and is at one of them. Whoever is waited
for and does not show up within `no_show_minutes` is set aside: their pair goes on without them, those left
alone find each other, and the last one alone joins a pair, which becomes a trio. Whoever comes back joins the
smallest group. The same rule (`settle`) runs when the time for showing up has passed, and after that whenever
somebody arrives, leaves or cannot be reached.
"""

from __future__ import annotations

from datetime import timedelta

from content.steps import ExchangeStep
from dialogs import facts as f
from dialogs.activities.activity import Activity, step_board
from dialogs.activities.membership import form, leave, met, present
from dialogs.boards import CHANNEL, Board, direct
from dialogs.draft import Draft
from dialogs.effects import Show
from dialogs.groups import pairs
from dialogs.messages import ExchangeBoard, ExchangeCard, TurnKind
from dialogs.people import PersonId
from dialogs.session import Group, Run, Session, number

PAIR = 2


def no_show_after(session: Session, run: Run) -> timedelta:
    """How long a pair waits for somebody who does not show up."""
    step = session.steps[run.step]
    return timedelta(minutes=step.no_show_minutes if isinstance(step, ExchangeStep) else 0)


# --- who with whom --------------------------------------------------------------------------------


def _begin(draft: Draft) -> None:
    if draft.run.groups:
        people = present(draft.session)
        for group in draft.run.groups.values():
            for person in set(group.members) - set(people):
                leave(draft, person)
        for person in people:
            _join(draft, person)
        _gather_singles(draft)
    else:
        _divide(draft)


def _divide(draft: Draft) -> None:
    session, run = draft.session, draft.run
    people = tuple(one.person for one in session.here if one.reachable) or present(session)
    first = max((number(group) for group in run.groups), default=0) + 1
    form(draft, pairs(people, session.seed + session.visit, met(session)), first=first)


def _join(draft: Draft, person: PersonId) -> None:
    """A late joiner, or somebody who came back.

    A partner who waits alone, else the group that has the most to go.
    """
    run = draft.run
    if run.group_of(person):
        return
    group = min(
        run.groups.values(), key=lambda one: (len(one.members), one.taken, number(one.id)), default=None
    )
    fresh = f"g{max((number(one) for one in run.groups), default=0) + 1}"
    living = group.id if group and group.members else fresh
    draft.accept(f.GroupJoined(at=draft.now, step=run.step, group=living, person=person))


def _gone(draft: Draft, person: PersonId) -> None:
    """Left or not reached: the partner must not wait."""
    run = draft.run
    group = run.group_of(person)
    if group and person not in run.arrived:
        waiting = draft.session.is_here(person)
        draft.accept(f.GroupLeft(at=draft.now, step=run.step, group=group.id, person=person, aside=waiting))
    else:
        leave(draft, person)
    _gather_singles(draft)


def settle(draft: Draft) -> None:
    """The time for showing up has passed.

    Set the missing aside where somebody waits for them, and join those left alone.
    """
    run = draft.run
    for group in run.in_order():
        missing = [one for one in group.members if one not in run.arrived]
        if len(missing) < len(group.members):
            for person in missing:
                draft.accept(
                    f.GroupLeft(at=draft.now, step=run.step, group=group.id, person=person, aside=True)
                )
    _gather_singles(draft)


def _gather_singles(draft: Draft) -> None:
    """Those who wait alone find each other; the last one joins a pair."""
    while (alone := _alone(draft.run)) and (other := _company(draft.run, alone)):
        person = alone.members[0]
        draft.accept(
            f.GroupLeft(at=draft.now, step=draft.run.step, group=alone.id, person=person),
            f.GroupJoined(at=draft.now, step=draft.run.step, group=other.id, person=person),
        )


def _alone(run: Run) -> Group | None:
    singles = [group for group in run.in_order() if len(group.members) == 1]
    return singles[-1] if singles else None


def _company(run: Run, alone: Group) -> Group | None:
    """Where somebody alone goes: to another one alone, else to a pair of people who are there."""
    others = [one for one in run.in_order() if one.id != alone.id and 1 <= len(one.members) <= PAIR]
    return min(
        others,
        key=lambda one: (len(one.members), not run.arrived.issuperset(one.members), one.taken),
        default=None,
    )


def arrive(draft: Draft, person: PersonId) -> None:
    """`person` showed up."""
    run = draft.run
    if person not in run.arrived:
        draft.accept(f.PersonArrived(at=draft.now, step=run.step, person=person))
    if not draft.run.group_of(person):
        _join(draft, person)
        _gather_singles(draft)
    if draft.now >= run.entered_at + no_show_after(draft.session, run):
        settle(draft)


# --- what stands where ----------------------------------------------------------------------------


def _boards(_: Session, run: Run) -> tuple[Show, ...]:
    cards = tuple(
        Show(direct(person), turn_board(run, group)) for group in run.in_order() for person in group.members
    )
    return (Show(CHANNEL, step_board(run)), *cards)


def turn_board(run: Run, group: Group, turn: int | None = None) -> Board:
    """The card of a group's turn (the coming one); each turn has a card of its own, so that it is noticed."""
    return Board("turn", (run.step, str(run.visit), group.id, str(group.taken if turn is None else turn)))


def _touched(session: Session, run: Run, fact: f.FactType) -> tuple[Show, ...]:
    match fact:
        case f.TurnTaken(group=group, turn=turn, person=person):
            return _after_turn(run, run.groups[group], turn, person)
        case f.GroupJoined(group=group) | f.GroupLeft(group=group):
            return (*_of_group(run, run.groups[group]), Show(CHANNEL, step_board(run)))
        case f.PersonArrived(person=person):
            mine = run.group_of(person)
            cards = (Show(direct(person), turn_board(run, mine)),) if mine else ()
            return (*cards, Show(CHANNEL, step_board(run)))
        case f.GroupsFormed() | f.TimeSet():
            return _boards(session, run)
        case _:
            return ()


def _of_group(run: Run, group: Group) -> tuple[Show, ...]:
    return tuple(Show(direct(person), turn_board(run, group)) for person in group.members)


def _after_turn(run: Run, group: Group, turn: int, writer: PersonId) -> tuple[Show, ...]:
    """The others get what was said.

    The writer's card loses its box, and a new one comes when it is their turn again.
    """
    coming = group.coming
    told = tuple(one for one in group.members if one != writer or (coming and coming.by == writer))
    cards = tuple(Show(direct(person), turn_board(run, group)) for person in told)
    return (Show(direct(writer), turn_board(run, group, turn)), *cards, Show(CHANNEL, step_board(run)))


def _is_ready(_: Session, run: Run, person: PersonId) -> bool:
    group = run.group_of(person)
    return group is not None and bool(group.sentences) and group.coming is None


def _write(session: Session, person: PersonId) -> tuple[str, tuple[str, ...]]:
    run = session.run
    group = run.group_of(person) if run else None
    if group and group.coming and group.coming.by == person:
        return ("turn", (session.current, str(group.taken)))
    return ("", ())


def compose(session: Session, run: Run, *, live: bool) -> ExchangeBoard:
    """The channel's card: how the pairs are doing, without names."""
    working = [group for group in run.groups.values() if len(group.members) >= PAIR]
    return ExchangeBoard(
        session=session.id,
        step=run.step,
        live=live,
        ends_at=run.ends_at if live else None,
        pairs=sum(len(group.members) == PAIR for group in working),
        trios=sum(len(group.members) > PAIR for group in working),
        under_way=sum(_under_way(run, group) for group in working),
        done=sum(group.coming is None for group in working),
    )


def _under_way(run: Run, group: Group) -> bool:
    return group.taken > 0 or run.arrived.issuperset(group.members)


def compose_card(
    session: Session, run: Run, reader: PersonId, group_id: str, turn: int, *, live: bool
) -> ExchangeCard | None:
    """One person's card of one turn."""
    group = run.groups.get(group_id)
    if group is None:
        return None
    mine = reader in group.members
    now = live and mine and turn == group.taken
    coming = group.coming if now else None
    said = _said(group, reader, turn, now=now)
    return ExchangeCard(
        session=session.id,
        step=run.step,
        visit=run.visit,
        turn=turn,
        live=now,
        partners=tuple(session.name(one) for one in group.members if one != reader) if mine else (),
        order=tuple(map(session.name, group.members)) if len(group.members) > PAIR else (),
        arrived=reader in run.arrived,
        your_turn=coming is not None and coming.by == reader,
        kind=coming.kind if coming else None,
        about=_about(session, coming),
        turn_of=session.name(coming.by) if coming else "",
        ends_at=run.ends_at if now else None,
        said_by=session.name(group.sentences[said].by) if said is not None else "",
        said_kind=group.sentences[said].kind if said is not None else None,
        text=group.sentences[said].text if said is not None else "",
    )


def _said(group: Group, reader: PersonId, turn: int, *, now: bool) -> int | None:
    """Which turn's words stand on the card: the one before it.

    On the writer's own passed card, what they wrote.
    """
    if not now and turn < group.taken and group.sentences[turn].by == reader:
        return turn
    before = turn - 1
    return before if 0 <= before < group.taken and reader in group.members else None


def _about(session: Session, coming: object) -> str:
    kind, to = getattr(coming, "kind", None), getattr(coming, "to", "")
    return session.name(to) if kind is TurnKind.OPENING else ""


EXCHANGE = Activity(
    begin=_begin,
    joined=_join,
    gone=_gone,
    regroup=_divide,
    boards=_boards,
    touched=_touched,
    is_ready=_is_ready,
    write=_write,
    timed_work=True,
)
