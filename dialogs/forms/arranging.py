"""Themes, places on axes, and turning a line of the joint canvas into a better one."""

from __future__ import annotations

from dialogs import events as e
from dialogs import messages as m
from dialogs.activities.canvas import notes_of
from dialogs.activities.merge import to_turn
from dialogs.activities.scale import PLACES, SIDES, scale_step
from dialogs.activities.theme import loose, to_theme
from dialogs.asking import MOST_OPTIONS, Asking, Errors, Outcome, refusal, text
from dialogs.likeness import alike
from dialogs.receipts import Code, Receipt
from dialogs.texts import TextError, clean

NAME_LENGTH = 80
NEW, NONE, REMOVE = "new", "none", "remove"


def _of_kind(asking: Asking, kind: str) -> Receipt | None:
    step = asking.args[0]
    known = step in asking.session.steps and asking.session.steps[step].kind == kind
    return refusal(asking, step) if known else Receipt(Code.UNKNOWN)


# --- themes ---------------------------------------------------------------------------------------


def ask_theme(asking: Asking) -> m.ThemeForm | Receipt:
    """Notes under a theme; notes without one come first, those that look alike are ticked."""
    if refused := _of_kind(asking, "theme"):
        return refused
    session, step = asking.session, asking.args[0]
    run = session.runs[step]
    names = {theme.id: theme.name for theme in run.themes}
    without = loose(session, run)
    notes = (*without, *(note for note in to_theme(session, step) if note.id in run.themed))[:MOST_OPTIONS]
    if not notes:
        return Receipt(Code.NOTHING_THERE)
    offered = tuple((note.id, names.get(run.themed.get(note.id, ""), ""), note.text) for note in notes)
    suggested = alike(without[0], without[:MOST_OPTIONS]) if without else ()
    return m.ThemeForm(session.id, step, tuple(names.items()), offered, suggested)


def read_theme(asking: Asking) -> Outcome:
    """The notes that were chosen, and the theme: an old one, a new one with its name, or none."""
    step, theme = asking.args[0], asking.one("theme")
    notes, errors = asking.many("notes"), Errors()
    known = {one.id for one in asking.session.runs[step].themes}
    name = text(asking, "name", errors, NAME_LENGTH) if theme == NEW else ""
    if theme not in (known | {NEW, NONE}):
        errors["theme"] = "choose"
    if not notes:
        errors["notes"] = "choose"
    if errors:
        return errors
    to = {NEW: f"t-{asking.nonce}", NONE: ""}.get(theme, theme)
    return e.Themed(asking.person, step, to, name, notes)


def ask_retheme(asking: Asking) -> m.RethemeForm | Receipt:
    """A theme's name, or its end."""
    if refused := _of_kind(asking, "theme"):
        return refused
    step = asking.args[0]
    themes = tuple((one.id, one.name) for one in asking.session.runs[step].themes)
    return m.RethemeForm(asking.session.id, step, themes) if themes else Receipt(Code.NOTHING_THERE)


def read_retheme(asking: Asking) -> Outcome:
    """Another name wins over merging and removing."""
    step, theme, into = asking.args[0], asking.one("theme"), asking.one("into")
    try:
        name = " ".join(clean(asking.one("name"), NAME_LENGTH).split())
    except TextError as error:
        return {"name": error.key}
    if not theme:
        return {"theme": "choose"}
    if not name and not into:
        return {"name": "empty"}
    return e.ThemeRenamed(asking.person, step, theme, name, "" if into == REMOVE else into)


# --- places ---------------------------------------------------------------------------------------


def ask_place(asking: Asking) -> m.PlaceForm | Receipt:
    """Where we are now, or where we want to be."""
    if refused := _of_kind(asking, "scale"):
        return refused
    step, side = asking.args
    if side not in SIDES:
        return Receipt(Code.UNKNOWN)
    session = asking.session
    places = session.runs[step].places.get((asking.person, side), ())
    return m.PlaceForm(session.id, step, side, scale_step(session, step).axes, places)


def read_place(asking: Asking) -> Outcome:
    """A place on every axis."""
    step, side = asking.args
    axes = scale_step(asking.session, step).axes
    values = {axis: asking.one(f"axis.{axis}") for axis in axes}
    missing = [axis for axis, value in values.items() if not _is_place(value)]
    if missing:
        return {f"axis.{axis}": "choose" for axis in missing}
    return e.PlacesChosen(asking.person, step, side, tuple(int(value) for value in values.values()))


def _is_place(value: str) -> bool:
    return value.isascii() and value.isdigit() and 1 <= int(value) <= PLACES


def after_place(asking: Asking) -> m.PlaceForm | None:
    """After now, the wish."""
    form = ask_place(asking)
    return form if isinstance(form, m.PlaceForm) else None


# --- turning over ---------------------------------------------------------------------------------


def ask_turn_over(asking: Asking) -> m.TurnOverForm | Receipt:
    """A line to turn, and what it becomes."""
    if refused := _of_kind(asking, "merge"):
        return refused
    session, step = asking.session, asking.args[0]
    lines = tuple((note.id, note.cell, into, note.text) for note, into in to_turn(session, step))[
        :MOST_OPTIONS
    ]
    if not lines:
        return Receipt(Code.NOTHING_THERE)
    return m.TurnOverForm(session.id, step, notes_of(session, session.steps[step]), lines)


def read_turn_over(asking: Asking) -> Outcome:
    """A note in the cell that the line is turned into, linked to its origin."""
    step, origin = asking.args[0], asking.one("origin")
    into = {note.id: cell for note, cell in to_turn(asking.session, step)}
    errors: Errors = {} if origin in into else {"origin": "choose"}
    better = text(asking, "text", errors)
    if errors:
        return errors
    return e.Noted(asking.person, step, "", into[origin], asking.nonce, better, origin=origin)
