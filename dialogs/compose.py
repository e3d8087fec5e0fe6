"""`compose(session, board, room, now) -> Message | None`: what stands on a board, said as values.

`BOARDS` is the list of all cards of a session. None means that there is nothing (more) to say there: a card
that has not been posted stays away, one that stands already stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from content.steps import By, GatherStep, PickStep, Who
from dialogs import messages as m
from dialogs.activities import (
    activity,
    brief,
    close,
    discuss,
    exchange,
    gather,
    merge,
    pick,
    rotate,
    scale,
    shape,
    theme,
)
from dialogs.activities.canvas import (
    canvas,
    is_between_few,
    is_kept_back,
    is_private,
    joint_canvas,
    notes_of,
)
from dialogs.boards import Board, Room
from dialogs.cockpit import agenda, cockpit
from dialogs.decisions.planning import optional
from dialogs.session import Group, Run, Session, number
from dialogs.verbs import EVERYBODY


@dataclass(frozen=True, slots=True)
class Reading:
    """Who looks at what, when: all that a composer needs."""

    session: Session
    args: tuple[str, ...]
    person: str
    """The reader in direct messages; "" in the channel and in threads."""
    now: datetime

    @property
    def run(self) -> Run | None:
        """The run of the step that the board belongs to (its first argument)."""
        return self.session.runs.get(self.args[0])

    @property
    def live(self) -> bool:
        """Whether that step goes on, in the very visit that the board was made for (its second argument)."""
        run = self.run
        return run is not None and str(run.visit) == self.args[1] and self.session.live(run.step)


def compose(session: Session, board: Board, room: Room, now: datetime) -> m.Message | None:
    """What stands on `board` in `room` at `now` (UTC)."""
    return BOARDS[board.name](Reading(session, board.args, room.person, now))


# --- the whole session ----------------------------------------------------------------------------


def _lobby(reading: Reading) -> m.Lobby:
    session = reading.session
    return m.Lobby(
        session=session.id,
        stage=session.stage,
        number=session.workshop.number,
        facilitators=_leads(session),
        names=tuple(one.name for one in session.here),
        minutes=sum(item.minutes for item in session.agenda if item.on),
        steps=session.on_agenda,
        can_wish=bool(optional(session)) and session.stage is m.Stage.LOBBY,
        slow=session.slow,
    )


def _leads(session: Session) -> tuple[str, ...]:
    return tuple(map(session.name, session.facilitators))


def _welcome(reading: Reading) -> m.Welcome | None:
    session = reading.session
    if reading.person not in session.people:
        return None
    return m.Welcome(
        session.id, session.stage, _leads(session), session.is_here(reading.person), session.current
    )


def _cockpit(reading: Reading) -> m.Cockpit:
    return cockpit(reading.session, int(reading.args[0]), reading.person, reading.now)


def _warned(reading: Reading) -> m.Warned | None:
    session = reading.session
    visit, kind, rings = reading.args
    run = next((one for one in session.runs.values() if str(one.visit) == visit), None)
    if run is None:
        return None
    newest = run.asking and str(len(run.rung)) == rings
    live = newest and session.live(run.step) and session.leads(reading.person)
    groups = [group for group in run.groups.values() if group.members]
    writing = sum(not _done(session, run, group) for group in groups)
    return m.Warned(session.id, live, run.visit, run.step, kind == "over", writing, len(groups))


def _done(session: Session, run: Run, group: Group) -> bool:
    is_ready = activity(session, run.step).is_ready
    return is_ready is not None and all(is_ready(session, run, one) for one in group.members)


def _two_left(reading: Reading) -> m.TwoLeft | None:
    session = reading.session
    run = session.run
    return (
        m.TwoLeft(run.step, run.ends_at)
        if run and str(run.visit) == reading.args[0] and not session.closed
        else None
    )


def _nudge(reading: Reading) -> m.Nudge | None:
    session, run = reading.session, reading.run
    if run is None or reading.person not in session.people:
        return None
    kind, declined = activity(session, run.step), reading.person in run.ready
    done = kind.is_ready is None or kind.is_ready(session, run, reading.person)
    live = reading.live and session.is_here(reading.person) and not done and not declined
    write, args = kind.write(session, reading.person) if live else ("", ())
    step = session.steps[run.step]
    return m.Nudge(
        session=session.id,
        step=run.step,
        kind=step.kind,
        live=live,
        write=write,
        write_args=args,
        audience=gather.audience_of(session, run.step),
        by=step.by if isinstance(step, PickStep) else By.GROUP,
        together=isinstance(step, GatherStep) and step.who is Who.EVERYBODY,
    )


def _lead(reading: Reading) -> m.LeadOffer:
    session = reading.session
    newest = reading.args[0] == str(session.offer)
    return m.LeadOffer(session.id, newest and session.lead_offered and not session.closed, _leads(session))


def _thanks(reading: Reading) -> m.Thanks:
    session = reading.session
    names = tuple(
        one.name for one in sorted(session.people.values(), key=lambda one: (one.joined_at, one.person))
    )
    picks = sum(len(pick.picked(session, step)) for step in pick.brought_up(session))
    return m.Thanks(names, len(session.notes), picks, session.workshop.number)


def _first_picks(session: Session) -> tuple[str, tuple[m.PickView, ...]]:
    """What was brought up first, and the step whose cells it names; the rest has cards of its own."""
    step = next(iter(pick.brought_up(session)), "")
    return (notes_of(session, session.steps[step]), pick.picked(session, step)) if step else ("", ())


def _summary(reading: Reading) -> m.Summary | None:
    """What was said of how it went is only for those who lead now; the rest has stood in the channel."""
    session = reading.session
    if not _has_led(reading):
        return None
    picks_of, picks = _first_picks(session)
    given = tuple(session.feedback.values()) if session.leads(reading.person) else ()
    return m.Summary(
        number=session.workshop.number,
        opened_at=session.opened_at,
        closed_at=session.closed_at,
        facilitators=_leads(session),
        names=tuple(
            one.name for one in sorted(session.people.values(), key=lambda one: (one.joined_at, one.person))
        ),
        agenda=agenda(session, reading.now),
        notes=len(session.notes),
        picks=picks,
        picks_of=picks_of,
        picture=_picture(session),
        scores=tuple(sorted(one.score for one in given)),
        lines=tuple(sorted(one.line for one in given if one.line)),
        live=session.closed,
    )


def _has_led(reading: Reading) -> bool:
    """Whether the reader is or was a facilitator: a summary that they once got must change with the rest."""
    return reading.session.leads(reading.person) or reading.person in reading.session.names


def _picture(session: Session) -> m.PictureView | None:
    """The first picture on which there is something; further ones have cards of their own."""
    return next((shape.picture(session, step) for step in shape.drawn(session)), None)


def _sheet(reading: Reading) -> m.SummaryCanvas | None:
    session = reading.session
    step, group = reading.args[0], _group_arg(reading.args[1])
    if not _has_led(reading) or step not in session.runs:
        return None
    if is_kept_back(session, step):
        return None
    made = session.runs[step].groups.get(group)
    named = made is not None and not is_between_few(session, step)
    names = tuple(map(session.name, made.members)) if made and named else ()
    everybody = not group and bool(session.runs[step].groups)
    shown = joint_canvas(session, step) if everybody else canvas(session, step, group)
    notes = (note for note in session.notes.values() if note.step == step)
    late = sum(note.late for note in notes if everybody or note.group == group)
    return m.SummaryCanvas(number(group), names, shown, late)


def _result(reading: Reading) -> m.Message | None:
    """What a step came to, as its card stands when it is over."""
    session, run = reading.session, reading.run
    if run is None or not _has_led(reading) or is_private(session, run.step):
        return None
    kind = session.steps[run.step].kind
    if kind == "scale" and session.live(run.step):
        return None
    if kind == "rotate" and len(reading.args) > 1:
        return rotate.compose_station(session, run, reading.args[1], live=False)
    if kind == "pick":
        return replace(pick.compose(session, run, live=False), tally=pick.picked(session, run.step))
    return shape.compose(session, run) if kind == "shape" else _WORKING[kind](session, run, live=False)


def _group_arg(arg: str) -> str:
    return "" if arg == EVERYBODY else arg


# --- steps ----------------------------------------------------------------------------------------


def _step(reading: Reading) -> m.Message | None:
    session, run = reading.session, reading.run
    if run is None:
        return None
    match session.steps[run.step].kind:
        case "brief":
            return brief.compose(session, run)
        case "shape":
            return shape.compose(session, run)
        case kind:
            return _WORKING[kind](session, run, live=reading.live)


_WORKING: dict[str, Callable[..., m.Message]] = {
    "discuss": discuss.compose,
    "exchange": exchange.compose,
    "gather": gather.compose,
    "pick": pick.compose,
    "rotate": rotate.compose,
    "theme": theme.compose,
    "scale": scale.compose,
    "merge": merge.compose,
    "close": close.compose,
}


def _canvas(reading: Reading) -> m.GroupCanvas | None:
    run = reading.run
    if run is None:
        return None
    return gather.compose_canvas(reading.session, run, reading.args[2], reading.person, live=reading.live)


def _station(reading: Reading) -> m.StationCard | None:
    run = reading.run
    return rotate.compose_station(reading.session, run, reading.args[2], live=reading.live) if run else None


def _guide(reading: Reading) -> m.Instructions | None:
    run = reading.run
    return gather.compose_guide(reading.session, run, reading.args[2], live=reading.live) if run else None


def _picks(reading: Reading) -> m.GroupPicks | None:
    run = reading.run
    return pick.compose_group(reading.session, run, reading.args[2], live=reading.live) if run else None


def _turn(reading: Reading) -> m.ExchangeCard | None:
    run, session = reading.run, reading.session
    if run is None or reading.person not in session.people:
        return None
    return exchange.compose_card(
        session, run, reading.person, reading.args[2], int(reading.args[3]), live=reading.live
    )


def _together(reading: Reading) -> m.Together | None:
    run = reading.run
    return m.Together(run.step) if run else None


BOARDS: dict[str, Callable[[Reading], m.Message | None]] = {
    "lobby": _lobby,
    "welcome": _welcome,
    "cockpit": _cockpit,
    "step": _step,
    "canvas": _canvas,
    "station": _station,
    "guide": _guide,
    "turn": _turn,
    "together": _together,
    "picks": _picks,
    "warned": _warned,
    "twoleft": _two_left,
    "nudge": _nudge,
    "lead": _lead,
    "thanks": _thanks,
    "summary": _summary,
    "sheet": _sheet,
    "result": _result,
}
"""Board -> who says what stands on it."""
