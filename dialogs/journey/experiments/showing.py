"""What stands on the cards of experiments."""

from __future__ import annotations

from datetime import date, datetime

from dialogs.calendar.hours import Rhythm
from dialogs.journey.area import Reading
from dialogs.journey.experiments import messages as m
from dialogs.journey.experiments import words
from dialogs.journey.experiments.circle import keepers, owner
from dialogs.journey.experiments.planning import today
from dialogs.journey.experiments.state import BEFORE, Experiment, Stage, Verdict
from dialogs.journey.journey import Journey
from dialogs.people import PersonId

OVER_SHOWN = 5
"""Finished experiments on the board."""


def shown(journey: Journey, one: Experiment) -> m.Shown:
    """How far it is."""
    if one.stage is Stage.IDEA:
        return m.Shown.ASKED if owner(journey, one) else m.Shown.OWNERLESS
    if one.stage is not Stage.RUNNING:
        return m.Shown(one.stage.value)
    if not owner(journey, one):
        return m.Shown.OWNERLESS
    return _GOING.get(one.judgements[-1].verdict, m.Shown.RUNNING) if one.judgements else m.Shown.RUNNING


_GOING = {Verdict.CONTINUE: m.Shown.CONTINUED, Verdict.CHANGE: m.Shown.CHANGED}


def line(journey: Journey, one: Experiment) -> m.ExperimentLine:
    """One line of a list."""
    day = one.starts if one.stage in BEFORE else one.review
    learning = one.judgements[-1].learning if one.judgements else ""
    return m.ExperimentLine(
        id=one.id,
        what=words.of_experiment(journey, one),
        shown=shown(journey, one),
        owner=journey.name(owner(journey, one)),
        day=day if one.is_open else None,
        learning="" if one.is_open else learning,
        accepted=one.accepted,
    )


def view(journey: Journey, one: Experiment) -> m.ExperimentView:
    """All of it."""
    rhythm = Rhythm(journey.zone)
    return m.ExperimentView(
        id=one.id,
        what=words.of_experiment(journey, one),
        moment=one.words.get("moment", ""),
        first=one.words.get("first", ""),
        sign=one.words.get("sign", ""),
        owner=journey.name(owner(journey, one)),
        takers=tuple(journey.name(taker) for taker in one.takers if journey.takes_part(taker)),
        starts=one.starts,
        review=one.review,
        shown=shown(journey, one),
        accepted=one.accepted,
        notes=tuple((rhythm.day_of(note.at), note.text) for note in one.notes),
        judgements=tuple(
            m.JudgementLine(rhythm.day_of(each.at), each.verdict, each.learning, each.review)
            for each in one.judgements
        ),
        is_open=one.is_open,
    )


# --- the board --------------------------------------------------------------------------------------


def board(journey: Journey, now: datetime) -> m.ExperimentsBoard:
    """The board of the channel."""
    lab = journey.experiments
    going = [one for one in lab.in_order() if one.is_open]
    over = [one for one in lab.in_order() if not one.is_open and one.stage is not Stage.DROPPED]
    return m.ExperimentsBoard(
        journey=journey.id,
        today=today(journey, now),
        lines=tuple(line(journey, one) for one in sorted(going, key=_urgency)),
        decisions=tuple(words.of_decision(journey, one) for one in lab.waiting()),
        over=tuple(line(journey, one) for one in over[: -OVER_SHOWN - 1 : -1]),
        more=max(0, len(over) - OVER_SHOWN),
    )


_ORDER = (Stage.REVIEW, Stage.RUNNING, Stage.AGREED, Stage.IDEA)


def _urgency(one: Experiment) -> tuple[int, date, int]:
    return _ORDER.index(one.stage), one.review, int(one.id)


def kept(journey: Journey, decisions: tuple[str, ...]) -> m.DecisionKept:
    """The answer to decisions; of a single one an experiment can be made at once."""
    found = [journey.experiments.decisions[one] for one in decisions]
    texts = tuple(words.of_decision(journey, one) for one in found)
    return m.DecisionKept(journey.id, texts, decisions[0] if len(decisions) == 1 else "")


def on_channel(reading: Reading) -> m.ExperimentsBoard:
    """The board of the channel, as a living card."""
    return board(reading.journey, reading.now)


# --- one experiment, to one person ------------------------------------------------------------------


def on_card(reading: Reading) -> m.ExperimentCard | None:
    """The living card of an experiment."""
    one = _found(reading)
    return card(reading.journey, one, reading.person, reading.now) if one else None


def card(journey: Journey, one: Experiment, person: PersonId, now: datetime) -> m.ExperimentCard:
    """An experiment to somebody, with the buttons that are of use to them now."""
    asked = one.is_open and not one.accepted and owner(journey, one) == person
    verbs = tuple(_verbs(journey, one, person)) if one.is_open else ("try-trace",)
    return m.ExperimentCard(journey.id, today(journey, now), view(journey, one), verbs, asked)


def _verbs(journey: Journey, one: Experiment, person: PersonId) -> list[str]:
    mine, free = owner(journey, one) == person, not owner(journey, one)
    found = ["try-yes"] if free or (mine and not one.accepted) else []
    found += ["try-no"] if mine and not one.accepted else []
    if person in keepers(journey, one):
        found += ["try-verdict"] if one.stage not in BEFORE else []
        found += ["try-established"] if one.continues else []
    found += ["try-note"]
    if person in keepers(journey, one):
        found += ["try-move", "try-edit"]
        found += ["try-drop"] if one.stage in BEFORE and not one.continues else []
    found += ["try-no"] if mine and one.accepted else []
    return [*found, "try-help", "try-trace"]


def on_seeking(reading: Reading) -> m.OwnerSoughtCard | None:
    """To those who are to find an owner."""
    one = _found(reading)
    if one is None:
        return None
    seeking = one.is_open and not owner(reading.journey, one)
    day = today(reading.journey, reading.now)
    return m.OwnerSoughtCard(reading.journey.id, day, view(reading.journey, one), seeking)


def on_help(reading: Reading) -> m.HelpCard | None:
    """To those who can help."""
    one = _found(reading)
    number = int(reading.args[1]) if len(reading.args) > 1 and reading.args[1].isdecimal() else 0
    if one is None or not 0 < number <= len(one.helps):
        return None
    journey = reading.journey
    name = journey.name(one.helps[number - 1].person)
    return m.HelpCard(journey.id, today(journey, reading.now), view(journey, one), name)


def _found(reading: Reading) -> Experiment | None:
    return reading.journey.experiments.all.get(reading.args[0]) if reading.args else None


# --- where it comes from ----------------------------------------------------------------------------


def trace(journey: Journey, one: Experiment, now: datetime) -> m.Trace:
    """Back to the workshop, forward to the verdict."""
    decision = journey.experiments.decisions[one.decision]
    held, found = words.workshop(journey, decision.source), words.pick(journey, decision.source)
    rhythm = Rhythm(journey.zone)
    same = held.picks if held and found and found.theme else ()
    return m.Trace(
        journey=journey.id,
        today=today(journey, now),
        view=view(journey, one),
        decision=words.of_decision(journey, decision),
        decided=rhythm.day_of(decision.at),
        from_pick=found is not None,
        pick=found.text if found else "",
        theme=found.theme if found else "",
        others=tuple(x.text for x in same if found and x.theme == found.theme and x != found and x.text),
        slug=held.slug if held else "",
        held=rhythm.day_of(held.began_at) if held else None,
        changes=tuple(
            m.ChangeLine(rhythm.day_of(each.at), each.kind, each.day, journey.name(each.person))
            for each in one.changes
        ),
    )
