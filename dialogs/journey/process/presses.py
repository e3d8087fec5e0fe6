"""The buttons of processes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from dialogs.journey.area import Acting, Press, WorkshopWanted
from dialogs.journey.process import events as e
from dialogs.journey.process import messages as m
from dialogs.journey.process.boards import map_of, meeting_line
from dialogs.journey.process.following import passed
from dialogs.journey.process.state import Answer, Course, Phase
from dialogs.journey.process.steering import UNKNOWN, course_of, refusal
from dialogs.receipts import Code, Receipt


def course(acting: Acting) -> Course | None:
    """The process that the first argument names."""
    return course_of(acting.journey, acting.args[0]) if acting.args else None


def _plainly(make: Any, count: int = 1) -> Press:
    """A press with so many arguments that makes an event of the person, the process and the rest."""

    def pressed(acting: Acting) -> Any:
        found = course(acting)
        if found is None or len(acting.args) != count:
            return UNKNOWN
        return make(acting.person, found.number, *acting.args[1:])

    return pressed


def _taken(acting: Acting) -> Any:
    found = course(acting)
    return e.LeadTaken(acting.person, acting.name, found.number) if found else UNKNOWN


def _dates(acting: Acting) -> Any:
    found = course(acting)
    return e.DatesWanted(acting.person, acting.name, found.number) if found else UNKNOWN


def _answer(answer: Answer) -> Press:
    def pressed(acting: Acting) -> Any:
        found = course(acting)
        if found is None or len(acting.args) != 2:  # noqa: PLR2004 -- process, promise
            return UNKNOWN
        return e.PromiseGiven(acting.person, found.number, acting.args[1], answer)

    return pressed


def _start(acting: Acting) -> Any:
    """The workshop of a meeting begins in the channel; anybody who takes part may start it there."""
    found = course(acting)
    one = found.find(acting.args[1]) if found and len(acting.args) > 1 else None
    if found is None or one is None:
        return UNKNOWN
    if found.phase is Phase.ARCHIVED:
        return Receipt(Code.PROCESS_ARCHIVED)
    if not one.coming:
        return Receipt(Code.OLD_CARD)
    if no := refusal(acting.journey, found, acting.person):
        return no
    return WorkshopWanted(one.next_workshop) if one.next_workshop else UNKNOWN


def _go(acting: Acting) -> Any:
    found = course(acting)
    if found is None or len(acting.args) != 4:  # noqa: PLR2004 -- process, meeting, day, clock
        return UNKNOWN
    try:
        day, at = date.fromisoformat(acting.args[2]), time.fromisoformat(acting.args[3])
    except ValueError:
        return UNKNOWN
    return e.MoveWanted(acting.person, found.number, acting.args[1], day, at)


def _cycle(acting: Acting) -> Any:
    found = course(acting)
    return cycle_of(found) if found else UNKNOWN


def cycle_of(found: Course) -> Any:
    """The cycle of a process, as far as it has one."""
    steps = found.structure.cycle
    return m.CycleView(found.slug, steps) if steps else UNKNOWN


def _manage(acting: Acting) -> Any:
    found = course(acting)
    if found is None:
        return UNKNOWN
    return refusal(acting.journey, found, acting.person) or desk_of(acting, found)


def desk_of(acting: Acting, found: Course) -> m.ProcessDesk:
    """What a facilitator can change now."""
    kinds = {one.kind for one in found.structure.promises}
    coming = next(iter(found.coming), None)
    return m.ProcessDesk(
        journey=acting.journey.id,
        number=found.number,
        slug=found.slug,
        phase=found.phase,
        past=meeting_line(coming) if coming and found.phase is not Phase.PROPOSED else None,
        late=bool(coming and passed(coming, acting.now)),
        asks="supervisor" in kinds,
        records=bool(kinds - {"supervisor"}),
    )


def _shown(acting: Acting) -> Any:
    found = course(acting)
    return map_of(acting.journey, found, private=True) if found else UNKNOWN


PRESSES: Mapping[str, Press] = {
    "process-accept": _plainly(e.Agreed),
    "process-drop": _plainly(e.Dropped),
    "process-resume": _plainly(e.ResumeWanted),
    "process-take": _taken,
    "process-cycle": _cycle,
    "process-manage": _manage,
    "process-show": _shown,
    "meeting-start": _start,
    "meeting-held": _plainly(e.HeldElsewhere, 2),
    "meeting-go": _go,
    "meeting-dates": _dates,
    "promise-yes": _answer(Answer.YES),
    "promise-talk": _answer(Answer.TALK),
}
