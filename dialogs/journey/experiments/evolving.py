"""How decisions and experiments change with each fact."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from immutables import Map

from dialogs.journey.experiments import facts as f
from dialogs.journey.experiments.state import (
    GOING_ON,
    Change,
    ChangeKind,
    Decision,
    Experiment,
    Experiments,
    Help,
    Judgement,
    Source,
    Stage,
    Verdict,
    WayNote,
)
from dialogs.journey.journey import Journey

Evolved = Callable[[Experiment, Any], Experiment]


def _decided(journey: Journey, fact: f.DecisionMade) -> Journey:
    source = Source(fact.session, fact.step, fact.note)
    made = Decision(fact.decision, fact.at, fact.person, fact.text, source)
    lab = journey.experiments
    return _kept(journey, replace(lab, decisions=lab.decisions.set(made.id, made)), fact.nonce)


def _undecided(journey: Journey, fact: f.DecisionDropped) -> Journey:
    lab = journey.experiments
    gone = replace(lab.decisions[fact.decision], dropped=True)
    return _kept(journey, replace(lab, decisions=lab.decisions.set(gone.id, gone)), "")


def _made(journey: Journey, fact: f.ExperimentMade) -> Journey:
    made = Experiment(
        id=fact.experiment,
        decision=fact.decision,
        at=fact.at,
        maker=fact.person,
        words=_said(Map(), fact),
        owner=fact.owner,
        takers=fact.takers,
        starts=fact.starts,
        review=fact.review,
        stage=Stage.IDEA,
        owners=(fact.owner,) if fact.owner else (),
    )
    lab = journey.experiments
    return _kept(journey, replace(lab, all=lab.all.set(made.id, made)), fact.nonce)


def _kept(journey: Journey, lab: Experiments, nonce: str) -> Journey:
    nonces = lab.nonces | {nonce} if nonce else lab.nonces
    return replace(journey, experiments=replace(lab, nonces=nonces))


def _said(words: Map[str, str], fact: f.ExperimentMade | f.ExperimentEdited) -> Map[str, str]:
    """The words after a fact; those of somebody who was forgotten are gone from it."""
    texts = fact.texts or ("",) * len(fact.fields)
    return words.update(dict(zip(fact.fields, texts, strict=True)))


# --- who answers for it ---------------------------------------------------------------------------


def _accepted(one: Experiment, fact: f.OwnerAccepted) -> Experiment:
    stage = Stage.AGREED if one.stage is Stage.IDEA else one.stage
    owners = tuple(dict.fromkeys((*one.owners, fact.person)))
    changed = replace(one, owner=fact.person, owners=owners, accepted=True, stage=stage)
    return changed if one.owner == fact.person else _changed(changed, fact, ChangeKind.OWNER, fact.person)


def _without_owner(one: Experiment, fact: f.OwnerDeclined | f.OwnerLost) -> Experiment:
    stage = Stage.IDEA if one.stage is Stage.AGREED else one.stage
    alone = replace(one, owner="", accepted=False, stage=stage, asked=fact.asked)
    return _changed(alone, fact, ChangeKind.OWNER)


def _named(one: Experiment, fact: f.OwnerNamed) -> Experiment:
    stage = Stage.IDEA if one.stage is Stage.AGREED else one.stage
    owners = tuple(dict.fromkeys((*one.owners, fact.owner)))
    named = replace(one, owner=fact.owner, owners=owners, accepted=False, stage=stage)
    return _changed(named, fact, ChangeKind.OWNER, fact.owner)


def _changed(one: Experiment, fact: Any, kind: ChangeKind, person: str = "") -> Experiment:
    return replace(one, changes=(*one.changes, Change(fact.at, kind, person=person)))


# --- what happens to it ---------------------------------------------------------------------------


def _began(one: Experiment, _: f.ExperimentBegan) -> Experiment:
    return replace(one, stage=Stage.RUNNING)


def _review(one: Experiment, _: f.ReviewCame) -> Experiment:
    return replace(one, stage=Stage.REVIEW)


def _first(one: Experiment, _: f.FirstStepDone) -> Experiment:
    return replace(one, first_done=True)


def _as_it_is(one: Experiment, _: f.NotYetDone) -> Experiment:
    return one


def _help(one: Experiment, fact: f.HelpAsked) -> Experiment:
    return replace(one, helps=(*one.helps, Help(fact.at, fact.person, fact.asked)))


def _noted(one: Experiment, fact: f.WayNoted) -> Experiment:
    return replace(one, notes=(*one.notes, WayNote(fact.at, fact.person, fact.text)))


def _moved(one: Experiment, fact: f.DatesMoved) -> Experiment:
    moved = (
        Change(fact.at, kind, day)
        for kind, day, before in (
            (ChangeKind.STARTS, fact.starts, one.starts),
            (ChangeKind.REVIEW, fact.review, one.review),
        )
        if day != before
    )
    changes = (*one.changes, *moved)
    stage = _going(one) if one.stage is Stage.REVIEW else one.stage
    return replace(one, starts=fact.starts, review=fact.review, changes=changes, stage=stage)


def _going(one: Experiment) -> Stage:
    """How far it is when there is time again until the review."""
    return Stage.RUNNING if one.accepted else Stage.IDEA


def _edited(one: Experiment, fact: f.ExperimentEdited) -> Experiment:
    return _changed(replace(one, words=_said(one.words, fact)), fact, ChangeKind.WORDS)


def _takers(one: Experiment, fact: f.TakersChanged) -> Experiment:
    return _changed(replace(one, takers=fact.takers), fact, ChangeKind.TAKERS)


def _judged(one: Experiment, fact: f.ExperimentJudged) -> Experiment:
    verdict = Verdict(fact.verdict)
    judgement = Judgement(fact.at, fact.person, verdict, fact.line, fact.review)
    judged = replace(one, judgements=(*one.judgements, judgement))
    if fact.review is None:
        return replace(judged, stage=Stage.STOPPED if verdict is Verdict.STOP else Stage.NOT_TRIED)
    # What goes on has begun, whoever answers for it; what was not tried may still wait for its owner.
    stage = Stage.RUNNING if verdict in GOING_ON else _going(one)
    return replace(judged, review=fact.review, stage=stage)


def _established(one: Experiment, _: f.ExperimentEstablished) -> Experiment:
    return replace(one, stage=Stage.ESTABLISHED)


def _dropped(one: Experiment, _: f.ExperimentDropped) -> Experiment:
    return replace(one, stage=Stage.DROPPED)


def _planned(one: Experiment, fact: f.RemindersPlanned) -> Experiment:
    return replace(one, reminded=fact.people)


def _of(evolved: Evolved) -> Callable[[Journey, Any], Journey]:
    def evolve(journey: Journey, fact: Any) -> Journey:
        lab = journey.experiments
        one = evolved(lab.all[fact.experiment], fact)
        return _kept(journey, replace(lab, all=lab.all.set(one.id, one)), getattr(fact, "nonce", ""))

    return evolve


EVOLVE: Mapping[type, Callable[[Journey, Any], Journey]] = {
    f.DecisionMade: _decided,
    f.DecisionDropped: _undecided,
    f.ExperimentMade: _made,
    f.OwnerAccepted: _of(_accepted),
    f.OwnerDeclined: _of(_without_owner),
    f.OwnerLost: _of(_without_owner),
    f.OwnerNamed: _of(_named),
    f.ExperimentBegan: _of(_began),
    f.ReviewCame: _of(_review),
    f.FirstStepDone: _of(_first),
    f.NotYetDone: _of(_as_it_is),
    f.HelpAsked: _of(_help),
    f.WayNoted: _of(_noted),
    f.DatesMoved: _of(_moved),
    f.ExperimentEdited: _of(_edited),
    f.TakersChanged: _of(_takers),
    f.ExperimentJudged: _of(_judged),
    f.ExperimentEstablished: _of(_established),
    f.ExperimentDropped: _of(_dropped),
    f.RemindersPlanned: _of(_planned),
}
