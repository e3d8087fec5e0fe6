"""What reminders of experiments say, and the open experiments of one person."""

from __future__ import annotations

from adaptive_cards.card import Block, Button, Paragraph, Rich, Style
from adaptive_cards.limits import cut
from adaptive_cards.views.journey.experiments import short, state_of
from adaptive_cards.views.parts import button, buttons, said, small
from adaptive_cards.words import Words
from dialogs.calendar.due import Kind
from dialogs.journey.experiments.messages import ExperimentNudge, OwnExperiment
from dialogs.journey.experiments.state import Verdict
from dialogs.journey.messages import DigestLine, OwnLine

_BUTTON = 60
"""Characters of a button that is called after an experiment."""
_WRITING = frozenset({"try-note", "try-verdict"})
_JUDGED = frozenset({Kind.DAY_BEFORE.value, Kind.REVIEW.value})


def nudge(view: ExperimentNudge, one: DigestLine, words: Words) -> tuple[Block | None, ...]:
    """A sentence or two, and honest answers to choose from."""
    answers = _answers(view, one.journey, words)
    writes = any(each.action and each.action.verb in _WRITING for each in answers)
    return (
        Paragraph(_sentence(view, words)),
        said(_more(view, words), subtle=True),
        small(words, "sees.try_answer") if writes else None,
        buttons(*answers),
    )


def _sentence(view: ExperimentNudge, words: Words) -> Rich:
    what, day = short(view.what, words), words.day(view.review, view.today)
    return words.rich(f"experiments.nudge.{_of(view)}", what=what, day=day)


def _of(view: ExperimentNudge) -> str:
    if view.kind == Kind.REVIEW:
        return "review"
    if view.waiting or view.ownerless:
        return "waiting" if view.waiting else "ownerless"
    return view.kind


def _more(view: ExperimentNudge, words: Words) -> str:
    if view.kind == Kind.FIRST_STEP and view.first:
        return words.text("experiments.nudge.first", first=view.first)
    return words.text("experiments.nudge.sign", sign=view.sign) if view.kind in _JUDGED and view.sign else ""


def _answers(view: ExperimentNudge, journey: str, words: Words) -> tuple[Button, ...]:
    number = view.experiment
    if view.kind == Kind.REVIEW or (view.kind == Kind.DAY_BEFORE and not (view.waiting or view.ownerless)):
        verdicts = tuple(_verdict(journey, number, one, words) for one in Verdict)
        return (*verdicts, button(words, "try-move", journey, number))
    if view.waiting:
        return _plain(("try-yes", "try-no", "try-move"), journey, number, words)
    if view.ownerless:
        return _plain(("try-owner", "try-yes", "try-move"), journey, number, words)
    done = "try-first" if view.kind == Kind.FIRST_STEP else "try-note"
    return _plain((done, "try-later", "try-help", "try-move"), journey, number, words)


def _plain(verbs: tuple[str, ...], journey: str, number: str, words: Words) -> tuple[Button, ...]:
    styles = (Style.PRIMARY, *(Style.NORMAL,) * len(verbs))
    return tuple(
        button(words, verb, journey, number, style=style) for verb, style in zip(verbs, styles, strict=False)
    )


def _verdict(journey: str, number: str, one: Verdict, words: Words) -> Button:
    label = words.text(f"experiments.verdict.{one}")
    return button(words, "try-verdict", journey, number, one.value, label=label)


def own(thing: OwnExperiment, one: OwnLine, words: Words) -> tuple[Rich, Button]:
    """A line of somebody's own list, and the button that opens it."""
    what = short(thing.line.what, words)
    rich = words.rich(
        "experiments.own", what=what, state=state_of(thing.line, thing.today, words, owned=True)
    )
    label = words.text("experiments.open", what=cut(what, _BUTTON))
    return rich, button(words, "try-show", one.journey, thing.line.id, label=label)
