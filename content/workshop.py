"""A workshop (paja): its steps in order, and the rules that a workshop must keep."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Self

from pydantic import Field, model_validator

from content.steps import By, GatherStep, MergeStep, Model, PickStep, ShapeStep, Slug, Step, ThemeStep


class Workshop(Model):
    """The structure of one workshop; the words are in `WorkshopWords` of each language."""

    slug: Slug
    number: Annotated[int, Field(ge=0, le=99)]
    level: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    steps: tuple[Step, ...]

    @cached_property
    def by_id(self) -> dict[str, Step]:
        """Step id -> step."""
        return {step.id: step for step in self.steps}

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Self:
        ids = [step.id for step in self.steps]
        doubles = sorted({one for one in ids if ids.count(one) > 1})
        if doubles:
            message = f"each step needs an id of its own; twice: {', '.join(doubles)}"
            raise ValueError(message)
        return self

    @model_validator(mode="after")
    def _sources_come_before(self) -> Self:
        seen: dict[str, str] = {}
        for step in self.steps:
            earlier, kinds = wanted(step)
            if earlier and seen.get(earlier) not in kinds:
                needed = " or ".join(kinds)
                message = (
                    f"step {step.id!r} builds on {earlier!r}: that must be an earlier step of kind {needed}"
                )
                raise ValueError(message)
            seen[step.id] = step.kind
        return self

    @model_validator(mode="after")
    def _private_notes_stay_private(self) -> Self:
        """Only their writer brings them up."""
        private = {step.id for step in self.steps if isinstance(step, GatherStep) and step.private}
        for step in self.steps:
            own = isinstance(step, GatherStep) or (isinstance(step, PickStep) and step.by is By.PERSON)
            if wanted(step)[0] in private and not own:
                message = f"step {step.id!r} builds on private notes: only a pick with by: person may"
                raise ValueError(message)
        return self

    @model_validator(mode="after")
    def _ends_with_closing(self) -> Self:
        if not self.steps or self.steps[-1].kind != "close":
            message = "the last step must be of kind close"
            raise ValueError(message)
        return self

    @model_validator(mode="after")
    def _one_of_each_choice_is_on(self) -> Self:
        for choice in {step.choice for step in self.steps} - {""}:
            if sum(step.on for step in self.steps if step.choice == choice) != 1:
                message = f"exactly one of the alternatives {choice!r} must have on: true"
                raise ValueError(message)
        return self


_NOTES = ("discuss", "gather", "rotate")


def wanted(
    step: Step,
) -> tuple[str, tuple[str, ...]]:
    """The id of the step whose results `step` needs ("" for none), and the kinds that have such results."""
    match step:
        case PickStep(notes_of=earlier):
            return earlier, (*_NOTES, "pick", "merge", "theme")
        case ThemeStep(notes_of=earlier):
            return earlier, _NOTES
        case ShapeStep(picks_of="", notes_of=earlier):
            return earlier, (*_NOTES, "merge", "scale")
        case MergeStep(picks_of=earlier) | ShapeStep(picks_of=earlier):
            return earlier, ("pick",)
        case GatherStep(same_groups_as=earlier):
            return earlier, ("gather", "rotate", "pick")
    return "", ()
