"""What there is to know of an agenda before the start, and what could be cut from it (suunnittelu)."""

from __future__ import annotations

from adaptive_cards.card import Block, Bullets, Paragraph, Rich
from adaptive_cards.views.parts import line, small
from adaptive_cards.words import Words
from dialogs.messages import CautionView, Cockpit, CutView, Stage


def outlook(message: Cockpit, words: Words) -> tuple[Block | None, ...]:
    """In the lobby: for what time it was planned, and what the facilitator should know."""
    if message.stage is not Stage.LOBBY:
        return ()
    return (_planned_for(message, words), cautions(message, words))


def cautions(message: Cockpit, words: Words) -> Bullets | None:
    """What the facilitator should know, one line each; None when there is nothing."""
    found = tuple(_caution(one, words) for one in message.cautions)
    return Bullets(found) if found else None


def _planned_for(message: Cockpit, words: Words) -> Paragraph | None:
    mode = words.text(f"plan.mode.{message.mode}")
    if message.slow:
        return small(words, "plan.slow", mode=mode)
    if not message.length:
        return None
    return small(words, "plan.for", duration=words.duration(message.length), mode=mode)


def _caution(caution: CautionView, words: Words) -> Rich:
    step = words.step(caution.step).title if caution.step else ""
    minutes = words.duration(caution.n) if caution.n else ""
    return words.rich(f"plan.caution.{caution.concern}", step=step, n=caution.n, duration=minutes)


def proposal(message: Cockpit, words: Words) -> tuple[Block | None, ...]:
    """A cut, one line for each step, when the agenda is too long or the workshop is late."""
    if not message.cuts:
        return ()
    key = "plan.cut_to_fit" if message.stage is Stage.LOBBY else "plan.cut_late"
    return (line(words, key), Bullets(tuple(_cut(one, words) for one in message.cuts)))


def _cut(cut: CutView, words: Words) -> Rich:
    step = words.step(cut.step).title
    if not cut.after:
        return words.rich("plan.leave_out", step=step)
    return words.rich("plan.shorten", step=step, before=cut.before, after=cut.after)
