"""Turns of Joo & ja, and picks."""

from __future__ import annotations

from content.steps import By, PickStep
from dialogs import events as e
from dialogs import messages as m
from dialogs.activities.canvas import is_private, notes_of
from dialogs.activities.pick import candidates
from dialogs.asking import MOST_OPTIONS, Asking, Errors, Outcome, not_theirs, refusal, text
from dialogs.receipts import Code, Receipt
from dialogs.verbs import EVERYBODY, is_number


def ask_turn(asking: Asking) -> m.TurnForm | Receipt:
    """The turn that is to be written now."""
    session, (step, turn) = asking.session, asking.args
    if refused := refusal(asking, step):
        return refused
    group = session.runs[step].group_of(asking.person)
    coming = group.coming if group else None
    if group is None or coming is None or coming.by != asking.person or str(coming.number) != turn:
        return Receipt(Code.NOT_YOUR_TURN)
    said = group.sentences[group.taken - 1].text if coming.kind is m.TurnKind.ANSWER else ""
    return m.TurnForm(session.id, step, coming.number, coming.kind, session.name(coming.to), said)


def read_turn(asking: Asking) -> Outcome:
    """What was said."""
    step, turn = asking.args
    errors: Errors = {}
    said = text(asking, "text", errors)
    if errors:
        return errors
    return e.Said(asking.person, step, int(turn), said) if is_number(turn) else Receipt(Code.UNKNOWN)


def ask_pick(asking: Asking) -> m.PickForm | Receipt:
    """The notes to choose from: of very many the newest, and those that are chosen already."""
    session, (step, group) = asking.session, asking.args
    if refused := refusal(asking, step):
        return refused
    run, picking = session.runs[step], session.steps[step]
    if not isinstance(picking, PickStep) or (group == EVERYBODY) == (picking.by is By.GROUP):
        return Receipt(Code.UNKNOWN)
    if group != EVERYBODY and group not in run.groups:
        return Receipt(Code.UNKNOWN)
    if refused := not_theirs(asking, step, group):
        return refused
    chosen = run.picks.get(asking.person if group == EVERYBODY else group, ())
    notes = candidates(session, picking, group, asking.person)
    if not notes:
        return Receipt(Code.NOTHING_THERE)
    ids = {note.id for note in sorted(notes, key=lambda note: note.id in chosen)[-MOST_OPTIONS:]}
    offered = tuple((note.id, note.cell, note.text) for note in notes if note.id in ids)
    kept = tuple(one for one in chosen if one in ids)
    source = notes_of(session, picking)
    private = is_private(session, source)
    return m.PickForm(session.id, step, group, picking.budget, offered, source, kept, picking.by, private)


def read_pick(asking: Asking) -> Outcome:
    """What was chosen."""
    step, group = asking.args
    chosen, picking = tuple(dict.fromkeys(asking.many("notes"))), asking.session.steps.get(step)
    if not isinstance(picking, PickStep):
        return Receipt(Code.UNKNOWN)
    if len(chosen) > picking.budget:
        return {"notes": "too_many"}
    return e.Picked(asking.person, step, "" if group == EVERYBODY else group, chosen)
