"""The forms by which an experiment is tended: opened, told of, moved, given an owner, judged."""

from __future__ import annotations

from typing import Any

from dialogs.journey.area import Acting, FormKind
from dialogs.journey.experiments import events as e
from dialogs.journey.experiments import messages as m
from dialogs.journey.experiments import words
from dialogs.journey.experiments.circle import owner
from dialogs.journey.experiments.forms import UNKNOWN, address, mine, to_come
from dialogs.journey.experiments.planning import today
from dialogs.journey.experiments.reading import LONGEST_STORY, MOST_PEOPLE, Reader, people_of
from dialogs.journey.experiments.showing import card, line
from dialogs.journey.experiments.state import BEFORE, GOING_ON, Experiment, Verdict
from dialogs.receipts import Code, Receipt


def found(acting: Acting) -> Experiment | Receipt:
    """The open experiment of the arguments; else why there is none."""
    one = acting.journey.experiments.all.get(acting.args[0]) if acting.args else None
    if one is None:
        return UNKNOWN
    return one if one.is_open else Receipt(Code.TRY_OVER)


# --- which one --------------------------------------------------------------------------------------


def _ask_open(acting: Acting) -> m.TryOpenForm | Receipt:
    journey = acting.journey
    newest = sorted(journey.experiments.in_order(), key=lambda one: (not one.is_open, -int(one.id)))
    if not newest:
        return Receipt(Code.NOTHING_THERE)
    return m.TryOpenForm(address(acting), tuple(line(journey, one) for one in newest[:MOST_PEOPLE]))


def _read_open(acting: Acting) -> m.ExperimentCard | dict[str, Any]:
    one = acting.journey.experiments.all.get(acting.one("experiment"))
    return card(acting.journey, one, acting.person, acting.now) if one else {"experiment": "choose"}


# --- on the way -------------------------------------------------------------------------------------


def _ask_note(acting: Acting) -> m.TryNoteForm | Receipt:
    one = found(acting)
    if isinstance(one, Receipt):
        return one
    return m.TryNoteForm(address(acting), one.id, words.of_experiment(acting.journey, one))


def _read_note(acting: Acting) -> e.Told | Receipt | dict[str, Any]:
    one, reader = found(acting), Reader(acting)
    if isinstance(one, Receipt):
        return one
    text = reader.text("text", LONGEST_STORY, needed=True)
    return reader.errors or e.Told(reader.by, one.id, text)


def _ask_move(acting: Acting) -> m.TryMoveForm | Receipt:
    one = mine(acting)
    if isinstance(one, Receipt):
        return one
    return m.TryMoveForm(
        journey=address(acting),
        experiment=one.id,
        today=today(acting.journey, acting.now),
        what=words.of_experiment(acting.journey, one),
        starts=one.starts if one.stage in BEFORE else None,
        review=to_come(one),
    )


def _read_move(acting: Acting) -> e.Moved | Receipt | dict[str, Any]:
    one, reader = mine(acting), Reader(acting)
    if isinstance(one, Receipt):
        return one
    starts = reader.day("starts") if one.stage in BEFORE else one.starts
    review = reader.review(starts)
    if reader.errors or starts is None or review is None:
        return reader.errors
    return e.Moved(reader.by, one.id, starts, review)


def _ask_owner(acting: Acting) -> m.TryOwnerForm | Receipt:
    one = mine(acting)
    if isinstance(one, Receipt):
        return one
    current = owner(acting.journey, one)
    people = tuple(each for each in people_of(acting) if each[0] != current)
    what = words.of_experiment(acting.journey, one)
    return m.TryOwnerForm(address(acting), one.id, what, people) if people else Receipt(Code.NOTHING_THERE)


def _read_owner(acting: Acting) -> e.OwnerSought | Receipt | dict[str, Any]:
    one, reader = mine(acting), Reader(acting)
    if isinstance(one, Receipt):
        return one
    chosen = reader.person("owner", people_of(acting))
    return reader.errors or e.OwnerSought(reader.by, one.id, chosen)


# --- what came of it --------------------------------------------------------------------------------


def _ask_verdict(acting: Acting) -> m.TryVerdictForm | Receipt:
    one = mine(acting)
    if isinstance(one, Receipt):
        return one
    if one.stage in BEFORE:
        return Receipt(Code.TRY_NOT_BEGUN)
    pressed = acting.args[1] if len(acting.args) > 1 else ""
    return m.TryVerdictForm(
        journey=address(acting),
        experiment=one.id,
        today=today(acting.journey, acting.now),
        what=words.of_experiment(acting.journey, one),
        sign=one.words.get("sign", ""),
        verdict=pressed if pressed in set(Verdict) else "",
    )


def _read_verdict(acting: Acting) -> e.Judged | Receipt | dict[str, Any]:
    one, reader = mine(acting), Reader(acting)
    if isinstance(one, Receipt):
        return one
    chosen = acting.one("verdict")
    if chosen not in set(Verdict):
        return {"verdict": "choose"}
    verdict = Verdict(chosen)
    learning, what = reader.text("learning", LONGEST_STORY), reader.text("what")
    review = _next(reader, verdict)
    return reader.errors or e.Judged(reader.by, one.id, verdict, learning, what, review)


def _next(reader: Reader, verdict: Verdict) -> Any:
    """When it is looked at again: asked of what goes on, possible for what was not tried, else of no use."""
    if verdict is Verdict.STOP:
        return None
    return reader.review(None, needed=verdict in GOING_ON)


FORMS = {
    "try-open": FormKind(_ask_open, _read_open, (0,)),
    "try-note": FormKind(_ask_note, _read_note, (1,)),
    "try-move": FormKind(_ask_move, _read_move, (1,)),
    "try-owner": FormKind(_ask_owner, _read_owner, (1,)),
    "try-verdict": FormKind(_ask_verdict, _read_verdict, (1, 2)),
}
