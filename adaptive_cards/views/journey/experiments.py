"""Kokeilut: the board of a channel, and one experiment with what can be done with it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from adaptive_cards.card import Block, Bullets, Button, Card, Divider, Fact, Facts, Quote, Rich, Span, Style
from adaptive_cards.limits import cut
from adaptive_cards.views.parts import button, buttons, card, dotted, fact, heading, line, said, small
from adaptive_cards.words import Words
from dialogs.journey.experiments import messages as m

LINES, NOTES = 12, 5
"""Lines of each part of the board, and notes along the way, that are shown."""
_LINE = 160
"""Characters of a line's words."""
_MAIN = {"try-yes": Style.PRIMARY, "try-verdict": Style.PRIMARY}


def what(text: str, words: Words) -> str:
    """What is tried; said so when it was removed."""
    return text or words.text("experiments.no_text")


def short(text: str, words: Words) -> str:
    """The same on one line."""
    return cut(" ".join(what(text, words).split()), _LINE)


# --- the board --------------------------------------------------------------------------------------


def board(message: m.ExperimentsBoard, words: Words) -> Card:
    """To the channel; also the answer to the command."""
    nothing = not (message.lines or message.decisions or message.over)
    opening = button(words, "try-open", message.journey) if message.lines or message.over else None
    return card(
        words,
        words.text("experiments.title"),
        line(words, "experiments.empty") if nothing else None,
        *_listed((_of(one, message.today, words) for one in message.lines), words),
        *_part("experiments.decisions", tuple(_decided(one, words) for one in message.decisions), words),
        *_part("experiments.over", tuple(_of(one, message.today, words) for one in message.over), words),
        small(words, "experiments.more", n=message.more) if message.more else None,
        small(words, "sees.experiments"),
        buttons(
            button(words, "try-from", message.journey, style=Style.PRIMARY),
            button(words, "decide", message.journey),
            opening,
            button(words, "undecide", message.journey) if message.decisions else None,
        ),
        summary=words.text("experiments.summary", n=len(message.lines)) if message.lines else "",
    )


def _part(title: str, items: tuple[Rich, ...], words: Words) -> tuple[Block | None, ...]:
    return (heading(words, title, over=items), *_listed(items, words))


def _listed(items: Iterable[Rich], words: Words) -> tuple[Block | None, ...]:
    found = tuple(items)
    if not found:
        return ()
    rest = len(found) - LINES
    return Bullets(found[:LINES]), small(words, "experiments.rest", n=rest) if rest > 0 else None


def _decided(text: str, words: Words) -> Rich:
    return (Span(short(text, words)),)


def _of(one: m.ExperimentLine, today: date, words: Words) -> Rich:
    return (Span(short(one.what, words), bold=True), Span(f" · {state_of(one, today, words)}"))


def state_of(one: m.ExperimentLine, today: date, words: Words, *, owned: bool = False) -> str:
    """How far it is, who answers for it (unless the reader does), when it is looked at, what was learnt."""
    state = words.text(f"experiments.state.{one.shown}")
    who = "experiments.owner" if one.accepted else "experiments.asked"
    owner = words.text(who, name=words.name(one.owner)) if one.owner and one.day and not owned else ""
    begins = one.shown in _TO_BEGIN
    day = (
        words.text(f"experiments.{'starts' if begins else 'looked'}", day=words.day(one.day, today))
        if one.day
        else ""
    )
    return dotted(state, owner, day, cut(" ".join(one.learning.split()), _LINE))


_TO_BEGIN = frozenset({m.Shown.AGREED, m.Shown.ASKED})


def kept(message: m.DecisionKept, words: Words) -> Card:
    """The answer to a decision."""
    trying = button(words, "try", message.journey, message.decision, style=Style.PRIMARY)
    return card(
        words,
        words.text("experiments.kept", n=len(message.texts)),
        Bullets(tuple(_decided(one, words) for one in message.texts)),
        line(words, "experiments.kept_where"),
        small(words, "sees.experiments"),
        buttons(trying if message.decision else button(words, "try-from", message.journey)),
    )


# --- one experiment ---------------------------------------------------------------------------------


