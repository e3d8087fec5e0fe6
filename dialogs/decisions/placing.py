"""Themes and places: what participants arrange together (teemat, janat)."""

from __future__ import annotations

from dialogs import events as e
from dialogs import facts as f
from dialogs.activities.scale import PLACES, SIDES, scale_step
from dialogs.activities.theme import to_theme
from dialogs.draft import Draft
from dialogs.people import PersonId
from dialogs.receipts import DONE, Code, Receipt
from dialogs.session import Session


def themed(draft: Draft, event: e.Themed) -> Receipt:
    """Notes under a theme, old or new; or out of theirs."""
    if refusal := _may_arrange(draft.session, event.step, event.person, "theme"):
        return refusal
    known = any(theme.id == event.theme for theme in draft.run.themes)
    if event.theme and not known and not event.name:
        return Receipt(Code.UNKNOWN)
    if event.theme and not known:
        named = f.ThemeNamed(
            at=draft.now, step=event.step, theme=event.theme, person=event.person, text=event.name
        )
        draft.accept(named)
    notes = _movable(draft, event)
    if notes:
        moved = f.NotesThemed(
            at=draft.now, step=event.step, theme=event.theme, person=event.person, notes=notes
        )
        draft.accept(moved)
    return Receipt(Code.SAVED)


def _movable(draft: Draft, event: e.Themed) -> tuple[str, ...]:
    """Those of the notes that are there and would move."""
    there = {note.id for note in to_theme(draft.session, event.step)}
    themed_now = draft.run.themed
    return tuple(note for note in event.notes if note in there and themed_now.get(note, "") != event.theme)


def renamed(draft: Draft, event: e.ThemeRenamed) -> Receipt:
    """Another name, or the theme's end: its notes go into another theme, or are without one."""
    if refusal := _may_arrange(draft.session, event.step, event.person, "theme"):
        return refusal
    known = {theme.id: theme.name for theme in draft.run.themes}
    if event.theme not in known or event.into == event.theme or (event.into and event.into not in known):
        return Receipt(Code.UNKNOWN)
    if event.name:
        if event.name != known[event.theme]:
            draft.accept(_named(draft, event))
        return Receipt(Code.SAVED)
    if event.into:
        notes = tuple(sorted(note for note, theme in draft.run.themed.items() if theme == event.theme))
        draft.accept(
            f.NotesThemed(at=draft.now, step=event.step, theme=event.into, person=event.person, notes=notes)
        )
    draft.accept(f.ThemeRemoved(at=draft.now, step=event.step, theme=event.theme, person=event.person))
    return Receipt(Code.SAVED)


def _named(draft: Draft, event: e.ThemeRenamed) -> f.ThemeNamed:
    return f.ThemeNamed(
        at=draft.now, step=event.step, theme=event.theme, person=event.person, text=event.name
    )


def placed(draft: Draft, event: e.PlacesChosen) -> Receipt:
    """A person's places on the axes, in place of the earlier ones."""
    session = draft.session
    if refusal := _may_arrange(session, event.step, event.person, "scale"):
        return refusal
    axes = scale_step(session, event.step).axes
    fits = len(event.places) == len(axes) and all(1 <= place <= PLACES for place in event.places)
    if event.side not in SIDES or not fits:
        return Receipt(Code.UNKNOWN)
    if draft.run.places.get((event.person, event.side)) == event.places:
        return DONE
    draft.accept(
        f.Placed(at=draft.now, step=event.step, person=event.person, side=event.side, places=event.places)
    )
    return Receipt(Code.SAVED)


def _may_arrange(session: Session, step: str, person: PersonId, kind: str) -> Receipt | None:
    """Why `person` may not act in `step` now; None when they may. Facilitators may, too."""
    if step not in session.runs or session.steps[step].kind != kind:
        return Receipt(Code.UNKNOWN)
    if not session.live(step):
        return Receipt(Code.TOO_LATE, step=step)
    return None if session.is_here(person) or session.leads(person) else Receipt(Code.NOT_IN)
