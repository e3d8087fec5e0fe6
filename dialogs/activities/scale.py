"""`scale`: where are we now, where do we want to be, between the two ends of each axis (janat).

The spread shows when it is over.
"""

from __future__ import annotations

import hashlib

from content.steps import ScaleStep
from dialogs import facts as f
from dialogs.activities.activity import Activity, step_board, until
from dialogs.boards import CHANNEL
from dialogs.effects import Show
from dialogs.messages import AxisView, PictureView, ScaleBoard
from dialogs.people import PersonId
from dialogs.session import Run, Session

PLACES = 7
"""Places on an axis."""
SIDES = ("now", "wished")


def scale_step(session: Session, step: str) -> ScaleStep:
    """The step, which is known to be of this kind."""
    found = session.steps[step]
    if not isinstance(found, ScaleStep):
        message = f"step {step!r} has no axes"
        raise TypeError(message)
    return found


def spread(session: Session, run: Run) -> tuple[AxisView, ...]:
    """How many people stand on each place of each axis."""
    axes = scale_step(session, run.step).axes
    return tuple(
        AxisView(axis, _counts(run, index, "now"), _counts(run, index, "wished"))
        for index, axis in enumerate(axes)
    )


def _counts(run: Run, axis: int, side: str) -> tuple[int, ...]:
    counts = [0] * PLACES
    for (_, of_side), places in run.places.items():
        if of_side == side and axis < len(places):
            counts[places[axis] - 1] += 1
    return tuple(counts)


def answered(run: Run) -> frozenset[PersonId]:
    """Those who have chosen both sides."""
    now, wished = ({person for person, side in run.places if side == one} for one in SIDES)
    return frozenset(now & wished)


def picture(session: Session, run: Run) -> PictureView | None:
    """The axes as a picture, once somebody has answered and the step is over."""
    if not run.places or session.live(run.step):
        return None
    axes = spread(session, run)
    name = hashlib.sha256(f"{session.id}/{run.step}/{axes}".encode()).hexdigest()[:20]
    return PictureView(f"pic-{name}", run.step, "axes", (), (), run.step, axes=axes)


def _boards(_: Session, run: Run) -> tuple[Show, ...]:
    return (Show(CHANNEL, step_board(run)),)


def _touched(session: Session, run: Run, fact: f.FactType) -> tuple[Show, ...]:
    shown = f.Placed | f.TimeSet | f.PersonReady | f.PersonJoined | f.PersonLeft
    return _boards(session, run) if isinstance(fact, shown) else ()


def _is_ready(_: Session, run: Run, person: PersonId) -> bool:
    return person in answered(run) or person in run.ready


def _write(session: Session, _: PersonId) -> tuple[str, tuple[str, ...]]:
    return ("place", (session.current, SIDES[0]))


def compose(session: Session, run: Run, *, live: bool) -> ScaleBoard:
    """The channel's card: counts while it goes on, the spread and its picture when it is over."""
    return ScaleBoard(
        session=session.id,
        step=run.step,
        live=live,
        ends_at=until(session, run, live=live),
        axes=() if session.live(run.step) else spread(session, run),
        answered=len(answered(run) & {one.person for one in session.here}),
        here=len(session.here),
        picture=picture(session, run),
    )


SCALE = Activity(boards=_boards, touched=_touched, is_ready=_is_ready, write=_write, timed_work=True)
