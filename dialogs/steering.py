"""The course of a session: entering and leaving steps, time, breaks, the end (ohjaus).

Only drafts, no events.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from dialogs import facts as f
from dialogs.activities import activity
from dialogs.draft import Draft
from dialogs.people import PersonId
from dialogs.session import Session

WARNING = timedelta(minutes=2)
"""How long before the planned end people are told."""
PATIENCE = timedelta(minutes=10)
"""How long after the planned end a facilitator may be silent before others may take over."""
IDLE = timedelta(minutes=15)
"""The same in the lobby and in a break."""


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


def break_due(session: Session) -> int:
    """Minutes of the break that the agenda has after the present step, 0: none, or taken already."""
    item = next((one for one in session.agenda if one.step == session.current), None)
    taken = session.current in session.pauses_taken or session.stage == "paused"
    return item.pause if item and not taken and following(session) else 0


def enter(draft: Draft, person: PersonId, step: str) -> None:
    """Begin `step` (again), with its planned minutes."""
    ends_at = draft.now + timedelta(minutes=draft.session.minutes(step))
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
    """How many minutes the whole is behind its plan, 0 when it is not.

    A step that goes on counts when it is over its time.
    """
    behind = 0.0
    for run in session.runs.values():
        planned = session.minutes(run.step) * 60
        spent = run.seconds(now)
        if (run.left_at is not None and not run.skipped) or (run.left_at is None and spent > planned):
            behind += spent - planned
    return max(0, int(behind // 60))


def may_take_over(session: Session, now: datetime) -> bool:
    """Whether the facilitators seem to be gone, so that anybody may lead."""
    if session.closed:
        return False
    if session.lead_offered or not session.facilitators:
        return True
    run = session.run
    silent_since = max(session.led_at, run.ends_at) if run and session.stage == "running" else session.led_at
    return now - silent_since >= (PATIENCE if run and session.stage == "running" else IDLE)
