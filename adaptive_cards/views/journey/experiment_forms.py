"""Forms of decisions and experiments."""

from __future__ import annotations

from datetime import date

from adaptive_cards.actions import Action
from adaptive_cards.card import Block, ChoiceField, ChoicesField, Field, Form, Option, TextField
from adaptive_cards.views.forms.parts import Sending, form, option
from adaptive_cards.views.journey.experiments import short
from adaptive_cards.views.parts import line, said, small
from adaptive_cards.words import Words
from dialogs.journey.experiments import messages as m
from dialogs.journey.experiments.forms import FREE
from dialogs.journey.experiments.reading import LONGEST, LONGEST_STORY
from dialogs.journey.experiments.state import Verdict

LONGEST_DAY = 60


def _text(  # noqa: PLR0913 -- a field is all of these
    words: Words,
    name: str,
    value: str = "",
    *,
    key: str = "",
    longest: int = LONGEST,
    needed: bool = False,
    lines: bool = False,
) -> TextField:
    """A box; its phrases are `form.try.<key>`, `…_hint` and `…_example`."""
    found = f"form.try.{key or name}"
    return TextField(
        name,
        words.text(found),
        hint=words.text(f"{found}_hint"),
        placeholder=words.text(f"{found}_example"),
        value=value,
        multiline=lines,
        required=needed,
        max_length=longest,
    )


def _day(words: Words, name: str, value: date | None, *, needed: bool = True, key: str = "") -> TextField:
    typed = words.typed_day(value) if value else ""
    return _text(words, name, typed, key=key, longest=LONGEST_DAY, needed=needed)


def _people(words: Words, people: tuple[tuple[str, str], ...]) -> tuple[Option, ...]:
    return tuple(option(person, words.name(name)) for person, name in people)


def _owner(words: Words, people: tuple[tuple[str, str], ...], owner: str) -> ChoiceField:
    known = owner if owner in dict(people) else ""
    hint = words.text("form.try.owner_hint")
    return ChoiceField("owner", words.text("form.try.owner"), _people(words, people), known, hint=hint)


# --- what it comes from -----------------------------------------------------------------------------


def try_from(message: m.TryFromForm, words: Words, nonce: str) -> Form:
    """A decision, a pick, or something else."""
    options = (
        *(option(value, _source(text, words, decided=decided)) for value, text, decided in message.sources),
        option(FREE, words.text("form.try-from.free")),
    )
    chosen = options[0].value if len(options) == 2 else ""  # noqa: PLR2004 -- one, and something else
    source = ChoiceField("source", words.text("form.try-from.source"), options, chosen)
    sending = Sending(Action("try-from", message.journey), nonce)
    return form(words, "try-from", sending, (), source, submit="form.next")


def _source(text: str, words: Words, *, decided: bool) -> str:
    return words.text("form.try-from.decided", text=short(text, words)) if decided else text


def decide(message: m.DecideForm, words: Words, nonce: str) -> Form:
    """Picks to tick, and a box for anything else."""
    options = tuple(option(value, text) for value, text in message.picks)
    picks = ChoicesField("picks", words.text("form.decide.picks"), options)
    text = TextField(
        "text",
        words.text("form.decide.text"),
        placeholder=words.text("form.decide.text_example"),
        multiline=True,
        required=not options,
        max_length=LONGEST,
    )
    sending = Sending(Action("decide", message.journey), nonce)
    sees = (small(words, "sees.experiments"),)
    return form(words, "decide", sending, sees, *((picks,) if options else ()), text)


def undecide(message: m.UndecideForm, words: Words, nonce: str) -> Form:
    """Decisions to tick."""
    options = tuple(option(one, short(text, words)) for one, text in message.decisions)
    label = words.text("form.undecide.decisions")
    decisions = ChoicesField("decisions", label, options, required=True)
    sending = Sending(Action("undecide", message.journey), nonce)
    return form(words, "undecide", sending, (), decisions, submit="form.undecide.submit")


