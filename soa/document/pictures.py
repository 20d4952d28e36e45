"""Picture files made safe to print: looked at, cleaned, and measured; what cannot be printed is refused in plain words.

A logo comes from anywhere, and ends in pages that the public opens. So an SVG is read for what it draws, and written anew
with that alone: no script, no style that fetches, no text that each machine would set in another font.
"""

from __future__ import annotations

import re
import struct
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterator
from typing import Final, NamedTuple, NoReturn

from soa.document.blocks import Picture

LARGEST: Final = 1 << 20
"""Bytes of a file."""
WIDEST: Final = 4000
"""Dots of a PNG across, or down."""
MOST_DOTS: Final = 8_000_000
LONGEST: Final = 20
"""So many times as wide as high, or as high as wide, at most."""
BOX: Final = (200.0, 64.0)
"""Width and height, in CSS pixels, of the frame that a picture is made to fit."""
DEEPEST: Final = 50
MOST_SHAPES: Final = 10_000
"""Parts of an SVG, each counted as often as it is drawn."""


class PictureFault(ValueError):
    """A file cannot be printed as a picture; the text says why, as a sentence about “this” or “it”."""


def picture(data: bytes, alt: str) -> Picture:
    """A picture file as it may be printed, scaled to fit `BOX`; `alt` is said to those who do not see it.

    Raises PictureFault.
    """
    if len(data) > LARGEST:
        raise PictureFault(f"this is larger than {LARGEST >> 20} MB; save it smaller, or as SVG")
    if data.startswith(_PNG):
        cleaned, dots = _png(data)
        width, height = _fitting(*dots, most=1.0)
        return Picture(cleaned, "png", width, height, alt)
    for start, name in _OTHERS:
        if start.match(data):
            raise PictureFault(f"this is {name}; save it as PNG or SVG")
    cleaned, width, height = _svg(data)
    return Picture(cleaned, "svg", width, height, alt)


_OTHERS: Final = tuple(
    (re.compile(start, re.DOTALL), name)
    for start, name in (
        (rb"\xff\xd8\xff", "a JPEG"),
        (rb"GIF8", "a GIF"),
        (rb"RIFF....WEBP", "a WebP"),
        (rb"BM", "a bitmap (BMP)"),
        (rb"II\*\0|MM\0\*", "a TIFF"),
        (rb"\0\0\x01\0", "an icon (ICO)"),
        (rb"....ftyp", "an AVIF or HEIC picture, or a film"),
        (rb"%PDF", "a PDF"),
        (rb"%!PS|\xc5\xd0\xd3\xc6", "an EPS"),
        (rb"8BPS", "a Photoshop file"),
        (rb"PK\x03\x04", "a Word, PowerPoint or zip file"),
        (rb"\xd0\xcf\x11\xe0", "an old Office file"),
        (rb"\x1f\x8b", "a compressed SVG or another compressed file"),
    )
)
"""How files begin that people take for a picture that can be printed, and what each is."""


def _fitting(width: float, height: float, *, most: float = float("inf")) -> tuple[float, float]:
    """A width and height scaled to fit the frame, and no more than so many times."""
    if not 1e-3 < min(width, height) <= max(width, height) < 1e6:
        raise PictureFault("its width and height cannot be read; save it again from the program that made it")
    if max(width / height, height / width) > LONGEST:
        raise PictureFault(f"it is more than {LONGEST} times as long one way as the other, too narrow to be seen")
    scale = min(BOX[0] / width, BOX[1] / height, most)
    return round(width * scale, 2), round(height * scale, 2)


