"""`evolve(session, fact) -> session`: what each fact changes.

Total: any log that was ever written can be folded.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from immutables import Map

from content.workshop import Workshop
from dialogs import facts as f
from dialogs.changed import changed
from dialogs.evolve_groups import change_run, group_joined, group_left, groups_formed, recorder_chosen
from dialogs.messages import Stage
from dialogs.people import Participant
from dialogs.session import Feedback, Note, Run, Session, Theme


def evolve(session: Session, fact: f.FactType) -> Session:
    """The session after `fact`."""
    after = EVOLVE[type(fact)](session, fact)
    return _led(after, fact.at) if _is_deed(fact) and after.leads(getattr(fact, "person", "")) else after


def _is_deed(fact: f.FactType) -> bool:
    """Whether its person did it, rather than having it happen to them (or going away)."""
    happened = f.PersonNamed | f.PersonLeft | f.PersonNotReached | f.GroupJoined | f.GroupLeft
    return not isinstance(fact, happened)


def _led(session: Session, at: datetime) -> Session:
    """A facilitator did something: nobody needs to take over."""
    return changed(session, led_at=max(session.led_at, at), lead_offered=False)


def fold(facts: Iterable[f.FactType], workshop: Workshop) -> Session:
    """The session that `facts` tell of; the first one must be `SessionOpened` (else `TypeError`)."""
    log = iter(facts)
    session = opened(next(log), workshop)
    for fact in log:
        session = evolve(session, fact)
    return session


def opened(fact: f.FactType, workshop: Workshop) -> Session:
    """The session that begins with `fact`; raises `TypeError` when a log begins with anything else."""
    if not isinstance(fact, f.SessionOpened):
        message = f"a log begins with SessionOpened, not {type(fact).__name__}"
        raise TypeError(message)
    return Session(
        id=fact.session,
        workshop=workshop,
        edition=fact.edition,
        place=fact.place,
        language=fact.language,
        seed=fact.seed,
        opened_at=fact.at,
        facilitators=(fact.facilitator,),
        agenda=fact.agenda,
        led_at=fact.at,
        names=Map({fact.facilitator: fact.name}),
        length=fact.length,
        mode=fact.mode,
        slow=fact.slow,
        zone=fact.zone,
        met=Map(Counter(map(frozenset, fact.met))),
        pairs_before=fact.pairs_before,
        groups_before=fact.groups_before,
    )


# --- people ---------------------------------------------------------------------------------------


def _joined(session: Session, fact: f.PersonJoined) -> Session:
    earlier = session.people.get(fact.person)
    joined_at = earlier.joined_at if earlier else fact.at
    name = fact.name or (earlier.name if earlier else "")
    one = Participant(fact.person, name, fact.language, joined_at)
    return changed(session, people=session.people.set(fact.person, one))


def _named(session: Session, fact: f.PersonNamed) -> Session:
    led = fact.person in session.names
    names = session.names.set(fact.person, fact.name) if led else session.names
    return _participant(changed(session, names=names), fact.person, name=fact.name)


def _left(session: Session, fact: f.PersonLeft) -> Session:
    return _participant(session, fact.person, present=False)


def _not_reached(session: Session, fact: f.PersonNotReached) -> Session:
    return _participant(session, fact.person, reachable=False)


def _participant(session: Session, person: str, **changes: Any) -> Session:
    one = session.people.get(person)
    if one is None:
        return session
    return changed(session, people=session.people.set(person, changed(one, **changes)))


def _facilitator(session: Session, fact: f.FacilitatorAdded) -> Session:
    facilitators = (*(one for one in session.facilitators if one != fact.person), fact.person)
    names = session.names.set(fact.person, fact.name)
    return changed(session, facilitators=facilitators, names=names, lead_offered=False, led_at=fact.at)


def _no_facilitator(session: Session, fact: f.FacilitatorRemoved) -> Session:
    return changed(session, facilitators=tuple(one for one in session.facilitators if one != fact.person))


def _lead_offered(session: Session, _: f.LeadOffered) -> Session:
    return changed(session, lead_offered=True, offer=session.visit)


# --- the course of it -----------------------------------------------------------------------------


def _agenda(session: Session, fact: f.AgendaSet) -> Session:
    length = session.length if fact.length is None else fact.length
    won_back = session.won_back + _ahead(session, session.agenda) - _ahead(session, fact.agenda)
    mode = fact.mode or session.mode
    return changed(
        session,
        agenda=fact.agenda,
        length=length,
        mode=mode,
        won_back=won_back if session.current else 0,
    )


def _ahead(session: Session, agenda: Iterable[f.AgendaItem]) -> int:
    """Minutes of what goes on now and what is still to come."""
    coming = (item for item in agenda if item.on and item.step not in session.runs)
    now = next((item.minutes for item in agenda if item.step == session.current), 0)
    return now + sum(item.minutes + item.pause for item in coming)


def _wished(session: Session, fact: f.StepsWished) -> Session:
    return changed(session, wishes=session.wishes.set(fact.person, fact.steps))


def _entered(session: Session, fact: f.StepEntered) -> Session:
    run = session.runs.get(fact.step) or Run(fact.step, 0, fact.at, fact.ends_at, None)
    entered = changed(
        run,
        visit=fact.visit,
        entered_at=fact.at,
        ends_at=fact.ends_at,
        active_since=fact.at,
        left_at=None,
        skipped=False,
        ready=frozenset(),
        groups=Map({one.id: changed(one, changed=one.taken) for one in run.groups.values()}),
        rung=(),
        asking=False,
        over=False,
        over_at=None,
    )
    runs = session.runs.set(fact.step, entered)
    return changed(
        session, stage=Stage.RUNNING, current=fact.step, visit=fact.visit, runs=runs, lead_offered=False
    )


def _step_left(session: Session, fact: f.StepLeft) -> Session:
    run = session.runs[fact.step]
    return change_run(
        session,
        fact.step,
        left_at=fact.at,
        skipped=fact.skipped,
        spent=run.seconds(fact.at),
        active_since=None,
        asking=False,
    )


def _time(session: Session, fact: f.TimeSet) -> Session:
    return change_run(
        session,
        session.current,
        ends_at=fact.ends_at,
        over=False,
        over_at=None,
        asking=False,
        extended_at=fact.at,
    )


def _paused(session: Session, fact: f.Paused) -> Session:
    run = session.runs[session.current]
    remaining = max(0.0, (run.ends_at - fact.at).total_seconds())
    stopped = change_run(
        session,
        session.current,
        spent=run.seconds(fact.at),
        active_since=None,
        remaining=remaining,
        asking=False,
    )
    taken = session.pauses_taken | {session.current} if fact.planned else session.pauses_taken
    return changed(stopped, stage=Stage.PAUSED, pause_planned=fact.planned, pauses_taken=taken)


def _resumed(session: Session, fact: f.Resumed) -> Session:
    running = change_run(
        session, session.current, ends_at=fact.ends_at, active_since=fact.at, over=False, over_at=None
    )
    return changed(running, stage=Stage.RUNNING)


def _warned(session: Session, _: f.TimeWarned) -> Session:
    rung = (*session.runs[session.current].rung, "two")
    return change_run(session, session.current, rung=rung, asking=True)


def _ran_out(session: Session, fact: f.TimeRanOut) -> Session:
    rung = (*session.runs[session.current].rung, "over")
    return change_run(session, session.current, rung=rung, asking=True, over=True, over_at=fact.at)


def _closed(session: Session, fact: f.SessionClosed) -> Session:
    return changed(
        session, stage=Stage.CLOSED, closed_at=fact.at, close_reason=fact.reason, lead_offered=False
    )


def _picture(session: Session, fact: f.PictureLeftOut) -> Session:
    return changed(session, picture_trouble=fact.reason)


# --- working together -----------------------------------------------------------------------------


def _arrived(session: Session, fact: f.PersonArrived) -> Session:
    run = session.runs[fact.step]
    return change_run(session, fact.step, arrived=run.arrived | {fact.person})


def _turn(session: Session, fact: f.TurnTaken) -> Session:
    run = session.runs[fact.step]
    group = run.groups[fact.group]
    spoken = changed(group.sentences[fact.turn], text=fact.text, heard=group.members)
    sentences = (*group.sentences[: fact.turn], spoken, *group.sentences[fact.turn + 1 :])
    groups = run.groups.set(group.id, changed(group, sentences=sentences, taken=fact.turn + 1))
    return change_run(session, fact.step, groups=groups, wrote=run.wrote | {fact.person})


def _note(session: Session, fact: f.NoteWritten) -> Session:
    """A note without words has been forgotten: it is no note any more."""
    if not fact.text:
        return changed(session, deleted=session.deleted.set(fact.note, True))  # noqa: FBT003 -- a map's value
    where = (fact.step, fact.group, fact.cell)
    parts, origin = fact.parts, fact.origin
    note = Note(fact.note, *where, fact.person, fact.text, fact.at, fact.late, parts, origin)
    cells = session.cells.set(where, (*session.cells.get(where, ()), fact.note))
    run = session.runs[fact.step]
    written = changed(session, notes=session.notes.set(fact.note, note), cells=cells)
    return change_run(written, fact.step, wrote=run.wrote | {fact.person}, notes=run.notes + 1)


def _note_edited(session: Session, fact: f.NoteEdited) -> Session:
    note = session.notes.get(fact.note)
    if note is None:
        return session
    if not fact.text:
        return _without_note(session, note)
    return changed(
        session, notes=session.notes.set(fact.note, changed(note, text=fact.text, parts=fact.parts))
    )


def _note_deleted(session: Session, fact: f.NoteDeleted) -> Session:
    note = session.notes.get(fact.note)
    return session if note is None else _without_note(session, note)


def _without_note(session: Session, note: Note) -> Session:
    where = (note.step, note.group, note.cell)
    cells = session.cells.set(where, tuple(one for one in session.cells[where] if one != note.id))
    notes, deleted = session.notes.delete(note.id), session.deleted.set(note.id, True)  # noqa: FBT003 -- a map's value
    after = changed(session, notes=notes, cells=cells, deleted=deleted)
    return change_run(after, note.step, notes=session.runs[note.step].notes - 1)


def _picked(session: Session, fact: f.NotesPicked) -> Session:
    run = session.runs[fact.step]
    return change_run(
        session,
        fact.step,
        picks=run.picks.set(fact.group or fact.person, fact.notes),
        wrote=run.wrote | {fact.person},
    )


def _round(session: Session, fact: f.RoundBegun) -> Session:
    return change_run(
        session,
        fact.step,
        round=fact.round,
        ends_at=fact.ends_at,
        ready=frozenset(),
        asking=False,
        over=False,
        over_at=None,
    )


def _theme_named(session: Session, fact: f.ThemeNamed) -> Session:
    run = session.runs[fact.step]
    theme = Theme(fact.theme, fact.text)
    known = any(one.id == theme.id for one in run.themes)
    themes = (
        tuple(theme if one.id == theme.id else one for one in run.themes) if known else (*run.themes, theme)
    )
    return change_run(session, fact.step, themes=themes, wrote=run.wrote | {fact.person})


def _notes_themed(session: Session, fact: f.NotesThemed) -> Session:
    run = session.runs[fact.step]
    with run.themed.mutate() as themed:
        for note in fact.notes:
            if fact.theme:
                themed[note] = fact.theme
            elif note in themed:
                del themed[note]
        after = themed.finish()
    return change_run(session, fact.step, themed=after, wrote=run.wrote | {fact.person})


def _theme_removed(session: Session, fact: f.ThemeRemoved) -> Session:
    run = session.runs[fact.step]
    themes = tuple(one for one in run.themes if one.id != fact.theme)
    themed = Map({note: theme for note, theme in run.themed.items() if theme != fact.theme})
    return change_run(session, fact.step, themes=themes, themed=themed)


def _placed(session: Session, fact: f.Placed) -> Session:
    run = session.runs[fact.step]
    places = run.places.set((fact.person, fact.side), fact.places)
    return change_run(session, fact.step, places=places, wrote=run.wrote | {fact.person})


def _ready(session: Session, fact: f.PersonReady) -> Session:
    return change_run(session, fact.step, ready=session.runs[fact.step].ready | {fact.person})


def _reminded(session: Session, fact: f.PeopleReminded) -> Session:
    run = session.runs[fact.step]
    return change_run(session, fact.step, nudged=run.nudged.update(dict.fromkeys(fact.people, run.visit)))


def _feedback(session: Session, fact: f.FeedbackGiven) -> Session:
    return changed(session, feedback=session.feedback.set(fact.person, Feedback(fact.score, fact.line)))


EVOLVE: dict[type, Callable[[Session, Any], Session]] = {
    f.AgendaSet: _agenda,
    f.StepsWished: _wished,
    f.PersonJoined: _joined,
    f.PersonNamed: _named,
    f.PersonLeft: _left,
    f.PersonNotReached: _not_reached,
    f.FacilitatorAdded: _facilitator,
    f.FacilitatorRemoved: _no_facilitator,
    f.LeadOffered: _lead_offered,
    f.StepEntered: _entered,
    f.StepLeft: _step_left,
    f.TimeSet: _time,
    f.Paused: _paused,
    f.Resumed: _resumed,
    f.TimeWarned: _warned,
    f.TimeRanOut: _ran_out,
    f.GroupsFormed: groups_formed,
    f.GroupJoined: group_joined,
    f.GroupLeft: group_left,
    f.RecorderChosen: recorder_chosen,
    f.PersonArrived: _arrived,
    f.TurnTaken: _turn,
    f.NoteWritten: _note,
    f.NoteEdited: _note_edited,
    f.NoteDeleted: _note_deleted,
    f.NotesPicked: _picked,
    f.RoundBegun: _round,
    f.ThemeNamed: _theme_named,
    f.NotesThemed: _notes_themed,
    f.ThemeRemoved: _theme_removed,
    f.Placed: _placed,
    f.PersonReady: _ready,
    f.PeopleReminded: _reminded,
    f.PictureLeftOut: _picture,
    f.FeedbackGiven: _feedback,
    f.SessionClosed: _closed,
}
"""Fact -> what it changes."""
