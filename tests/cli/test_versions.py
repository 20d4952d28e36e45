"""Versions of an agreement: in folders, in zip files and in git, each read where it lies, and nothing written or run."""

import io
import os
import shutil
import stat
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest

from soa.cli.ends import Refused
from soa.cli.revision import split
from soa.cli.versions import judged, label_of, terms_of, version_of
from soa.model.review import round_file
from tests.cli.run import ERROR, WARNING, agreement, files_in, in_parts
from tests.rules.sound import FRAME

TODAY = date(2013, 6, 1)
needs_git = pytest.mark.skipif(not shutil.which("git"), reason="needs git: sudo apt install git")


def refused(text: object) -> str:
    """Why there is no such version."""
    with pytest.raises(Refused) as why:
        version_of(str(text))
    return str(why.value)


def checked(text: object):
    """A version, checked."""
    version = version_of(str(text))
    return judged(version, terms_of(version, version, None), TODAY)


# ---- on disk --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("named", ["plan", "plan/", "plan/soa.yaml", "plan/money.yaml"])
def test_a_folder_an_agreement_and_a_part_are_the_same_version(here, named):
    agreement(here / "plan", **in_parts())
    version = version_of(named)
    assert (version.root, version.name, version.where.folder) == ("plan/", "soa.yaml", "plan")
    assert version.read("money.yaml") == (here / "plan" / "money.yaml").read_bytes()


def test_what_is_not_there_is_refused(here):
    (here / "empty").mkdir()
    agreement(here / "plans" / "orran")
    assert refused("nowhere") == "there is no file or folder nowhere"
    assert refused("empty") == "there is no soa.yaml in the folder empty"
    assert refused("plans") == "there is no soa.yaml in the folder plans; there is one in plans/orran"
    assert (
        refused("now\x1b[31mhere\n")
        == "there is no file or folder now\N{REPLACEMENT CHARACTER}[31mhere\N{REPLACEMENT CHARACTER}"
    )


def test_a_version_is_called_what_was_typed_but_never_where_it_is_on_one_computer(here):
    assert [label_of(path) for path in ("plan", "old/plan/", "plan.zip")] == ["plan", "old/plan", "plan.zip"]
    assert [label_of(path) for path in (".", "./plan", "../plan", str(here / "plan"))] == [
        "here",
        "plan",
        "plan",
        "plan",
    ]
    assert label_of("a\nb") == "a\N{REPLACEMENT CHARACTER}b"


def test_a_version_that_cannot_be_read_is_refused_with_what_is_wrong_in_it(here):
    agreement(here / "plan", "- not\n- an agreement\n")
    with pytest.raises(Refused) as why:
        checked("plan")
    first, second = str(why.value).splitlines()
    assert first == "there is no agreement to be made out in plan/soa.yaml"
    assert second.startswith("plan/soa.yaml:1:1: An agreement is written as keys and values")
    assert second.endswith("(not-a-mapping)")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such pipes")
def test_nobody_waits_for_a_pipe(here):
    os.mkfifo(here / "pipe")
    with pytest.raises(Refused):
        checked("pipe")


def test_an_agreement_file_that_lies_elsewhere_is_not_read(here):
    agreement(here / "elsewhere")
    (here / "plan").mkdir()
    (here / "plan" / "soa.yaml").symlink_to(here / "elsewhere" / "soa.yaml")
    with pytest.raises(Refused, match="it lies outside of the agreement's folder"):
        checked("plan")


def test_every_finding_is_there_whatever_the_baseline_knows(here):
    agreement(here / "plan", ERROR)
    (here / "soa.toml").write_text('[lint]\nbaseline = "baseline.json"\n')
    from soa.cli.main import main

    assert main(["lint", "plan", "--update-baseline", "--as-of", "2013-06-01"]) == 0
    assert main(["lint", "plan", "--as-of", "2013-06-01"]) == 0
    assert checked("plan").counts["error"] == 1


# ---- configuration --------------------------------------------------------------------------------------------------


