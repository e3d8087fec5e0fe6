"""A whole workshop with simulated people, in no time at all: for `paja play`, for tests, for measuring.

The facilitator moves on when nobody has anything left to do. Time is made up: every deed takes some seconds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from content.library import Edition
from dialogs import events as e
from dialogs.engine import Turn, advance, open_session
from dialogs.planner import Wish
from dialogs.rehearsal import next_deed
from dialogs.session import Session

BREATH = timedelta(seconds=7)
"""How long a deed takes."""


@dataclass(frozen=True, slots=True)
class Cast:
    """Who plays: the facilitator and the others, as (person id, name); `seed` decides who works with whom.

    `wish` is what the agenda is planned for (None: as the content has it), `slow` makes days of its minutes.
    """

    facilitator: tuple[str, str]
    people: Sequence[tuple[str, str]]
    seed: int = 1
    language: str = "fi"
    wish: Wish | None = None
    slow: bool = False


def play(
    edition: Edition, cast: Cast, begins: datetime, agenda: tuple[str, ...] = ()
) -> Iterator[tuple[datetime, e.Event | None, Turn]]:
    """Every turn from opening to summary: when (UTC), what happened (None: it opened), what came of it.

    With `agenda` the facilitator first chooses these steps.
    """
    leader, name = cast.facilitator
    turn = open_session(
        session="play",
        edition=edition,
        place="play:local:channel",
        language=cast.language,
        seed=cast.seed,
        facilitator=leader,
        name=name,
        now=begins,
        wish=cast.wish,
        slow=cast.slow,
    )
    yield begins, None, turn
    now, session = begins, turn.session
    if agenda:
        chosen = e.AgendaChosen(leader, agenda)
        turn = advance(session, chosen, now)
        session = turn.session
        yield now, chosen, turn
    while (event := _next(session, edition, cast)) is not None:
        now += BREATH
        turn = advance(session, event, now)
        session = turn.session
        yield now, event, turn


def _next(session: Session, edition: Edition, cast: Cast) -> e.Event | None:
    """Somebody joins, somebody does something, or the facilitator goes on; None when it is over."""
    if session.closed:
        return None
    for person, name in cast.people:
        if person not in session.people:
            return e.Joined(person, name, cast.language)
    if not session.current:
        return e.Begun(cast.facilitator[0])
    words = edition.in_language(cast.language)
    deeds = (next_deed(session, person, words) for person, _ in cast.people)
    return next((deed for deed in deeds if deed), None) or e.MovedOn(cast.facilitator[0], session.visit)
