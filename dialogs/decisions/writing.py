"""What participants write and choose. Texts arrive here clean (`texts.py`)."""

from __future__ import annotations

from content.steps import By, PickStep
from dialogs import events as e
from dialogs import facts as f
from dialogs.activities import exchange
from dialogs.activities.canvas import cell_ids, is_between_few
from dialogs.activities.pick import candidates
from dialogs.decisions.facilitating import names
from dialogs.draft import Draft
from dialogs.people import PersonId
from dialogs.receipts import DONE, Code, Receipt
from dialogs.session import Group, Run, Session, number


def noted(draft: Draft, event: e.Noted) -> Receipt:
    """A note. It is kept also when the step has been left meanwhile, and then marked late."""
    session = draft.session
    if event.note in session.notes or event.note in session.deleted:
        return Receipt(Code.ALREADY_SAVED)
    run = session.runs.get(event.step)
    if run is None or event.cell not in cell_ids(session, event.step):
        return Receipt(Code.UNKNOWN)
    if refusal := _may_write(session, run, event.person, event.group):
        return refusal
    late = not session.live(event.step)
    draft.accept(
        f.NoteWritten(
            at=draft.now,
            note=event.note,
            step=event.step,
            group=event.group,
            cell=event.cell,
            person=event.person,
            text=event.text,
            late=late,
            parts=event.parts,
            origin=event.origin,
        )
    )
    return (
        Receipt(Code.KEPT_LATE, at=run.left_at or session.closed_at, names=names(session))
        if late
        else Receipt(Code.SAVED)
    )


def note_changed(draft: Draft, event: e.NoteChanged) -> Receipt:
    """One's own note, rewritten or (empty) taken away."""
    note = draft.session.notes.get(event.note)
    if note is None:
        return Receipt(Code.UNKNOWN)
    if note.author != event.person:
        return _not_yours(draft.session.runs[note.step], event.person)
    if not event.text:
        draft.accept(
            f.NoteDeleted(at=draft.now, note=note.id, person=event.person, step=note.step, group=note.group)
        )
        return Receipt(Code.DELETED)
    if (event.text, event.parts) != (note.text, note.parts):
        edited = f.NoteEdited(
            at=draft.now, note=note.id, person=event.person, text=event.text, parts=event.parts
        )
        draft.accept(edited)
    return Receipt(Code.SAVED)


def said(draft: Draft, event: e.Said) -> Receipt:
    """A turn of Joo & ja; writing shows that one is there."""
    group, refusal = _own_group(draft.session, event.step, event.person)
    if refusal or group is None:
        return refusal or Receipt(Code.UNKNOWN)
    if _has_said(draft.session.runs[event.step], event):
        return Receipt(Code.ALREADY_SAVED)
    coming = group.coming
    if coming is None or (coming.number, coming.by) != (event.turn, event.person):
        return Receipt(Code.NOT_YOUR_TURN)
    draft.accept(
        f.TurnTaken(
            at=draft.now,
            step=event.step,
            group=group.id,
            turn=group.taken,
            person=event.person,
            text=event.text,
        )
    )
    exchange.arrive(draft, event.person)
    return Receipt(Code.SAVED)


def _has_said(run: Run, event: e.Said) -> bool:
    said = (one for group in run.groups.values() for one in group.sentences[: group.taken])
    return any((one.number, one.by) == (event.turn, event.person) for one in said)


def arrived(draft: Draft, event: e.Arrived) -> Receipt:
    """Olen paikalla."""
    session = draft.session
    if not session.is_here(event.person):
        return Receipt(Code.NOT_IN)
    if event.step not in session.steps or session.steps[event.step].kind != "exchange":
        return Receipt(Code.UNKNOWN)
    if not session.live(event.step):
        return Receipt(Code.TOO_LATE, step=event.step)
    exchange.arrive(draft, event.person)
    return DONE


def picked(draft: Draft, event: e.Picked) -> Receipt:
    """Picks, in place of the earlier ones: a group's, or one's own where each person chooses.

    What was taken away meanwhile falls out of them.
    """
    session = draft.session
    group, refusal = _picking_group(session, event)
    if refusal:
        return refusal
    step = session.steps[event.step]
    if not isinstance(step, PickStep):
        return Receipt(Code.UNKNOWN)
    if len(event.notes) > step.budget:
        return Receipt(Code.TOO_MANY, n=step.budget)
    chosen = tuple(one for one in event.notes if one not in session.deleted)
    offered = {note.id for note in candidates(session, step, group, event.person)}
    if not offered.issuperset(chosen):
        return Receipt(Code.UNKNOWN)
    if draft.run.picks.get(group or event.person, ()) != chosen:
        draft.accept(
            f.NotesPicked(at=draft.now, step=step.id, group=group, person=event.person, notes=chosen)
        )
    return Receipt(Code.SAVED)