# ---- PNG -------------------------------------------------------------------------------------------------------

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_DEPTHS: Final = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
"""Of each kind of colour the bits that a channel may have."""
_CHANNELS: Final = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_KEPT: Final = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND")
"""What is drawn, in order. The rest are remarks, such as who made it where, or corrections that only some programs make."""
_PASSES: Final = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""Of an interlaced picture: where each pass begins, and its steps."""
_DAMAGED: Final = "this PNG is damaged or cut short; save it again from the program that made it"


def _png(data: bytes) -> tuple[bytes, tuple[int, int]]:
    """A PNG without remarks, and its width and height in dots."""
    chunks = tuple(_chunks(data))
    if chunks[0][0] != b"IHDR" or len(chunks[0][1]) != 13 or chunks[-1][0] != b"IEND":
        raise PictureFault(_DAMAGED)
    width, height, depth, colour, method, filtering, interlaced = struct.unpack(">IIBBBBB", chunks[0][1])
    if not (width and height and depth in _DEPTHS.get(colour, ()) and (method, filtering) == (0, 0) and interlaced < 2):
        raise PictureFault(_DAMAGED)
    if max(width, height) > WIDEST or width * height > MOST_DOTS:
        said = f"{width:,} by {height:,} dots"
        raise PictureFault(
            f"it has {said}, more than paper can show; save it at most {WIDEST // 2:,} dots wide and high"
        )
    kept = [(name, body) for name, body in chunks if name in _KEPT]
    names = [name for name, _ in kept]
    palette, clear = (sum(len(body) for name, body in kept if name == one) for one in (b"PLTE", b"tRNS"))
    most_clear = {0: 2, 2: 6, 3: palette // 3}.get(colour, 0)
    if (
        names != sorted(names, key=_KEPT.index)
        or any(names.count(one) > 1 for one in (b"IHDR", b"PLTE", b"tRNS"))
        or palette % 3
        or palette > 3 * 256
        or (colour == 3 and not palette)
        or (clear != most_clear if colour != 3 and clear else clear > most_clear)
    ):
        raise PictureFault(_DAMAGED)
    passes = _PASSES if interlaced else ((0, 0, 1, 1),)
    rows = (
        (1 + (-(-(width - left) // across) * depth * _CHANNELS[colour] + 7) // 8, -(-(height - top) // down))
        for left, top, across, down in passes
        if left < width and top < height
    )
    _look_at_rows(b"".join(body for name, body in kept if name == b"IDAT"), rows)
    return _PNG + b"".join(_chunk(name, body) for name, body in kept), (width, height)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The pieces of a PNG, to its end mark; what follows that is no part of it."""
    at = len(_PNG)
    while at + 12 <= len(data):
        length, name = struct.unpack_from(">I4s", data, at)
        body = data[at + 8 : at + 8 + length]
        if data[at + 8 + length : at + 12 + length] != struct.pack(">I", zlib.crc32(name + body)):
            break
        if name[:1].isupper() and name not in _KEPT:  # whoever does not know it cannot show the picture
            break
        yield name, body
        if name == b"IEND":
            return
        at += 12 + length
    raise PictureFault(_DAMAGED)


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _look_at_rows(packed: bytes, passes: Iterator[tuple[int, int]]) -> None:
    """Hold the dots against the size that was stated, a row at a time: they may be few bytes here and gigabytes unpacked."""
    unpacking, waiting = zlib.decompressobj(), packed

    def take(wanted: int) -> bytes:
        nonlocal waiting
        taken = b""
        while len(taken) < wanted:
            more = unpacking.decompress(waiting, wanted - len(taken))
            waiting = unpacking.unconsumed_tail
            if not more:
                raise PictureFault(_DAMAGED)
            taken += more
        return taken

    try:
        for length, count in passes:
            for _ in range(count):
                if take(length)[0] > 4:
                    raise PictureFault(_DAMAGED)
        rest = unpacking.decompress(waiting, 1)
    except zlib.error:
        raise PictureFault(_DAMAGED) from None
    if rest or not unpacking.eof:
        raise PictureFault(_DAMAGED)


# ---- SVG -------------------------------------------------------------------------------------------------------

