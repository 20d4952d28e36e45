"""A test that needs an absent program is skipped with the command that installs it, and fails where nothing may be left out."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

NEEDY = """
import pytest

@pytest.mark.libreoffice
def test_by_marker(): pass

def test_by_fixture(libreoffice): pass

def test_that_needs_nothing(): pass
"""


def _run(folder: Path, ci: str, *options: str) -> str:
    """What pytest says of NEEDY, with our conftest, on a machine without LibreOffice."""
    (folder / "conftest.py").write_text(Path(__file__).with_name("conftest.py").read_text("utf-8"), "utf-8")
    (folder / "test_needy.py").write_text(NEEDY, "utf-8")
    (folder / "pytest.ini").write_text("[pytest]\nmarkers = libreoffice\n", "utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *options]
    environment = {**os.environ, "PATH": str(folder), "CI": ci}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False).stdout


@pytest.mark.parametrize("options", [(), ("-n", "2")], ids=["one process", "two processes"])
def test_an_absent_program_is_named_once_with_its_command(tmp_path: Path, options: tuple[str, ...]) -> None:
    """On a desk the tests are skipped, in one process as in several."""
    said = _run(tmp_path, "", *options)
    assert "1 passed, 2 skipped" in said
    assert said.count("2 tests: sudo apt install libreoffice-writer") == 1


def test_in_ci_an_absent_program_is_a_failure(tmp_path: Path) -> None:
    """Where CI=true nothing is left out unnoticed."""
    said = _run(tmp_path, "true")
    assert "1 passed, 2 errors" in said
    assert "needs LibreOffice: sudo apt install libreoffice-writer" in said
