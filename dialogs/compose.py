"""`compose(session, board, room, now) -> Message | None`: what stands on a board, said as values.

`BOARDS` is the list of all cards of a session. None means that there is nothing (more) to say there: a card
that has not been posted stays away, one that stands already stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from dialogs import messages as m
from dialogs.activities import activity, brief, close, discuss, exchange, gather, pick, shape
from dialogs.activities.canvas import canvas, cell_ids, cells_begun, note_count
from dialogs.boards import Board, Room
from dialogs.session import Group, Run, Session, number
from dialogs.steering import following, late_minutes, preceding
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
    session, run = reading.session, reading.session.run
    live = reading.args[0] == str(session.visit) and session.leads(reading.person)
    step = session.step
    return m.Cockpit(
        session=session.id,
        stage=session.stage,
        live=live,
        visit=int(reading.args[0]),
        step=session.current,
        kind=step.kind if step else "",
        next_step=following(session),
        began_at=run.entered_at if run else None,
        ends_at=run.ends_at if run and session.stage is m.Stage.RUNNING else None,
        over=bool(run and run.over),
        late_minutes=late_minutes(session, reading.now),
        here=tuple(one.name for one in session.here),
        ready=_who(session, run, ready=True),
        waiting=_who(session, run, ready=False),
        silent=_silent(session, run),
        not_reached=tuple(one.name for one in session.here if not one.reachable),
        aside=tuple(session.name(one) for one in run.aside if session.is_here(one)) if run else (),
        groups=tuple(_group_line(session, run, group) for group in run.in_order() if group.members)
        if run
        else (),
        agenda=_agenda(session, reading.now),
        shapes=shape.alternatives(session, session.current) if step else (),
        can_regroup=bool(step and activity(session, step.id).regroup),
        can_go_back=bool(run and preceding(session)),
        picture_trouble=session.picture_trouble,
    )


def _who(session: Session, run: Run | None, *, ready: bool) -> tuple[str, ...]:
    is_ready = activity(session, run.step).is_ready if run else None
    if run is None or is_ready is None:
        return ()
    return tuple(one.name for one in session.here if is_ready(session, run, one.person) is ready)


def _silent(session: Session, run: Run | None) -> tuple[str, ...]:
    if run is None or activity(session, run.step).is_ready is None:
        return ()
    return tuple(one.name for one in session.here if one.person not in run.wrote)


def _group_line(session: Session, run: Run, group: Group) -> m.GroupLine:
    notes_of = getattr(session.steps[run.step], "notes_of", run.step)
    return m.GroupLine(
        number=number(group.id),
        names=tuple(map(session.name, group.members)),
        notes=note_count(session, notes_of, group.id),
        cells_begun=cells_begun(session, notes_of, group.id),
        cells=len(cell_ids(session, notes_of)),
        turns=group.taken,
        turns_all=len(group.sentences),
        picks=len(pick.of_group(session, run, group)),
        ready=sum(one in run.ready for one in group.members),
    )


def _agenda(session: Session, now: datetime) -> tuple[m.AgendaLine, ...]:
    return tuple(
        m.AgendaLine(
            item.step, item.on, item.minutes, _actual(session, item.step, now), session.live(item.step)
        )
        for item in session.agenda
    )


def _actual(session: Session, step: str, now: datetime) -> int | None:
    run = session.runs.get(step)
    return round(run.seconds(now) / 60) if run and not session.live(step) and not run.skipped else None


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
    return m.Nudge(session.id, run.step, session.steps[run.step].kind, live, write, args)


def _lead(reading: Reading) -> m.LeadOffer:
    session = reading.session
    newest = reading.args[0] == str(session.offer)
    return m.LeadOffer(session.id, newest and session.lead_offered and not session.closed, _leads(session))


def _thanks(reading: Reading) -> m.Thanks:
    session = reading.session
    names = tuple(
        one.name for one in sorted(session.people.values(), key=lambda one: (one.joined_at, one.person))
    )
    return m.Thanks(names, len(session.notes), len(_all_picks(session)[1]), session.workshop.number)


def _all_picks(session: Session) -> tuple[str, tuple[m.PickView, ...]]:
    """The step whose cells the picks name, and everything that was brought up."""
    for step in session.workshop.steps:
        if step.kind == "pick" and (views := pick.picked(session, step.id)):
            return pick.pick_step(session, step.id).notes_of, views
    return "", ()


def _summary(reading: Reading) -> m.Summary | None:
    """What was said of how it went is only for those who lead now; the rest has stood in the channel."""
    session = reading.session
    if not _has_led(reading):
        return None
    picks_of, picks = _all_picks(session)
    given = tuple(session.feedback.values()) if session.leads(reading.person) else ()
    return m.Summary(
        number=session.workshop.number,
        opened_at=session.opened_at,
        closed_at=session.closed_at,
        facilitators=_leads(session),
        names=tuple(
            one.name for one in sorted(session.people.values(), key=lambda one: (one.joined_at, one.person))
        ),
        agenda=_agenda(session, reading.now),
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
    """The picture of the step that is on the agenda, once there is something on it."""
    drawn = (shape.shape_step(session, step) for step in session.on_agenda)
    return next((shape.picture(session, step) for step in drawn if step), None)


def _sheet(reading: Reading) -> m.SummaryCanvas | None:
    session = reading.session
    step, group = reading.args[0], _group_arg(reading.args[1])
    if not _has_led(reading) or step not in session.runs:
        return None
    made = session.runs[step].groups.get(group)
    names = tuple(map(session.name, made.members)) if made else ()
    late = sum(note.late for note in session.notes.values() if (note.step, note.group) == (step, group))
    return m.SummaryCanvas(number(group), names, canvas(session, step, group), late)


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
    "close": close.compose,
}


def _canvas(reading: Reading) -> m.GroupCanvas | None:
    run = reading.run
    return gather.compose_canvas(reading.session, run, reading.args[2], live=reading.live) if run else None


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
}
"""Board -> who says what stands on it."""
