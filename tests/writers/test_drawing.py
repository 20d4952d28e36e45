"""A drawing inside a page: what is drawn stays as it was, and nothing else comes with it."""

from __future__ import annotations

import pytest

from soa.writers.drawing import inline

OPENING = '<svg role="img" aria-label="Says" width="10" height="5" viewBox="0 0 10 5">'


def _inside(svg: str) -> str:
    """What is left of the content of a drawing."""
    root = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" class="marks"'
    made = inline(f'{root} width="10" height="5" viewBox="0 0 10 5" onload="x()">{svg}</svg>', "Says")
    assert made.startswith(OPENING)
    assert made.endswith("</svg>")
    return made.removeprefix(OPENING).removesuffix("</svg>")


@pytest.mark.parametrize(
    "kept",
    [
        '<path d="M0,34.5L35,17" fill="#0c4f58" stroke="#4c78a8" stroke-width="2" stroke-dasharray="5,4"/>',
        '<g transform="translate(35,5)"><line x2="4" y2="-40" stroke="#ddd"/></g>',
        '<text text-anchor="end" font-size="12px" font-weight="bold">A &amp; &lt;b&gt; &quot;c&quot;</text>',
        '<text><tspan x="0" dy="1.2">one</tspan> <tspan x="0">two</tspan></text>',
        '<rect x="1" y="0" width="3" height="4" rx="1"/>',
    ],
)
def test_what_is_drawn_stays(kept: str) -> None:
    """Shapes, where they stand, and words: lines of a text begin where they began."""
    assert _inside(kept) == kept


@pytest.mark.parametrize(
    "dropped",
    [
        "<script>alert(1)</script>",
        "<style>*{fill:red}</style>",
        "<title>again</title>",
        "<image href='http://there.example/a.png'/>",
        "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>",
        "<a xlink:href='javascript:x()'><path d='M1,1'/></a>",
        "<path d=''/>",
        "<path d='M1,1h5' display='none'/>",
        "<text opacity='0'>200,000</text>",
        "<g class='frame'><g transform='translate(0,0)'></g></g>",
    ],
)
def test_what_is_not_seen_or_could_run_is_left_out(dropped: str) -> None:
    """With all that is inside it."""
    assert _inside(dropped) == ""


def test_names_roles_and_events_are_left_out() -> None:
    """The figure says once what it shows."""
    loud = '<path d="M1,1h5" class="a" role="graphics-symbol" aria-label="day: 2011" onclick="x()" style="fill:red" fill="url(#a)"/>'
    assert _inside(loud) == '<path d="M1,1h5"/>'


def test_numbers_are_kept_to_a_tenth() -> None:
    """A tenth of a pixel is not seen."""
    assert _inside('<path d="M0,34.46153846L35.07187,-17.0399" transform="translate(0.5,2.25e-8)"/>') == (
        '<path d="M0,34.5L35.1,-17" transform="translate(0.5,0)"/>'
    )


def test_what_xml_forbids_does_not_stop_the_drawing() -> None:
    """Control characters of an author are left out."""
    assert _inside("<text>a\x0bb\ufffec</text>") == "<text>abc</text>"
