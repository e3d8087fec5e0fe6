"""Turns of Joo & ja, and picks."""

from __future__ import annotations

from content.steps import By
from dialogs import events as e
from dialogs import messages as m
from dialogs.activities.canvas import notes_of
from dialogs.activities.pick import candidates, pick_step
from dialogs.asking import MOST_OPTIONS, Asking, Errors, Outcome, refusal, text
from dialogs.receipts import Code, Receipt
from dialogs.session import number
from dialogs.verbs import EVERYBODY


def ask_turn(asking: Asking) -> m.TurnForm | Receipt:
    """The turn that is to be written now."""
    session, (step, turn) = asking.session, asking.args
    if refused := refusal(asking, step):
        return refused
    group = session.runs[step].group_of(asking.person)
    coming = group.coming if group else None
    if group is None or coming is None or coming.by != asking.person or str(group.taken) != turn:
        return Receipt(Code.NOT_YOUR_TURN)
    said = group.sentences[group.taken - 1].text if coming.kind is m.TurnKind.ANSWER else ""
    return m.TurnForm(session.id, step, group.taken, coming.kind, session.name(coming.to), said)


def read_turn(asking: Asking) -> Outcome:
    """What was said."""
    step, turn = asking.args
    errors: Errors = {}
    said = text(asking, "text", errors)
    if errors:
        return errors
    return e.Said(asking.person, step, int(turn), said) if turn.isdigit() else Receipt(Code.UNKNOWN)


def ask_pick(asking: Asking) -> m.PickForm | Receipt:
    """The notes to choose from."""
    session, (step, group) = asking.session, asking.args
    if refused := refusal(asking, step):
        return refused
    run, picking = session.runs[step], pick_step(session, step)
    if picking.by is By.GROUP:
        own = run.group_of(asking.person)
        if not session.leads(asking.person) and (own is None or own.id != group):
            return Receipt(Code.NOT_YOURS, group=number(own.id) if own else 0)
    notes = candidates(session, picking, group, asking.person)
    if not notes:
        return Receipt(Code.NOTHING_THERE)
    offered = tuple((note.id, note.cell, note.text) for note in notes[-MOST_OPTIONS:])
    chosen = run.picks.get(asking.person if picking.by is not By.GROUP else group, ())
    return m.PickForm(session.id, step, group, picking.budget, offered, notes_of(session, picking), chosen)


def read_pick(asking: Asking) -> Outcome:
    """What was chosen."""
    step, group = asking.args
    chosen = tuple(dict.fromkeys(asking.many("notes")))
    if len(chosen) > pick_step(asking.session, step).budget:
        return {"notes": "too_many"}
    return e.Picked(asking.person, step, "" if group == EVERYBODY else group, chosen)