def test_the_configuration_of_the_new_version_holds_for_both_else_that_of_the_old(here):
    for name in ("old", "new"):
        agreement(here / name)
        (here / name / "soa.toml").write_text(f'[glossary]\nXYZ = "{name}"\n')
    zipped(here / "plan.zip", {"soa.yaml": FRAME, "soa.toml": '[glossary]\nXYZ = "zip"\n'})
    (here / "soa.toml").write_text('[glossary]\nXYZ = "here"\n')
    old, new, plan = version_of("old"), version_of("new"), version_of("plan.zip")
    told = [
        terms_of(*pair, None).settings.glossary["XYZ"] for pair in ((new, old), (plan, old), (old, plan), (plan, plan))
    ]
    assert told == ["new", "old", "old", "here"]
    assert terms_of(new, old, "soa.toml").settings.glossary["XYZ"] == "here"


def test_rules_of_its_own_are_not_run_of_a_version_from_elsewhere(here, tmp_path):
    witness = tmp_path / "witness"
    rule = f"open({str(witness)!r}, 'w').close()\n"
    files = {"soa.yaml": FRAME, "soa.toml": '[own]\nrules = ["rule.py"]\n', "rule.py": rule}
    for name, content in files.items():
        (tmp_path / "sent").mkdir(exist_ok=True)
        (tmp_path / "sent" / name).write_text(content)
    zipped(here / "plan.zip", files)
    assert checked("plan.zip").agreement is not None
    sent = version_of(str(tmp_path / "sent"))
    settled = terms_of(sent, sent, None)
    assert "are not run" in settled.warnings[0]
    assert judged(sent, settled, TODAY).agreement is not None
    assert not witness.exists()


# ---- zip files ------------------------------------------------------------------------------------------------------


