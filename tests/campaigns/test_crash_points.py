"""Killed at any commit and any call: nothing lost, nothing twice, and everybody sees what they should.

What holds in each run (`verdict.Verdict`, `ending.Ending`):

- What was acknowledged is in the facts, once; nobody has to be asked again, and nobody is.
- Everybody sees in the end what they see without a kill: the same cards, the same summary.
- In each room, what was wanted first stands first.
- No text was ever shown to anybody whom it is not for.
- On Slack nothing stands there twice: posts carry keys, so one that is in doubt is looked for.
- On Teams no key goes with a message, and none can be looked for. A post whose answer the bot did not live to
  see is sent again, and its first copy may stand there too. It is at most one in a room at each kill, since
  a room sends one parcel at a time; several rooms may be unlucky at the same kill, but there are never more
  copies than posts were on their way. Never to send again would be the other choice: then somebody waits for
  a card that never comes. What is pressed on either copy counts once.
- The bot serves, and the first post that waited is out, within 5 s of the kill (`ledger.SLOWEST`) on an idle
  machine. Runs share theirs with each other, and maybe with more: the time for which the new process waited
  for a core does not count, and a run that still took longer is tried again alone, three times at most. What
  was measured stands in the report as it was, and without that waiting. The quick tests look at no clock.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from tests.campaigns.campaign import FEW_SCENES, Plot, crashed_everywhere, played
from tests.campaigns.ending import Ending
from tests.campaigns.ledger import SLOWEST, Ledger, chosen, shown
from tests.campaigns.verdict import Verdict
from tests.support.crashing_bot import Point

PLATFORMS = ("slack", "teams")
FULL = {"slack": 96, "teams": 64}
"""How many points `make campaign` tries."""
Chosen = tuple[Sequence[Point], str]
TRIES_ALONE = 3


@dataclass
class Campaign:
    """Kills at points of one plot, and what they have shown."""

    folder: Path
    plot: Plot
    expected: Ending
    reference: Verdict
    found: list[Verdict]
    note: str

    @property
    def wrong(self) -> str:
        """Every run that was not as it should be."""
        may_double = self.plot.platform == "teams"
        bad = (one for one in self.found if one.wrong or not (one.excusable if may_double else one.fine))
        return "\n".join(map(shown, bad))

    async def too_slow(self) -> list[tuple[str, float]]:
        """The points from which it took too long to come back, however often they were tried."""
        slow = [one for one in self.found if one.resumed > SLOWEST]
        tried = [(str(one.point), await self._alone(one.point)) for one in slow]
        if tried:
            each = "; ".join(
                f"{point} {one.resumed:.1f} s" for one, (point, _) in zip(slow, tried, strict=True)
            )
            self.note += f"; longer than {SLOWEST:.0f} s beside another run, tried again alone: {each}"
        return [(point, seconds) for point, seconds in tried if seconds > SLOWEST]

    async def _alone(self, point: Point | str) -> float:
        """The quickest of a few more tries."""
        best = float("inf")
        for number in range(TRIES_ALONE):
            folder = self.folder / f"alone-{number}"
            verdict, _ = await played(folder, self.plot, Point.parse(str(point)), self.expected)
            best = min(best, verdict.resumed)
            if best <= SLOWEST:
                break
        return best


def a_few(counts: Mapping[str, int]) -> Chosen:
    """One of each kind, well inside: another run may have a few commits and calls less."""
    commits, calls = counts["commit"], counts["call"]
    which = (
        Point("commit", "within", commits // 5),
        Point("commit", "after", commits * 2 // 5),
        Point("call", "before", calls * 3 // 5),
        Point("call", "after", calls * 4 // 5),
    )
    return which, ", ".join(map(str, which))


async def killed(folder: Path, plot: Plot, choose: Callable[[Mapping[str, int]], Chosen]) -> Campaign:
    """A run for each of the points that are chosen, after one without a kill."""
    reference, end = await played(folder / "whole", plot)
    assert reference.fine, shown(reference)
    assert reference.deaths == 0
    assert end is not None
    which, about = choose(reference.counts)
    found = await crashed_everywhere(folder, plot, end, which, _tell)
    counts = f"{reference.counts['commit']} commits, {reference.counts['call']} calls"
    note = f"{counts}; tried: {about}; reached: {_fired(found)} of {len(found)}"
    doubtful = sum(one.doubtful for one in found)
    return Campaign(folder, plot, end, reference, found, f"{note}; posts that were in doubt: {doubtful}")


def _tell(verdict: Verdict) -> None:
    if not verdict.fine:
        sys.stderr.write(shown(verdict) + "\n")


def _fired(found: Sequence[Verdict]) -> int:
    return sum(one.fired for one in found)


@pytest.mark.timeout(300)
@pytest.mark.parametrize("platform", PLATFORMS)
def test_killed_at_some_points_of_a_short_workshop(tmp_path: Path, ledger: Ledger, platform: str) -> None:
    plot = Plot(platform, people=4, scenes=FEW_SCENES)
    campaign = asyncio.run(killed(tmp_path, plot, a_few))

    ledger.add(f"{platform.title()}, 4 people, short", campaign.found, campaign.note)
    assert campaign.wrong == ""
    assert _fired(campaign.found) == len(campaign.found)


@pytest.mark.slow
@pytest.mark.parametrize("platform", PLATFORMS)
def test_killed_at_points_all_over_the_first_workshop(tmp_path: Path, ledger: Ledger, platform: str) -> None:
    many = partial(chosen, sample=FULL[platform])
    campaign = asyncio.run(killed(tmp_path, Plot(platform), many))
    slow = asyncio.run(campaign.too_slow())

    ledger.add(f"{platform.title()}, 8 people, whole", campaign.found, campaign.note)
    assert campaign.wrong == ""
    assert _fired(campaign.found) >= 0.9 * len(campaign.found)
    assert slow == []


@pytest.mark.slow
@pytest.mark.parametrize("platform", PLATFORMS)
def test_started_again_as_a_new_interpreter(tmp_path: Path, ledger: Ledger, platform: str) -> None:
    """The others are forked from a process that has imported everything.

    This is what an operator waits for.
    """
    plot = Plot(platform, scenes=FEW_SCENES, fresh=True)
    campaign = asyncio.run(killed(tmp_path, plot, a_few))
    slow = asyncio.run(campaign.too_slow())

    ledger.add(f"{platform.title()}, 8 people, short, new interpreters", campaign.found, campaign.note)
    assert campaign.wrong == ""
    assert slow == []
