"""`exchange`: pairs take turns by direct message, and each turn reaches the partner (Joo & ja).

Theory of operation. A group has a plan of turns (`dialogs/turns.py`) and is at one of them. Whoever is waited
for and does not show up within `no_show_minutes` is set aside: their pair goes on without them, those left
alone find each other, and the last one alone joins a pair, which becomes a trio. Whoever comes back joins the
smallest group. The same rule (`settle`) runs when somebody's time for showing up has passed, and whenever
somebody arrives, joins, leaves or cannot be reached.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from content.steps import ExchangeStep
from dialogs import facts as f
from dialogs.activities.activity import Activity, step_board, until
from dialogs.activities.membership import chance, form, leave, present, smallest
from dialogs.boards import CHANNEL, Board, direct
from dialogs.draft import Draft
from dialogs.effects import Show
from dialogs.groups import pairs
from dialogs.messages import ExchangeBoard, ExchangeCard, TurnKind
from dialogs.people import PersonId
from dialogs.session import Group, Run, Session, number
from dialogs.turns import Sentence
from dialogs.worktime import deadline

PAIR = 2


def no_show_at(session: Session, run: Run, since: datetime) -> datetime | None:
    """Until when (UTC) a pair waits for somebody put into it `since`; None where nobody is waited for.

    Over days, a working day: nobody is set aside for a weekend.
    """
    step = session.steps[run.step]
    if not isinstance(step, ExchangeStep):
        return None
    return (
        deadline(since, session.zone, 1) if session.slow else since + timedelta(minutes=step.no_show_minutes)
    )


def awaited(run: Run) -> tuple[PersonId, ...]:
    """Those in groups who have not shown up."""
    return tuple(one for group in run.in_order() for one in group.members if one not in run.arrived)


# --- who with whom --------------------------------------------------------------------------------


def _begin(draft: Draft) -> None:
    if not draft.run.groups:
        _divide(draft)
        return
    people = _to_pair(draft.session)
    for group in draft.run.in_order():
        for person in group.members:
            if person not in people:
                leave(draft, person)
    for person in people:
        _join(draft, person)
    settle(draft)


def _to_pair(session: Session) -> tuple[PersonId, ...]:
    """Those who can be reached; everybody when nobody can."""
    return tuple(one.person for one in session.here if one.reachable) or present(session)


def _divide(draft: Draft, person: PersonId = "") -> None:
    session, run = draft.session, draft.run
    first = max((number(group) for group in run.groups), default=0) + 1
    made = pairs(_to_pair(session), chance(session, run), session.met)
    form(draft, made, first=first, person=person)


def _joined(draft: Draft, person: PersonId) -> None:
    """A late joiner, or somebody who came back."""
    _join(draft, person)
    settle(draft)


def _join(draft: Draft, person: PersonId) -> None:
    """Into the smallest group, of equals the one that has the most to go; a new one when there is none."""
    run = draft.run
    if run.group_of(person):
        return
    group = smallest(run)
    fresh = f"g{max((number(one) for one in run.groups), default=0) + 1}"
    to = group.id if group else fresh
    draft.accept(f.GroupJoined(at=draft.now, step=run.step, group=to, person=person))


def _gone(draft: Draft, person: PersonId) -> None:
    """Left or not reached: the partner must not wait."""
    waiting = draft.session.is_here(person) and person not in draft.run.arrived
    leave(draft, person, aside=waiting)
    settle(draft)


def settle(draft: Draft) -> None:
    """Set those aside who have not shown up in time where somebody waits for them; join those left alone."""
    _gather_singles(draft)
    while missing := _missing(draft):
        for person in missing:
            leave(draft, person, aside=True)
        _gather_singles(draft)


def _missing(draft: Draft) -> tuple[PersonId, ...]:
    """Those whose time has passed, in groups in which somebody has shown up."""
    run = draft.run
    return tuple(
        one
        for group in run.in_order()
        if not run.arrived.isdisjoint(group.members)
        for one in group.members
        if one not in run.arrived and _too_late(draft.session, run, one, draft.now)
    )


def _too_late(session: Session, run: Run, person: PersonId, now: datetime) -> bool:
    """Whether `person` has had time to show up. In a break nobody's time passes."""
    since = run.active_since
    if since is None:
        return False
    until_then = no_show_at(session, run, max(since, run.placed.get(person, since)))
    return until_then is not None and now >= until_then


def _gather_singles(draft: Draft) -> None:
    """Those who wait alone find each other; the last one joins a pair."""
    while (alone := _alone(draft.run)) and (other := _company(draft.run, alone)):
        person = alone.members[0]
        leave(draft, person)
        draft.accept(f.GroupJoined(at=draft.now, step=draft.run.step, group=other.id, person=person))


def _alone(run: Run) -> Group | None:
    singles = [group for group in run.in_order() if len(group.members) == 1]
    return singles[-1] if singles else None


def _company(run: Run, alone: Group) -> Group | None:
    """Where somebody alone goes: to another one alone, else to the smallest group of people who are there."""
    others = [one for one in run.in_order() if one.id != alone.id and one.members]
    return min(
        others,
        key=lambda one: (run.arrived.isdisjoint(one.members) and bool(run.arrived), *_size(run, one)),
        default=None,
    )


def _size(run: Run, group: Group) -> tuple[int, bool, int, int]:
    all_there = run.arrived.issuperset(group.members)
    return (len(group.members), not all_there, group.taken, number(group.id))


def arrive(draft: Draft, person: PersonId) -> None:
    """`person` showed up."""
    run = draft.run
    if person not in run.arrived:
        draft.accept(f.PersonArrived(at=draft.now, step=run.step, person=person))
    _joined(draft, person)


# --- what stands where ----------------------------------------------------------------------------


def _boards(_: Session, run: Run) -> tuple[Show, ...]:
    cards = (card for group in run.in_order() for card in _of_group(run, group))
    return (Show(CHANNEL, step_board(run)), *cards)


def turn_board(run: Run, group: Group, turn: int | None = None) -> Board:
    """The card of a group's turn (the coming one); each turn has a card of its own, so that it is noticed."""
    return Board("turn", (run.step, str(run.visit), group.id, str(group.taken if turn is None else turn)))


def _touched(session: Session, run: Run, fact: f.FactType) -> tuple[Show, ...]:
    match fact:
        case f.TurnTaken(group=group, turn=turn, person=person):
            return _after_turn(run, run.groups[group], turn, person)
        case f.GroupJoined(group=group):
            return (*_of_group(run, run.groups[group]), Show(CHANNEL, step_board(run)))
        case f.GroupLeft(group=group, person=person):
            left = _of_former(run, run.groups[group], person)
            return (*left, *_of_group(run, run.groups[group]), Show(CHANNEL, step_board(run)))
        case f.PersonArrived(person=person):
            mine = run.group_of(person)
            cards = (Show(direct(person), turn_board(run, mine, mine.standing(person))),) if mine else ()
            return (*cards, Show(CHANNEL, step_board(run)))
        case f.GroupsFormed() | f.TimeSet():
            emptied = _of_emptied(session, run) if isinstance(fact, f.GroupsFormed) else ()
            return (*emptied, *_boards(session, run))
        case _:
            return ()


def _of_group(run: Run, group: Group) -> tuple[Show, ...]:
    """Each member's newest card."""
    return tuple(
        Show(direct(person), turn_board(run, group, group.standing(person))) for person in group.members
    )


def _of_former(run: Run, group: Group, person: PersonId) -> tuple[Show, ...]:
    """The newest card that somebody had in a group that they are no longer in."""
    if person in group.members:
        return ()
    return (Show(direct(person), turn_board(run, group, group.former[person])),)


def _of_emptied(session: Session, run: Run) -> tuple[Show, ...]:
    """The cards of pairs that were divided again."""
    return tuple(
        show
        for group in run.in_order()
        if not group.members
        for person in sorted(group.former)
        if session.is_here(person)
        for show in _of_former(run, group, person)
    )


def _after_turn(run: Run, group: Group, turn: int, writer: PersonId) -> tuple[Show, ...]:
    """The others get what was said.

    The writer's card loses its box, and a new one comes when it is their turn again.
    """
    passed = Show(direct(writer), turn_board(run, group, turn))
    return (passed, *_of_group(run, group), Show(CHANNEL, step_board(run)))


def _is_ready(_: Session, run: Run, person: PersonId) -> bool:
    group = run.group_of(person)
    return group is not None and bool(group.sentences) and group.coming is None


def _write(session: Session, person: PersonId) -> tuple[str, tuple[str, ...]]:
    run = session.run
    group = run.group_of(person) if run else None
    if group and group.coming and group.coming.by == person:
        return ("turn", (session.current, str(group.coming.number)))
    return ("", ())


def compose(session: Session, run: Run, *, live: bool) -> ExchangeBoard:
    """The channel's card: how the pairs are doing, without names."""
    working = [group for group in run.groups.values() if len(group.members) >= PAIR]
    return ExchangeBoard(
        session=session.id,
        step=run.step,
        live=live,
        ends_at=until(session, run, live=live),
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
    now = live and (turn == group.taken if mine else reader in run.aside)
    coming = group.coming if now and mine else None
    said = _said(group, reader, turn)
    return ExchangeCard(
        session=session.id,
        step=run.step,
        visit=run.visit,
        turn=coming.number if coming else turn,
        live=now,
        partners=tuple(session.name(one) for one in group.members if one != reader) if mine else (),
        order=tuple(map(session.name, group.members)) if mine and len(group.members) > PAIR else (),
        arrived=reader in run.arrived,
        your_turn=coming is not None and coming.by == reader,
        kind=coming.kind if coming else None,
        about=session.name(coming.to) if coming and coming.kind is TurnKind.OPENING else "",
        turn_of=session.name(coming.by) if coming else "",
        ends_at=until(session, run, live=now),
        said_by=session.name(said.by) if said else "",
        said_kind=said.kind if said else None,
        text=said.text if said else "",
    )


def _said(group: Group, reader: PersonId, turn: int) -> Sentence | None:
    """What stands on the card of `turn`: what was said before it; on the writer's own card, what they wrote.

    Nothing that was said when the reader was not there to hear it.
    """
    own = turn < group.taken and group.sentences[turn].by == reader
    index = turn if own else turn - 1
    said = group.sentences[index] if 0 <= index < group.taken else None
    return said if said and said.text and reader in said.heard else None


EXCHANGE = Activity(
    begin=_begin,
    joined=_joined,
    gone=_gone,
    regroup=_divide,
    boards=_boards,
    touched=_touched,
    is_ready=_is_ready,
    write=_write,
    timed_work=True,
)
