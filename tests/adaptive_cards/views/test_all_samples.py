"""What holds for every card and form, in every state and language."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from functools import cache
from itertools import chain
from pathlib import Path
from typing import get_args

import pytest

from adaptive_cards import views
from adaptive_cards.actions import Action, decode
from adaptive_cards.card import (
    Block,
    Bullets,
    Button,
    Buttons,
    Card,
    ChoiceField,
    ChoicesField,
    Facts,
    Form,
    Heading,
    Link,
    Mention,
    Paragraph,
    Picture,
    Rich,
    TextField,
)
from adaptive_cards.preview import HELSINKI, Sample, first_edition, samples
from adaptive_cards.renderers import adaptive_card, block_kit, html, plain_text
from adaptive_cards.renderers.enclosures import Enclosure
from adaptive_cards.samples import card_samples, example_card_samples, example_form_samples, form_samples
from adaptive_cards.words import Words
from content.loader import default_library, example_edition
from dialogs import desk_messages as d
from dialogs import messages as m
from dialogs.journey import areas
from dialogs.journey.messages import JourneyForm, JourneyMessage
from dialogs.receipts import Receipt
from dialogs.verbs import FORMS as SESSION_FORMS
from dialogs.verbs import PRESSES as SESSION_PRESSES
from tests.adaptive_cards.views import journey_rows
from tests.support import adaptive_card_lint, block_kit_lint

FORMS = SESSION_FORMS | frozenset(areas.FORMS)
PRESSES = SESSION_PRESSES | frozenset(areas.PRESSES)

ROOT = Path(__file__).parents[3]
LANGUAGES = sorted(default_library().phrasebooks)
WRITING = {"note", "turn", "pick", "feedback", "edit", "theme", "retheme", "place", "turn-over"}
WRITING |= {"task-write", "task-edit", "observe", "observation-edit"}
WRITING |= {"process-promise", "practice-add", "practice-check"}
WRITING = journey_rows.WRITING | {
    "note",
    "turn",
    "pick",
    "feedback",
    "edit",
    "theme",
    "retheme",
    "place",
    "turn-over",
}
"""Verbs by which somebody writes something that others see."""
FIELDS = {
    "note": {"cell", "text"},
    "mine": {"note"},
    "edit": {"text", "delete"},
    "turn": {"text"},
    "pick": {"notes"},
    "agenda": {"steps", "choice.kuvio"},
    "plan": {"length", "mode"},
    "item": {"step", "minutes", "pause", "move", "sitting"},
    "wish": {"steps"},
    "lead": {"person", "how"},
    "feedback": {"score", "line"},
    "theme": {"notes", "theme", "name"},
    "retheme": {"theme", "name", "into"},
    "place": {"axis.tekeminen", "axis.yhdessa"},
    "turn-over": {"origin", "text"},
    "task-write": {"part", "text", "tried", "happened", "learnt"},
    "task-mine": {"entry"},
    "task-edit": {"text", "tried", "happened", "learnt", "delete"},
    "task-time": {"when"},
    "task-name": {"people"},
    "observe": {"text", "sort", "tags"},
    "observation-mine": {"observation"},
    "observation-edit": {"text", "sort", "tags", "delete"},
    "process-start": {"date", "day", "clock", "gap"},
    "meeting-move": {"meeting", "date", "day"},
    "meeting-change": {"meeting", "how"},
    "meeting-add": {"date", "day", "workshop"},
    "process-pause": {"date", "day"},
    "process-lead": {"person", "how"},
    "process-ask": {"person"},
    "process-promise": {"promise", "text"},
    "practice-add": {"text", "person"},
    "practice-check": {"practice", "verdict", "text"},
    **journey_rows.FIELDS,
}
MAY_LACK = {
    "note": {"cell", "text"},
    "lead": {"person", "how"},
    # A documentation has three texts, everything else one.
    "task-write": {"part", "text", "tried", "happened", "learnt"},
    "task-edit": {"text", "tried", "happened", "learnt"},
}
LENGTHS: dict[str, set[int]] = {
    "feedback": {300},
    "item": {3},
    "theme": {80},
    "retheme": {80},
    "task-time": {100},
    **{verb: {100} for verb in ("process-start", "meeting-move", "meeting-add", "process-pause")},
    **{verb: {300} for verb in ("process-promise", "practice-add", "practice-check")},
    **journey_rows.LENGTHS,
}
"""Characters of the texts of a form, where not 500."""
NEEDED_ARGS = {
    **dict.fromkeys(("next", "back", "skip", "remind", "regroup", "regroup-same", "cut"), 1),
    **dict.fromkeys(("arrive", "ready", "shape", "together", "mine", "edit"), 1),
    **dict.fromkeys(("more", "recorder", "examples", "note", "turn", "pick", "place"), 2),
    **dict.fromkeys(("theme", "retheme", "turn-over"), 1),
    **dict.fromkeys(("task-write", "task-mine", "task-time", "task-name"), 1),
    **dict.fromkeys(("task-done", "task-undone", "task-card", "opening", "observation-edit"), 1),
    **dict.fromkeys(("observation-named", "observation-nameless", "observation-kept"), 1),
    **dict.fromkeys(("task-edit", "observation-sort"), 2),
    **dict.fromkeys((one for one in areas.PRESSES if one.startswith("process-")), 1),
    **dict.fromkeys((one for one in areas.FORMS if one.startswith(("process-", "meeting-"))), 1),
    "meeting-dates": 1,
    "practice-add": 1,
    "practice-check": 2,
    "meeting-start": 2,
    "meeting-held": 2,
    "meeting-go": 4,
    "promise-yes": 2,
    "promise-talk": 2,
}
"""How many arguments each verb travels with; the others have none. A note may have its cell as well."""
SEVERAL_ARGS = journey_rows.ARGS
"""Verbs of journeys -> how many arguments they may travel with."""
EMOJI = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf\u2b00-\u2bff\ufe0f]")


@cache
def everything() -> tuple[Sample, ...]:
    return tuple(samples(default_library()))


def named() -> list[str]:
    return [f"{name}.{language}" for name, _, language in everything()]


@pytest.fixture(params=range(len(everything())), ids=named())
def sample(request: pytest.FixtureRequest) -> Sample:
    return everything()[request.param]


# --- all kinds are there ------------------------------------------------------------------------------------


def kinds_of(kind: type) -> set[type]:
    """The classes below `kind`; a dataclass with slots leaves a shadow of itself behind, which is none."""
    below: list[type] = kind.__subclasses__()
    return {one for one in below if getattr(sys.modules[one.__module__], one.__name__) is one}


def test_every_message_has_a_view_and_a_sample() -> None:
    edition, example = first_edition(default_library()), example_edition()
    cards = {type(one) for _, one in (*card_samples(edition, "fi"), *example_card_samples(example, "fi"))}
    forms = {type(one) for _, one in (*form_samples(edition, "fi"), *example_form_samples(example, "fi"))}
    spoken = {*get_args(m.Message), *get_args(d.DeskMessage), *kinds_of(JourneyMessage), Receipt}
    assert cards == spoken == views.VIEWS.keys()
    asked = {*get_args(m.FormMessage), *kinds_of(JourneyForm)}
    assert forms == asked == views.FORM_VIEWS.keys()


def test_no_two_samples_have_the_same_name() -> None:
    assert len(named()) == len(set(named()))


# --- cards and forms ----------------------------------------------------------------------------------------


def buttons_of(card: Card) -> list[Button]:
    return [one for block in card.blocks if isinstance(block, Buttons) for one in block.buttons]


def actions_of(one: Card | Form) -> list[Action]:
    if isinstance(one, Form):
        return [one.action]
    return [button.action for button in buttons_of(one) if button.action]


def texts_of(one: Card | Form) -> list[str]:
    """All texts of a card or form, one by one."""
    if isinstance(one, Card):
        return [one.title, one.summary, *chain.from_iterable(map(block_texts, one.blocks))]
    fields = [text for made in one.fields for text in (made.label, made.hint, *_options(made))]
    return [one.title, one.submit, one.cancel, *fields, *chain.from_iterable(map(block_texts, one.intro))]


def _options(made: TextField | ChoiceField | ChoicesField) -> list[str]:
    return [made.placeholder] if isinstance(made, TextField) else [option.label for option in made.options]


def block_texts(block: Block) -> list[str]:  # noqa: PLR0911 -- one line for each kind
    match block:
        case Heading():
            return [block.text]
        case Paragraph():
            return [rich_text(block.rich)]
        case Bullets():
            return [rich_text(item) for item in block.items]
        case Facts():
            return [text for fact in block.facts for text in (fact.label, rich_text(fact.value))]
        case Picture():
            return [block.alt, block.title]
        case Buttons():
            return [
                text for button in block.buttons for text in (button.label, button.confirm, button.cancel)
            ]
        case _:
            return []


def rich_text(rich: Rich) -> str:
    return "".join(one.name if isinstance(one, Mention) else one.text for one in rich)


def test_it_has_a_name_a_language_and_something_to_say(sample: Sample) -> None:
    _, one, language = sample
    assert one.language == language
    assert one.title or (isinstance(one, Card) and one.blocks)
    assert not isinstance(one, Card) or one.summary


def test_no_text_is_empty_or_carelessly_spaced(sample: Sample) -> None:
    _, one, _ = sample
    for text in texts_of(one):
        assert "  " not in text, text
        assert " ." not in text, text
        assert text == text.strip(), text
    paragraphs = [block for block in getattr(one, "blocks", ()) if isinstance(block, Paragraph)]
    assert all(rich_text(block.rich) for block in paragraphs)


def test_every_action_travels_and_is_one_that_the_engine_knows(sample: Sample) -> None:
    for action in actions_of(sample[1]):
        assert decode(action.encode()) == action
        assert action.verb in FORMS | PRESSES
        cells = len(action.args) - 2 if action.verb == "note" and len(action.args) > 2 else 0
        needed = SEVERAL_ARGS.get(action.verb, {NEEDED_ARGS.get(action.verb, 0)})
        assert len(action.args) - cells in needed
        assert cells <= 1
        assert all(action.args)
        assert bool(action.session) == (action.verb != "forget")


def test_buttons_of_forms_open_them_and_no_two_do_the_same(sample: Sample) -> None:
    name, one, _ = sample
    if isinstance(one, Card):
        made = buttons_of(one)
        assert [button.opens_form for button in made] == [
            bool(button.action and button.action.verb in FORMS) for button in made
        ]
        assert len({button.action for button in made}) == len(made)
        # On a digest, the same may be asked of several things: each row of buttons is about one.
        rows = [block.buttons for block in one.blocks if isinstance(block, Buttons)]
        for row in rows if name.startswith("digest") else [tuple(made)]:
            assert len({button.label for button in row}) == len(row)


def test_whoever_writes_is_told_first_who_will_see_it(sample: Sample) -> None:
    _, one, language = sample
    if not WRITING & {action.verb for action in actions_of(one)}:
        return
    book = default_library().phrasebook(language)
    promises = [
        re.split(r"\{\w+\}", text)
        for key, text in book.phrases.items()
        if key.startswith("sees.") and isinstance(text, str)
    ]
    blocks = one.intro if isinstance(one, Form) else one.blocks
    before = [block for block in blocks if isinstance(block, Paragraph)]
    if isinstance(one, Card):
        first = next(index for index, block in enumerate(one.blocks) if _writes(block))
        before = [block for block in one.blocks[:first] if isinstance(block, Paragraph)]
    said = [rich_text(block.rich) for block in before]
    assert any(all(piece in text for piece in promise) for promise in promises for text in said)


def _writes(block: Block) -> bool:
    return isinstance(block, Buttons) and any(
        button.action and button.action.verb in WRITING for button in block.buttons
    )


def test_old_cards_can_only_be_read(sample: Sample) -> None:
    name, one, _ = sample
    if name.endswith(("-old", "-taken")) and isinstance(one, Card):
        assert buttons_of(one) == []


def test_fields_are_those_that_the_engine_expects(sample: Sample) -> None:
    _, one, _ = sample
    if not isinstance(one, Form):
        return
    ids = {made.id for made in one.fields}
    ids = {re.sub(r"^part\.\d$", "text", one) for one in ids}
    may_lack = {**MAY_LACK, **journey_rows.MAY_LACK}.get(one.action.verb, {"day"})
    assert FIELDS[one.action.verb] - may_lack <= ids <= FIELDS[one.action.verb]
    assert ids or one.action.verb == "lead"
    for made in one.fields:
        if isinstance(made, TextField):
            assert made.max_length in LENGTHS.get(one.action.verb, {500})
            assert made.placeholder or one.action.verb in {"edit", "item"}
        else:
            values = [option.value for option in made.options]
            assert len(set(values)) == len(values) > 0
            assert not any("," in value for value in values)
            assert all(option.label for option in made.options)


def test_at_most_one_emoji(sample: Sample) -> None:
    assert len(EMOJI.findall("".join(texts_of(sample[1])))) <= 1


def test_names_of_the_samples_are_never_inflected(sample: Sample) -> None:
    inflected = re.compile(r"\b(?:Anna|Ville|Sari|Omar|Liisa|Jukka|Maija)(?:[a-zåäö]+|[:’'][a-zåäö]+)\b")
    assert [text for text in texts_of(sample[1]) if inflected.search(text)] == []


def test_links_are_ours(sample: Sample) -> None:
    _, one, _ = sample
    if isinstance(one, Card):
        items = chain.from_iterable(block.items for block in one.blocks if isinstance(block, Bullets))
        links = [inline for item in items for inline in item if isinstance(inline, Link)]
        assert all(link.url.startswith("https://") for link in links)


# --- on every platform --------------------------------------------------------------------------------------


def where(card: Card) -> dict[str, Enclosure]:
    refs = [block.ref for block in card.blocks if isinstance(block, Picture)]
    return {ref: Enclosure(url="https://paja.example/kuva.png") for ref in refs}


def test_slack_takes_it(sample: Sample) -> None:
    _, one, _ = sample
    if isinstance(one, Form):
        assert block_kit_lint.view(block_kit.render_form(one)) == []
    else:
        made = block_kit.render(one, where(one))
        assert block_kit_lint.message(made["blocks"], made["text"]) == []


def test_teams_takes_it(sample: Sample) -> None:
    _, one, _ = sample
    if isinstance(one, Form):
        assert adaptive_card_lint.problems(adaptive_card.render_form(one), dialog=True) == []
    else:
        assert adaptive_card_lint.problems(adaptive_card.render(one, where(one))) == []


def test_the_browser_and_the_terminal_show_it(sample: Sample) -> None:
    _, one, _ = sample
    if isinstance(one, Form):
        assert one.nonce in html.render_form(one)
    else:
        assert html.render(one, where(one)).startswith("<article")
        assert plain_text.render(one)


def test_words_of_a_workshop_are_optional_where_no_session_is_spoken_of() -> None:
    library = default_library()
    edition = first_edition(library)
    words = Words(library.phrasebook("fi"), None, HELSINKI)
    for _, message in card_samples(edition, "fi"):
        if isinstance(message, get_args(d.DeskMessage)):
            assert views.card(message, words).blocks
    assert replace(words, workshop=edition.in_language("fi")).step("lopetus").title
