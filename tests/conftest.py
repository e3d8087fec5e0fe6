"""What holds for every test: none is left out in silence, and in CI none is left out."""

from __future__ import annotations

import os
import shutil
from collections import defaultdict
from collections.abc import Generator
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import settings

from tests.support.voikko import speller

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
NODE_PACKAGES = Path(__file__).parent / "node" / "node_modules"
Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)

# How long one example takes says more about the machine than about the code.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


def in_ci() -> bool:
    return os.environ.get("CI", "").lower() not in {"", "0", "false"}


def find_chromium() -> str | None:
    """The Chromium of this machine: the one named in `PAJA_CHROMIUM`, or else the first on the PATH."""
    named = os.environ.get("PAJA_CHROMIUM")
    return named or next(filter(None, map(shutil.which, CHROMIUMS)), None)


def what_is_missing(item: pytest.Item) -> str | None:
    if item.get_closest_marker("chromium") and not find_chromium():
        return "no Chromium on this machine"
    if item.get_closest_marker("node") and not shutil.which("node"):
        return "no Node on this machine"
    if item.get_closest_marker("node") and not NODE_PACKAGES.is_dir():
        return "the packages of tests/node are not installed (cd tests/node && npm ci)"
    if item.get_closest_marker("voikko") and not speller():
        return "no Voikko with Finnish on this machine (Debian: libvoikko1 and voikko-fi)"
    return None


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """Path of the Chromium to drive; the test carries the mark `chromium`."""
    path = find_chromium()
    assert path, "a test that asks for chromium_path must be marked with pytest.mark.chromium"
    return path


def pytest_runtest_setup(item: pytest.Item) -> None:
    if reason := what_is_missing(item):
        pytest.skip(reason)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    return refuse_skip(report)


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    return refuse_skip(report)


def refuse_skip(report: Report) -> Report:
    """In CI a test that did not run counts as failed; one that is expected to fail has run."""
    if in_ci() and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"{report.nodeid} did not run, and in CI every test must: {reason_of(report)}"
    return report


def reason_of(report: pytest.TestReport | pytest.CollectReport) -> str:
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    return reason.removeprefix("Skipped: ")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say at the end which tests could not run here, and why."""
    left_out: defaultdict[str, list[str]] = defaultdict(list)
    for report in terminalreporter.stats.get("skipped", []):
        left_out[reason_of(report)].append(report.nodeid)
    if left_out:
        terminalreporter.section("could not be run here", yellow=True)
    for reason, tests in sorted(left_out.items()):
        terminalreporter.write_line(f"{reason}: {len(tests)} not run")
        for test in sorted(tests):
            terminalreporter.write_line(f"    {test}")
