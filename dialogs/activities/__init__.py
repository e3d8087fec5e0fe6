"""One module for each kind of step. `ACTIVITIES` is the table of contents."""

from __future__ import annotations

from dialogs.activities.activity import Activity
from dialogs.activities.brief import BRIEF
from dialogs.activities.close import CLOSE
from dialogs.activities.discuss import DISCUSS
from dialogs.activities.exchange import EXCHANGE
from dialogs.activities.gather import GATHER
from dialogs.activities.merge import MERGE
from dialogs.activities.pick import PICK
from dialogs.activities.rotate import ROTATE
from dialogs.activities.scale import SCALE
from dialogs.activities.shape import SHAPE
from dialogs.activities.theme import THEME
from dialogs.session import Session

ACTIVITIES: dict[str, Activity] = {
    "brief": BRIEF,
    "discuss": DISCUSS,
    "exchange": EXCHANGE,
    "gather": GATHER,
    "pick": PICK,
    "rotate": ROTATE,
    "theme": THEME,
    "scale": SCALE,
    "merge": MERGE,
    "shape": SHAPE,
    "close": CLOSE,
}
"""Kind of step -> how it behaves."""


def activity(session: Session, step: str) -> Activity:
    """How `step` behaves."""
    return ACTIVITIES[session.steps[step].kind]