_SVG: Final = "http://www.w3.org/2000/svg"
_XLINK: Final = "http://www.w3.org/1999/xlink"
_XML: Final = "http://www.w3.org/XML/1998/namespace"
_DRAWN: Final = frozenset(
    "svg g defs symbol use path rect circle ellipse line polyline polygon linearGradient radialGradient stop clipPath mask"
    " pattern image style".split()
)
_SHAPES: Final = frozenset("path rect circle ellipse line polyline polygon image use".split())
_COSTLY: Final = {"image": 1000, "mask": 100, "pattern": 100, "clipPath": 20}
"""What takes so many times as long to draw as a line."""
_LEFT_OUT: Final = frozenset(["title", "desc", "metadata"])
"""Words that are not drawn: what is said to those who do not see a logo is its partner's name."""
_REFUSED: Final = {
    "script": "it holds a script; save it as plain SVG without any",
    "foreignObject": "it holds a piece of a web page (foreignObject); save it as plain SVG",
    **dict.fromkeys(
        ("text", "tspan", "textPath", "tref"),
        "it holds text, which would look different on each machine; turn the text into paths and save it again",
    ),
    **dict.fromkeys(
        ("animate", "animateTransform", "animateMotion", "set"),
        "it moves, which paper cannot; save it without animation",
    ),
    "filter": "it holds a filter, such as a shadow or a blur, which does not print well; save it without",
}
_FUNCTIONS: Final = frozenset(
    "url matrix translate translatex translatey scale scalex scaley rotate skewx skewy rgb rgba hsl hsla calc".split()
)
"""What an attribute or a style may call; others, such as image(), can fetch."""
_URL: Final = re.compile(r"url\(\s*([\"']?)#([^\"'()\s]+)\1\s*\)", re.IGNORECASE)
_DATA: Final = re.compile(r"data:image/png;base64,", re.IGNORECASE)
_LENGTH: Final = re.compile(r"([0-9]*\.?[0-9]+(?:e[+-]?[0-9]+)?)(px|pt|pc|mm|cm|in|q)?", re.IGNORECASE)
_LONGEST_SIZE: Final = 200
_NUMBER: Final = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_UNITS: Final = {
    "": 1.0,
    "px": 1.0,
    "pt": 4 / 3,
    "pc": 16.0,
    "mm": 96 / 25.4,
    "cm": 96 / 2.54,
    "in": 96.0,
    "q": 96 / 101.6,
}
_UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
_ATTRIBUTE: Final = re.compile(r"(?!aria-|data-)[a-zA-Z][a-zA-Z-]*[0-9]?")
_REMARK: Final = re.compile(r"/\*(?:[^*]|\*(?!/))*(?:\*/|\Z)")
_CALLED: Final = re.compile(r"(?<![\w-])([\w-]+)\(")
_DASHED: Final = re.compile(r"stroke-dasharray\s*:(?!\s*(?:none|0)\s*(?:[;}!]|\Z))", re.IGNORECASE)
_NO_DASHES: Final = "it holds dashed lines, which may have a million dashes; save it with the dashes turned into paths"
_SELECTED: Final = re.compile(r"[.#]?[\w-]+|\*")
_TOO_DEEP: Final = f"its parts stand more than {DEEPEST} deep in one another; save it as plain SVG"
_NOT_PNG: Final = "the picture inside it is not a PNG; save it with a PNG inside, or as PNG"
_FETCHES: Final = "it fetches something from elsewhere ({what}); save it with all its parts inside"


class _Element(NamedTuple):
    """An element that is drawn: its name, its attributes, and what stands in it."""

    name: str
    attributes: dict[str, str]
    inner: list[_Element | str]


def _svg(data: bytes) -> tuple[bytes, float, float]:
    """An SVG written anew with what it draws, and its width and height in CSS pixels."""
    root = _Reading().root(data)
    if not any(one.name in _SHAPES for one in _all(root)):
        raise PictureFault("it draws nothing")
    _weigh(root)
    wide, high = (_length(root.attributes.pop(side, "")) for side in ("width", "height"))
    box = _box(root.attributes.get("viewBox", "")) or (0.0, 0.0, wide or 0.0, high or 0.0)
    root.attributes["viewBox"] = " ".join(f"{one:.10g}" for one in box)
    width, height = _fitting(*((wide, high) if wide and high else box[2:]))
    opening = {"xmlns": _SVG, "width": f"{width:g}", "height": f"{height:g}"}
    if any("xlink:href" in one.attributes for one in _all(root)):
        opening["xmlns:xlink"] = _XLINK
    written = "".join(_written(root._replace(attributes={**opening, **root.attributes}))) + "\n"
    return written.encode(), width, height


def _box(text: str) -> tuple[float, float, float, float] | None:
    """The part of the plane that is shown: left, top, width, height; None where that is not said."""
    numbers = [float(one) for one in _NUMBER.findall(text[:_LONGEST_SIZE])]
    if len(numbers) != 4 or min(numbers[2:]) <= 0 or max(map(abs, numbers)) > 1e6:
        return None
    left, top, wide, high = numbers
    return left, top, wide, high


def _length(text: str) -> float | None:
    """A width or a height in CSS pixels; None where it is none, or a share of a page's."""
    found = _LENGTH.fullmatch(text.strip()[:_LONGEST_SIZE])
    return float(found[1]) * _UNITS[(found[2] or "").lower()] if found else None


