"""What comes of what people want with decisions and experiments."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dialogs.journey.draft import Draft
from dialogs.journey.experiments import events as e
from dialogs.journey.experiments import facts as f
from dialogs.journey.experiments import words
from dialogs.journey.experiments.circle import removers
from dialogs.journey.experiments.messages import DecisionKept, ExperimentsBoard
from dialogs.journey.experiments.showing import board, kept
from dialogs.journey.experiments.state import NO_SOURCE, Source
from dialogs.journey.experiments.steps import plan, sync
from dialogs.journey.people import known
from dialogs.receipts import Code, Receipt

MOST = 100
"""Decisions, and experiments, that may be open at a time: so many can be chosen from in a form."""


def asked(draft: Draft, event: e.BoardAsked) -> ExperimentsBoard:
    """The board; whoever asks takes part from now on, so that there is a journey."""
    known(draft, event.by.person, event.by.name)
    return board(draft.journey, draft.now)


def decided(draft: Draft, event: e.Decided) -> Receipt | DecisionKept:
    """Decisions of picks and of one's own words."""
    if again(draft, event.by):
        return Receipt(Code.ALREADY_SAVED)
    if len(draft.journey.experiments.waiting()) + len(event.sources) + bool(event.text) > MOST:
        return Receipt(Code.TRY_FULL)
    known(draft, event.by.person, event.by.name)
    made = [_decision(draft, event.by, source=source) for source in event.sources]
    if event.text:
        made.append(_decision(draft, event.by, event.text))
    return kept(draft.journey, tuple(dict.fromkeys(made)))


def undecided(draft: Draft, event: e.Undecided) -> Receipt:
    """Decisions go off the board, if they are one's own and nothing has come of them."""
    waiting = {one.id: one for one in draft.journey.experiments.waiting()}
    own = [
        one
        for one in event.decisions
        if one in waiting and event.by.person in removers(draft.journey, waiting[one])
    ]
    draft.accept(*(f.DecisionDropped(at=draft.now, decision=one, person=event.by.person) for one in own))
    return Receipt(Code.DELETED if own else Code.NOTHING_THERE)


def _decision(draft: Draft, by: e.By, text: str = "", source: Source | None = None) -> str:
    """The decision's id; a pick is decided once."""
    lab = draft.journey.experiments
    if source and (
        found := next(
            (one.id for one in lab.decisions.values() if one.source == source and not one.dropped), ""
        )
    ):
        return found
    number, pick = str(len(lab.decisions) + 1), source or NO_SOURCE
    # Words that are the pick's own stand with whoever wrote them.
    own = "" if text == words.of_pick(draft.journey, pick) else text
    draft.accept(
        f.DecisionMade(
            at=draft.now,
            decision=number,
            person=by.person,
            text=own,
            session=pick.session,
            step=pick.step,
            note=pick.note,
            nonce=by.nonce,
        )
    )
    return number


def tried(draft: Draft, event: e.Tried) -> Receipt:
    """An experiment; whoever takes it on oneself has accepted."""
    if again(draft, event.by):
        return Receipt(Code.ALREADY_SAVED)
    lab = draft.journey.experiments
    if sum(one.is_open for one in lab.all.values()) >= MOST:
        return Receipt(Code.TRY_FULL)
    if event.decision and (event.decision not in lab.decisions or lab.decisions[event.decision].dropped):
        return Receipt(Code.UNKNOWN)
    known(draft, event.by.person, event.by.name)
    number = _experiment(draft, event)
    if event.plan.owner == event.by.person:
        draft.accept(f.OwnerAccepted(at=draft.now, experiment=number, person=event.by.person))
    sync(draft, number)
    plan(draft, number)
    if event.plan.owner == event.by.person:
        return Receipt(Code.TRY_AGREED)
    return Receipt(Code.TRY_ASKED, names=(draft.journey.name(event.plan.owner),))


def _experiment(draft: Draft, event: e.Tried) -> str:
    by, chosen = event.by, event.plan
    what = chosen.words.get("what", "")
    source = event.source if event.source.session else None
    from_pick = e.By(by.person, by.name)
    decision = event.decision or _decision(draft, from_pick, "" if source else what, source)
    lab = draft.journey.experiments
    same = what == words.of_decision(draft.journey, lab.decisions[decision])
    said = {key: text for key, text in chosen.words.items() if text and not (key == "what" and same)}
    number = str(len(lab.all) + 1)
    draft.accept(
        f.ExperimentMade(
            at=draft.now,
            experiment=number,
            decision=decision,
            person=by.person,
            fields=tuple(said),
            texts=tuple(said.values()),
            owner=chosen.owner,
            takers=chosen.takers,
            starts=chosen.starts,
            review=chosen.review,
            nonce=by.nonce,
        )
    )
    return number


def again(draft: Draft, by: e.By) -> bool:
    """Whether the same form was sent before."""
    return bool(by.nonce) and by.nonce in draft.journey.experiments.nonces


DECIDE: Mapping[type, Callable[[Draft, Any], Any]] = {
    e.BoardAsked: asked,
    e.Decided: decided,
    e.Tried: tried,
    e.Undecided: undecided,
}
