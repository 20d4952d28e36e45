"""The line that says how far a long run has come."""

import io
import sys

import pytest

from soa.cli import progress


class _Screen(io.StringIO):
    def __init__(self, terminal):
        super().__init__()
        self.terminal = terminal

    def isatty(self):
        return self.terminal


@pytest.mark.parametrize(
    ("terminal", "seconds", "drawn"), [(True, 0.5, True), (True, 0.05, False), (False, 0.5, False)]
)
def test_it_is_drawn_on_a_terminal_once_somebody_waits_and_then_taken_away(monkeypatch, terminal, seconds, drawn):
    screen, clock = _Screen(terminal), iter(number * seconds for number in range(100))
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(progress.time, "monotonic", lambda: next(clock))
    assert list(progress.shown_of(range(8), 8)) == list(range(8))
    said = screen.getvalue()
    assert ("8 of 8 agreements" in said) is drawn
    assert " 1 of 8" not in said
    assert said.endswith("\r\x1b[K") is drawn
