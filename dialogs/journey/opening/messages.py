"""What the opening card says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dialogs.journey.diary.messages import MirrorView, TimelineView
from dialogs.journey.experiments.messages import ExperimentLine
from dialogs.journey.messages import JourneyMessage
from dialogs.journey.tasks.messages import EntryView, TaskAbout


@dataclass(frozen=True, slots=True)
class GatheredTask:
    """What a task brought: how many have done it, and what they wrote, without names.

    Nothing of a private one is in `entries`. `workshop`, `step`: where what was written is needed ("" when
    that is not known).
    """

    about: TaskAbout
    done: int
    people: int
    entries: tuple[EntryView, ...]
    workshop: str = ""
    step: str = ""


@dataclass(frozen=True, slots=True)
class Opening(JourneyMessage):
    """A workshop's first card. `picks`: how many things the last one brought up, in the workshop `before`.

    `today` is a local day.
    """

    journey: str
    session: str
    before: str
    picks: int
    tasks: tuple[GatheredTask, ...]
    experiments: tuple[ExperimentLine, ...]
    today: date
    mirror: MirrorView | None

    @property
    def picture(self) -> TimelineView | None:
        """What is drawn on the card."""
        return self.mirror.picture if self.mirror else None
