"""What lies open in an editor: documents, the agreements that they belong to, and what was found in these."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, Protocol

from soa.editor.positions import MARK, Lines
from soa.engine.check import Checked
from soa.findings import Finding
from soa.rules import AnyRule


class Home(NamedTuple):
    """An agreement on disk: its folder, as an absolute path, and the name of its file there."""

    folder: str
    name: str


class Examined(NamedTuple):
    """What came of checking an agreement."""

    checked: Checked | None
    rules: Mapping[str, AnyRule]
    """Those that were asked, by name."""
    problem: str = ""
    """Why nothing could be judged."""
    warnings: tuple[str, ...] = ()


class Disk(Protocol):
    """What the desk asks of the disk on which the files are."""

    def home(self, path: str, content: bytes) -> tuple[Home, str] | None:
        """The agreement to which a file with this content would belong, and the file's name in it; None for none."""

    def path(self, home: Home, name: str) -> str:
        """The path of one of an agreement's files."""

    def reader(self, home: Home, instead: Mapping[str, bytes]) -> Callable[[str], bytes]:
        """What reads an agreement's files by name, some of them with other contents than on disk."""

    def examine(self, home: Home, instead: Mapping[str, bytes], *, anew: bool) -> Examined:
        """Check an agreement; `anew` says that its configuration is to be read again. Never raises for what files say."""


class Document(NamedTuple):
    """A file as it is in the editor."""

    uri: str
    path: str
    text: str
    """Without a byte order mark."""
    marked: bool
    """Whether the editor's text begins with a byte order mark."""
    version: int | None
    home: Home | None
    name: str
    """Its name in the agreement's folder."""


class Desk:
    """The open documents and what is known of their agreements."""

    def __init__(self, disk: Disk, encoding: str = "utf-16") -> None:
        self.encoding = encoding
        self._disk = disk
        self._open: dict[str, Document] = {}
        self._examined: dict[Home, Examined] = {}
        self._sound: dict[Home, Checked] = {}
        self._due: dict[Home, bool] = {}
        """Agreements to be checked, and whether with their configuration read again."""

    def put(self, uri: str, path: str, text: str, version: int | None, *, anew: bool = False) -> set[Home]:
        """Take note of a document's text; the agreements that are to be checked because of it."""
        plain = text.removeprefix(MARK)
        found = self._disk.home(path, _bytes(plain))
        home, name = found or (None, "")
        before = self._open.get(uri)
        self._open[uri] = Document(uri, path, plain, plain != text, version, home, name)
        return self._note({one for one in (home, before.home if before else None) if one}, anew=anew)

    def take(self, uri: str) -> set[Home]:
        """Take note that a document was closed; the agreements that are to be checked because of it."""
        before = self._open.pop(uri, None)
        return self._note({before.home} if before and before.home else set(), anew=False)

    def document(self, uri: str) -> Document | None:
        """An open document."""
        return self._open.get(uri)

    def homes(self) -> set[Home]:
        """The agreements of the open documents."""
        return {one.home for one in self._open.values() if one.home is not None}

    def renew(self) -> set[Home]:
        """Take note that files may have changed on disk; the agreements that are to be checked because of it."""
        return self._note(self.homes(), anew=True)

    def _note(self, homes: set[Home], *, anew: bool) -> set[Home]:
        for home in homes:
            self._due[home] = anew or self._due.get(home, False)
        return homes

    def examined(self, home: Home) -> Examined:
        """What there is to say of an agreement as it is now, every open document in place of its file."""
        if home in self._due or home not in self._examined:
            anew = self._due.get(home, True)
            found = self._examined[home] = self._disk.examine(home, self._instead(home), anew=anew)
            self._due.pop(home, None)
            if found.checked is not None and not found.checked.source.faults:
                self._sound[home] = found.checked
        return self._examined[home]

    def is_due(self, home: Home) -> bool:
        """Whether an agreement has changed since it was checked."""
        return home in self._due

    def forget(self, home: Home) -> None:
        """Let go of an agreement none of whose documents is open."""
        for known in (self._examined, self._sound, self._due):
            known.pop(home, None)

    def rules(self, home: Home) -> Mapping[str, AnyRule]:
        """The rules that were asked when an agreement was last checked, by name."""
        return self._examined[home].rules if home in self._examined else {}

    def sound(self, home: Home) -> Checked | None:
        """The last reading of an agreement whose text had no fault."""
        return self._sound.get(home)

    def reader(self, home: Home) -> Callable[[str], bytes]:
        """What reads an agreement's files, every open document in place of its file."""
        return self._disk.reader(home, self._instead(home))

    def _instead(self, home: Home) -> dict[str, bytes]:
        return {one.name: _bytes(one.text) for one in self._open.values() if one.home == home}

    def open_as(self, home: Home, name: str) -> Document | None:
        """The open document that is one of an agreement's files."""
        return next((one for one in self._open.values() if one.home == home and one.name == name), None)

    def path(self, home: Home, name: str) -> str:
        """The path of one of an agreement's files."""
        return self._disk.path(home, name)

    def lines(self, home: Home, name: str, text: str) -> Lines:
        """The lines of one of an agreement's files, as the editor counts them."""
        document = self.open_as(home, name)
        return Lines(text, self.encoding, marked=document is not None and document.marked)


def by_file(examined: Examined) -> dict[str, list[Finding]]:
    """The findings of an agreement by file, every file that was read included."""
    if examined.checked is None:
        return {}
    found: dict[str, list[Finding]] = {name: [] for name in examined.checked.source.texts}
    for finding in examined.checked.findings:
        found.setdefault(finding.place.file, []).append(finding)
    return found


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")
