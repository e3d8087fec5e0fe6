"""Joo & ja: the channel's card, and each person's card of the turn that is to be taken."""

from __future__ import annotations

from dataclasses import replace

from adaptive_cards.card import Block, Buttons, Card, Quote, Style
from adaptive_cards.views.parts import bullets, button, buttons, card, dotted, line, said, small, until
from adaptive_cards.words import Words
from content.wording import StepWords
from dialogs.messages import ExchangeBoard, ExchangeCard, Together, TurnKind

TRIO = 3


def exchange_board(message: ExchangeBoard, words: Words) -> Card:
    """To the channel: how the pairs are doing, without names."""
    step = words.step(message.step)
    return card(
        words,
        step.title,
        said(step.goal),
        bullets(step.instructions, numbered=True),
        said(until(words, message.ends_at)),
        said(_progress(message, words)),
        small(words, "exchange.board") if message.live else small(words, "past.step"),
        buttons(button(words, "join", message.session)) if message.live else None,
    )


def _progress(message: ExchangeBoard, words: Words) -> str:
    all_pairs = message.pairs + message.trios
    texts = (
        words.text("exchange.under_way", n=message.under_way, all=all_pairs) if all_pairs else "",
        words.text("exchange.trio", n=message.trios) if message.trios else "",
        words.text("exchange.done", n=message.done) if message.done else "",
    )
    return " ".join(text for text in texts if text)


def exchange_card(message: ExchangeCard, words: Words) -> Card:
    """To one person."""
    title = words.step(message.step).title
    said_last = said_before(message, words)
    if not message.live:
        past = line(words, "exchange.done_all") if message.done else small(words, "past.moment")
        return card(words, title, *said_last, past)
    if not message.partners:
        return card(words, title, *_alone(message, words))
    return card(
        words,
        title,
        _company(message, words),
        *said_last,
        *_turn(message, words),
        said(until(words, message.ends_at), subtle=True),
        _buttons(message, words),
        summary=dotted(title, words.text("form.turn.title")) if message.your_turn else title,
    )


def _alone(message: ExchangeCard, words: Words) -> tuple[Block | None, ...]:
    """Somebody who is here gets a partner; somebody who did not show up gets one as soon as they do."""
    if message.arrived:
        return (line(words, "exchange.waiting"),)
    arriving = button(words, "arrive", message.session, message.step, style=Style.PRIMARY)
    return (line(words, "exchange.away"), buttons(arriving))


def said_before(message: ExchangeCard, words: Words) -> tuple[Block, ...]:
    """What was said last, after the opening of the sentence that it goes on from."""
    if not message.text or message.said_kind is None:
        return ()
    stem = stem_of(words.step(message.step), message.said_kind)
    return (line(words, "exchange.said", name=words.name(message.said_by), stem=stem), Quote(message.text))


def stem_of(step: StepWords, kind: TurnKind) -> str:
    """The opening of a sentence of that kind."""
    opening, answer = step.stems
    return answer if kind is TurnKind.ANSWER else opening


def _company(message: ExchangeCard, words: Words) -> Block:
    if not message.order:
        return line(words, "exchange.partner", names=words.names(message.partners))
    key = "exchange.three" if len(message.order) == TRIO else "exchange.many"
    return line(words, key, n=len(message.order), names=words.names(message.order))


def _turn(message: ExchangeCard, words: Words) -> tuple[Block | None, ...]:
    if message.kind is None:
        return (line(words, "exchange.done_all"),)
    if message.your_turn:
        return (_task(message, message.kind, words), _example(message, words), small(words, _sees(message)))
    return (
        line(words, "exchange.turn_of", name=words.name(message.turn_of)),
        None if message.arrived else small(words, "exchange.arrive"),
    )


def together(message: Together, words: Words) -> Card:
    """The first card of the group's own conversation: what it is for, and that the turns go elsewhere."""
    return card(
        words, words.step(message.step).title, line(words, "exchange.together"), small(words, "sees.together")
    )


def _task(message: ExchangeCard, kind: TurnKind, words: Words) -> Block:
    stem = stem_of(words.step(message.step), kind)
    if kind is TurnKind.ANSWER:
        return line(words, "exchange.answer", stem=stem)
    if message.order:
        return line(words, "exchange.opening_about", name=words.name(message.about), stem=stem)
    return line(words, "exchange.opening", stem=stem)


def _example(message: ExchangeCard, words: Words) -> Block | None:
    step = words.step(message.step)
    found = step.answers if message.kind is TurnKind.ANSWER else step.examples
    return small(words, "part.example", example=found[0]) if found else None


def _sees(message: ExchangeCard) -> str:
    if not message.order:
        return "sees.pair"
    return "sees.trio" if len(message.order) == TRIO else "sees.many"


def _buttons(message: ExchangeCard, words: Words) -> Buttons | None:
    session, step = message.session, message.step
    turn = button(words, "turn", session, step, str(message.turn), style=Style.PRIMARY)
    return buttons(
        turn if message.your_turn else None,
        None if message.arrived else button(words, "arrive", session, step),
        replace(button(words, "together", session, step), people=message.people),
    )
