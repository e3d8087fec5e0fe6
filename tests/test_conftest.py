"""A test that could not run is named at the end, and fails the run in CI."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

STORY = """
import pytest

def test_runs():
    pass

@pytest.mark.chromium
def test_in_the_browser():
    raise AssertionError("there is no browser here")

@pytest.mark.xfail(strict=True)
def test_of_a_known_defect():
    assert False
"""
SETTINGS = "[pytest]\nmarkers =\n    chromium: needs a Chromium\n"


def run_without_chromium(folder: Path, story: str, *, ci: str) -> subprocess.CompletedProcess[str]:
    (folder / "test_story.py").write_text(story)
    (folder / "pytest.ini").write_text(SETTINGS)
    shutil.copy(Path(__file__).with_name("conftest.py"), folder)
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("PYTEST", "PAJA"))}
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "no:xdist", str(folder)],
        env=environment | {"CI": ci, "PATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_at_home_what_could_not_run_is_said_and_the_run_passes(tmp_path: Path) -> None:
    run = run_without_chromium(tmp_path, STORY, ci="")

    assert run.returncode == pytest.ExitCode.OK
    assert "no Chromium on this machine: 1 not run\n    test_story.py::test_in_the_browser\n" in run.stdout
    assert "1 passed, 1 skipped, 1 xfailed" in run.stdout


def test_in_ci_what_could_not_run_is_a_failure(tmp_path: Path) -> None:
    run = run_without_chromium(tmp_path, STORY, ci="true")

    assert run.returncode == pytest.ExitCode.TESTS_FAILED
    assert "test_in_the_browser did not run, and in CI every test must: no Chromium on this" in run.stdout
    assert "1 passed, 1 xfailed, 1 error" in run.stdout


def test_in_ci_a_whole_module_may_not_be_left_out_either(tmp_path: Path) -> None:
    story = 'import pytest\n\npytest.skip("not today", allow_module_level=True)\n'

    run = run_without_chromium(tmp_path, story, ci="true")

    assert run.returncode == pytest.ExitCode.INTERRUPTED
    assert "test_story.py did not run, and in CI every test must: not today" in run.stdout