class _Reading:
    """Takes an SVG in, element by element, and leaves out what is not drawn."""

    def __init__(self) -> None:
        self.open: list[_Element] = []
        self.whole: _Element | None = None
        self.count = self.dots = 0
        self.depth = 0
        self.outside = 0
        """How deep in an element that is left out; 0 where in none."""

    def root(self, data: bytes) -> _Element:
        """The outermost element. Raises PictureFault."""
        from xml.parsers.expat import ExpatError, ParserCreate

        parser = ParserCreate(namespace_separator="\n")
        parser.buffer_text = True
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.words
        parser.StartDoctypeDeclHandler = self.doctype
        parser.EntityDeclHandler = _entity
        try:
            parser.Parse(data, True)
        except (ExpatError, LookupError, ValueError) as error:
            if isinstance(error, PictureFault):
                raise
            raise PictureFault(
                "this is neither a PNG nor an SVG, or it is damaged; save it again as PNG or SVG"
            ) from None
        assert self.whole is not None
        return self.whole

    def doctype(self, _name: str, _system: str | None, _public: str | None, internal: int) -> None:
        """A line that many programs write, and that nobody needs; one that defines something is another matter."""
        if internal:
            _entity()

    def start(self, full: str, given: dict[str, str]) -> None:
        """An element begins."""
        space, _, name = full.rpartition("\n")
        self.count += 1
        self.depth += 1
        if self.depth > DEEPEST:
            raise PictureFault(_TOO_DEEP)
        if self.count > MOST_SHAPES:
            raise PictureFault(f"it has more than {MOST_SHAPES:,} parts; save it simpler, or as PNG")
        if not self.open and (name != "svg" or space not in {"", _SVG}):
            raise PictureFault("this is neither a PNG nor an SVG; save it as PNG or SVG")
        if name == "script":
            raise PictureFault(_REFUSED[name])
        if self.outside or space not in {"", _SVG} or name in _LEFT_OUT:
            self.outside += 1
            return
        if name not in _DRAWN:
            plain = re.sub(r"[^\w-]", "", name)[:40]
            raise PictureFault(_REFUSED.get(name, f"it holds <{plain}>, which cannot be printed; save it as plain SVG"))
        element = _Element(name, dict(self.attributes(name, given)), [])
        if self.open:
            self.open[-1].inner.append(element)
        self.open.append(element)

    def end(self, _full: str) -> None:
        """An element ends."""
        self.depth -= 1
        if self.outside:
            self.outside -= 1
            return
        element = self.open.pop()
        if element.name == "style":
            style = "".join(one for one in element.inner if isinstance(one, str))
            _look_at_style(style)
            element.inner[:] = [style]
        if not self.open:
            self.whole = element

    def words(self, text: str) -> None:
        """Text: only a style's is of any use."""
        if not self.outside and self.open and self.open[-1].name == "style":
            self.open[-1].inner.append(text)

    def attributes(self, element: str, given: dict[str, str]) -> Iterator[tuple[str, str]]:
        """The attributes that say how to draw."""
        for full, raw in given.items():
            space, _, name = full.rpartition("\n")
            value = re.sub(r"\s", " ", raw).strip()
            if not space and name[:2].lower() == "on":
                plain = re.sub(r"[^a-zA-Z]", "", name)[:40]
                raise PictureFault(f"it holds a script (in {plain}); save it as plain SVG without any")
            if name == "href" and space in {"", _XLINK}:
                yield "xlink:href", self.target(element, value)
            elif not space and _ATTRIBUTE.fullmatch(name):
                if name not in {"id", "class"}:
                    _look_at_style(f"{name}:{value}" if name == "stroke-dasharray" else value)
                yield name, value

    def target(self, element: str, target: str) -> str:
        """What an element refers to: a part of the same drawing, or a picture that is in it whole."""
        if re.fullmatch(r"#[^\s\"'()<>]+", target):
            return target
        if element != "image" or not target[:11].lower() == "data:image/":
            raise PictureFault(_FETCHES.format(what=f"href in <{element}>"))
        if not (start := _DATA.match(target)):
            raise PictureFault(_NOT_PNG)
        try:
            inner = b64decode(target[start.end() :].replace(" ", ""), validate=True)
        except ValueError:
            raise PictureFault("the picture inside it is damaged; save it again") from None
        if not inner.startswith(_PNG):
            raise PictureFault(_NOT_PNG)
        cleaned, (width, height) = _png(inner)
        self.dots += width * height
        if self.dots > MOST_DOTS:
            raise PictureFault("the pictures inside it are too large; save it as PNG")
        return f"data:image/png;base64,{b64encode(cleaned).decode()}"


