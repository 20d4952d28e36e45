"""The page of a preview: as it will be published, with the style and the script that show the points."""

from __future__ import annotations

from html import escape

from soa.document.blocks import Document
from soa.writers import html
from soa.writers.press import Press

_BESIDE = html.Beside(styles=("preview.css",), scripts=("preview.js",), asks=True)
_NOTHING = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Nothing to show yet</title>
<link rel="stylesheet" href="preview.css">
<script src="preview.js" defer></script>
</head>
<body>
<main class="soa-nothing">
<h1>Nothing to show yet</h1>
<p>{why}</p>
<p>This page is renewed as soon as a file is saved.</p>
</main>
</body>
</html>
"""


def page(document: Document, press: Press) -> bytes:
    """The page of a document, which asks for its points and waits to be renewed."""
    return html.page(document, press, _BESIDE)


def nothing(why: str) -> bytes:
    """A page that says why there is nothing to show, and waits to be renewed."""
    return _NOTHING.format(policy=html.policy(_BESIDE, ""), why=escape(why)).encode("utf-8", "replace")
