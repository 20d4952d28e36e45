"""A picture file is measured and cleaned, or refused with what to do about it; nothing in it fetches, runs or never ends."""

import re
import struct
import zlib
from base64 import b64encode
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soa.document.pictures import BOX, LARGEST, MOST_SHAPES, PictureFault, picture

LOGOS = sorted((Path(__file__).parents[2] / "examples" / "glenmore" / "logos").glob("*.svg"))
SIGNATURE = b"\x89PNG\r\n\x1a\n"
SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
SHAPE = '<rect width="9" height="9"/>'
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png(width=12, height=6, *, depth=8, colour=2, interlaced=0, rows=None, extra=(), late=b""):
    """A PNG, written by the book."""
    if rows is None:
        steps = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
        rows = b""
        for left, top, across, down in steps if interlaced else [(0, 0, 1, 1)]:
            dots, lines = len(range(left, width, across)), len(range(top, height, down))
            rows += (b"\0" + bytes((dots * depth * CHANNELS[colour] + 7) // 8)) * lines if dots else b""
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlaced)
    palette = chunk(b"PLTE", bytes(6)) if colour == 3 else b""
    packed = chunk(b"IDAT", zlib.compress(rows))
    return b"".join((SIGNATURE, chunk(b"IHDR", header), *extra, palette, packed, late, chunk(b"IEND", b"")))


def svg(inner=SHAPE, opening='viewBox="0 0 100 50"'):
    """An SVG file."""
    return f'<svg xmlns="{SVG}" xmlns:xlink="{XLINK}" {opening}>{inner}</svg>'.encode()


def drawn(data):
    """The cleaned text of an SVG."""
    return picture(data, "").data.decode()


def refused(data):
    """Why a file is refused."""
    with pytest.raises(PictureFault) as raised:
        picture(data, "")
    return str(raised.value)


def said_of(data):
    """The same of a file that may be sound: then nothing. No other fault than ours comes out."""
    try:
        picture(data, "")
    except PictureFault as fault:
        return str(fault) or None
    return ""


# ---- what is accepted ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("logo", LOGOS, ids=lambda path: path.stem)
def test_the_logos_of_the_example_are_small_and_can_be_drawn(logo):
    import vl_convert

    data = logo.read_bytes()
    assert len(data) < 2000
    found = picture(data, "Orran College")
    assert (found.kind, found.alt) == ("svg", "Orran College")
    image = vl_convert.svg_to_png(found.data.decode(), scale=2)
    assert struct.unpack(">II", image[16:24]) == (round(found.width * 2), round(found.height * 2))
    assert picture(image, "").kind == "png"
    assert len(set(_dots(image))) > 1, "nothing is drawn"


def _dots(image: bytes) -> bytes:
    """The packed rows of a PNG, unpacked."""
    parts = re.findall(rb"IDAT", image)
    assert parts
    at, packed = len(SIGNATURE), b""
    while at < len(image):
        length, name = struct.unpack_from(">I4s", image, at)
        packed += image[at + 8 : at + 8 + length] if name == b"IDAT" else b""
        at += 12 + length
    return zlib.decompress(packed)


@pytest.mark.parametrize("interlaced", [0, 1])
@pytest.mark.parametrize(("colour", "depth"), [(0, 1), (0, 16), (2, 8), (3, 4), (4, 8), (6, 8), (6, 16)])
@pytest.mark.parametrize(("width", "height"), [(12, 6), (1, 3), (5, 5)])
def test_every_kind_of_png_is_read(width, height, colour, depth, interlaced):
    data = png(width, height, colour=colour, depth=depth, interlaced=interlaced)
    assert picture(data, "") == (data, "png", width, height, "")


def test_a_png_is_printed_without_its_remarks():
    """Who took a picture, and where, is not for the public; what follows its end is no part of it."""
    remarks = [chunk(b"tEXt", b"Author\0Isla"), chunk(b"eXIf", b"57.1N 2.1W"), chunk(b"iCCP", b"x\0\0junk")]
    assert picture(png(extra=remarks, late=chunk(b"tIME", bytes(7))) + b"<script>", "").data == png()


@pytest.mark.parametrize(
    ("size", "printed"),
    [((400, 128), (200, 64)), ((1000, 100), (200, 20)), ((90, 900), (6.4, 64)), ((40, 20), (40, 20))],
)
def test_a_png_is_made_smaller_to_fit_and_never_blown_up(size, printed):
    found = picture(png(*size), "")
    assert (found.width, found.height) == printed


@pytest.mark.parametrize(
    ("opening", "printed", "shown"),
    [
        ('viewBox="0 0 100 50"', (128, 64), "0 0 100 50"),
        ('viewBox="-5,-5,10,10" width="100%" height="100%"', (64, 64), "-5 -5 10 10"),
        ('width="20mm" height="10mm"', (128, 64), "0 0 75.59055118 37.79527559"),
        ('width="1in" height="72pt"', (64, 64), "0 0 96 96"),
        ('width="500" height="100" viewBox="0 0 50 10"', (200, 40), "0 0 50 10"),
        ('width="9" viewBox="0 0 2e1 1.5E+1"', (85.33, 64), "0 0 20 15"),
        ('viewBox="0 0 0 0" width="8px" height="8px"', (64, 64), "0 0 8 8"),
    ],
)
def test_an_svg_is_scaled_to_fit(opening, printed, shown):
    found = picture(svg(opening=opening), "")
    assert (found.width, found.height) == printed
    root = ET.fromstring(found.data)
    assert (float(root.attrib["width"]), float(root.attrib["height"])) == printed
    assert root.attrib["viewBox"] == shown


@given(st.integers(1, 4000), st.integers(1, 4000))
def test_whatever_its_size_a_picture_fits_and_keeps_its_shape(width, height):
    try:
        found = picture(svg(opening=f'viewBox="0 0 {width} {height}"'), "")
    except PictureFault:
        assert max(width / height, height / width) > 20
        return
    assert found.width <= BOX[0]
    assert found.height <= BOX[1]
    assert found.width == BOX[0] or found.height == BOX[1]
    assert found.width / found.height == pytest.approx(width / height, rel=0.01)


@pytest.mark.parametrize(
    "before",
    [
        "",
        '<?xml version="1.0" encoding="utf-8"?>\n<!-- Generator: a drawing program -->\n',
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
        '<?xml-stylesheet href="http://elsewhere.example/a.css"?>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_programs_write_around_a_drawing_is_left_out(before, encoding):
    text = before.replace("utf-8", encoding.removesuffix("-sig")) + svg().decode()
    assert drawn(text.encode(encoding)) == drawn(svg())


def test_what_programs_write_into_a_drawing_is_left_out():
    """Their own notes, what is said and not shown, and remarks on who made it."""
    inner = (
        '<title>Our logo</title><desc>By Isla</desc><metadata><rdf xmlns="urn:rdf">x</rdf></metadata>'
        '<inkscape:grid xmlns:inkscape="urn:inkscape" inkscape:x="1"><rect/></inkscape:grid>'
        f'<g xmlns:i="urn:i" i:label="Layer 1" aria-label="Logo" data-name="x" xml:space="preserve">text{SHAPE}</g><!-- x -->'
    )
    assert drawn(svg(inner)) == drawn(svg(f"<g>{SHAPE}</g>"))


def test_an_svg_as_drawing_programs_save_it_keeps_its_looks():
    inner = (
        "<defs><style>.cls-1{fill:none}.cls-2{clip-path:url(#c)}.a&gt;b{fill:red}</style>"
        '<clipPath id="c"><rect class="cls-1" width="50" height="50"/></clipPath>'
        '<linearGradient id="g(1)@x" xlink:href="#h"/></defs>'
        f'<g class="cls-2" style="stroke-dasharray: none; fill:rgb(1,2,3)"><path d="M0\n0L9 9z" class="cls-1"/></g>'
        '<use href="#c" transform="rotate(72 1 2)"/>'
        f'<image width="5" href="data:image/png;base64,{b64encode(png()).decode()}"/>'
    )
    text = drawn(svg(inner))
    root = ET.fromstring(text)
    assert [one.tag.removeprefix(f"{{{SVG}}}") for one in root.iter()] == (
        "svg defs style clipPath rect linearGradient g path use image".split()
    )
    assert root.find(f".//{{{SVG}}}style").text == ".cls-1{fill:none}.cls-2{clip-path:url(#c)}.a>b{fill:red}"
    assert root.find(f".//{{{SVG}}}use").attrib == {f"{{{XLINK}}}href": "#c", "transform": "rotate(72 1 2)"}
    assert root.find(f".//{{{SVG}}}path").attrib == {"d": "M0 0L9 9z", "class": "cls-1"}
    assert drawn(text.encode()) == text, "what is clean stays as it is"


def test_a_drawing_without_the_name_of_the_format_is_given_it():
    assert drawn(f'<svg viewBox="0 0 100 50">{SHAPE}</svg>'.encode()) == drawn(svg())


def test_the_picture_inside_an_svg_is_cleaned_too():
    inside = b64encode(png(extra=[chunk(b"tEXt", b"Author\0Isla")])).decode()
    clean = b64encode(png()).decode()
    assert clean in drawn(svg(f'<image href="data:image/png;base64,{inside}"/>'))


# ---- what is refused -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "said"),
    [
        (b"\xff\xd8\xff\xe0", "this is a JPEG; save it as PNG or SVG"),
        (b"GIF89a", "this is a GIF; save it"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "this is a WebP; save it"),
        (b"%PDF-1.7", "this is a PDF; save it"),
        (b"\0\0\0\x1cftypavif", "this is an AVIF"),
        (b"\x1f\x8b\x08", "this is a compressed SVG"),
        (b"PK\x03\x04", "this is a Word, PowerPoint or zip file"),
        (b"", "this is neither a PNG nor an SVG"),
        (b"Our logo", "this is neither a PNG nor an SVG"),
        (b"<html><svg/></html>", "this is neither a PNG nor an SVG; save it as PNG or SVG"),
        (f'<svg xmlns="{SVG}"><rect></svg>'.encode(), "or it is damaged"),
        (b"\x89PNG\r\n\x1a\n", "this PNG is damaged or cut short"),
    ],
)
def test_another_kind_of_file_is_called_by_its_name(start, said):
    assert said in refused(start + bytes(20) * (len(start) > 8))
    assert said in refused(start)


def test_a_file_that_is_too_large_is_refused():
    assert refused(svg(" " * LARGEST)) == "this is larger than 1 MB; save it smaller, or as SVG"


@pytest.mark.parametrize("cut", [9, 20, 33, 40, 60, -1, -12])
def test_a_png_that_is_cut_short_is_refused(cut):
    assert "damaged or cut short" in refused(png()[:cut])


@pytest.mark.parametrize(
    "data",
    [
        png().replace(b"IHDR", b"IHDX"),
        png(rows=bytes(10)),
        png(rows=bytes(10_000_000)),
        png(rows=b"\5" + bytes(221)),
        png(rows=b"").replace(zlib.compress(b""), b"\0" * 8),
        png(0, 5),
        png(extra=[chunk(b"IHDR", bytes(13))]),
        png(extra=[chunk(b"IDAT", b""), chunk(b"PLTE", bytes(6))]),
        png(extra=[chunk(b"tRNS", bytes(5))]),
        png(extra=[chunk(b"XXXX", b"")]),
        png(colour=3).replace(chunk(b"PLTE", bytes(6)), b""),
        SIGNATURE + chunk(b"IEND", b""),
        SIGNATURE + struct.pack(">I", 0xFFFFFFFF) + b"IHDR" + bytes(40),
        *(SIGNATURE + chunk(b"IHDR", struct.pack(">IIBBBBB", 9, 9, *how)) + png()[33:] for how in ((7, 2, 0, 0, 0), (8, 5, 0, 0, 0), (8, 2, 1, 0, 0), (8, 2, 0, 0, 2))),
    ],
)  # fmt: skip
def test_a_png_that_is_not_as_it_says_is_refused(data):
    """Each would stop one program or another that draws it."""
    assert "damaged or cut short" in refused(data)


@pytest.mark.parametrize("size", [(4001, 300), (300, 4001), (3000, 3000)])
def test_a_png_with_too_many_dots_is_refused_before_it_is_unpacked(size):
    said = refused(png(*size, colour=0, rows=b""))
    assert (
        said
        == f"it has {size[0]:,} by {size[1]:,} dots, more than paper can show; save it at most 2,000 dots wide and high"
    )


@pytest.mark.parametrize("data", [png(210, 10), png(10, 210), svg(opening='viewBox="0 0 2100 100"')])
def test_a_picture_that_is_a_mere_line_is_refused(data):
    assert refused(data) == "it is more than 20 times as long one way as the other, too narrow to be seen"


@pytest.mark.parametrize(
    "opening",
    [
        *("", 'width="50%" height="9"', 'width="a" height="b"', 'width="-5" height="5"', 'width="0" height="5"'),
        *(f'viewBox="0 0 {size}"' for size in ("1e9 1e9", "nan nan", "5", "1e-9 1e-9", "1e999 1e999")),
    ],
)  # fmt: skip
def test_an_svg_without_a_size_is_refused(opening):
    assert refused(svg(opening=opening)).startswith("its width and height cannot be read")


@pytest.mark.parametrize(
    ("inner", "said"),
    [
        ("<script>alert(1)</script>", "it holds a script"),
        ('<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>', "it holds a script"),
        ('<metadata><script xmlns="urn:x"/></metadata>', "it holds a script"),
        ('<rect onload="alert(1)"/>', "it holds a script (in onload)"),
        ('<g ONCLICK="alert(1)"/>', "it holds a script (in ONCLICK)"),
        ("<foreignObject><p/></foreignObject>", "it holds a piece of a web page (foreignObject)"),
        ("<text>Council</text>", "it holds text"),
        ('<animate attributeName="x"/>', "it moves"),
        ('<set attributeName="href" to="javascript:x"/>', "it moves"),
        ("<filter/>", "it holds a filter"),
        ('<a href="#x"/>', "it holds <a>, which cannot be printed"),
        ("<iframe/>", "it holds <iframe>"),
        ('<image href="http://elsewhere.example/a.png"/>', "it fetches something from elsewhere (href in <image>)"),
        ('<image href="a.png"/>', "it fetches something from elsewhere"),
        ('<image xlink:href="//elsewhere.example/a.png"/>', "it fetches something from elsewhere"),
        ('<use href="other.svg#a"/>', "it fetches something from elsewhere (href in <use>)"),
        ('<use href="javascript:alert(1)"/>', "it fetches something from elsewhere"),
        ('<use href="data:image/png;base64,AAAA"/>', "it fetches something from elsewhere"),
        ('<image href="data:image/svg+xml;base64,AAAA"/>', "the picture inside it is not a PNG"),
        ('<image href="data:image/jpeg;base64,AAAA"/>', "the picture inside it is not a PNG"),
        ('<image href="data:image/png;base64,/9j/"/>', "the picture inside it is not a PNG"),
        ('<image href="data:image/png;base64,A"/>', "the picture inside it is damaged"),
        (f'<image href="data:image/png;base64,{b64encode(png()[:50]).decode()}"/>', "this PNG is damaged"),
        ("<style>@import url(#a);</style>", "its style has a rule with @"),
        ('<style>@font-face{src:"x"}</style>', "its style has a rule with @"),
        ("<style>.a{fill:url(http://elsewhere.example)}</style>", "it fetches something from elsewhere (url() in its style)"),
        ("<style>.a{fill:url( '//elsewhere.example/#a' )}</style>", "it fetches something from elsewhere"),
        ("<style>.a{fill:url(#a)}/**/.b{fill:u/**/rl(x)}</style>", "its style uses rl()"),
        ("<style>.a{fill:u\\72l(http://elsewhere.example)}</style>", "a backslash"),
        ('<rect style="fill:URL(&quot;//elsewhere.example&quot;)"/>', "it fetches something from elsewhere"),
        ('<rect fill="url(x.svg#a)"/>', "it fetches something from elsewhere"),
        ("<rect style=\"mask:image-set('//elsewhere.example' 1x)\"/>", "its style uses image-set()"),
        ('<rect style="width:expression(alert(1))"/>', "its style uses expression()"),
        ('<line stroke-dasharray="0.0001"/>', "it holds dashed lines"),
        ("<style>.a{stroke-dasharray:0.0001 1}</style>", "it holds dashed lines"),
        ('<rect style="stroke-dasharray/**/:1"/>', "it holds dashed lines"),
        ("", "it draws nothing"),
        ("<defs/>", "it draws nothing"),
        (f"{'<g>' * 60}{SHAPE}{'</g>' * 60}", "more than 50 deep"),
        (f"<title>{'<g>' * 60}{'</g>' * 60}</title>", "more than 50 deep"),
        (SHAPE * (MOST_SHAPES + 1), "it has more than 10,000 parts"),
        (f'<g id="a">{SHAPE}<use href="#a"/></g>', "a part of it contains itself"),
        ('<style>.a{mask:url(#m)}</style><mask id="m"><rect class="b a"/></mask>', "a part of it contains itself"),
    ],
)  # fmt: skip
def test_what_could_run_fetch_or_never_end_is_refused(inner, said):
    assert said in refused(svg(inner + SHAPE * (inner not in {"", "<defs/>"})))


MANY = [f'{chr(97 + one % 26) * (2 + one // 26)}="1"' for one in range(1000)]


def _uses(count: int, times: int, last: str = SHAPE) -> str:
    """A part that is used several times in a part that is used several times, and so on."""
    names = [f"p{number}" for number in range(count)]
    uses = (f'<g id="{new}">' + f'<use href="#{old}"/>' * times + "</g>" for old, new in pairwise(names))
    return f'<g id="p0">{last}</g>' + "".join(uses)


@pytest.mark.parametrize(
    ("inner", "said"),
    [
        (_uses(9, 10), "its parts repeat each other too often"),
        (_uses(60, 1), "more than 50 deep"),
        (_uses(2, 3, f'<path d="{"M0 0L9 9" * 50_000}"/>'), "its parts repeat each other too often"),
        (_uses(2, 12, f'<image href="data:image/png;base64,{b64encode(png()).decode()}"/>'), "too often"),
        ('<mask id="m"><rect/></mask>' + '<rect mask="url(#m)"/>' * 200, "too often"),
        ('<style>rect{mask:url(#m)}</style><mask id="m"><path/></mask>' + SHAPE * 200, "too often"),
        ('<style>#here .r,i{fill:url(#m)}</style><pattern id="m"><path/></pattern>' + '<g class="q r"/>' * 200, "too often"),
        (f'<g opacity=".5">{SHAPE}</g>' * 500, "too often"),
        (f"<rect {' '.join(MANY)}/>" * 12, "too often"),
    ],
)  # fmt: skip
def test_a_few_lines_that_ask_for_a_billion_are_refused(inner, said):
    assert said in refused(svg(inner + SHAPE))


def test_many_large_pictures_in_one_are_refused():
    inside = f'<image href="data:image/png;base64,{b64encode(png(2000, 2000, colour=0, depth=1)).decode()}"/>'
    assert drawn(svg(inside * 2))
    assert refused(svg(inside * 3)) == "the pictures inside it are too large; save it as PNG"


@pytest.mark.parametrize(
    "document",
    [
        '<!DOCTYPE svg [<!ENTITY a "b">]>{svg}',
        '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/hostname">]>{svg}',
        '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>{svg}',
        '<!DOCTYPE svg [<!ATTLIST rect onload CDATA "alert(1)">]>{svg}',
        '<!DOCTYPE svg [<!ENTITY % a SYSTEM "http://elsewhere.example/a.dtd"> %a;]>{svg}',
    ],
)
def test_words_that_a_file_defines_itself_are_refused(document):
    assert refused(document.replace("{svg}", svg().decode()).encode()).startswith("it defines words of its own")


@pytest.mark.parametrize("piece", ["/*", "a", "url(", "{", "a{", "stroke-dasharray:", "url(#", "url( ", "}", "-", "#"])
def test_a_style_of_one_thing_a_hundred_thousand_times_is_gone_through_once(piece):
    """An answer comes, whichever it is: each of these made some pattern look at the rest of the text at every place."""
    assert said_of(svg(f"<style>{piece * (900_000 // len(piece))}</style>{SHAPE}")) is not None


NAMES = st.sampled_from("svg g use rect path style image mask script text a foreignObject x:y title".split())
VALUES = st.sampled_from(
    ["#a", "url(#a)", "url(http://elsewhere.example)", "javascript:x", "10", "alert(1)", "\"'<>&", "data:x"]
)
KEYS = st.sampled_from(
    "href xlink:href id class style fill onload ONLOAD width mask transform aria-label xml:base".split()
)


@st.composite
def drawings(draw, depth=0):
    name = draw(NAMES)
    given_ = draw(st.dictionaries(KEYS, VALUES, max_size=3))
    inner = "".join(draw(st.lists(drawings(depth=depth + 1), max_size=2))) if depth < 4 else draw(VALUES)
    escape = {"&": "&amp;", "<": "&lt;", '"': "&quot;"}
    said = "".join(f' {key}="{"".join(escape.get(one, one) for one in value)}"' for key, value in given_.items())
    inner = inner if depth < 4 else "".join(escape.get(one, one) for one in inner)
    return f"<{name}{said}>{inner}</{name}>"


@given(st.lists(drawings(), min_size=1, max_size=3))
def test_whatever_an_svg_says_what_is_printed_neither_runs_nor_fetches(inner):
    data = svg("".join(inner) + SHAPE, 'xmlns:x="urn:x" viewBox="0 0 1 1"')
    if said_of(data):
        return
    text = drawn(data)
    root = ET.fromstring(text)
    for element in root.iter():
        assert element.tag.removeprefix(f"{{{SVG}}}") in set("svg g use rect path style image mask".split())
        for key, value in element.attrib.items():
            assert not key.lower().startswith("on")
            assert not key.endswith("href") or value == "#a"
            assert "elsewhere" not in value or key in {"id", "class"}, "a name is no address"
        assert "elsewhere" not in (element.text or "")
    assert drawn(text.encode()) == text


@given(st.binary(max_size=200) | st.binary(max_size=100).map(lambda data: png()[: len(data)] + data))
def test_whatever_bytes_come_an_answer_comes(data):
    assert said_of(data) is not None
