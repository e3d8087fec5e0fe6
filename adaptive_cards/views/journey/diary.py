"""Havainnot: one's own, and the mirror that is made of what was shared."""

from __future__ import annotations

from adaptive_cards.card import Block, Bullets, Button, Buttons, Card, Picture, Quote, Rich, Span, Style
from adaptive_cards.views.journey.timeline import timeline
from adaptive_cards.views.parts import button, buttons, card, dotted, heading, line, small
from adaptive_cards.words import Words
from dialogs.journey.diary import messages as m
from dialogs.journey.diary.anonymity import REST, K
from dialogs.journey.diary.state import SORTS, Sharing, Sort

TEXTS_SHOWN = 12
"""Of one sort, on a mirror."""
_LISTED = 160
"""Characters of an observation in a list."""


def observation_card(message: m.ObservationCard, words: Words) -> Card:
    """One observation, to its author."""
    one = message.observation
    return card(
        words,
        words.text("diary.title"),
        Quote(one.text),
        small(words, "diary.about", what=_about(one, words)),
        line(words, _whose(one), date=words.date(one.at), k=str(K)),
        small(words, "sees.own_card"),
        _choices(message, words),
    )


def _whose(one: m.ObservationView) -> str:
    """The phrase that says whom it is for."""
    return "diary.used" if one.used else f"diary.{one.sharing}"


def _about(one: m.ObservationView, words: Words) -> str:
    tags = ", ".join(f"#{tag}" for tag in one.tags)
    return dotted(words.text(f"diary.sort.{one.sort}"), tags)


def _choices(message: m.ObservationCard, words: Words) -> Buttons | None:
    """First what it is of, then whom it is for."""
    one, journey = message.observation, message.journey
    edit = button(words, "observation-edit", journey, str(one.id))
    own = button(words, "my-observations", journey)
    if one.used:
        return buttons(edit, own)
    sorting = (_sorting(journey, one, sort, words) for sort in SORTS if one.sort is Sort.UNSORTED)
    ways = (
        button(words, f"observation-{way}", journey, str(one.id)) for way in Sharing if way is not one.sharing
    )
    return buttons(*sorting, *ways, edit, own)


def _sorting(journey: str, one: m.ObservationView, sort: Sort, words: Words) -> Button:
    label = words.text(f"diary.sort.{sort}")
    return button(words, "observation-sort", journey, str(one.id), sort.value, label=label)


def observation_gone(_: m.ObservationGone, words: Words) -> Card:
    """It was taken away."""
    return card(words, words.text("diary.title"), small(words, "diary.gone"))


def my_observations(message: m.MyObservations, words: Words) -> Card:
    """One's own, the newest first."""
    journey, found = message.journey, message.observations
    return card(
        words,
        words.text("diary.mine.title"),
        Bullets(tuple(_listed(one, words) for one in found)) if found else line(words, "diary.mine.none"),
        small(words, "diary.mine.older", n=message.more) if message.more else None,
        small(words, "sees.own_card"),
        buttons(
            button(words, "observe", journey, style=Style.PRIMARY),
            button(words, "observation-mine", journey) if found else None,
            button(words, "mirror", journey) if message.leads else None,
        ),
    )


def _listed(one: m.ObservationView, words: Words) -> Rich:
    text = " ".join(one.text.split())
    short = text if len(text) <= _LISTED else f"{text[: _LISTED - 1]}…"
    state = words.text("diary.state.used" if one.used else f"diary.state.{one.sharing}")
    sort = words.text(f"diary.sort.{one.sort}")
    return Span(short), Span(f" ({dotted(words.date(one.at), sort, state)})")


# --- the mirror -----------------------------------------------------------------------------------


def mirror_board(message: m.MirrorBoard, words: Words) -> Card:
    """The mirror in the channel."""
    return card(
        words,
        words.text("mirror.title"),
        *mirror(message.mirror, words),
        small(words, "sees.diary"),
        buttons(button(words, "observe", message.journey)),
    )


def mirror(view: m.MirrorView, words: Words) -> tuple[Block | None, ...]:
    """Counts, tags, the timeline and the texts; and what is left out, and why."""
    if not view.sorts:
        return (line(words, "mirror.nothing", k=str(K)),)
    return (
        line(words, "mirror.people", n=view.people),
        Bullets(tuple(_counted(one, words) for one in view.sorts)),
        _tags(view, words),
        _picture(view, words),
        *(block for sort in (*SORTS, REST) for block in _texts(view, sort, words)),
        small(words, "mirror.waits", k=str(K)) if view.waits else None,
        small(words, "mirror.rule", k=str(K)),
    )


def _counted(one: m.SortCount, words: Words) -> Rich:
    return words.rich("mirror.count", sort=sort_name(one.sort, words), n=one.n)


def sort_name(sort: str, words: Words) -> str:
    """What a sort is called on a mirror; the rest are the others."""
    return words.text(f"mirror.sort.{sort}") if sort else words.text("mirror.sort.rest")


def _tags(view: m.MirrorView, words: Words) -> Block | None:
    tags = ", ".join(f"#{one.tag} {one.n}" for one in view.tags)
    return line(words, "mirror.tags", tags=tags) if tags else None


def _picture(view: m.MirrorView, words: Words) -> Picture | None:
    return timeline(view.picture, words) if view.picture else None


def _texts(view: m.MirrorView, sort: str, words: Words) -> tuple[Block | None, ...]:
    texts = [one for one in view.texts if one.sort == sort]
    shown, more = texts[:TEXTS_SHOWN], len(texts) - TEXTS_SHOWN
    title = f"mirror.sort.{sort}" if sort else "mirror.sort.rest"
    return (
        heading(words, title, over=texts),
        Bullets(tuple(_text(one) for one in shown)) if shown else None,
        small(words, "mirror.more", n=more) if more > 0 else None,
    )


def _text(one: m.TextView) -> Rich:
    text = " ".join(one.text.split())
    return (Span(text), Span(f" ({one.name})")) if one.name else (Span(text),)
