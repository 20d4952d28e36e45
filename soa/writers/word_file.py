"""The Word file around a document's paragraphs: styles, page, header and footer, links and pictures, the same bytes each time."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, Literal
from urllib.parse import quote, urlsplit
from uuid import NAMESPACE_URL, UUID, uuid5
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo
from zlib import error as BadDeflate  # noqa: N812 - its name says nothing

from markupsafe import Markup, escape

from soa.document.blocks import Document
from soa.document.house import House
from soa.writers.press import FONTS

if TYPE_CHECKING:
    from docx.document import Document as Docx
    from docx.opc.part import Part

Shape = Literal["first", "columns", "under", "upright", "sideways"]
"""Of pages: the top of page one, its columns and what stands under them, a page of text, a page turned sideways."""
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES: Final = {
    "w": WORD,
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
A4: Final = {"w": 11906, "h": 16838}
MARGINS: Final = {"top": 1077, "right": 1077, "bottom": 964, "left": 1077, "header": 567, "footer": 567, "gutter": 0}
TIGHT: Final = {"top": 850, "bottom": 794, "header": 397, "footer": 397}
"""Margins of page one, and of a page turned sideways: they have to hold much."""
BETWEEN_COLUMNS = 454
NARROWEST = 2_000
STYLES = "page.styles.xml"
MONOSPACED = "Consolas"
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The time that everything in the file bears: the earliest that the format can say."""
LONGEST_ADDRESS = 2_000
HIGHEST_START = 32_767
_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold at all."""
_PLACES = re.compile(r"\{(page|pages)\}")
_ASKS = ("attachedTemplate", "updateFields", "documentProtection", "writeProtection", "mailMerge", "trackRevisions")
"""Settings of a template that would fetch something, ask something, or keep a reader out."""
_KEPT = ("styles", "numbering", "settings", "theme", "fontTable", "header", "footer")
"""Parts of a template that are used; its text, comments and everything else is not."""
_LIKE: Final = {"Source Serif 4": "Georgia", "Source Sans 3": "Calibri", "Atkinson Hyperlegible Next": "Verdana"}
"""Where a reader's machine lacks a font, the one that everybody has and that is most like it."""
_FACES: Final = ("Regular", "Bold", "Italic")
"""What a document's text has of a font; its headings have the first two."""
_FONT: Final = "application/vnd.openxmlformats-officedocument.obfuscatedFont"


def filled(template: str, **values: object) -> Markup:
    """A piece of our own XML, every value escaped unless it is XML already."""
    pieces = _pieces(template)
    said = [str(escape(values[piece])) if at % 2 else piece for at, piece in enumerate(pieces)]
    return Markup("".join(said))  # noqa: S704 - templates are constants of these modules


@cache
def _pieces(template: str) -> tuple[str, ...]:
    """What stands between a template's gaps, and their names: `format` takes several times as long."""
    return tuple(re.split(r"\{([a-z]+)\}", template))


def tint(colour: str, share: float) -> str:
    """So much of a colour on white, as Word writes it: `dcebeb`."""
    return "".join(f"{round(255 - (255 - int(colour[at : at + 2], 16)) * share):02x}" for at in (1, 3, 5))


