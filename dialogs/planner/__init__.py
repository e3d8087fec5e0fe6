"""The planner (ohjelman koostaja): an agenda that fits the time at hand, by the workbook's own rules.

Pure and fast. `plan(workshop, wish)` proposes; every minute and every tick has a reason, every rule that does
not hold is a caution, and what does not fit comes with a proposal of what to cut. The facilitator changes
whatever they want; `checked` looks at it again.

The rules (workbook lines): small groups at least 15 minutes, 30 when solutions are gathered (W:586-588);
larger wholes 45-60 (W:588-589); over an hour without a break is heavy (W:589); one or two breaks in four
hours (W:1016-1018); remote and hybrid in two or more shorter sittings (W:580-581); 5-10 minutes more for each
move when remote (W:1466-1468); best with 12-20 people (W:533-534).
"""

from __future__ import annotations

from dialogs.planner.minutes import least_minutes
from dialogs.planner.proposal import checked, plan
from dialogs.planner.values import Caution, Concern, Cut, Mode, Plan, Planned, Why, Wish

__all__ = [
    "Caution",
    "Concern",
    "Cut",
    "Mode",
    "Plan",
    "Planned",
    "Why",
    "Wish",
    "checked",
    "least_minutes",
    "plan",
]
