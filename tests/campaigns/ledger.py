"""What the campaigns of one test run have shown: a table, and `docs/crash-campaign.md` when asked for.

PAJA_CAMPAIGN_EVERY=1   a run for every point of the workshop (default: for as many as there is time for)
PAJA_CAMPAIGN_FIRST=3   of every so many points the 4th (default: the one in the middle); CI may count up
PAJA_CAMPAIGN_REPORT=1  write the report
"""

from __future__ import annotations

import os
import platform
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from tests.campaigns.verdict import Verdict
from tests.support.crashing_bot import Point, points

REPORT = Path(__file__).parents[2] / "docs" / "crash-campaign.md"
SLOWEST = 5.0
"""Seconds from the end of a process to the first message of the next one."""
HEAD = (
    "campaign",
    "runs",
    "killed",
    "acknowledged",
    "lost",
    "effects twice",
    "posts twice",
    "astray",
    "serving again, max",
    "first message out, max",
    "less waiting for a core, max",
)
_ABOUT = """\
# What is lost when the bot is killed

Written by `PAJA_CAMPAIGN_REPORT=1 make campaign` (`tests/campaigns/`). The real bot, a strict fake platform and the
people are three processes. People play a scripted workshop 1 over signed HTTP; the bot is killed with SIGKILL and
started again at once on the same database, and everybody plays on to the end. What failed is done again as people
and platforms do it: a message is delivered again, a person presses the same button or sends the same open form.

A point is before, within (after the last statement, before COMMIT) or after one commit; or before or after one call
was taken by the platform. After each run the driver's own record of what was acknowledged is held against the facts,
everything that anybody sees against the run without a kill, the order in each room against the order in which the
outbox was asked, and every message ever sent against the list of who may read it (each text carries its writer's
mark).

Messages in Teams carry no key that could be looked for. There a post whose answer the bot did not live to see is sent
again, and its first copy may stand there too: at most one in a room at each kill. The column "posts twice" counts
those; what is pressed on either copy counts once. On Slack there may be none.

Times are counted from the end of the killed process. Two to three runs share the machine, maybe with others; the last
column leaves out for how long the new process waited for a core, and is the one that must stay below 5 s. Bots are
forked from a process that has imported everything, but for the rows "new interpreters", where each start is what an
operator waits for. Waits are short here: a post that may still be on its way and cannot be found is posted again after 0.3
s (in production 10 s), edits of a card are 0.05 s apart (2 s), and the platforms' own rate limits are off. "First
message out" is therefore what the bot itself needs. In production a post to Slack that was on its way and did not
arrive comes up to 10 s later, and what is in line behind it in the same room; one that did arrive is found at once.
"""  # noqa: E501 -- prose


@dataclass(frozen=True, slots=True)
class Row:
    """One campaign."""

    name: str
    verdicts: Sequence[Verdict]
    note: str = ""

    @property
    def cells(self) -> tuple[str, ...]:
        """As the table shows it."""
        each = self.verdicts
        resumes = [one for verdict in each for one in verdict.resumes]
        return (
            self.name,
            str(len(each)),
            str(sum(one.deaths for one in each)),
            str(sum(one.acknowledged for one in each)),
            str(sum(len(one.lost) for one in each)),
            str(sum(len(one.doubled_effects) for one in each)),
            str(sum(len(one.doubled_posts) for one in each)),
            str(sum(len(one.strayed) for one in each)),
            f"{max((one.serving for one in resumes), default=0.0):.2f} s",
            f"{max((one.first_sent or 0.0 for one in resumes), default=0.0):.2f} s",
            f"{max((one.resumed for one in each), default=0.0):.2f} s",
        )


@dataclass
class Ledger:
    """Rows in the order in which the campaigns ended, and other lines."""

    rows: list[Row] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    began: datetime = field(default_factory=lambda: datetime.now(UTC))

    def add(self, name: str, verdicts: Sequence[Verdict], note: str = "") -> None:
        """One more campaign is over."""
        self.rows.append(Row(name, verdicts, note))

    def text(self) -> list[str]:
        """The table and the notes."""
        table = [HEAD, tuple("---" for _ in HEAD), *(row.cells for row in self.rows)]
        notes = [f"- {row.name}: {row.note}" for row in self.rows if row.note]
        return [
            *(f"| {' | '.join(cells)} |" for cells in table),
            "",
            *notes,
            *(f"- {one}" for one in self.lines),
        ]

    def write(self) -> None:
        """Into the documentation."""
        took = (datetime.now(UTC) - self.began).total_seconds() / 60
        about = f"Measured {self.began:%Y-%m-%d} on {machine()}; {took:.0f} minutes."
        REPORT.write_text("\n".join([_ABOUT, about, "", *self.text(), ""]), encoding="utf-8")


def machine() -> str:
    """Where this was measured."""
    cores, load = f"{len(os.sched_getaffinity(0))} cores ({platform.machine()})", os.getloadavg()[2]
    libraries = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    return f"{cores}, {libraries}, load average of the last 15 min {load:.1f}"


def chosen(counts: Mapping[str, int], sample: int) -> tuple[Sequence[Point], str]:
    """About `sample` of all points of a run, evenly spread, or what the environment asks for; and which."""
    everywhere = points(counts)
    asked = int(os.environ.get("PAJA_CAMPAIGN_EVERY") or 0)
    step = asked or max(1, len(everywhere) // sample)
    number = int(os.environ.get("PAJA_CAMPAIGN_FIRST") or step // 2) % step
    which = everywhere[number::step] if asked else everywhere[number::step][:sample]
    about = "all" if step == 1 else f"one of every {step}, from the {number + 1}. on"
    return which, f"{about}, of {len(everywhere)} points"


def wanted() -> bool:
    """Whether the report is to be written."""
    return os.environ.get("PAJA_CAMPAIGN_REPORT", "") not in {"", "0"}


def shown(verdict: Verdict) -> str:
    """One run in a few lines."""
    found = (
        *(f"lost: {one}" for one in verdict.lost),
        *(f"twice: {one}" for one in (*verdict.doubled_effects, *verdict.doubled_posts)),
        *(f"astray: {one}" for one in verdict.strayed),
        *verdict.different[:5],
        verdict.broken,
    )
    return "\n    ".join([str(verdict.point), *(one[:300] for one in found if one)])
