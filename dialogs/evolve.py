"""`evolve(session, fact) -> session`: what each fact changes.

Total: any log that was ever written can be folded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from immutables import Map

from content.workshop import Workshop
from dialogs import facts as f
from dialogs.messages import Stage
from dialogs.people import Participant
from dialogs.session import Feedback, Group, Note, Run, Session, Theme
from dialogs.turns import plan, welcome, without


def evolve(session: Session, fact: f.FactType) -> Session:
    """The session after `fact`."""
    after = EVOLVE[type(fact)](session, fact)
    person = getattr(fact, "person", None)
    return (
        replace(after, led_at=fact.at) if person in after.facilitators and after.led_at < fact.at else after
    )


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
    )


# --- people ---------------------------------------------------------------------------------------


def _joined(session: Session, fact: f.PersonJoined) -> Session:
    earlier = session.people.get(fact.person)
    joined_at = earlier.joined_at if earlier else fact.at
    one = Participant(fact.person, fact.name, fact.language, joined_at)
    return replace(session, people=session.people.set(fact.person, one))


def _left(session: Session, fact: f.PersonLeft) -> Session:
    return _participant(session, fact.person, present=False)


def _not_reached(session: Session, fact: f.PersonNotReached) -> Session:
    return _participant(session, fact.person, reachable=False)


def _participant(session: Session, person: str, **changes: Any) -> Session:
    one = session.people.get(person)
    if one is None:
        return session
    return replace(session, people=session.people.set(person, replace(one, **changes)))


def _facilitator(session: Session, fact: f.FacilitatorAdded) -> Session:
    facilitators = (*(one for one in session.facilitators if one != fact.person), fact.person)
    names = session.names.set(fact.person, fact.name)
    return replace(session, facilitators=facilitators, names=names, lead_offered=False, led_at=fact.at)


def _no_facilitator(session: Session, fact: f.FacilitatorRemoved) -> Session:
    return replace(session, facilitators=tuple(one for one in session.facilitators if one != fact.person))


def _lead_offered(session: Session, _: f.LeadOffered) -> Session:
    return replace(session, lead_offered=True)


# --- the course of it -----------------------------------------------------------------------------


def _agenda(session: Session, fact: f.AgendaSet) -> Session:
    return replace(session, agenda=fact.agenda)


def _entered(session: Session, fact: f.StepEntered) -> Session:
    run = session.runs.get(fact.step) or Run(fact.step, 0, fact.at, fact.ends_at, None)
    entered = replace(
        run,
        visit=fact.visit,
        entered_at=fact.at,
        ends_at=fact.ends_at,
        active_since=fact.at,
        left_at=None,
        skipped=False,
        ready=frozenset(),
        over=False,
        over_at=None,
    )
    runs = session.runs.set(fact.step, entered)
    return replace(
        session, stage=Stage.RUNNING, current=fact.step, visit=fact.visit, runs=runs, lead_offered=False
    )


def _step_left(session: Session, fact: f.StepLeft) -> Session:
    run = session.runs[fact.step]
    return _run(
        session,
        fact.step,
        left_at=fact.at,
        skipped=fact.skipped,
        spent=run.seconds(fact.at),
        active_since=None,
    )


def _time(session: Session, fact: f.TimeSet) -> Session:
    return _run(session, session.current, ends_at=fact.ends_at, over=False, over_at=None)


def _paused(session: Session, fact: f.Paused) -> Session:
    run = session.runs[session.current]
    remaining = max(0.0, (run.ends_at - fact.at).total_seconds())
    stopped = _run(
        session, session.current, spent=run.seconds(fact.at), active_since=None, remaining=remaining
    )
    taken = session.pauses_taken | {session.current} if fact.planned else session.pauses_taken
    return replace(stopped, stage=Stage.PAUSED, pause_planned=fact.planned, pauses_taken=taken)


def _resumed(session: Session, fact: f.Resumed) -> Session:
    running = _run(
        session, session.current, ends_at=fact.ends_at, active_since=fact.at, over=False, over_at=None
    )
    return replace(running, stage=Stage.RUNNING)


def _warned(session: Session, _: f.TimeWarned) -> Session:
    return _run(session, session.current, rings=session.runs[session.current].rings + 1)


def _ran_out(session: Session, fact: f.TimeRanOut) -> Session:
    rings = session.runs[session.current].rings + 1
    return _run(session, session.current, rings=rings, over=True, over_at=fact.at)


def _closed(session: Session, fact: f.SessionClosed) -> Session:
    return replace(
        session, stage=Stage.CLOSED, closed_at=fact.at, close_reason=fact.reason, lead_offered=False
    )


def _picture(session: Session, fact: f.PictureLeftOut) -> Session:
    return replace(session, picture_trouble=fact.reason)


# --- working together -----------------------------------------------------------------------------


def _groups(session: Session, fact: f.GroupsFormed) -> Session:
    talking = session.steps[fact.step].kind == "exchange"
    groups = {
        made.id: Group(
            made.id,
            made.members,
            made.members[0] if made.members else "",
            plan(made.members) if talking else (),
        )
        for made in fact.groups
    }
    return _run(session, fact.step, groups=Map(groups))


def _group_joined(session: Session, fact: f.GroupJoined) -> Session:
    run = session.runs[fact.step]
    group = run.groups.get(fact.group) or Group(fact.group, (), fact.person)
    sentences = group.sentences
    if session.steps[fact.step].kind == "exchange":
        sentences += welcome(group.members, fact.person)
    after = replace(group, members=(*group.members, fact.person), sentences=sentences)
    aside = tuple(one for one in run.aside if one != fact.person)
    return _run(session, fact.step, groups=run.groups.set(fact.group, after), aside=aside)


def _group_left(session: Session, fact: f.GroupLeft) -> Session:
    run = session.runs[fact.step]
    group = run.groups[fact.group]
    members = tuple(one for one in group.members if one != fact.person)
    recorder = group.recorder if group.recorder in members else (members[0] if members else "")
    sentences = without(group.sentences, group.taken, fact.person)
    after = replace(group, members=members, recorder=recorder, sentences=sentences)
    aside = (*run.aside, fact.person) if fact.aside else run.aside
    return _run(session, fact.step, groups=run.groups.set(group.id, after), aside=aside)


def _recorder(session: Session, fact: f.RecorderChosen) -> Session:
    run = session.runs[fact.step]
    group = replace(run.groups[fact.group], recorder=fact.person)
    return _run(session, fact.step, groups=run.groups.set(fact.group, group))


def _arrived(session: Session, fact: f.PersonArrived) -> Session:
    run = session.runs[fact.step]
    return _run(session, fact.step, arrived=run.arrived | {fact.person})


def _turn(session: Session, fact: f.TurnTaken) -> Session:
    run = session.runs[fact.step]
    group = run.groups[fact.group]
    spoken = replace(group.sentences[fact.turn], text=fact.text)
    sentences = (*group.sentences[: fact.turn], spoken, *group.sentences[fact.turn + 1 :])
    groups = run.groups.set(group.id, replace(group, sentences=sentences, taken=fact.turn + 1))
    return _run(session, fact.step, groups=groups, wrote=run.wrote | {fact.person})


def _note(session: Session, fact: f.NoteWritten) -> Session:
    note = Note(
        fact.note,
        fact.step,
        fact.group,
        fact.cell,
        fact.person,
        fact.text,
        fact.at,
        fact.late,
        fact.parts,
        fact.origin,
    )
    where = (fact.step, fact.group, fact.cell)
    cells = session.cells.set(where, (*session.cells.get(where, ()), fact.note))
    run = session.runs[fact.step]
    written = replace(session, notes=session.notes.set(fact.note, note), cells=cells)
    return _run(written, fact.step, wrote=run.wrote | {fact.person}, notes=run.notes + 1)


def _note_edited(session: Session, fact: f.NoteEdited) -> Session:
    note = session.notes.get(fact.note)
    if note is None:
        return session
    return replace(
        session, notes=session.notes.set(fact.note, replace(note, text=fact.text, parts=fact.parts))
    )


def _note_deleted(session: Session, fact: f.NoteDeleted) -> Session:
    note = session.notes.get(fact.note)
    if note is None:
        return session
    where = (note.step, note.group, note.cell)
    cells = session.cells.set(where, tuple(one for one in session.cells[where] if one != note.id))
    after = replace(session, notes=session.notes.delete(note.id), cells=cells)
    return _run(after, note.step, notes=session.runs[note.step].notes - 1)


def _picked(session: Session, fact: f.NotesPicked) -> Session:
    run = session.runs[fact.step]
    return _run(
        session,
        fact.step,
        picks=run.picks.set(fact.group or fact.person, fact.notes),
        wrote=run.wrote | {fact.person},
    )


def _round(session: Session, fact: f.RoundBegun) -> Session:
    return _run(
        session,
        fact.step,
        round=fact.round,
        ends_at=fact.ends_at,
        ready=frozenset(),
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
    return _run(session, fact.step, themes=themes, wrote=run.wrote | {fact.person})


def _notes_themed(session: Session, fact: f.NotesThemed) -> Session:
    run = session.runs[fact.step]
    with run.themed.mutate() as themed:
        for note in fact.notes:
            if fact.theme:
                themed[note] = fact.theme
            elif note in themed:
                del themed[note]
        after = themed.finish()
    return _run(session, fact.step, themed=after, wrote=run.wrote | {fact.person})


def _theme_removed(session: Session, fact: f.ThemeRemoved) -> Session:
    run = session.runs[fact.step]
    themes = tuple(one for one in run.themes if one.id != fact.theme)
    themed = Map({note: theme for note, theme in run.themed.items() if theme != fact.theme})
    return _run(session, fact.step, themes=themes, themed=themed)


def _placed(session: Session, fact: f.Placed) -> Session:
    run = session.runs[fact.step]
    placed = run.placed.set((fact.person, fact.side), fact.places)
    return _run(session, fact.step, placed=placed, wrote=run.wrote | {fact.person})


def _ready(session: Session, fact: f.PersonReady) -> Session:
    return _run(session, fact.step, ready=session.runs[fact.step].ready | {fact.person})


def _reminded(session: Session, fact: f.PeopleReminded) -> Session:
    return _run(session, fact.step, nudged=session.runs[fact.step].nudged | set(fact.people))


def _feedback(session: Session, fact: f.FeedbackGiven) -> Session:
    return replace(session, feedback=session.feedback.set(fact.person, Feedback(fact.score, fact.line)))


def _run(session: Session, step: str, **changes: Any) -> Session:
    run = session.runs.get(step) or Run(step, 0, session.opened_at, session.opened_at, None)
    return replace(session, runs=session.runs.set(step, replace(run, **changes)))


EVOLVE: dict[type, Callable[[Session, Any], Session]] = {
    f.AgendaSet: _agenda,
    f.PersonJoined: _joined,
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
    f.GroupsFormed: _groups,
    f.GroupJoined: _group_joined,
    f.GroupLeft: _group_left,
    f.RecorderChosen: _recorder,
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
