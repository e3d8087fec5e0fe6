"""All measurements in one run, as a table on the screen and in `docs/performance.md` with the machine.

python -m tests.benchmarks            # all of them
python -m tests.benchmarks teams cards  # some; prints, writes nothing
"""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.benchmarks import (
    calls,
    cards,
    growth,
    reminders,
    slack_end_to_end,
    slack_front_door,
    teams,
    workshops,
)
from tests.benchmarks.measured import Line

MEASUREMENTS: dict[str, Callable[[], list[Line]]] = {
    "slack": slack_end_to_end.measure,
    "slack-door": slack_front_door.measure,
    "teams": teams.measure,
    "growth": growth.measure,
    "cards": cards.measure,
    "reminders": reminders.measure,
    "calls": calls.measure,
    "workshops": workshops.measure,
}
PAGE = Path("docs/performance.md")
_VERDICTS = {True: "yes", False: "**no**", None: ""}


def machine() -> str:
    """What it was measured on."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    model = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "")
    cores, load = os.cpu_count(), os.getloadavg()[0]
    return (
        f"{model or platform.machine()}, {cores} cores, {platform.system()} {platform.release()}, "
        f"Python {platform.python_version()}; load average {load:.1f} before the run"
    )


def table(lines: Sequence[Line]) -> str:
    """The lines as a table of Markdown."""
    rows = (f"| {one.what} | {one.measured} | {one.target} | {_VERDICTS[one.met]} |" for one in lines)
    return "\n".join(("| what | measured | aim | met |", "|---|---|---|---|", *rows))


def page(lines: Sequence[Line], where: str) -> str:
    """The whole page."""
    return (
        f"# What things cost\n\nMeasured by `make bench` on {datetime.now(UTC):%Y-%m-%d} in one run, what is "
        f"compared side by side: {where}. The other end of every connection ran on the same machine.\n\n"
        f"{table(lines)}\n"
    )


def main(names: Sequence[str]) -> None:
    """Measure all, or those named."""
    where, lines, console = machine(), [], Console()
    for name in names or MEASUREMENTS:
        console.print(f"measuring {name} ...")
        lines += MEASUREMENTS[name]()
    shown = Table("what", "measured", "aim", "met")
    for one in lines:
        shown.add_row(one.what, one.measured, one.target, _VERDICTS[one.met])
    console.print(where, shown)
    if not names:
        PAGE.write_text(page(lines, where), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
