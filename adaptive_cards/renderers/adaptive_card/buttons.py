"""Buttons: `Action.Execute` with a fallback for old clients; `Action.Submit` for those that open a dialog.

Teams supports neither `style` nor `isEnabled` on actions, and hides what does not fit into a row
(platforms.md 2.8): rows are short. A question before a press counts is an `Action.ShowCard` that holds the
real button.
"""

from __future__ import annotations

from adaptive_cards.actions import Action
from adaptive_cards.card import Button
from adaptive_cards.limits import cut
from adaptive_cards.renderers.adaptive_card.elements import Json
from adaptive_cards.renderers.adaptive_card.rich import plain_lines
from adaptive_cards.renderers.adaptive_card.text import is_address, lines

_IN_A_ROW = 3
_ROW_WIDTH = 42
"""Characters of all labels in a row that a phone can show side by side."""
_LONGEST_LABEL = 60
"""Characters; what Teams shows of a longer one depends on the client."""


def rows(buttons: tuple[Button, ...]) -> list[Json]:
    """The buttons as rows; one whose address cannot be opened is left out."""
    made = [made for button in buttons if (made := _action(button)) is not None]
    rows: list[list[Json]] = []
    for action in made:
        if not rows or not _fits(rows[-1], action):
            rows.append([])
        rows[-1].append(action)
    return [action_set(row) for row in rows]


def action_set(actions: list[Json]) -> Json:
    """One row."""
    return {"type": "ActionSet", "actions": actions}


def open_url(label: str, url: str) -> Json:
    """A button that is a link."""
    return {"type": "Action.OpenUrl", "title": label_of(label), "url": url}


def label_of(label: str) -> str:
    """One line for a button."""
    return cut(" ".join(lines(label)), _LONGEST_LABEL) or "…"


def _fits(row: list[Json], action: Json) -> bool:
    width = sum(len(one["title"]) for one in row) + len(action["title"])
    return len(row) < _IN_A_ROW and width <= _ROW_WIDTH


def _action(button: Button) -> Json | None:
    if button.url:
        return open_url(button.label, button.url) if is_address(button.url) else None
    if button.action is None:
        return None
    press = _form_asked(button, button.action) if button.opens_form else _press(button, button.action)
    return _asked_first(button, press) if button.confirm else press


def _press(button: Button, action: Action) -> Json:
    title, data = label_of(button.label), {"paja": action.encode()}
    fallback = {"type": "Action.Submit", "title": title, "data": data}
    return {"type": "Action.Execute", "title": title, "verb": action.verb, "data": data, "fallback": fallback}


def _form_asked(button: Button, action: Action) -> Json:
    data = {"msteams": {"type": "task/fetch"}, "paja": action.encode()}
    return {"type": "Action.Submit", "title": label_of(button.label), "data": data}


def _asked_first(button: Button, press: Json) -> Json:
    question = {"type": "AdaptiveCard", "body": plain_lines(button.confirm), "actions": [press]}
    return {"type": "Action.ShowCard", "title": label_of(button.label), "card": question}
