"""Documents in every YAML style, made together with the place of every key and value in them."""

from typing import NamedTuple

from hypothesis import strategies as st

from soa.source.places import Path

KEYS = st.sampled_from(["title", "by_whom", "what-else", "Sgìre", "eile 😀", "x2", "amount", "a.b"])
LETTERS = "abcXYZ àèìòù ÀÈ’–£ 😀🏴 09 .;()/=+_"
PLAIN = st.text("abcXYZàèìòùÀÈ’–£😀🏴09.;/=+_", min_size=1, max_size=6)
SCALARS = st.sampled_from(["plain", "typed", "single", "double", "literal", "folded", "alias", "wrapped"])


class Written(NamedTuple):
    """A document, its data, and for each path the stretch of the value (``keys``: of the key)."""

    text: str
    data: object
    values: dict[Path, tuple[int, int]]
    keys: dict[Path, tuple[int, int]]


class Writer:
    """Writes a document piece by piece and keeps account of where everything stands."""

    def __init__(self, draw: st.DrawFn, end: str) -> None:
        self.draw = draw
        self.end = end
        self.text = ""
        self.values: dict[Path, tuple[int, int]] = {}
        self.keys: dict[Path, tuple[int, int]] = {}
        self.anchors: list[tuple[str, object]] = []

    def words(self) -> str:
        """A few words that are text in every style, in quotes or out of them."""
        return "w" + " ".join(self.draw(st.lists(PLAIN, min_size=1, max_size=4))) + "é"

    def gap(self, *, inside: bool = False) -> None:
        """End a line, perhaps with a comment, and perhaps add blank lines and lines of comment."""
        if self.draw(st.integers(0, 5)) == 0:
            self.text += self.draw(st.sampled_from(["  # note: {x, “é”", " #", " # 'it", ' # "']))
        self.text += self.end
        for _ in range(self.draw(st.sampled_from([0, 0, 0, 1, 2])) if not inside else 0):
            self.text += self.draw(st.sampled_from(["", "  ", "# on: its own", "      # deeper"])) + self.end

    def block(self, path: Path, indent: int, depth: int) -> object:
        """A mapping or list in block style, every entry on lines of its own; returns the data."""
        if depth == 0 or self.draw(st.booleans()):
            return self.mapping(path, indent, depth)
        return self.sequence(path, indent, depth)

    def mapping(self, path: Path, indent: int, depth: int, *, started: bool = False) -> object:
        """Keys and values; the first line is already indented when it follows a dash."""
        data: dict[str, object] = {}
        start = -1
        for number, key in enumerate(self.draw(st.lists(KEYS, min_size=1, max_size=3, unique=True))):
            if not (started and number == 0):
                self.text += " " * indent
            mark = self.draw(st.sampled_from(["", "", '"', "'"]))
            start = len(self.text) if start < 0 else start
            here = (*path, key)
            self.keys[here] = (len(self.text), len(self.text) + len(key) + 2 * len(mark))
            self.text += mark + key + mark + self.draw(st.sampled_from(["", "", " "])) + ":"
            data[key] = self.value(here, indent, depth)
        self.values[path] = (start, self.last_end(path, data))
        return data

    def sequence(self, path: Path, indent: int, depth: int) -> object:
        """Items behind dashes; a mapping may begin on the line of its dash."""
        data: list[object] = []
        start = -1
        for number in range(self.draw(st.integers(1, 3))):
            self.text += " " * indent
            start = len(self.text) if start < 0 else start
            self.text += "-"
            here = (*path, number)
            if depth > 0 and self.draw(st.booleans()):
                self.text += " "
                data.append(self.mapping(here, indent + 2, depth - 1, started=True))
            else:
                data.append(self.value(here, indent, depth))
        self.values[path] = (start, self.last_end(path, data))
        return data

    def last_end(self, path: Path, data: dict[str, object] | list[object]) -> int:
        """Where the last entry of a block ends, which is where the block ends."""
        last = list(data)[-1] if isinstance(data, dict) else len(data) - 1
        return self.values[(*path, last)][1]

    def value(self, path: Path, indent: int, depth: int) -> object:
        """A value after a colon or a dash, to the end of its line or lines."""
        kind = self.draw(st.sampled_from(["scalar", "scalar", "flow", "block", "empty"]))
        if kind == "empty":
            self.values[path] = (len(self.text), len(self.text))
            self.gap()
            return None
        if kind == "block" and depth > 0:
            anchor = self.draw(st.integers(0, 4)) == 0
            if anchor:
                self.text += f" &b{len(self.text)}"
            self.gap()
            return self.block(path, indent + self.draw(st.integers(1, 4)), depth - 1)
        self.text += " " * self.draw(st.integers(1, 3))
        if kind == "flow":
            data = self.flow(path, 2)
            self.gap()
            return data
        return self.scalar(path, indent)

    def scalar(self, path: Path, indent: int) -> object:
        """A scalar in one of the styles, and the rest of its line."""
        style = self.draw(SCALARS)
        if style in ("literal", "folded"):
            return self.block_scalar(path, indent, "|" if style == "literal" else ">")
        if style == "alias" and self.anchors:
            name, data = self.draw(st.sampled_from(self.anchors))
            self.put(path, f"*{name}")
            self.text += " "
            self.gap()
            return data
        if style == "wrapped":
            first, second = self.words(), self.words()
            mark = self.draw(st.sampled_from(["", "'", '"']))
            self.put(path, mark + first + self.end + " " * (indent + 3) + second + mark)
            self.gap()
            return f"{first} {second}"
        data = self.inline(path, style)
        self.gap()
        return data

    def inline(self, path: Path, style: str) -> object:
        """A scalar on one line, perhaps with an anchor before it, which is no part of its place."""
        text = self.words()
        written, data = self.draw(
            st.sampled_from([("true", True), ("-3", -3), ("~", None), ("012", "012"), ("2013-04-01", "2013-04-01")])
        )
        if style == "single":
            written, data = f"'{text}: it''s # {text}'", f"{text}: it's # {text}"
        elif style == "double":
            written, data = f'"{text}: \\"{text}\\" \\u00e9, \\\\"', f'{text}: "{text}" é, \\'
        elif style != "typed":
            written = data = text
        if self.draw(st.integers(0, 4)) == 0:
            name = f"a{len(self.text)}"
            self.text += f"&{name} "
            self.anchors.append((name, data))
        self.put(path, written)
        return data

    def block_scalar(self, path: Path, indent: int, mark: str) -> str:
        """A literal or folded text; blank lines after it are no part of its place."""
        keep = self.draw(st.sampled_from(["-", "", ""]))
        lines = [
            self.words() + self.draw(st.sampled_from(["", ": x", " # no comment", " {["]))
            for _ in range(self.draw(st.integers(1, 3)))
        ]
        header = mark + keep + self.draw(st.sampled_from(["", " # header: {"]))
        body = self.end.join(" " * (indent + 2) + line for line in lines)
        self.put(path, header + self.end + body)
        self.text += self.end + self.draw(st.sampled_from(["", self.end, "  " + self.end]))
        return ("\n" if mark == "|" else " ").join(lines) + ("" if keep else "\n")

    def flow(self, path: Path, depth: int) -> object:
        """A list or mapping in brackets, perhaps over several lines."""
        start = len(self.text)
        mapping = self.draw(st.booleans())
        self.text += "{" if mapping else "["
        keys: list[str | int] = (
            list(self.draw(st.lists(KEYS, max_size=3, unique=True)))
            if mapping
            else list(range(self.draw(st.integers(0, 3))))
        )
        items: list[object] = []
        for number, key in enumerate(keys):
            self.text += ("," if number else "") + self.draw(st.sampled_from(["", " ", self.end + " " * 12]))
            here = (*path, key)
            if mapping:
                self.keys[here] = (len(self.text), len(self.text) + len(str(key)))
                self.text += f"{key}: "
            nested = depth > 0 and self.draw(st.integers(0, 3)) == 0
            items.append(
                self.flow(here, depth - 1)
                if nested
                else self.inline(here, self.draw(st.sampled_from(["plain", "typed", "single", "double"])))
            )
        self.text += self.draw(st.sampled_from(["", " "])) + ("}" if mapping else "]")
        self.values[path] = (start, len(self.text))
        return dict(zip(keys, items, strict=True)) if mapping else items

    def put(self, path: Path, written: str) -> None:
        """Write a value and remember where."""
        self.values[path] = (len(self.text), len(self.text) + len(written))
        self.text += written


@st.composite
def documents(draw: st.DrawFn) -> Written:
    """A whole document, perhaps with a comment and `---` before it."""
    writer = Writer(draw, draw(st.sampled_from(["\n", "\r\n", "\r"])))
    writer.text += draw(
        st.sampled_from(["", "# first" + writer.end, "---" + writer.end, "%YAML 1.2" + writer.end + "---" + writer.end])
    )
    data = writer.mapping((), 0, 3)
    return Written(writer.text, data, writer.values, writer.keys)
