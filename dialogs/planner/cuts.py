"""What to cut when it is too long: the least painful first.

Optional steps go, then talks and pictures, then work gets shorter; whatever works on the results of a step
that is left out is left out with it. When all that does not help, a whole part is left for another time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from content.steps import GatherStep, Status, Step, Who
from dialogs.planner.breaks import TOGETHER
from dialogs.planner.minutes import least_minutes, source
from dialogs.planner.values import Cut, Plan, Planned

Steps = Mapping[str, Step]
_WORK = frozenset({"gather", "rotate"})


def cuts(steps: Steps, draft: Plan, over: int, *, whole: bool) -> tuple[Cut, ...]:
    """Cuts of `draft` that save `over` minutes; fewer when there is no more to save.

    `whole`: a whole part may be left out.
    """
    gentle = _gentle(steps, draft, over)
    if sum(cut.saves for cut in gentle) >= over or not whole:
        return gentle
    part = _part(steps, draft, over)
    if not part:
        return gentle
    left = replace(draft, items=tuple(replace(one, on=one.on and one not in part) for one in draft.items))
    saved = sum(one.minutes for one in part)
    rest = cuts(steps, left, over - saved, whole=True) if saved < over else ()
    return (*(Cut(one.step, 0, one.minutes) for one in part), *rest)


def _gentle(steps: Steps, draft: Plan, over: int) -> tuple[Cut, ...]:
    """What hurts least first; of equals what saves most."""

    def hurts(item: Planned) -> tuple[int, int]:
        step = steps[item.step]
        return _pain(step), least_minutes(step, draft.wish) - item.minutes

    found: dict[str, Cut] = {}
    for item in sorted(draft.on, key=hurts):
        if over > 0 and item.step not in found:
            fresh = [cut for cut in _cut(steps, draft, item) if cut.step not in found]
            found |= {cut.step: cut for cut in fresh}
            over -= sum(cut.saves for cut in fresh)
    return tuple(found.values())


def _cut(steps: Steps, draft: Plan, item: Planned) -> tuple[Cut, ...]:
    """One proposal; () when nothing can be taken from a step."""
    together = _with_followers(steps, draft, item)
    if all(_may_go(steps[one.step]) for one in together):
        return tuple(Cut(one.step, 0, one.minutes) for one in together)
    least = least_minutes(steps[item.step], draft.wish)
    return (Cut(item.step, least, item.minutes - least),) if item.minutes > least else ()


def _with_followers(steps: Steps, draft: Plan, item: Planned) -> tuple[Planned, ...]:
    """A step, and those on the agenda that could not do without it."""
    gone = {item.step}
    for one in draft.on:
        if source(steps[one.step]) in gone:
            gone.add(one.step)
    return tuple(one for one in draft.on if one.step in gone)


def _may_go(step: Step) -> bool:
    """Whether a step can be left out: what is optional, talks and pictures; of alternatives one must stay."""
    return not step.choice and (step.status is not Status.CORE or step.kind in ("discuss", "shape"))


def _pain(step: Step) -> int:
    """How much a cut would hurt."""
    if step.status is Status.OPTIONAL and not step.choice:
        return 0
    return {"discuss": 1, "shape": 2, "scale": 3}.get(step.kind, 4)


# --- whole parts ----------------------------------------------------------------------------------


def _part(steps: Steps, draft: Plan, over: int) -> tuple[Planned, ...]:
    """The part to leave out: the shortest that is enough, else the longest; of equals the last.

    () when there is only one left.
    """
    parts = _parts(steps, draft)
    loose = [part for part in reversed(parts) if not any(steps[one.step].choice for one in part)]
    if len(parts) < 2 or not loose:  # noqa: PLR2004 -- one part makes the workshop
        return ()
    enough = [part for part in loose if _minutes(part) >= over]
    return min(enough, key=_minutes) if enough else max(loose, key=_minutes)


def _minutes(part: tuple[Planned, ...]) -> int:
    return sum(one.minutes for one in part)


def _parts(steps: Steps, draft: Plan) -> list[tuple[Planned, ...]]:
    """The parts of an agenda: work, what is made of it, and what everybody agrees on right after it."""
    roots = [one for one in draft.on if steps[one.step].kind in _WORK]
    parts = [_with_agreement(steps, draft, _with_followers(steps, draft, root)) for root in roots]
    inner = {one.step for part in parts for one in part[1:]}
    return [part for part in parts if part[0].step not in inner]


def _with_agreement(steps: Steps, draft: Plan, part: tuple[Planned, ...]) -> tuple[Planned, ...]:
    """A joint sheet that comes right after what was brought up belongs to it."""
    ids = {one.step for one in part}
    after = next((late for one, late in pairwise(draft.on) if one == part[-1]), None)
    step = steps[after.step] if after else None
    agreed = isinstance(step, GatherStep) and step.who is Who.EVERYBODY and after not in part
    picked = steps[part[-1].step].kind in TOGETHER
    return tuple(one for one in draft.on if one.step in ids or (agreed and picked and one == after))
