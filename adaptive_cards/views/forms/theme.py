"""Putting notes under a theme, and a theme's other name or its end."""

from __future__ import annotations

from adaptive_cards.actions import Action
from adaptive_cards.card import ChoiceField, ChoicesField, Form, TextField
from adaptive_cards.limits import cut
from adaptive_cards.views.forms.parts import LONGEST_OPTION, Sending, form, option
from adaptive_cards.views.parts import small
from adaptive_cards.words import Words
from dialogs.messages import RethemeForm, ThemeForm

LONGEST_NAME = 80
"""Characters of a theme's name."""
NEW, NONE, REMOVE = "new", "none", "remove"


def theme_form(message: ThemeForm, words: Words, nonce: str) -> Form:
    """The notes, those that look alike ticked beforehand, and the theme that they go under."""
    known = {note for note, _, _ in message.notes}
    suggested = tuple(one for one in message.suggested if one in known)
    notes = ChoicesField(
        "notes",
        words.text("form.theme.notes"),
        tuple(option(note, _note(text, theme, words)) for note, theme, text in message.notes),
        suggested,
        hint=words.text("form.theme.suggested") if suggested else "",
        required=True,
    )
    name = TextField(
        "name",
        words.text("form.theme.name"),
        hint=words.text("form.theme.name_hint"),
        placeholder=words.text("form.theme.name_example"),
        required=False,
        max_length=LONGEST_NAME,
    )
    sending = Sending(Action("theme", message.session, (message.step,)), nonce)
    return form(words, "theme", sending, (small(words, "sees.themes"),), notes, _theme(message, words), name)


def _theme(message: ThemeForm, words: Words) -> ChoiceField:
    """The themes that there are, a new one, and none where a note can be taken out of one."""
    none = option(NONE, words.text("form.theme.none")) if any(name for _, name, _ in message.notes) else None
    options = (
        option(NEW, words.text("form.theme.new")),
        *(option(theme, _named(name, words)) for theme, name in message.themes),
    )
    return ChoiceField(
        "theme", words.text("form.theme.theme"), (*options, none) if none else options, options[0].value
    )


def _note(text: str, theme: str, words: Words) -> str:
    """The note, and the theme that it is under now."""
    if not theme:
        return text
    suffix = words.text("form.theme.in_theme", text="", theme=theme).strip()
    return f"{cut(' '.join(text.split()), max(40, LONGEST_OPTION - len(suffix) - 1))} {suffix}"


def _named(name: str, words: Words) -> str:
    return name or words.text("theme.unnamed")


def retheme_form(message: RethemeForm, words: Words, nonce: str) -> Form:
    """Another name; or into another theme, or undone."""
    themes = tuple(option(theme, _named(name, words)) for theme, name in message.themes)
    only = themes[0].value if len(themes) == 1 else ""
    theme = ChoiceField("theme", words.text("form.retheme.theme"), themes, only)
    name = TextField(
        "name",
        words.text("form.retheme.name"),
        hint=words.text("form.retheme.name_hint"),
        placeholder=words.text("form.retheme.name_example"),
        required=False,
        max_length=LONGEST_NAME,
    )
    ways = (
        *(
            option(one, words.text("form.retheme.merge", theme=_named(name_, words)))
            for one, name_ in message.themes
            if len(message.themes) > 1
        ),
        option(REMOVE, words.text("form.retheme.remove")),
    )
    into = ChoiceField("into", words.text("form.retheme.into"), ways, required=False)
    sending = Sending(Action("retheme", message.session, (message.step,)), nonce)
    return form(words, "retheme", sending, (small(words, "sees.themes"),), theme, name, into)
