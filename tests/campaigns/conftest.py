"""The ledger of the campaigns: shown at the end, and written down when asked for."""

from __future__ import annotations

import pytest

from tests.campaigns.ledger import REPORT, Ledger, wanted

_KEY = pytest.StashKey[Ledger]()


@pytest.fixture(scope="session")
def ledger(request: pytest.FixtureRequest) -> Ledger:
    """What all campaigns of this run have shown."""
    return request.config.stash.setdefault(_KEY, Ledger())


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    found = config.stash.get(_KEY, None)
    if found is None or not found.rows:
        return
    terminalreporter.section("campaigns")
    for line in found.text():
        terminalreporter.write_line(line)
    if wanted():
        found.write()
        terminalreporter.write_line(f"written to {REPORT}")
