"""The minutes that a step needs, usually has and can have: the workbook's rules, then good sense."""

from __future__ import annotations

from content.steps import GatherStep, MergeStep, RotateStep, Step, Who
from content.workshop import wanted
from dialogs.planner.values import Mode, Wish

WITHOUT_BREAK = 60
"""Minutes of work on end (W:589)."""
HOME = 10
"""Minutes at home after the stations, for reading what has gathered there."""
FIVE = 5
_LEAST = {"brief": 3, "discuss": 10, "exchange": 8, "scale": 10, "theme": 15}
"""Good sense, where the workbook is silent; five minutes for everything else."""


def least_minutes(step: Step, wish: Wish) -> int:
    """The least that the workbook's rules (or good sense) give to a step."""
    if isinstance(step, RotateStep):
        return station_minutes(step, wish.mode) * len(step.stations) + HOME
    rule = rule_minutes(step)
    return rule + moving_minutes(step, wish.mode) if rule else min(_sensible(step), usual_minutes(step, wish))


def rule_minutes(step: Step) -> int:
    """The workbook's least for work in small groups and pairs (W:586-588); 0 for everything else."""
    if not isinstance(step, GatherStep) or step.who not in (Who.SMALL_GROUPS, Who.PAIRS):
        return 0
    return 30 if _gathers(step) else 15


def _sensible(step: Step) -> int:
    """Nobody fills a sheet of several cells, nor turns weaknesses into strengths, in less."""
    match step:
        case GatherStep():
            return 15 if len(step.canvas.ids()) > 1 else 10
        case MergeStep(turnings=turnings):
            return 10 if turnings else FIVE
        case _:
            return _LEAST.get(step.kind, FIVE)


def usual_minutes(step: Step, wish: Wish) -> int:
    """What the content gives to a step, and time to move when people are not in one room."""
    if isinstance(step, RotateStep):
        return max(step.minutes, least_minutes(step, wish))
    return max(step.minutes, rule_minutes(step)) + moving_minutes(step, wish.mode)


def most_minutes(step: Step, wish: Wish) -> int:
    """How long a step can be before it is heavy: work in groups an hour, the rest up to twice the usual.

    Stations have the minutes that the content gives them.
    """
    usual = usual_minutes(step, wish)
    if isinstance(step, RotateStep):
        return usual
    return max(usual, WITHOUT_BREAK) if rule_minutes(step) else min(2 * usual, usual + 15)


def _gathers(step: GatherStep) -> bool:
    """Whether solutions are gathered: more than one cell, or a group's canvas."""
    return step.who is Who.SMALL_GROUPS or len(step.canvas.ids()) > 1


def station_minutes(step: RotateStep, mode: Mode) -> int:
    """Minutes at one station, with the move to it."""
    return step.per_station + step.move + moving_minutes(step, mode)


def moving_minutes(step: Step, mode: Mode) -> int:
    """Minutes for one move into groups: 5 when remote, 10 when hybrid (W:1466-1468)."""
    groups = isinstance(step, RotateStep) or (isinstance(step, GatherStep) and step.who is Who.SMALL_GROUPS)
    return {Mode.REMOTE: 5, Mode.HYBRID: 10}.get(mode, 0) if groups else 0


def source(step: Step) -> str:
    """The step whose results `step` cannot do without, "" for none. Groups alone can be made anew."""
    return "" if isinstance(step, GatherStep) else wanted(step)[0]