def _entity(*_: object) -> NoReturn:
    raise PictureFault("it defines words of its own (a DOCTYPE with entities); save it as plain SVG")


def _look_at_style(style: str) -> None:
    """Refuse what is not said plainly, or could fetch something. Raises PictureFault."""
    if "\\" in style or _UNPRINTABLE.search(style):
        raise PictureFault(
            "its style holds signs that can hide something (a backslash, or control characters); save it as plain SVG"
        )
    plain = _REMARK.sub("", style)
    for one in (style, plain):
        if _DASHED.search(one):
            raise PictureFault(_NO_DASHES)
        if "@" in one:
            raise PictureFault(
                "its style has a rule with @, such as @import or @media, which cannot be printed; save it as plain SVG"
            )
        if re.search(r"url\(", _URL.sub("", one), re.IGNORECASE):
            raise PictureFault(_FETCHES.format(what="url() in its style"))
        for called in _CALLED.findall(one):
            if called.lower() not in _FUNCTIONS:
                raise PictureFault(f"its style uses {called[:40]}(), which cannot be printed; save it as plain SVG")


def _all(element: _Element) -> Iterator[_Element]:
    yield element
    for one in element.inner:
        if isinstance(one, _Element):
            yield from _all(one)


def _weigh(root: _Element) -> None:
    """Count every part as often as it is drawn: a few lines that repeat each other can ask for a billion. Raises PictureFault."""
    styles = _styles(root)
    by_id = {element.attributes["id"]: element for element in _all(root) if "id" in element.attributes}
    known: dict[int, tuple[int, int]] = {}
    under_way: set[int] = set()

    def weight(element: _Element) -> tuple[int, int]:
        """How much is drawn for an element, and how deep its parts stand in one another."""
        here = id(element)
        if here in known:
            return known[here]
        if here in under_way:
            raise PictureFault("a part of it contains itself; save it as plain SVG")
        under_way.add(here)
        size = 1 + len(element.attributes) + sum(map(len, element.attributes.values())) // 100
        size += _COSTLY.get(element.name, 0) + 20 * ("opacity" in element.attributes)
        depth = 1
        named = (by_id[one] for one in sorted(_named(element, styles)) if one in by_id)
        for one in (*named, *element.inner):
            if isinstance(one, _Element):
                if len(under_way) > DEEPEST:
                    raise PictureFault(_TOO_DEEP)
                more, deeper = weight(one)
                size, depth = size + more, max(depth, deeper + 1)
        if depth > DEEPEST:
            raise PictureFault(_TOO_DEEP)
        if size > MOST_SHAPES:
            raise PictureFault("its parts repeat each other too often to be drawn; save it simpler, or as PNG")
        under_way.remove(here)
        known[here] = size, depth
        return known[here]

    weight(root)


def _styles(root: _Element) -> dict[str, set[str]]:
    """The ids of the parts that its styles refer to, by what a rule holds for: `path`, `.blue`, `#wave`."""
    found: dict[str, set[str]] = {}
    for element in _all(root):
        if element.name == "style":
            for rule in " ".join(map(str, element.inner)).split("}"):
                selector, _, said = rule.partition("{")
                if "(" in said and (parts := {one[2] for one in _URL.finditer(said)}):
                    for selected in _SELECTED.findall(selector):
                        found.setdefault(selected, set()).update(parts)
    return found


def _named(element: _Element, styles: dict[str, set[str]]) -> set[str]:
    """The ids of the parts that an element is drawn with."""
    given = element.attributes
    named = {value[1:] for key, value in given.items() if key == "xlink:href"}
    named |= {found[2] for value in given.values() for found in _URL.finditer(value)}
    called = {"*", element.name, f"#{given.get('id')}", *(f".{one}" for one in given.get("class", "").split())}
    return named.union(*(styles.get(one, ()) for one in called))


def _written(element: _Element) -> Iterator[str]:
    """An element as text."""
    yield f"<{element.name}"
    for name, value in element.attributes.items():
        yield f' {name}="{_escaped(value)}"'
    yield ">" if element.inner else "/>"
    for one in element.inner:
        if isinstance(one, str):
            yield _escaped(one)
        else:
            yield from _written(one)
    if element.inner:
        yield f"</{element.name}>"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