def experiment(message: m.ExperimentCard, words: Words) -> Card:
    """To one person: everything about it, and the buttons that are of use to them."""
    view = message.view
    title = words.text("experiments.one", what=short(view.what, words))
    return card(
        words,
        title,
        line(words, "experiments.will_you") if message.asked else None,
        *about(view, message.today, words),
        small(words, "sees.experiments"),
        _doing(message, words),
    )


def _doing(message: m.ExperimentCard, words: Words) -> Block | None:
    number = message.view.id
    return buttons(
        *(
            button(words, verb, message.journey, number, style=_MAIN.get(verb, Style.NORMAL))
            for verb in message.verbs
        )
    )


def about(view: m.ExperimentView, today: date, words: Words) -> tuple[Block | None, ...]:
    """What was agreed on, the notes along the way, the verdicts."""
    return (
        said(view.what) if len(" ".join(view.what.split())) > _LINE else None,
        _facts(view, today, words),
        *_notes(view, today, words),
        *judged(view, today, words),
    )


def _facts(view: m.ExperimentView, today: date, words: Words) -> Facts:
    owner = words.name(view.owner) if view.owner else words.text("experiments.nobody")
    asked = view.is_open and bool(view.owner) and not view.accepted
    takers = words.names(view.takers) if view.takers else words.text("experiments.team")
    found: tuple[Fact | None, ...] = (
        fact(words, "experiments.label.state", words.text(f"experiments.state.{view.shown}")),
        fact(words, "experiments.label.moment", view.moment),
        fact(words, f"experiments.label.{'asked' if asked else 'owner'}", owner),
        fact(words, "experiments.label.takers", takers),
        fact(words, "experiments.label.starts", words.day(view.starts, today)),
        fact(words, "experiments.label.first", view.first),
        fact(words, "experiments.label.review", words.day(view.review, today)) if view.is_open else None,
        fact(words, "experiments.label.sign", view.sign),
    )
    return Facts(tuple(one for one in found if one))


def _notes(view: m.ExperimentView, today: date, words: Words) -> tuple[Block | None, ...]:
    newest = view.notes[-NOTES:]
    earlier = len(view.notes) - len(newest)
    return (
        heading(words, "experiments.notes", over=newest),
        small(words, "experiments.earlier", n=earlier) if earlier else None,
        *(Quote(what(text, words), words.day(day, today)) for day, text in newest),
    )


def judged(view: m.ExperimentView, today: date, words: Words) -> tuple[Block | None, ...]:
    """The verdicts, each with what was learnt."""
    return (
        heading(words, "experiments.judged", over=view.judgements),
        *(block for one in view.judgements for block in _judgement(one, today, words)),
    )


def _judgement(one: m.JudgementLine, today: date, words: Words) -> tuple[Block | None, ...]:
    verdict = words.text(f"experiments.verdict.{one.verdict}")
    again = words.text("experiments.looked", day=words.day(one.review, today)) if one.review else ""
    above = said(dotted(words.day(one.day, today), verdict, again))
    return above, Quote(one.learning) if one.learning else None


# --- asking others ----------------------------------------------------------------------------------


def seeking(message: m.OwnerSoughtCard, words: Words) -> Card:
    """To the facilitators: who answers for it from now on?"""
    number = message.view.id
    doing: tuple[Button, ...] = (
        button(words, "try-owner", message.journey, number, style=Style.PRIMARY),
        button(words, "try-yes", message.journey, number),
    )
    found = words.text("experiments.found", name=words.name(message.view.owner)) if message.view.owner else ""
    return card(
        words,
        words.text("experiments.seeking", what=short(message.view.what, words)),
        line(words, "experiments.who") if message.seeking else said(found),
        *about(message.view, message.today, words),
        Divider(),
        small(words, "sees.asked"),
        buttons(*(doing if message.seeking else ()), button(words, "try-show", message.journey, number)),
    )


def helping(message: m.HelpCard, words: Words) -> Card:
    """To those who can help."""
    return card(
        words,
        words.text("experiments.help", what=short(message.view.what, words)),
        line(words, "experiments.asks", name=words.name(message.name)),
        _facts(message.view, message.today, words),
        small(words, "sees.asked"),
        buttons(button(words, "try-show", message.journey, message.view.id)),
    )
