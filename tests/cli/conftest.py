"""Each test has a folder of its own to stand in, and a cache of its own."""

import pytest


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("SOA_CACHE", str(tmp_path / "cache"))
    return folder
