"""The hook, run for real by pre-commit on a scratch repository: installed from this tree, on the files that are staged."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.run import agreement, in_parts
from tests.rules.sound import ROUND, ROUND_FILE

ROOT = Path(__file__).parents[1]
IDENTITY = ("-c", "user.name=An Officer", "-c", "user.email=officer@strathbeg.example", "-c", "commit.gpgsign=false")

Hook = Callable[[], subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with one agreement in two files, all committed."""
    folder = tmp_path_factory.mktemp("partnership")
    parts = in_parts()
    agreement(folder / "plan", parts["soa"])
    (folder / "plan" / "resources.yaml").write_text(parts["money"], "utf-8")
    (folder / "plan" / "soa.yaml").write_text(parts["soa"].replace("money.yaml", "resources.yaml"), "utf-8")
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    _commit(folder)
    return folder


@pytest.fixture(scope="module")
def hook(repository: Path, pre_commit: str, tmp_path_factory: pytest.TempPathFactory) -> Hook:
    """Runs the hook on what is staged."""
    home = tmp_path_factory.mktemp("pre-commit")
    environment = {**os.environ, "PRE_COMMIT_HOME": str(home), "SOA_CACHE": str(home / "cache")}
    environment.pop("GITHUB_ACTIONS", None)

    def run() -> subprocess.CompletedProcess[str]:
        words = [pre_commit, "try-repo", str(ROOT), "soa-lint", "--verbose", "--color", "never"]
        return subprocess.run(words, cwd=repository, env=environment, capture_output=True, text=True, check=False)

    return run


def _commit(repository: Path) -> None:
    for words in (["add", "-A"], [*IDENTITY, "commit", "-q", "--allow-empty", "-m", "The plan"]):
        subprocess.run(["git", *words], cwd=repository, check=True)


def _stage(repository: Path, name: str, change: Callable[[str], str]) -> None:
    file = repository / "plan" / name
    file.write_text(change(file.read_text("utf-8")), "utf-8")
    subprocess.run(["git", "add", "-A"], cwd=repository, check=True)


@pytest.mark.pre_commit
def test_the_agreement_is_checked_once_as_a_whole_also_when_only_one_part_changed(repository: Path, hook: Hook) -> None:
    """Two runs, because each installs the hook anew: one weak part, then both parts, sound."""
    _stage(repository, "resources.yaml", lambda text: text.replace("partner: tsi", "partner: ts"))
    weak = hook()
    assert (weak.returncode, weak.stdout.count("broken-reference")) == (1, 1), weak.stdout
    assert "plan/resources.yaml:" in weak.stdout
    assert "in 1 agreement (2 files)" in weak.stdout
    _stage(repository, "resources.yaml", lambda text: text.replace("partner: ts\n", "partner: tsi\n") + "# reviewed\n")
    _stage(repository, "soa.yaml", lambda text: f"# reviewed\n{text}")
    sound = hook()
    assert sound.returncode == 0, sound.stdout
    assert sound.stdout.count("No findings in 1 agreement (2 files).") == 1


@pytest.mark.pre_commit
def test_a_round_of_review_is_checked_with_the_agreement_beside_which_it_stands(repository: Path, hook: Hook) -> None:
    """When nothing but the round is staged; a slip in its answer stops the commit."""
    _commit(repository)
    (repository / "plan" / "review").mkdir()
    (repository / "plan" / ROUND_FILE).write_text(ROUND, "utf-8")
    _stage(repository, ROUND_FILE, lambda text: text.replace("state: closed", "state: clsoed"))
    found = hook()
    assert (found.returncode, found.stdout.count("unknown-word")) == (1, 1), found.stdout
    assert f"plan/{ROUND_FILE}:" in found.stdout
    assert "in 1 agreement (3 files)" in found.stdout
