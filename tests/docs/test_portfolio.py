"""The page on portfolios: its folders are laid out as it says, and its commands do what it says."""

import re
import shutil
from pathlib import Path

from soa.cli.main import main

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "how-to" / "portfolio.md").read_text("utf-8")


def test_the_page_works_as_it_is_written(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOA_CACHE", str(tmp_path / "cache"))
    folders = re.findall(r"^  (\S+)/soa\.yaml$", PAGE, re.MULTILINE)
    assert len(folders) == 3
    for folder in folders:
        example = "aberdeen-2019" if folder == "aberdeen" else "glenmore"
        shutil.copytree(ROOT / "examples" / example, tmp_path / "agreements" / folder)
    (tmp_path / "ours.toml").write_text('[known]\nnames = ["Muirhaugh Trust"]\n')
    commands = re.findall(r"^soa (portfolio .*)$", PAGE, re.MULTILINE)
    assert len(commands) == 3
    for command in commands[:2]:  # the third wants a cluster: tests/cli/test_portfolio_cluster.py
        assert main([*command.split(), "--as-of", "2019-06-01"]) == 0
    assert capsys.readouterr().out.startswith("The portfolio of 3 agreements is written: portfolio/index.html")
    home = (tmp_path / "portfolio" / "index.html").read_text("utf-8")
    for title in ("Questions and practice", "Measures", "National bodies"):
        assert f"**{title}**" in PAGE
        assert f">{title}</a>" in home
    assert (tmp_path / "portfolio" / "data" / "portfolio.json").exists()
