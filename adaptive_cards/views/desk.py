"""The desk's own answers to commands: short, and always with what can be done next."""

from __future__ import annotations

from babel import Locale

from adaptive_cards.card import Card, Paragraph, Rich, Span
from adaptive_cards.limits import cut
from adaptive_cards.views.lobby import facilitators
from adaptive_cards.views.parts import button, buttons, card, said, small
from adaptive_cards.views.workshop_list import start_command, workshop_lines
from adaptive_cards.words import Words, plain
from dialogs import desk_messages as desk

_LONGEST_ECHO = 80
"""Characters of what somebody wrote that are said back."""


def unknown_command(message: desk.UnknownCommand, words: Words) -> Card:
    """What was not understood, and what was perhaps meant."""
    first = words.rich("desk.unknown_command.text", text=cut(message.text, _LONGEST_ECHO))
    follow = _suggested(message.suggestions, words) if message.suggestions else _ask_help(words)
    return card(words, "", Paragraph((*first, Span(" "), *follow)), summary=plain(first))


def _suggested(commands: tuple[str, ...], words: Words) -> Rich:
    return words.rich("desk.unknown_command.suggest", commands=words.listed(commands, alternatives=True))


def _ask_help(words: Words) -> Rich:
    return words.rich("desk.unknown_command.help", command=words.text("command.help"))


def unknown_workshop(message: desk.UnknownWorkshop, words: Words) -> Card:
    """What there is instead."""
    first = words.rich("desk.unknown_workshop.text", text=cut(message.text, _LONGEST_ECHO))
    return card(words, "", Paragraph(first), *workshop_lines(message.workshops, words), summary=plain(first))


def channel_only(message: desk.ChannelOnly, words: Words) -> Card:
    """Where it works."""
    return _one_line(words, words.rich("desk.channel_only.text", command=cut(message.command, _LONGEST_ECHO)))


def already_running(message: desk.AlreadyRunning, words: Words) -> Card:
    """Which workshop is on, since when, who leads."""
    at, date = words.clock(message.opened_at), words.date(message.opened_at)
    text = (
        words.rich("desk.already_running.text", number=message.number, at=at)
        if message.today
        else words.rich("desk.already_running.other_day", number=message.number, date=date, at=at)
    )
    return card(
        words,
        "",
        Paragraph(text),
        said(facilitators(message.facilitators, words)),
        small(words, "desk.already_running.elsewhere"),
        buttons(button(words, "status", message.session)),
        summary=plain(text),
    )


def nothing_here(message: desk.NothingHere, words: Words) -> Card:
    """How to start one, or where to look."""
    if message.direct:
        return _one_line(words, words.rich("desk.nothing_here.direct"))
    return _one_line(words, words.rich("desk.nothing_here.text", command=start_command(words)))


def language_changed(message: desk.LanguageChanged, words: Words) -> Card:
    """In the new language."""
    return _one_line(words, words.rich("desk.language.changed", language=_language(message.language, words)))


def unknown_language(message: desk.UnknownLanguage, words: Words) -> Card:
    """Which languages there are."""
    languages = words.listed(tuple(_language(code, words) for code in message.known))
    command = f"{words.text('command.language')} {message.known[0]}"
    choose = words.rich("desk.language.choose", languages=languages, command=command)
    if not message.text:
        return _one_line(words, choose)
    text = cut(message.text, _LONGEST_ECHO)
    return _one_line(words, words.rich("desk.language.unknown", text=text, languages=languages))


def _language(code: str, words: Words) -> str:
    return str(Locale.parse(words.language).languages.get(code, code))


def platform_trouble(message: desk.PlatformTrouble, words: Words) -> Card:
    """What happened, that nothing was lost, what comes next."""
    return _one_line(words, words.rich("desk.trouble.text", platform=message.platform))


def went_wrong(_: desk.WentWrong, words: Words) -> Card:
    """What happened, that nothing was lost, what to do."""
    return _one_line(words, words.rich("desk.wrong.text"))


def for_you_alone(_: desk.ForYouAlone, words: Words) -> Card:
    """Where to ask again; nothing of the answer."""
    return _one_line(words, words.rich("desk.alone.text"))


def too_long(message: desk.TooLong, words: Words) -> Card:
    """By how much."""
    return _one_line(words, words.rich("desk.too_long.text", length=message.length, longest=message.longest))


def facilitator_unknown(message: desk.FacilitatorUnknown, words: Words) -> Card:
    """How to name somebody."""
    text = words.rich("desk.facilitator_unknown.text", button=words.text("button.lead"))
    return card(
        words,
        "",
        Paragraph(text),
        small(words, "desk.facilitator_unknown.joined") if message.named else None,
        summary=plain(text),
    )


def _one_line(words: Words, rich: Rich) -> Card:
    return card(words, "", Paragraph(rich), summary=plain(rich))
