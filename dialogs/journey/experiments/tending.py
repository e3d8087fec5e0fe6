"""What comes of tending an experiment: taking it on, telling how it goes, changing it, judging it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dialogs.journey.draft import Draft
from dialogs.journey.experiments import events as e
from dialogs.journey.experiments import facts as f
from dialogs.journey.experiments import words
from dialogs.journey.experiments.circle import helpers, keepers, owner, seekers
from dialogs.journey.experiments.deciding import again
from dialogs.journey.experiments.state import BEFORE, GOING_ON, Experiment, Stage
from dialogs.journey.experiments.steps import answered, plan, sync
from dialogs.journey.people import known
from dialogs.receipts import Code, Receipt

Tending = Callable[[Draft, Experiment, Any], Receipt]


def refusal(draft: Draft, one: Experiment, person: str) -> Receipt | None:
    """Why the experiment is not this person's to change; None when it is."""
    found = keepers(draft.journey, one)
    if person in found:
        return None
    return Receipt(Code.TRY_KEEPERS_ONLY, names=tuple(map(draft.journey.name, found)))


def _open(tend: Tending, *, kept: bool = False) -> Callable[[Draft, Any], Receipt]:
    """Only what goes on can be tended; `kept`: and only by those whose it is."""

    def decide(draft: Draft, event: Any) -> Receipt:
        one = draft.journey.experiments.all.get(event.experiment)
        if one is None:
            return Receipt(Code.UNKNOWN)
        if again(draft, event.by):
            return Receipt(Code.ALREADY_SAVED)
        if not one.is_open:
            return Receipt(Code.TRY_OVER)
        if kept and (refused := refusal(draft, one, event.by.person)):
            return refused
        return tend(draft, one, event)

    return decide


# --- who answers for it ---------------------------------------------------------------------------


def _accepted(draft: Draft, one: Experiment, event: e.Accepted) -> Receipt:
    current = owner(draft.journey, one)
    if current and current != event.by.person:
        return Receipt(Code.TRY_OWNED, names=(draft.journey.name(current),))
    if current and one.accepted:
        return Receipt(Code.TRY_TAKEN)
    known(draft, event.by.person, event.by.name)
    draft.accept(f.OwnerAccepted(at=draft.now, experiment=one.id, person=event.by.person))
    sync(draft, one.id)
    plan(draft, one.id)
    return Receipt(Code.TRY_TAKEN)


def _declined(draft: Draft, one: Experiment, event: e.Declined) -> Receipt:
    current = owner(draft.journey, one)
    if current != event.by.person:
        return Receipt(Code.TRY_OWNED, names=(draft.journey.name(current),)) if current else _no_owner()
    asked = seekers(draft.journey, one, but=event.by.person)
    draft.accept(f.OwnerDeclined(at=draft.now, experiment=one.id, person=event.by.person, asked=asked))
    plan(draft, one.id)
    return Receipt(Code.TRY_DECLINED)


def _no_owner() -> Receipt:
    return Receipt(Code.OLD_CARD)


def _sought(draft: Draft, one: Experiment, event: e.OwnerSought) -> Receipt:
    if not draft.journey.takes_part(event.owner):
        return Receipt(Code.UNKNOWN)
    if event.owner == event.by.person:
        return _accept_for_oneself(draft, one, event)
    if owner(draft.journey, one) == event.owner:
        return Receipt(Code.TRY_OWNED, names=(draft.journey.name(event.owner),))
    name_owner(draft, one.id, event.by.person, event.owner)
    plan(draft, one.id)
    return Receipt(Code.TRY_ASKED, names=(draft.journey.name(event.owner),))


def _accept_for_oneself(draft: Draft, one: Experiment, event: e.OwnerSought) -> Receipt:
    if not (one.accepted and one.owner == event.owner):
        draft.accept(f.OwnerAccepted(at=draft.now, experiment=one.id, person=event.owner))
        sync(draft, one.id)
        plan(draft, one.id)
    return Receipt(Code.TRY_TAKEN)


def name_owner(draft: Draft, number: str, person: str, new: str) -> None:
    """Ask `new` to take it over; whoever takes it on oneself has accepted."""
    if new == person:
        draft.accept(f.OwnerAccepted(at=draft.now, experiment=number, person=person))
    else:
        draft.accept(f.OwnerNamed(at=draft.now, experiment=number, person=person, owner=new))


# --- on the way -----------------------------------------------------------------------------------


def _first(draft: Draft, one: Experiment, event: e.FirstTaken) -> Receipt:
    if not one.first_done:
        draft.accept(f.FirstStepDone(at=draft.now, experiment=one.id, person=event.by.person))
        answered(draft, one.id)
    return Receipt(Code.TRY_FIRST_DONE)


def _not_yet(draft: Draft, one: Experiment, event: e.NotYet) -> Receipt:
    if one.stage is Stage.REVIEW:
        return Receipt(Code.TRY_REVIEW_DUE)
    draft.accept(f.NotYetDone(at=draft.now, experiment=one.id, person=event.by.person))
    answered(draft, one.id)
    return Receipt(Code.TRY_NOT_YET)