# --- the experiment ---------------------------------------------------------------------------------


def try_form(message: m.TryForm, words: Words, nonce: str) -> Form:
    """A new one, or another wording."""
    verb = "try-edit" if message.experiment else "try"
    begins = (_day(words, "starts", message.starts),) if message.starts else ()
    takers = ChoicesField(
        "takers",
        words.text("form.try.takers"),
        _people(words, message.people),
        tuple(one for one in message.takers if one in dict(message.people)),
        hint=words.text("form.try.takers_hint"),
    )
    fields: tuple[Field, ...] = (
        _text(words, "what", message.what, needed=True, lines=True),
        _text(words, "moment", message.moment),
        _owner(words, message.people, message.owner),
        takers,
        *begins,
        _text(words, "first", message.first),
        _day(words, "review", message.review, needed=not message.experiment),
        _text(words, "sign", message.sign),
    )
    sending = Sending(Action(verb, message.journey, message.args), nonce)
    return form(words, verb, sending, (small(words, "sees.experiments"),), *fields)


# --- tending it -------------------------------------------------------------------------------------


def try_open(message: m.TryOpenForm, words: Words, nonce: str) -> Form:
    """Which one?"""
    options = tuple(
        option(one.id, f"{short(one.what, words)} · {words.text(f'experiments.state.{one.shown}')}")
        for one in message.experiments
    )
    chosen = options[0].value if len(options) == 1 else ""
    which = ChoiceField("experiment", words.text("form.try-open.experiment"), options, chosen)
    sending = Sending(Action("try-open", message.journey), nonce)
    return form(words, "try-open", sending, (), which, submit="form.try-open.submit")


def try_note(message: m.TryNoteForm, words: Words, nonce: str) -> Form:
    """Miten meni?"""
    text = _text(words, "text", key="note", longest=LONGEST_STORY, needed=True, lines=True)
    intro = (_about(message.what, words), small(words, "sees.try_note"))
    return form(words, "try-note", _sending("try-note", message, nonce), intro, text)


def try_move(message: m.TryMoveForm, words: Words, nonce: str) -> Form:
    """Other days."""
    begins = (_day(words, "starts", message.starts),) if message.starts else ()
    intro = (_about(message.what, words),)
    review = _day(words, "review", message.review)
    return form(words, "try-move", _sending("try-move", message, nonce), intro, *begins, review)


def try_owner(message: m.TryOwnerForm, words: Words, nonce: str) -> Form:
    """Who answers for it?"""
    intro = (_about(message.what, words),)
    owner = _owner(words, message.people, "")
    return form(words, "try-owner", _sending("try-owner", message, nonce), intro, owner)


def try_verdict(message: m.TryVerdictForm, words: Words, nonce: str) -> Form:
    """What came of it, what was learnt, when it is looked at again."""
    options = tuple(Option(one.value, words.text(f"experiments.verdict.{one}")) for one in Verdict)
    sign = line(words, "form.try-verdict.sign", sign=message.sign) if message.sign else None
    intro: tuple[Block | None, ...] = (
        _about(message.what, words),
        sign,
        small(words, "sees.experiments"),
    )
    return form(
        words,
        "try-verdict",
        _sending("try-verdict", message, nonce),
        intro,
        ChoiceField("verdict", words.text("form.try-verdict.verdict"), options, message.verdict),
        _text(words, "learning", longest=LONGEST_STORY, lines=True),
        _text(words, "what", key="goes_on", lines=True),
        _day(words, "review", None, needed=False, key="next"),
    )


def _about(text: str, words: Words) -> Block | None:
    return said(short(text, words))


def _sending(
    verb: str, message: m.TryNoteForm | m.TryMoveForm | m.TryOwnerForm | m.TryVerdictForm, nonce: str
) -> Sending:
    return Sending(Action(verb, message.journey, (message.experiment,)), nonce)