def zipped(path: Path, files: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    """Write a zip file."""
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


@pytest.mark.parametrize("folder", ["", "Glenmore plan/", "sent/2013/plan/"])
def test_an_agreement_is_found_in_a_zip_file_at_the_top_or_below(here, folder):
    parts = {f"{folder}{name}.yaml": text for name, text in in_parts().items()}
    path = zipped(here / "plan.zip", {**parts, f"{folder}old/soa.yaml": ERROR, f"{folder}{round_file(1)}": "soa: 1\n"})
    version = version_of("plan.zip")
    assert (version.label, version.root, version.name, version.where) == (
        "plan.zip",
        f"plan.zip/{folder}",
        "soa.yaml",
        None,
    )
    assert checked("plan.zip").source.beside == (round_file(1),)
    assert set(checked("plan.zip").source.texts) == {"soa.yaml", "money.yaml", round_file(1)}
    assert version.read(round_file(1)) == b"soa: 1\n"
    for missing in ("nothing.yaml", "old", "../plan.zip"):
        with pytest.raises(FileNotFoundError):
            version.read(missing)
    assert list(files_in(here)) == [path.name]


def test_a_zip_file_may_be_called_anything(here):
    zipped(here / "plan.docx", {"soa.yaml": FRAME})
    assert version_of("plan.docx").root == "plan.docx/"


def test_a_zip_file_of_windows_or_of_a_mac_is_read_as_its_maker_meant(here):
    part = "priorities/Càirdeas.yaml"
    mac = {"__MACOSX/plan/._soa.yaml": b"\0\5\26\7", "plan/.DS_Store": b"\0", "plan/soa.yaml": FRAME}
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        for name, content in mac.items():
            archive.writestr(name, content)
        archive.writestr("plan/" + "x" * len(part.encode()), "a: 1\n")
    (here / "mac.zip").write_bytes(raw.getvalue().replace(b"x" * len(part.encode()), part.encode()))
    assert version_of("mac.zip").root == "mac.zip/plan/"
    assert version_of("mac.zip").read(part) == b"a: 1\n"
    zipped(here / "windows.zip", {"plan|soa.yaml": FRAME, "plan|priorities|a.yaml": "a: 1\n"})
    (here / "windows.zip").write_bytes((here / "windows.zip").read_bytes().replace(b"|", b"\\"))
    assert version_of("windows.zip").root == "windows.zip/plan/"
    assert version_of("windows.zip").read("priorities/a.yaml") == b"a: 1\n"


@pytest.mark.parametrize("name", ["../soa.yaml", "a/../../b", "/etc/soa.yaml", "C:/soa.yaml", "..\\b", "\\\\server\\b"])
def test_a_zip_file_with_names_that_lead_out_of_it_is_refused(here, name):
    zipped(here / "plan.zip", {"soa.yaml": FRAME, name: "x"})
    assert refused("plan.zip").startswith("plan.zip is not read: it holds a file that would lie outside of it, ")


def test_a_zip_file_with_one_name_twice_is_refused(here):
    content = zipped(here / "plan.zip", {"soa.yaml": FRAME, "soa.yamm": ERROR}).read_bytes()
    (here / "plan.zip").write_bytes(content.replace(b"soa.yamm", b"soa.yaml"))
    assert refused("plan.zip") == "plan.zip is not read: it holds two files named soa.yaml"


def test_letters_that_nobody_can_tell_matter_only_where_they_name_a_part(here):
    for suffix in ("jpg", "yaml"):
        zipped(here / "plan.zip", {"soa.yaml": FRAME, f"Caf~.{suffix}": "x"})
        (here / f"{suffix}.zip").write_bytes((here / "plan.zip").read_bytes().replace(b"Caf~", b"Caf\x82"))
    assert version_of("jpg.zip").name == "soa.yaml"
    assert "nobody can tell which letters are meant by Café.yaml" in refused("yaml.zip")


def test_a_zip_file_with_no_agreement_or_with_several_is_refused(here):
    zipped(here / "none.zip", {"plan.docx": b"x", "soa.yaml.txt": FRAME})
    assert refused("none.zip") == "there is no soa.yaml in none.zip"
    zipped(here / "two.zip", {"b/soa.yaml": FRAME, "a/soa.yaml": FRAME})
    assert refused("two.zip") == "two.zip holds 2 agreements (a, b); unpack it, and name the folder of one"


def test_a_zip_file_with_a_password_is_refused(here):
    content = bytearray(zipped(here / "plan.zip", {"soa.yaml": FRAME}).read_bytes())
    content[6] |= 1
    content[content.index(b"PK\1\2") + 8] |= 1
    (here / "plan.zip").write_bytes(content)
    with pytest.raises(Refused, match=r"plan.zip asks for a password; unpack it, and name the folder"):
        checked("plan.zip")


def test_a_link_in_a_zip_file_is_not_followed(here):
    (here / "secret.yaml").write_text("a: 1\n")
    link = zipfile.ZipInfo("money.yaml")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(here / "plan.zip", "w") as archive:
        archive.writestr("soa.yaml", in_parts()["soa"])
        archive.writestr(link, str(here / "secret.yaml"))
    with pytest.raises(Refused, match=r"plan.zip/money.yaml is a link to another file"):
        checked("plan.zip")


def test_a_zip_file_that_is_packed_in_an_unusual_way_is_refused(here):
    zipped(here / "plan.zip", {"soa.yaml": FRAME}, zipfile.ZIP_LZMA)
    with pytest.raises(Refused, match=r"plan.zip is packed in an unusual way"):
        checked("plan.zip")


def test_a_file_that_would_fill_the_memory_is_not_taken_out_to_its_end(here):
    zipped(here / "plan.zip", {"soa.yaml": b"soa: 1\n" + b"#" * (64 << 20)})
    assert (here / "plan.zip").stat().st_size < 1 << 20
    version = version_of("plan.zip")
    assert len(version.read("soa.yaml")) < 32 << 20
    with pytest.raises(Refused, match=r"\(too-large\)"):
        judged(version, terms_of(version, version, None), TODAY)


def test_a_zip_file_with_more_names_than_anybody_gives_is_refused(here):
    zipped(
        here / "plan.zip", {"soa.yaml": FRAME, **{f"{number:0200}": "" for number in range(9_000)}}, zipfile.ZIP_STORED
    )
    assert refused("plan.zip") == "plan.zip is damaged, or is no zip file; ask for it again"


def test_a_large_file_in_a_zip_file_is_read_although_its_names_may_not_be_so_many(here):
    zipped(here / "plan.zip", {"soa.yaml": FRAME, "photo": os.urandom(3 << 20)}, zipfile.ZIP_STORED)
    assert len(version_of("plan.zip").read("photo")) == 3 << 20


def test_a_zip_file_that_is_larger_than_is_read_is_refused(here, monkeypatch):
    path = zipped(here / "plan.zip", {"soa.yaml": FRAME})
    monkeypatch.setattr("soa.cli.zipped._LARGEST", path.stat().st_size - 1)
    assert "is larger than" in refused("plan.zip")
    monkeypatch.setattr("soa.cli.zipped._LARGEST", path.stat().st_size)
    assert version_of("plan.zip").name == "soa.yaml"


def test_a_damaged_zip_file_is_refused_whatever_the_damage(here):
    whole = zipped(here / "plan.zip", {f"{name}.yaml": text for name, text in in_parts().items()}).read_bytes()
    (here / "cut.zip").write_bytes(whole[:-30])
    assert refused("cut.zip") == "cut.zip is damaged, or is no zip file; ask for it again"
    at_work = 0
    for at in [*range(4, 60), *range(60, len(whole) - 200, 97), *range(len(whole) - 200, len(whole))]:
        damaged = bytearray(whole)
        damaged[at] ^= 0xFF
        (here / "plan.zip").write_bytes(damaged)
        try:
            version = version_of("plan.zip")
            version.read("soa.yaml")
            version.read("money.yaml")
        except (Refused, FileNotFoundError):
            at_work += 1
    assert at_work > 100
    middle = bytearray(whole)
    middle[500] ^= 0xFF
    (here / "plan.zip").write_bytes(middle)
    with pytest.raises(Refused, match=r"^plan.zip/soa.yaml is damaged; ask for plan.zip again$"):
        version_of("plan.zip").read("soa.yaml")


# ---- git ------------------------------------------------------------------------------------------------------------


def git(folder: Path, *words: str) -> str:
    """Run git as the same person at the same time, whatever this machine's git is told."""
    who = {
        "GIT_AUTHOR_NAME": "A",
        "GIT_AUTHOR_EMAIL": "a@b.c",
        "GIT_COMMITTER_NAME": "A",
        "GIT_COMMITTER_EMAIL": "a@b.c",
    }
    when = dict.fromkeys(("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"), "2013-06-01T12:00:00Z")
    nothing = dict.fromkeys(("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"), os.devnull)
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    command = ["git", "-C", str(folder), *words]
    return subprocess.run(
        command, env={**kept, **who, **when, **nothing}, check=True, capture_output=True, text=True
    ).stdout


def commit(folder: Path) -> None:
    """Make a repository if there is none yet, and a commit of all that is in it."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message=x")


@pytest.fixture
def history(here):
    """A repository with two versions of a plan, the first one with a tag."""
    agreement(here / "plan", ERROR)
    commit(here)
    git(here, "tag", "v1")
    agreement(here / "plan", **in_parts())
    commit(here)
    return here


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("HEAD~3:plan", ("HEAD~3", "plan")),
        ("main:", ("main", "")),
        ("v1:./a:b.yaml", ("v1", "./a:b.yaml")),
        ("HEAD@{2013-06-01 12:00}:plan", ("HEAD@{2013-06-01 12:00}", "plan")),
        ("HEAD^{/say: so}:plan", ("HEAD^{/say: so}", "plan")),
        ("C:\\plans\\orran", None),
        ("C:/plans/orran", None),
        (":plan", None),
        ("HEAD", None),
        ("a{b:c", None),
    ],
)
def test_a_revision_and_its_path_are_told_apart(text, parts):
    assert split(text) == parts


@needs_git
@pytest.mark.parametrize("text", ["v1:plan", "HEAD~1:plan", "HEAD^:./plan/", "main~1:plan/soa.yaml", "@~1:plan"])
def test_a_plan_is_read_as_it_was_at_a_revision(history, text):
    before = files_in(history)
    version = version_of(text)
    assert (version.root, version.label) == (f"{text.partition(':')[0]}:plan/", f"{text.partition(':')[0]}:plan")
    assert version.read("soa.yaml") == ERROR.encode()
    with pytest.raises(FileNotFoundError):
        version.read("money.yaml")
    with pytest.raises(FileNotFoundError):
        version.read(round_file(1))
    assert checked(text).counts["error"] == 1
    assert checked("HEAD:plan").counts["error"] == 0
    assert files_in(history) == before


@needs_git
def test_a_part_file_at_a_revision_leads_to_its_agreement(history):
    (history / "plan" / "money.yaml").unlink()
    version = version_of("HEAD:plan/money.yaml")
    assert (version.root, version.name) == ("HEAD:plan/", "soa.yaml")
    assert version.read("money.yaml") == in_parts()["money"].encode()


@needs_git
def test_an_agreement_of_another_name_at_a_revision_is_called_by_it(history):
    (history / "draft.yaml").write_text(FRAME)
    commit(history)
    version = version_of("HEAD:draft.yaml")
    assert (version.label, version.root, version.name) == ("HEAD:draft.yaml", "HEAD:", "draft.yaml")


@needs_git
def test_paths_at_a_revision_are_relative_to_where_one_stands(history, monkeypatch):
    agreement(history / "north" / "plan", WARNING)
    commit(history)
    for folder, text in {
        "plan": "v1:",
        "plan/": "v1:.",
        "north": "v1:../plan",
        "north/plan": "v1:../../plan/soa.yaml",
        "..": "v1:here/plan",
        "../": f"v1:{history}/plan",
    }.items():
        monkeypatch.chdir(history / folder)
        assert version_of(text).read("soa.yaml") == ERROR.encode(), (folder, text)
    monkeypatch.chdir(history / "north")
    assert version_of("HEAD:plan").read("soa.yaml") == WARNING.encode()
    assert version_of("v1:plan").read("soa.yaml") == ERROR.encode()  # none of that name here then: as git reads it
    with pytest.raises(Refused):
        version_of("v1:./plan")


@needs_git
def test_a_repository_that_is_itself_the_plan_is_read_from_outside(here):
    agreement(here / "plan", ERROR)
    commit(here / "plan")
    version = version_of("HEAD:plan")
    assert (version.root, version.read("soa.yaml")) == ("HEAD:", ERROR.encode())
    assert version.where.folder == "plan"


@needs_git
def test_what_is_on_disk_goes_before_a_revision(history):
    agreement(history / "v1:plan", WARNING)
    assert version_of("v1:plan").read("soa.yaml") == WARNING.encode()


@needs_git
def test_the_configuration_for_a_revision_is_the_nearest_on_disk(history):
    (history / "plan" / "soa.toml").write_text('[glossary]\nXYZ = "then"\n')
    commit(history)
    (history / "plan" / "soa.toml").write_text('[glossary]\nXYZ = "now"\n')
    version = version_of("HEAD:plan")
    assert terms_of(version, version, None).settings.glossary["XYZ"] == "now"


@needs_git
def test_links_at_a_revision_are_followed_within_the_folder_and_never_out_of_it(here):
    parts = in_parts()
    agreement(here / "plan", parts["soa"])
    agreement(here / "plan" / "parts", parts["money"])
    (here / "plan" / "money.yaml").symlink_to("parts/../parts/soa.yaml")
    (here / "plan" / "again").symlink_to("parts", target_is_directory=True)
    (here / "secret.yaml").write_text("a: 1\n")
    (here / "plan" / "out.yaml").symlink_to("../secret.yaml")
    (here / "plan" / "far.yaml").symlink_to(here / "secret.yaml")
    (here / "plan" / "high.yaml").symlink_to("../../../../etc/hostname")
    (here / "plan" / "round.yaml").symlink_to("round.yaml")
    (here / "way").symlink_to("plan", target_is_directory=True)
    commit(here)
    for name in ("plan", "way"):
        version = version_of(f"HEAD:{name}")
        assert version.read("money.yaml") == version.read("again/soa.yaml") == parts["money"].encode()
        for outside in ("out.yaml", "far.yaml", "high.yaml", "../secret.yaml"):
            with pytest.raises(PermissionError):
                version.read(outside)
        with pytest.raises(IsADirectoryError):
            version.read("again")
        with pytest.raises(OSError, match="links"):
            version.read("round.yaml")
        with pytest.raises(FileNotFoundError):
            version.read("money.yaml/more.yaml")
    assert checked("HEAD:plan").counts["error"] == 0


@needs_git
def test_what_git_does_not_have_is_refused_in_plain_words(history, tmp_path, monkeypatch):
    (history / "other").mkdir()
    (history / "other" / "x.txt").write_text("x")
    commit(history)
    assert refused("v2:plan").startswith("there is no revision v2 in this git repository; git log lists")
    assert refused("HEAD~99:plan").startswith("there is no revision HEAD~99 in")
    assert refused("--help:plan").startswith("there is no revision --help in")
    assert refused("HEAD\n:plan").startswith("there is no revision HEAD\N{REPLACEMENT CHARACTER} in")
    assert refused("HEAD:plam") == "at the revision HEAD there is no file or folder plam"
    assert refused("HEAD:other") == "at the revision HEAD there is no soa.yaml in the folder other"
    assert refused("HEAD:") == "at the revision HEAD there is no soa.yaml in the top folder; there is one in plan"
    assert refused("HEAD") == "there is no file or folder HEAD; the folder plan as it was then is written HEAD:plan"
    assert refused("heads") == "there is no file or folder heads"
    nowhere = (
        "there is no file or folder HEAD:plan, and no revision can be looked for: this folder is in no git repository"
    )
    monkeypatch.chdir(tmp_path)
    assert refused("HEAD:plan") == nowhere
    monkeypatch.setenv("PATH", str(tmp_path))
    assert (
        refused("HEAD:plan") == "there is no file or folder HEAD:plan; to look for a revision, git has to be installed"
    )


@needs_git
@pytest.mark.skipif(sys.platform == "win32", reason="a program is made of a shell script")
def test_a_program_called_git_in_the_current_folder_is_not_run(history, monkeypatch):
    witness = history.parent / "witness"
    (history / "git").write_text(f"#!/bin/sh\ntouch {witness}\n")
    (history / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f".{os.pathsep}{os.environ['PATH']}")
    assert "git has to be installed" in refused("v1:plan")
    assert not witness.exists()


@needs_git
@pytest.mark.skipif(sys.platform == "win32", reason="a program is made of a shell script")
def test_nothing_that_a_repository_names_is_run_or_fetched(history):
    witness = history.parent / "witness"
    program = history.parent / "program"
    program.write_text(f"#!/bin/sh\ntouch {witness}\nexit 1\n")
    program.chmod(0o755)
    (history / ".gitattributes").write_text("*.yaml diff=x filter=x\n")
    commit(history)
    for key in ("core.fsmonitor", "core.pager", "diff.x.textconv", "filter.x.smudge", "core.sshCommand"):
        git(history, "config", key, str(program))
    blob = git(history, "rev-parse", "HEAD:plan/money.yaml").strip()
    for key, value in {
        "core.repositoryformatversion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.url": str(history),
        "remote.origin.promisor": "true",
        "remote.origin.uploadpack": str(program),
    }.items():
        git(history, "config", key, value)
    (history / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    version = version_of("HEAD:plan")
    assert version.read("soa.yaml") == in_parts()["soa"].encode()
    with pytest.raises(Refused, match="this clone lacks a file of that revision"):
        version.read("money.yaml")
    assert not witness.exists()


@needs_git
def test_a_hook_of_another_repository_does_not_change_which_one_is_meant(history, tmp_path, monkeypatch):
    agreement(tmp_path / "other" / "plan", WARNING)
    commit(tmp_path / "other")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "other" / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(tmp_path / "other"))
    assert version_of("v1:plan").read("soa.yaml") == ERROR.encode()


@needs_git
def test_a_file_at_a_revision_is_not_read_beyond_what_an_agreement_may_have(history):
    (history / "plan" / "soa.yaml").write_bytes(b"soa: 1\n" + b"#" * (24 << 20))
    commit(history)
    assert len(version_of("HEAD:plan").read("soa.yaml")) < 21 << 20


@needs_git
def test_a_repository_with_longer_hashes_is_read_too(here):
    git(here, "init", "--quiet", "--object-format=sha256")
    agreement(here / "plan", ERROR)
    commit(here)
    assert version_of("HEAD:plan").read("soa.yaml") == ERROR.encode()