def _help(draft: Draft, one: Experiment, event: e.HelpWanted) -> Receipt:
    asked = helpers(draft.journey, one, event.by.person)
    if not asked:
        return Receipt(Code.TRY_NOBODY_TO_HELP)
    known(draft, event.by.person, event.by.name)
    draft.accept(f.HelpAsked(at=draft.now, experiment=one.id, person=event.by.person, asked=asked))
    answered(draft, one.id)
    return Receipt(Code.TRY_HELP, names=tuple(map(draft.journey.name, asked)))


def _told(draft: Draft, one: Experiment, event: e.Told) -> Receipt:
    known(draft, event.by.person, event.by.name)
    draft.accept(
        f.WayNoted(
            at=draft.now,
            experiment=one.id,
            person=event.by.person,
            text=event.text,
            nonce=event.by.nonce,
        )
    )
    if event.by.person in one.reminded:
        answered(draft, one.id)
    return Receipt(Code.TRY_NOTED)


def _moved(draft: Draft, one: Experiment, event: e.Moved) -> Receipt:
    starts = event.starts if one.stage in BEFORE else one.starts
    if (starts, event.review) != (one.starts, one.review):
        _other_days(draft, one, event.by, starts, event)
    return Receipt(Code.TRY_MOVED)


def _other_days(draft: Draft, one: Experiment, by: e.By, starts: Any, event: Any) -> None:
    draft.accept(
        f.DatesMoved(
            at=draft.now,
            experiment=one.id,
            person=by.person,
            starts=starts,
            review=event.review,
            nonce=by.nonce,
        )
    )
    sync(draft, one.id)
    plan(draft, one.id)


# --- changing and judging it ----------------------------------------------------------------------


def _edited(draft: Draft, one: Experiment, event: e.Edited) -> Receipt:
    _reworded(draft, one, event.by, event.plan.words)
    if event.plan.takers != one.takers:
        draft.accept(
            f.TakersChanged(at=draft.now, experiment=one.id, person=event.by.person, takers=event.plan.takers)
        )
    asks = event.plan.owner != owner(draft.journey, one) and draft.journey.takes_part(event.plan.owner)
    if asks:
        name_owner(draft, one.id, event.by.person, event.plan.owner)
    starts = event.plan.starts if one.stage in BEFORE else one.starts
    if (starts, event.plan.review) != (one.starts, one.review):
        _other_days(draft, draft.journey.experiments.all[one.id], event.by, starts, event.plan)
    elif asks:
        sync(draft, one.id)
        plan(draft, one.id)
    return Receipt(Code.TRY_CHANGED)


def _reworded(draft: Draft, one: Experiment, by: e.By, said: Mapping[str, str]) -> None:
    """Only the words that are other than before: the rest stays with whoever wrote it."""
    now = {**one.words, "what": words.of_experiment(draft.journey, one)}
    other = {key: text for key, text in said.items() if text != now.get(key, "")}
    if other:
        draft.accept(
            f.ExperimentEdited(
                at=draft.now,
                experiment=one.id,
                person=by.person,
                fields=tuple(other),
                texts=tuple(other.values()),
            )
        )


def _judged(draft: Draft, one: Experiment, event: e.Judged) -> Receipt:
    if one.stage in BEFORE:
        return Receipt(Code.TRY_NOT_BEGUN)
    if event.verdict in GOING_ON and event.review is None:
        return Receipt(Code.TRY_REVIEW_DUE)
    if event.what and event.verdict in GOING_ON:
        _reworded(draft, one, event.by, {"what": event.what})
    draft.accept(
        f.ExperimentJudged(
            at=draft.now,
            experiment=one.id,
            person=event.by.person,
            verdict=event.verdict.value,
            line=event.learning,
            review=event.review,
            nonce=event.by.nonce,
        )
    )
    plan(draft, one.id)
    goes_on = draft.journey.experiments.all[one.id].is_open
    return Receipt(Code.TRY_GOES_ON if goes_on else Code.TRY_JUDGED)


def _established(draft: Draft, one: Experiment, event: e.Established) -> Receipt:
    if not one.continues:
        return Receipt(Code.TRY_NOT_JUDGED)
    draft.accept(f.ExperimentEstablished(at=draft.now, experiment=one.id, person=event.by.person))
    plan(draft, one.id)
    return Receipt(Code.TRY_ESTABLISHED)


def _dropped(draft: Draft, one: Experiment, event: e.Dropped) -> Receipt:
    if one.stage not in BEFORE or one.continues:
        return Receipt(Code.TRY_BEGUN)
    draft.accept(f.ExperimentDropped(at=draft.now, experiment=one.id, person=event.by.person))
    plan(draft, one.id)
    return Receipt(Code.TRY_DROPPED)


DECIDE: Mapping[type, Callable[[Draft, Any], Receipt]] = {
    e.Accepted: _open(_accepted),
    e.Declined: _open(_declined),
    e.OwnerSought: _open(_sought, kept=True),
    e.FirstTaken: _open(_first, kept=True),
    e.NotYet: _open(_not_yet, kept=True),
    e.HelpWanted: _open(_help),
    e.Told: _open(_told),
    e.Moved: _open(_moved, kept=True),
    e.Edited: _open(_edited, kept=True),
    e.Judged: _open(_judged, kept=True),
    e.Established: _open(_established, kept=True),
    e.Dropped: _open(_dropped, kept=True),
}
