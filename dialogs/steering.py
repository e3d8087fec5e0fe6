"""The course of a session: entering and leaving steps, time, breaks, the end (ohjaus).

Only drafts, no events.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from dialogs import facts as f
from dialogs.activities import activity
from dialogs.draft import Draft
from dialogs.facts import AgendaItem
from dialogs.people import PersonId
from dialogs.session import Session
from dialogs.worktime import deadline

WARNING = timedelta(minutes=2)
"""How long before the planned end people are told."""
PATIENCE = timedelta(minutes=10)
"""How long after the planned end a facilitator may be silent before others may take over."""
IDLE = timedelta(minutes=15)
"""The same in the lobby and in a break."""
SLOW_DAYS = {"brief": 0, "shape": 0, "gather": 2, "rotate": 3}
"""Working days that a kind of step has when a workshop goes on slowly (hitaasti); others have one."""
SLOW_WARNING = timedelta(hours=3)
SLOW_PATIENCE = timedelta(days=2)


def following(session: Session) -> str:
    """The step after the one that goes on now, "" when it is the last."""
    return _beside(session, 1)


def preceding(session: Session) -> str:
    """The step before the one that goes on now, "" when it is the first."""
    return _beside(session, -1)


def _beside(session: Session, direction: int) -> str:
    ids = [item.step for item in session.agenda]
    index = ids.index(session.current) + direction if session.current in ids else 0
    on = set(session.on_agenda)
    while 0 <= index < len(ids):
        if ids[index] in on:
            return ids[index]
        index += direction
    return ""


def break_due(session: Session) -> AgendaItem | None:
    """The present step, if the agenda has a break or the end of a sitting after it that has not been yet.

    Over days, everybody takes breaks as they like.
    """
    item = next((one for one in session.agenda if one.step == session.current), None)
    taken = session.current in session.pauses_taken or session.stage == "paused"
    if item is None or taken or session.slow or not following(session):
        return None
    return item if item.pause or item.new_sitting else None


def planned_end(session: Session, step: str, now: datetime) -> datetime:
    """When a step is planned to end: after its minutes, or (slowly) in working hours some days later."""
    if session.slow:
        return deadline(now, session.zone, SLOW_DAYS.get(session.steps[step].kind, 1))
    return now + timedelta(minutes=session.minutes(step))


def enter(draft: Draft, person: PersonId, step: str) -> None:
    """Begin `step` (again), with its planned minutes."""
    ends_at = planned_end(draft.session, step, draft.now)
    visit = draft.session.visit + 1
    draft.accept(f.StepEntered(at=draft.now, person=person, step=step, visit=visit, ends_at=ends_at))
    activity(draft.session, step).begin(draft)


def leave(draft: Draft, *, skipped: bool = False) -> None:
    """End the step that goes on now, if one does."""
    if draft.session.current:
        draft.accept(f.StepLeft(at=draft.now, step=draft.session.current, skipped=skipped))


def close(draft: Draft, reason: str) -> None:
    """End the whole workshop."""
    leave(draft)
    draft.accept(f.SessionClosed(at=draft.now, reason=reason))


def late_minutes(session: Session, now: datetime) -> int:
    """How many minutes the whole is behind its plan; 0 when it is not, and over days, where nobody counts.

    A step that goes on counts when it is over its time. What the agenda was shortened by since is won back.
    """
    if session.slow:
        return 0
    behind = -60.0 * session.won_back
    for run in session.runs.values():
        planned = session.minutes(run.step) * 60
        spent = run.seconds(now)
        if (run.left_at is not None and not run.skipped) or (run.left_at is None and spent > planned):
            behind += spent - planned
    return max(0, int(behind // 60))


def warning(session: Session) -> timedelta:
    """How long before the planned end people are told."""
    return SLOW_WARNING if session.slow else WARNING


def patience(session: Session) -> timedelta:
    """How long after the planned end a facilitator may be silent before others may take over."""
    return SLOW_PATIENCE if session.slow else PATIENCE


def may_take_over(session: Session, now: datetime) -> bool:
    """Whether the facilitators seem to be gone, so that anybody may lead."""
    if session.closed:
        return False
    if session.lead_offered or not session.facilitators:
        return True
    run = session.run
    silent_since = max(session.led_at, run.ends_at) if run and session.stage == "running" else session.led_at
    running = run is not None and session.stage == "running"
    return now - silent_since >= (patience(session) if running else SLOW_PATIENCE if session.slow else IDLE)
