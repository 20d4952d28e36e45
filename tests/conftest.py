"""Outside programs for the tests that need them, and how long generated cases are looked for.

A test says what it needs by a marker (`@pytest.mark.chromium`) or by asking for the fixture of the same name.
Where the program is absent the test is skipped, and the closing summary lists the commands that install it;
with `CI=true` the test fails instead, so that nothing is left out unnoticed.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[1]
CLIENTS = ROOT / "tests" / "clients" / "node_modules"
CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-sync",
)
IN_CI = os.environ.get("CI", "").lower() == "true"


class Program(NamedTuple):
    """An outside program: what it is called on the PATH, and how to get it."""

    title: str
    names: tuple[str, ...]
    install: str
    needs_clients: bool = False
    """Whether it also needs the npm packages of tests/clients."""


PROGRAMS = {
    "chromium": Program("Chromium", ("chromium", "chromium-browser", "google-chrome"), "sudo apt install chromium"),
    "node": Program("Node.js", ("node",), "sudo apt install nodejs npm", needs_clients=True),
    "java": Program("Java", ("java",), "sudo apt install default-jre-headless", needs_clients=True),
    "libreoffice": Program("LibreOffice", ("soffice", "libreoffice"), "sudo apt install libreoffice-writer"),
    "neovim": Program("Neovim", ("nvim",), "sudo apt install neovim"),
    "pre_commit": Program("pre-commit", ("pre-commit",), "pip install pre-commit"),
}
INSTALL_CLIENTS = "npm ci --prefix tests/clients"
PROVIDED_BY = {"browser": "chromium", "node_modules": "node"}
"""Fixtures that rest on a program under another name."""

settings.register_profile("ordinary", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("ordinary"), derandomize=True, print_blob=True)
settings.register_profile("long", settings.get_profile("ordinary"), max_examples=5_000)
LONG = "long" if os.environ.get("SOA_LONG") else ""
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or LONG or ("ci" if IN_CI else "ordinary"))


def _found(program: Program) -> str:
    """Where a program is, beside this Python or on the PATH; empty where it is not."""
    beside = str(Path(sys.executable).parent)
    path = os.pathsep.join((beside, os.environ.get("PATH", os.defpath)))
    return next((found for name in program.names if (found := shutil.which(name, path=path))), "")


def _lacks(program: Program) -> tuple[str, ...]:
    """The commands that install what a program needs and this machine has not."""
    missing = () if _found(program) else (program.install,)
    no_clients = program.needs_clients and not (CLIENTS / ".package-lock.json").exists()
    return (*missing, INSTALL_CLIENTS) if no_clients else missing


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose program is absent, or fail it in CI."""
    asked = [mark.name for mark in item.iter_markers()]
    asked += [PROVIDED_BY.get(name, name) for name in getattr(item, "fixturenames", ())]
    for name in dict.fromkeys(name for name in asked if name in PROGRAMS):
        lacks = _lacks(PROGRAMS[name])
        if not lacks:
            continue
        item.user_properties.extend(("install", command) for command in lacks)
        says = f"needs {PROGRAMS[name].title}: {' && '.join(lacks)}"
        if IN_CI:
            pytest.fail(says, pytrace=False)
        pytest.skip(says)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """List once, at the end, the commands that install what skipped tests need."""
    reports = [
        *terminalreporter.getreports("skipped"),
        *terminalreporter.getreports("failed"),
        *terminalreporter.getreports("error"),
    ]
    waiting: dict[str, int] = {}
    for report in reports:
        for name, command in getattr(report, "user_properties", ()):
            if name == "install":
                waiting[command] = waiting.get(command, 0) + 1
    if waiting:
        terminalreporter.section("not run here: install what they need, and run again")
        for command, tests in waiting.items():
            terminalreporter.line(f"{tests:>4} test{'s' if tests > 1 else ''}: {command}")


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of Chromium."""
    return _found(PROGRAMS["chromium"])


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """A running Chromium, driven by Playwright."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=list(CHROMIUM_FLAGS))
        yield running
        running.close()


@pytest.fixture(scope="session")
def node() -> str:
    """The path of Node.js; the packages of tests/clients are installed."""
    return _found(PROGRAMS["node"])


@pytest.fixture(scope="session")
def node_modules() -> Path:
    """The folder of the npm packages that the tests use."""
    return CLIENTS


@pytest.fixture(scope="session")
def java() -> str:
    """The path of Java; the packages of tests/clients are installed."""
    return _found(PROGRAMS["java"])


@pytest.fixture(scope="session")
def libreoffice() -> str:
    """The path of LibreOffice."""
    return _found(PROGRAMS["libreoffice"])


@pytest.fixture(scope="session")
def neovim() -> str:
    """The path of Neovim."""
    return _found(PROGRAMS["neovim"])


@pytest.fixture(scope="session")
def pre_commit() -> str:
    """The path of pre-commit."""
    return _found(PROGRAMS["pre_commit"])


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT
