"""The facilitator's panel (ohjaamo) as values: where we are, who is ready, how far each group is."""

from __future__ import annotations

from datetime import datetime

from content.steps import GatherStep, MergeStep, RotateStep, ThemeStep, Who
from dialogs import agenda as plans
from dialogs import messages as m
from dialogs.activities import activity, merge, pick, rotate, shape, theme
from dialogs.activities.canvas import cell_ids, cells_begun, is_private, note_count, notes_of
from dialogs.group_memory import as_before
from dialogs.session import Group, Run, Session, number
from dialogs.steering import following, late_minutes, preceding

_EACH_WRITES = frozenset({"discuss", "exchange", "gather", "rotate", "theme", "merge"})


def cockpit(session: Session, visit: int, reader: str, now: datetime) -> m.Cockpit:
    """The panel of `visit` at `now` (UTC), for the facilitator `reader`."""
    run = session.run
    live = visit == session.visit and session.leads(reader)
    step = session.step
    return m.Cockpit(
        session=session.id,
        stage=session.stage,
        live=live,
        visit=visit,
        step=session.current,
        kind=step.kind if step else "",
        next_step=following(session),
        began_at=run.entered_at if run else None,
        ends_at=run.ends_at if run and session.stage is m.Stage.RUNNING else None,
        over=bool(run and run.over),
        late_minutes=late_minutes(session, now),
        here=tuple(one.name for one in session.here),
        ready=_who(session, run, ready=True),
        waiting=_who(session, run, ready=False),
        silent=_silent(session, run),
        not_reached=tuple(one.name for one in session.here if not one.reachable),
        aside=tuple(session.name(one) for one in run.aside if session.is_here(one)) if run else (),
        groups=_group_lines(session, run),
        agenda=agenda(session, now),
        shapes=shape.alternatives(session, session.current) if step else (),
        can_regroup=_can_regroup(session),
        can_repeat=_can_regroup(session) and bool(as_before(session)),
        can_go_back=bool(run and preceding(session)),
        picture_trouble=session.picture_trouble,
        length=session.length,
        mode=session.mode,
        slow=session.slow,
        cautions=_cautions(session) if live else (),
        cuts=_cuts(session, now) if live else (),
        **_arranging(session, run),
    )


def _cautions(session: Session) -> tuple[m.CautionView, ...]:
    return tuple(m.CautionView(one.concern, one.step, one.n) for one in plans.cautions(session))


def _cuts(session: Session, now: datetime) -> tuple[m.CutView, ...]:
    cuts = plans.proposal(session, now)
    return tuple(m.CutView(cut.step, session.minutes(cut.step), cut.minutes) for cut in cuts)


def _can_regroup(session: Session) -> bool:
    """Whether the people of this step work in groups that can be made anew."""
    step = session.step
    if isinstance(step, GatherStep):
        return step.who in (Who.SMALL_GROUPS, Who.PAIRS)
    return bool(step and activity(session, step.id).regroup)


def _arranging(session: Session, run: Run | None) -> dict[str, int]:
    """Where a rotation is, and what is still to be arranged."""
    step = session.step
    match step:
        case RotateStep(stations=stations) if run:
            return {"round": run.round + 1, "rounds": len(stations)}
        case ThemeStep() if run:
            return {"left": len(theme.loose(session, run))}
        case MergeStep():
            done = {note.origin for note in merge.turned(session, step.id)}
            lines = {line.note.id: line.ids for line in merge.lines(session, step.id)}
            todo = (lines[note.id] for note, _ in merge.to_turn(session, step.id))
            return {"left": sum(done.isdisjoint(ids) for ids in todo)}
        case _:
            return {}


def _who(session: Session, run: Run | None, *, ready: bool) -> tuple[str, ...]:
    is_ready = activity(session, run.step).is_ready if run else None
    if run is None or is_ready is None:
        return ()
    return tuple(one.name for one in session.here if is_ready(session, run, one.person) is ready)


def _silent(session: Session, run: Run | None) -> tuple[str, ...]:
    """Who has written nothing yet, where each one writes; one chooses for a group, and answers make ready."""
    if run is None or session.steps[run.step].kind not in _EACH_WRITES:
        return ()
    return tuple(one.name for one in session.here if one.person not in run.wrote)


def _group_lines(session: Session, run: Run | None) -> tuple[m.GroupLine, ...]:
    """How far each group is; those who work alone are no groups."""
    step = session.step
    if run is None or (isinstance(step, GatherStep) and step.who is Who.ALONE):
        return ()
    return tuple(_group_line(session, run, group) for group in run.in_order() if group.members)


def _group_line(session: Session, run: Run, group: Group) -> m.GroupLine:
    source, rotating = notes_of(session, session.steps[run.step]), session.steps[run.step].kind == "rotate"
    hidden = is_private(session, source)
    return m.GroupLine(
        number=number(group.id),
        names=tuple(map(session.name, group.members)),
        notes=0 if hidden else note_count(session, source, group.id),
        cells_begun=0 if hidden else cells_begun(session, source, group.id),
        cells=0 if hidden else len(cell_ids(session, source)),
        turns=group.taken,
        turns_all=len(group.sentences),
        picks=len(pick.of_group(session, run, group)),
        ready=sum(one in run.ready for one in group.members),
        station=rotate.station_of(session, run, group.id) if rotating else "",
    )


def agenda(session: Session, now: datetime) -> tuple[m.AgendaLine, ...]:
    """The steps with the minutes that were planned for them and those that they took."""
    return tuple(
        m.AgendaLine(
            item.step,
            item.on,
            item.minutes,
            _actual(session, item.step, now),
            session.live(item.step),
            item.pause,
            item.new_sitting,
            sum(item.step in wishes for wishes in session.wishes.values()),
        )
        for item in session.agenda
    )


def _actual(session: Session, step: str, now: datetime) -> int | None:
    run = session.runs.get(step)
    return round(run.seconds(now) / 60) if run and not session.live(step) and not run.skipped else None
