"""The forms of the diary: a new observation, and one's own again."""

from __future__ import annotations

from typing import Any

from dialogs.journey.answers import MOST_OPTIONS, needed
from dialogs.journey.area import Acting, Errors, FormKind
from dialogs.journey.diary import events as e
from dialogs.journey.diary import messages as m
from dialogs.journey.diary.boards import observation_of, own, viewed
from dialogs.journey.diary.state import SORTS, Sort
from dialogs.receipts import Code, Receipt
from dialogs.texts import NOTE_LENGTH, TextError, clean

MOST_TAGS = 5
_GROWS = 4
"""How many times longer a text may become when it is tidied."""
LONGEST_TAG = 40
"""Characters."""
LONGEST_TAGS = 300
"""Characters of all tags of one observation."""


def _ask(acting: Acting) -> m.ObserveForm:
    """Empty, or with the words of the message that it begins with, as many as it holds."""
    text = acting.one("text")
    text = text if len(text) <= NOTE_LENGTH else f"{text[: NOTE_LENGTH - 1]}…"
    return m.ObserveForm(acting.journey.id, clean(text, len(text) * _GROWS))


def _read(acting: Acting) -> Any:
    errors: Errors = {}
    text, sort, tags = _fields(acting, errors)
    return errors or e.Observed(acting.person, acting.name, text, sort, tags, acting.nonce)


def _fields(acting: Acting, errors: Errors) -> tuple[str, Sort, tuple[str, ...]]:
    text = needed(acting, "text", errors)
    sort = next((one for one in SORTS if one == acting.one("sort")), Sort.UNSORTED)
    if sort is Sort.UNSORTED:
        errors["sort"] = "choose"
    return text, sort, read_tags(acting.one("tags"), errors)


def read_tags(text: str, errors: Errors) -> tuple[str, ...]:
    """The tags that somebody typed with commas between, each once; notes into `errors` what is too much."""
    try:
        parts = clean(text, LONGEST_TAGS).replace("\n", ",").replace(";", ",").split(",")
    except TextError as error:
        errors["tags"] = error.key
        return ()
    tags = {tag.casefold(): tag for part in parts if (tag := part.strip().lstrip("#").strip())}
    if len(tags) > MOST_TAGS or any(len(tag) > LONGEST_TAG for tag in tags):
        errors["tags"] = "tags"
    return tuple(tags.values())


def _ask_mine(acting: Acting) -> Any:
    mine = own(acting.journey, acting.person)[:MOST_OPTIONS]
    return m.ObservationMineForm(acting.journey.id, mine) if mine else Receipt(Code.NOTHING_THERE)


def _read_mine(acting: Acting) -> Any:
    chosen = observation_of(acting.journey, (acting.one("observation"),))
    if chosen is None:
        return {"observation": "choose"}
    return _edit(acting, (str(chosen.id),))


def _ask_edit(acting: Acting) -> Any:
    return _edit(acting, acting.args)


def _edit(acting: Acting, args: tuple[str, ...]) -> Any:
    found = observation_of(acting.journey, args)
    if found is None:
        return Receipt(Code.UNKNOWN)
    if found.person != acting.person:
        return Receipt(Code.NOT_YOURS)
    return m.ObservationForm(acting.journey.id, viewed(found))


def _read_edit(acting: Acting) -> Any:
    found = observation_of(acting.journey, acting.args)
    if found is None:
        return Receipt(Code.UNKNOWN)
    if "yes" in acting.many("delete"):
        return e.ObservationReworded(found.id, acting.person)
    errors: Errors = {}
    text, sort, tags = _fields(acting, errors)
    return errors or e.ObservationReworded(found.id, acting.person, text, sort, tags)


FORMS = {
    "observe": FormKind(_ask, _read, (0,)),
    "observation-mine": FormKind(_ask_mine, _read_mine, (0,)),
    "observation-edit": FormKind(_ask_edit, _read_edit, (1,)),
}
