"""`advance(session, event, now) -> Turn`. No I/O, no clock, no chance, no words.

Law. Everything that decides stands in the table `DECIDE` at the foot: event -> decision. A decision looks at
the session, accepts facts into the draft (or none), and returns a receipt for whoever acted. What facts
change is in `evolve.py`, what they make visible in `reactions.py`. A slip of a participant is a receipt,
never an exception, and changes nothing.

Theory of operation. `Decide` is the decider pattern: decide, evolve, react. The same event given twice
decides differently the second time only because the session has changed: a note's id is its form's nonce, a
button of the cockpit carries the visit that it was made for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from content.library import Edition
from dialogs import events as e
from dialogs import facts as f
from dialogs.agenda import planned_agenda, usual_agenda
from dialogs.decisions import facilitating, joining, leading, placing, planning, ringing, writing
from dialogs.draft import Draft
from dialogs.effects import Effect
from dialogs.evolve import opened
from dialogs.group_memory import Division, met
from dialogs.planner import Wish
from dialogs.reactions import react
from dialogs.receipts import DONE, Code, Receipt
from dialogs.session import Session


@dataclass(frozen=True, slots=True)
class Turn:
    """What came of an event.

    The session afterwards, the facts to remember, what should happen, the answer.
    """

    session: Session
    facts: tuple[f.FactType, ...]
    effects: tuple[Effect, ...]
    receipt: Receipt


def advance(session: Session, event: e.Event, now: datetime) -> Turn:
    """What comes of `event` at `now` (UTC)."""
    if session.closed and not isinstance(event, AFTER_CLOSING):
        return Turn(session, (), (), Receipt(Code.CLOSED))
    draft = Draft(session, now)
    receipt = DECIDE[type(event)](draft, event)
    return Turn(draft.session, tuple(draft.facts), react(session, draft.session, draft.facts), receipt)


def open_session(  # noqa: PLR0913 -- the first fact of a log needs all of it
    *,
    session: str,
    edition: Edition,
    place: str,
    language: str,
    seed: int,
    facilitator: str,
    name: str,
    now: datetime,
    wish: Wish | None = None,
    slow: bool = False,
    zone: str = "Europe/Helsinki",
    earlier: Iterable[Division] = (),
) -> Turn:
    """A new session with its lobby open.

    `seed` decides every later shuffle; `now` is UTC. With a `wish` its agenda is planned for that time and
    way of meeting. `slow`: days instead of minutes, with deadlines in the working hours of `zone`.
    `earlier`: how people were divided in the workshops of the channel, the latest last.
    """
    agenda = planned_agenda(edition.workshop, wish) if wish else usual_agenda(edition.workshop)
    fact = f.SessionOpened(
        at=now,
        session=session,
        edition=edition.fingerprint,
        place=place,
        language=language,
        seed=seed,
        facilitator=facilitator,
        name=name,
        agenda=agenda,
        length=wish.minutes if wish else 0,
        mode=wish.mode if wish else "room",
        slow=slow,
        zone=zone,
        **_memory(tuple(earlier)),
    )
    begun = opened(fact, edition.workshop)
    return Turn(begun, (fact,), react(begun, begun, (fact,)), DONE)


def _memory(earlier: tuple[Division, ...]) -> dict[str, Any]:
    """What the session is told of those who have worked together."""
    pairs = [one.groups for one in earlier if one.pairs]
    groups = [one.groups for one in earlier if not one.pairs]
    return {
        "met": tuple(sorted((first, second) for first, second in map(sorted, met(earlier).elements()))),
        "pairs_before": pairs[-1] if pairs else (),
        "groups_before": groups[-1] if groups else (),
    }


AFTER_CLOSING = (e.Noted, e.NoteChanged, e.Rated, e.Named, e.Left, e.PictureFailed)
"""Events that still count when the workshop is over."""

DECIDE: dict[type, Callable[[Draft, Any], Receipt]] = {
    e.Joined: joining.joined,
    e.Named: joining.named,
    e.Left: joining.left,
    e.NotReached: joining.not_reached,
    e.Begun: facilitating.begun,
    e.AgendaChosen: planning.agenda_chosen,
    e.Replanned: planning.replanned,
    e.ItemChanged: planning.item_changed,
    e.CutTaken: planning.cut_taken,
    e.Wished: planning.wished,
    e.MovedOn: facilitating.moved_on,
    e.MovedBack: facilitating.moved_back,
    e.TimeAdded: facilitating.time_added,
    e.BreakTaken: facilitating.break_taken,
    e.BreakEnded: facilitating.break_ended,
    e.ReminderAsked: facilitating.reminder_asked,
    e.RegroupAsked: facilitating.regroup_asked,
    e.ShapeSwapped: facilitating.shape_swapped,
    e.Ended: facilitating.ended,
    e.FacilitatorNamed: leading.named,
    e.TakenOver: leading.taken_over,
    e.Arrived: writing.arrived,
    e.Said: writing.said,
    e.Noted: writing.noted,
    e.NoteChanged: writing.note_changed,
    e.Themed: placing.themed,
    e.ThemeRenamed: placing.renamed,
    e.PlacesChosen: placing.placed,
    e.RecorderTaken: writing.recorder_taken,
    e.Picked: writing.picked,
    e.Readied: writing.readied,
    e.Rated: writing.rated,
    e.TimerRang: ringing.rang,
    e.PictureFailed: ringing.picture_failed,
    e.ChannelGone: ringing.channel_gone,
}
"""Event -> decision."""