def _picking_group(session: Session, event: e.Picked) -> tuple[str, Receipt | None]:
    """The group that picks ("" where each person does), or why not."""
    step = session.steps.get(event.step)
    if isinstance(step, PickStep) and step.by is not By.GROUP:
        return "", _may_take_part(session, event.step, event.person)
    group, refusal = _own_group(session, event.step, event.person, event.group)
    return (group.id if group else ""), refusal


def _may_take_part(session: Session, step: str, person: PersonId) -> Receipt | None:
    """Why `person` may not act in `step` now; None when they may."""
    if step not in session.runs:
        return Receipt(Code.UNKNOWN)
    if not session.live(step):
        return Receipt(Code.TOO_LATE, step=step)
    return None if session.is_here(person) else Receipt(Code.NOT_IN)


def recorder_taken(draft: Draft, event: e.RecorderTaken) -> Receipt:
    """Ryhdyn kirjuriksi."""
    group, refusal = _own_group(draft.session, event.step, event.person, event.group)
    if refusal or group is None:
        return refusal or Receipt(Code.UNKNOWN)
    if event.person not in group.members:
        return _not_yours(draft.run, event.person)
    if group.recorder != event.person:
        draft.accept(f.RecorderChosen(at=draft.now, step=event.step, group=group.id, person=event.person))
    return DONE


def readied(draft: Draft, event: e.Readied) -> Receipt:
    """Olen valmis."""
    session = draft.session
    if event.step not in session.runs:
        return Receipt(Code.UNKNOWN)
    if not session.is_here(event.person):
        return Receipt(Code.NOT_IN)
    if not session.live(event.step):
        return Receipt(Code.TOO_LATE, step=event.step)
    if event.person not in draft.run.ready:
        draft.accept(f.PersonReady(at=draft.now, step=event.step, person=event.person))
    return DONE


def rated(draft: Draft, event: e.Rated) -> Receipt:
    """How it went; can be changed, and given also afterwards."""
    if not draft.session.is_here(event.person) and not draft.session.leads(event.person):
        return Receipt(Code.NOT_IN)
    given = draft.session.feedback.get(event.person)
    if given is None or (given.score, given.line) != (event.score, event.line):
        draft.accept(f.FeedbackGiven(at=draft.now, person=event.person, score=event.score, line=event.line))
    return Receipt(Code.SAVED)


def _may_write(session: Session, run: Run, person: PersonId, group: str) -> Receipt | None:
    """Why `person` may not write on the canvas of `group`; None when they may.

    Facilitators may write anywhere but on what is between few. What somebody had begun before the groups
    changed is still taken in.
    """
    if not session.leads(person) and person not in session.people:
        return Receipt(Code.NOT_IN)
    if not group and not run.groups:
        return None
    own = run.groups.get(group)
    if own is None:
        return Receipt(Code.UNKNOWN)
    leads = session.leads(person) and not is_between_few(session, run.step)
    theirs = leads or person in own.members or person in own.former
    return None if theirs else _not_yours(run, person)


def _own_group(
    session: Session, step: str, person: PersonId, group: str = ""
) -> tuple[Group | None, Receipt | None]:
    """The group that `person` acts for in `step` now, or why not.

    A facilitator may act for the group named.
    """
    run = session.runs.get(step)
    if run is None:
        return None, Receipt(Code.UNKNOWN)
    if not session.live(step):
        return None, Receipt(Code.TOO_LATE, step=step)
    if group and session.leads(person) and group in run.groups:
        return run.groups[group], None
    if not session.is_here(person):
        return None, Receipt(Code.NOT_IN)
    own = run.group_of(person)
    if own is None or (group and own.id != group):
        return None, _not_yours(run, person)
    return own, None


def _not_yours(run: Run, person: PersonId) -> Receipt:
    own = run.group_of(person)
    return Receipt(Code.NOT_YOURS, group=number(own.id) if own else 0)