def safe_address(target: str) -> str:
    """An address that Word can hold: percent signs for what it cannot, nothing where no reader could follow it."""
    try:
        parts = urlsplit(target)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        return ""
    if re.search(r"[^\w.:-]", host):
        return ""
    spelt = quote(re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", target), safe="%/:?#@!$&'()*+,;=~-._")
    return spelt if len(spelt) <= LONGEST_ADDRESS else ""


def _parsed(xml: str) -> Any:
    """A piece of XML that names the spaces it uses."""
    from docx.oxml import parse_xml

    spaces = " ".join(f'xmlns:{name}="{space}"' for name, space in SPACES.items())
    return parse_xml(_UNFIT.sub("\ufffd", re.sub(r"(?=/?>)", f" {spaces}", xml, count=1)))


def _q(name: str) -> str:
    return f"{{{WORD}}}{name}"


@cache
def _data(name: str) -> str:
    return files(__package__).joinpath(name).read_text("utf-8")


class WordFile:
    """A Word file in the making: the house's template, or an A4 page in the house's colours and fonts."""

    def __init__(self, house: House, document: Document, made: date | None) -> None:
        import docx

        self._house = house
        self._document = document
        self._made = made
        self._docx: Docx = docx.Document() if house.template is None else _opened(house.template)
        self._part: Any = self._docx.part  # python-docx types only half of it
        self._links: dict[str, str] = {}
        self._pictures: dict[bytes, str] = {}
        self._lists: list[tuple[int, int]] = []
        self.columns = 1
        """How many stand side by side where the writer is."""
        self._take_page()
        self._styles = self._merged_styles() if house.template else self._own_styles()
        self._settle()
        self._head_and_foot()

    # ---- what is asked while a document is written -------------------------------------------------------------

    @property
    def room(self) -> int:
        """How wide a line is."""
        wide = self._size["w"] - self._margins["left"] - self._margins["right"]
        return max((wide - (self.columns - 1) * BETWEEN_COLUMNS) // self.columns, NARROWEST)

    @property
    def room_sideways(self) -> int:
        """How wide a line is on a page turned sideways."""
        return max(self._size["h"] - self._margins["left"] - self._margins["right"], NARROWEST)

    def style(self, name: str) -> str:
        """What this file calls one of our styles: a template may have another id for Word's own."""
        return self._styles[name]

    def link(self, address: str) -> str:
        """The number of a way out of the document."""
        if address not in self._links:
            self._links[address] = self._part.rels.get_or_add_ext_rel(_KINDS + "hyperlink", address)
        return self._links[address]

    def picture(self, data: bytes) -> str:
        """The number of a picture, kept once however often it is shown."""
        if data not in self._pictures:
            from docx.opc.packuri import PackURI
            from docx.parts.image import ImagePart

            name = PackURI(f"/word/media/picture{len(self._pictures) + 1}.png")
            self._pictures[data] = self._part.relate_to(ImagePart(name, "image/png", data), _KINDS + "image")
        return self._pictures[data]

    def numbering(self, start: int | None, level: int) -> Markup:
        """What makes a paragraph an item of a new list: numbered from `start`, or with dots."""
        if start is not None:
            self._lists.append((start, level))
        number = self._first_list + (0 if start is None else len(self._lists))
        return filled(
            '<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>', level=level, number=number
        )

    def section(self, kind: Shape) -> Markup:
        """The end of a stretch of pages of one shape."""
        return filled("<w:p><w:pPr>{shape}</w:pPr></w:p>", shape=self._shape(kind))

    # ---- the page ----------------------------------------------------------------------------------------------

    def _take_page(self) -> None:
        """Size and margins of the template's last section; A4 with margins of our own where there is none."""
        self._size, self._margins = dict(A4), dict(MARGINS)
        self._references: list[tuple[str, str, str]] = []
        self._begun = False
        self._first_differs = self._house.template is None
        if self._house.template is None:
            return
        sections = list(self._docx.element.body.iter(_q("sectPr")))
        for section in reversed(sections):
            for name, mine in (("pgSz", self._size), ("pgMar", self._margins)):
                found = section.find(_q(name))
                mine.update({key: _whole(found.get(_q(key)), mine[key]) for key in mine} if found is not None else {})
            break
        if self._size["w"] > self._size["h"]:
            self._size = {"w": self._size["h"], "h": self._size["w"]}
        for section in sections:
            found = [one for one in section if one.tag in {_q("headerReference"), _q("footerReference")}]
            if found:
                kinds = [(one.tag.removeprefix(f"{{{WORD}}}"), one.get(_q("type")), one.get(_id())) for one in found]
                self._references = [(tag, kind, key) for tag, kind, key in kinds if key in self._part.rels]
                self._first_differs = section.find(_q("titlePg")) is not None
                break

    def _shape(self, kind: Shape) -> Markup:
        first, self._begun = not self._begun, True
        on_page_one = kind in {"first", "columns", "under"}
        tight = TIGHT if (on_page_one or kind == "sideways") and self._house.template is None else {}
        wide, high = self._size["w"], self._size["h"]
        template = (
            '<w:sectPr>{references}<w:type w:val="{begins}"/><w:pgSz w:w="{wide}" w:h="{high}"{turned}/>'
            '<w:pgMar{margins}/><w:cols w:space="{between}"{columns}/>{differs}</w:sectPr>'
        )
        return filled(
            template,
            references=Markup("").join(
                filled('<w:{tag} w:type="{kind}" r:id="{id}"/>', tag=tag, kind=of, id=key)
                for tag, of, key in (self._references if first else ())
            ),
            begins="continuous" if on_page_one and not first else "nextPage",
            wide=high if kind == "sideways" else wide,
            high=wide if kind == "sideways" else high,
            turned=Markup(' w:orient="landscape"') if kind == "sideways" else "",
            margins=Markup("").join(
                filled(' w:{side}="{wide}"', side=side, wide=wide) for side, wide in (self._margins | tight).items()
            ),
            between=BETWEEN_COLUMNS,
            columns=Markup(' w:num="2"') if kind == "columns" else "",
            differs=Markup("<w:titlePg/>") if first and self._first_differs else "",
        )

    def _head_and_foot(self) -> None:
        """The template's header and footer where it has them, with the stamps; else the title, the stamps, the page."""
        said = " · ".join(stamp.word for stamp in self._document.stamps)
        stamp = _styled_run(said, "<w:b/><w:bCs/>") if said else Markup("")
        stamp += self._watermark()
        tags = {tag for tag, _, _ in self._references}
        if "headerReference" in tags:
            for tag, _, key in self._references:
                if tag == "headerReference" and stamp:
                    self._part.related_parts[key].element.append(_parsed(self._line(stamp, "Header")))
        else:
            title = _styled_run(self._document.title + ("  ·  " if said else ""), "")
            for kind, line in (("default", title + stamp), ("first", stamp)):
                self._add(self._part.add_header_part(), "headerReference", kind, self._line(line, "Header"))
        if "footerReference" not in tags:
            line = self._line(self._page_of(), "Footer")
            for kind in ("default", "first"):
                self._add(self._part.add_footer_part(), "footerReference", kind, line)

    def _add(self, made: tuple[Any, str], tag: str, kind: str, line: Markup) -> None:
        part, key = made
        part.element[:] = [_parsed(line)]
        self._references.append((tag, kind, key))

    def _line(self, inner: Markup, style: str) -> Markup:
        template = '<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inner}</w:p>'
        return filled(template, style=self.style(style), inner=inner)

    def _page_of(self) -> Markup:
        """“Page 3 of 40”, counted by Word."""
        field = '<w:fldSimple w:instr=" {what} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        return Markup("").join(
            filled(field, what={"page": "PAGE", "pages": "NUMPAGES"}[piece]) if at % 2 else _styled_run(piece, "")
            for at, piece in enumerate(_PLACES.split(self._document.words.page_of))
        )

    def _watermark(self) -> Markup:
        """The word “Draft” across the page, behind its text."""
        word = next((stamp.word for stamp in self._document.stamps if stamp.kind == "draft"), "")
        template = (
            '<w:r><w:rPr><w:noProof/></w:rPr><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136"'
            ' adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>'
            '<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>'
            '<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas>'
            '<v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype>'
            '<v:shape id="PowerPlusWaterMarkObject1" o:spid="_x0000_s2049" type="#_x0000_t136" alt="" '
            'style="position:absolute;margin-left:0;margin-top:0;width:380pt;height:150pt;rotation:315;z-index:-251658752;'
            "mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;"
            'mso-position-vertical-relative:margin" o:allowincell="f" fillcolor="#e3e3e3" stroked="f">'
            '<v:fill opacity=".4"/><v:textpath style="font-family:&quot;{font}&quot;;font-size:1pt" string="{word}"/>'
            "</v:shape></w:pict></w:r>"
        )
        return filled(template, font=self._house.fonts.body, word=word) if word else Markup("")

    # ---- styles and settings -----------------------------------------------------------------------------------

    def _sheet(self) -> Any:
        """Our styles in the house's colours and fonts."""
        house = self._house
        return _parsed_whole(
            filled(
                _data(STYLES),
                body=house.fonts.body,
                headings=house.fonts.headings,
                language=self._document.language,
                colour=house.colour[1:],
                second=house.second_colour[1:],
                tint=tint(house.colour, 0.07),
                rule=tint(house.colour, 0.5),
                line="D3D8D6",
                width=self.room,
            )
        )

    def _own_styles(self) -> dict[str, str]:
        sheet = self._sheet()
        self._docx.styles.element[:] = list(sheet)
        return {one.get(_q("styleId")): one.get(_q("styleId")) for one in self._docx.styles.element.iter(_q("style"))}

    def _merged_styles(self) -> dict[str, str]:
        """The template's styles by their names, and ours for what it lacks, in the template's fonts."""
        theirs = self._docx.styles.element
        known = {(one.get(_q("type")), _name(one)): one.get(_q("styleId")) for one in theirs.iter(_q("style"))}
        taken = set(known.values())
        ids: dict[str, str] = {}
        missing = []
        for one in self._sheet().iter(_q("style")):
            own = one.get(_q("styleId"))
            there = known.get((one.get(_q("type")), _name(one)))
            if there is None:
                missing.append(one)
                ids[own] = own if own not in taken else f"Agreement{own}"
            else:
                ids[own] = there
        for one in missing:
            one.set(_q("styleId"), ids[one.get(_q("styleId"))])
            one.attrib.pop(_q("default"), None)
            for tag in ("basedOn", "next"):
                for way in one.iter(_q(tag)):
                    way.set(_q("val"), ids[way.get(_q("val"))])
            for fonts in [found for found in one.iter(_q("rFonts")) if found.get(_q("ascii")) != MONOSPACED]:
                fonts.getparent().remove(fonts)
            theirs.append(one)
        self._say_language(theirs)
        return ids

    def _say_language(self, styles: Any) -> None:
        """The document's language, in the template's defaults and in each of its styles that names another."""
        for one in styles.iter(_q("lang")):
            if one.get(_q("val")):
                one.set(_q("val"), self._document.language)
        template = '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="{tag}"/></w:rPr></w:rPrDefault></w:docDefaults>'
        wanted = _parsed(filled(template, tag=self._document.language))
        at = styles
        for level in ("docDefaults", "rPrDefault", "rPr", "lang"):
            wanted = wanted if level == "docDefaults" else wanted[0]
            found = at.find(_q(level))
            if found is None:
                before_all = level in {"docDefaults", "rPrDefault"}
                at.insert(0 if before_all else len(at), wanted)
                return
            at = found

    def _settle(self) -> None:
        """Settings that ask nothing, parts that are used, and numbers for lists that nothing else has."""
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part
        from docx.parts.numbering import NumberingPart

        settings = self._docx.settings.element
        for name in _ASKS:
            for one in list(settings.iter(_q(name))):
                one.getparent().remove(one)
        used = {key for _, _, key in self._references}
        for key, way in list(self._part.rels.items()):
            kind = way.reltype.rsplit("/", 1)[-1]
            if kind not in _KEPT or (kind in {"header", "footer"} and key not in used):
                del self._part.rels[key]
        package = self._part.package
        for key, way in list(package.rels.items()):
            if way.reltype.rsplit("/", 1)[-1] in {"thumbnail", "extended-properties"}:
                del package.rels[key]
        if self._house.template is None:
            for one in settings.iter(_q("zoom")):
                one.attrib.clear()
                one.set(_q("percent"), "100")
                one.addnext(_parsed(Markup("<w:embedTrueTypeFonts/>")))
            for one in settings.iter(_q("compatSetting")):
                if one.get(_q("name")) == "compatibilityMode":
                    one.set(_q("val"), "15")
            for key, way in list(self._part.rels.items()):
                if way.reltype == _KINDS + "fontTable":
                    fonts = Part(way.target_part.partname, way.target_part.content_type, b"", package)
                    fonts._blob = self._fonts(fonts)  # noqa: SLF001 - which has no other way in
                    del self._part.rels[key]
                    self._part.relate_to(fonts, _KINDS + "fontTable")
                if way.reltype == _KINDS + "numbering":
                    way.target_part.element[:] = []
        for one in settings.iter(_q("themeFontLang")):
            one.set(_q("val"), self._document.language)
        if not any(way.reltype == _KINDS + "numbering" for way in self._part.rels.values()):
            content = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
            empty = NumberingPart(PackURI("/word/numbering.xml"), content, _parsed(Markup("<w:numbering/>")), package)
            self._part.relate_to(empty, _KINDS + "numbering")
        numbers = self._part.numbering_part.element
        self._first_list = 1 + max((_whole(one.get(_q("numId")), 0) for one in numbers.iter(_q("num"))), default=0)
        kinds = (_whole(one.get(_q("abstractNumId")), 0) for one in numbers.iter(_q("abstractNum")))
        self._first_kind = 1 + max(kinds, default=0)

    def _fonts(self, table: Part) -> bytes:
        """The house's fonts within the file, so that it looks alike everywhere; and what to show where a reader forbids that."""
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        inner = Markup("")
        body, headings = self._house.fonts
        faces = {headings: _FACES[:2]} | {body: _FACES}
        for name in dict.fromkeys(one for one in (body, headings) if one in _LIKE):
            held = Markup("")
            for face in faces[name]:
                path = f"{name.replace(' ', '')}-{face}"
                font = Part(PackURI(f"/word/fonts/{path}.odttf"), _FONT, _masked(path), table.package)
                template = '<w:embed{face} r:id="{id}" w:fontKey="{key}"/>'
                held += filled(template, face=face, id=table.relate_to(font, _KINDS + "font"), key=_key(path))
            template = '<w:font w:name="{name}"><w:altName w:val="{like}"/>{held}</w:font>'
            inner += filled(template, name=name, like=_LIKE[name], held=held)
        spaces = {"w": WORD, "r": SPACES["r"]}
        return filled('<w:fonts xmlns:w="{w}" xmlns:r="{r}">{inner}</w:fonts>', **spaces, inner=inner).encode()

    def _number(self) -> None:
        """The lists: one kind with dots, and one for each numbered list, so that each begins where it should."""
        numbers = self._part.numbering_part.element
        first = next((at for at, one in enumerate(numbers) if one.tag == _q("num")), len(numbers))
        kinds = []
        for nth, (start, level) in enumerate([(None, 0), *self._lists]):
            levels = Markup("").join(
                filled(
                    '<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{format}"/><w:lvlText w:val="{mark}"/>'
                    '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="360"/></w:pPr></w:lvl>',
                    at=at,
                    start=min(start, HIGHEST_START) if start is not None and at == level else 1,
                    format="bullet" if start is None else "decimal",
                    mark="•–"[at % 2] if start is None else f"%{at + 1}.",
                    left=360 * (at + 1),
                )
                for at in range(9)
            )
            template = (
                '<w:abstractNum w:abstractNumId="{id}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
            )
            kinds.append(_parsed(filled(template, id=self._first_kind + nth, levels=levels)))
            template = '<w:num w:numId="{id}"><w:abstractNumId w:val="{kind}"/></w:num>'
            numbers.append(_parsed(filled(template, id=self._first_list + nth, kind=self._first_kind + nth)))
        numbers[first:first] = kinds

    # ---- the end -----------------------------------------------------------------------------------------------

    def finished(self, body: Markup) -> bytes:
        """The bytes of the file with this body."""
        self._number()
        new = _parsed(filled("<w:body>{body}{last}</w:body>", body=body, last=self._shape("upright")))
        for ending in [
            one for one in new.iterchildren(_q("p")) if len(one) == 1 and one.find(f".//{_q('sectPr')}") is not None
        ]:
            _settled_on_the_one_before(ending)
        old = self._docx.element.body
        old[:] = list(new)
        self._say_about()
        made = BytesIO()
        self._docx.save(made)
        return _timeless(made)

    def _say_about(self) -> None:
        about = self._docx.core_properties
        about.title = _short(self._document.title)
        about.subject = _short(self._document.description)
        about.author = about.last_modified_by = _short(self._house.name)
        about.content_status = _short(" · ".join(stamp.word for stamp in self._document.stamps))
        about.language = self._document.language
        about.comments = about.keywords = about.category = about.identifier = about.version = ""
        about.revision = 1
        day = self._made or date(*BEGINNING[:3])
        about.created = about.modified = datetime(day.year, day.month, day.day, tzinfo=UTC)


def _settled_on_the_one_before(ending: Any) -> None:
    """The end of a stretch of pages said by the paragraph before it; an end right after another ends nothing."""
    before = ending.getprevious()
    if before is None or before.tag != _q("p"):
        return
    how = before.find(_q("pPr"))
    if how is None:
        return
    if how.find(_q("sectPr")) is None:
        how.append(ending[0][0])
    ending.getparent().remove(ending)


def _opened(template: bytes) -> Docx:
    """A template as python-docx reads it. Raises ValueError where it is not a Word document."""
    import docx
    from docx.opc.exceptions import OpcError

    try:
        return docx.Document(BytesIO(template))
    except (
        BadZipFile,
        BadDeflate,
        OpcError,
        KeyError,
        ValueError,
        SyntaxError,
        AttributeError,
        EOFError,
        RuntimeError,
    ) as error:
        raise ValueError("the Word template is not a Word document (.docx)") from error


def _timeless(made: BytesIO) -> bytes:
    """The file with no time in it."""
    whole = BytesIO()
    with ZipFile(made) as old, ZipFile(whole, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = ZipInfo(name, BEGINNING)
            entry.create_system, entry.external_attr = 3, 0o600 << 16
            entry.compress_type = ZIP_STORED if name.endswith(".png") else ZIP_DEFLATED  # a PNG is as small as it gets
            new.writestr(entry, old.read(name))
    return whole.getvalue()


def _key(font: str) -> str:
    """The key that the format asks a font in a file to be masked with, as it is written there."""
    return f"{{{uuid5(NAMESPACE_URL, font)}}}".upper()


@cache
def _masked(font: str) -> bytes:
    """A font as Word files hold it: its first bytes masked with its key, read from the end."""
    plain = files(__package__).joinpath(FONTS, f"{font}.ttf").read_bytes()
    key = UUID(_key(font)).bytes[::-1] * 2
    return bytes(one ^ other for one, other in zip(plain, key, strict=False)) + plain[len(key) :]


def _styled_run(text: str, how: str) -> Markup:
    template = '<w:r><w:rPr>{how}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
    return filled(template, how=Markup(how), text=text) if text else Markup("")  # noqa: S704 - ours


def _name(style: Any) -> str:
    found = style.find(_q("name"))
    return "" if found is None else str(found.get(_q("val"))).lower()


def _whole(text: str | None, otherwise: int) -> int:
    """A number of a template."""
    try:
        return round(float(text or ""))
    except (ValueError, OverflowError):
        return otherwise


def _short(text: str) -> str:
    """A property of the file, which holds 255 letters."""
    return _UNFIT.sub("\ufffd", text)[:255]


def _id() -> str:
    return f"{{{SPACES['r']}}}id"


def _parsed_whole(xml: str) -> Any:
    from docx.oxml import parse_xml

    return parse_xml(_UNFIT.sub("\ufffd", xml).encode())
