"""`soa preview`: the page in a browser, renewed whenever a file is saved, with the points beside the parts they belong to."""

from __future__ import annotations

import sys
from threading import Event, Thread
from typing import TYPE_CHECKING

from soa.cli.configured import terms
from soa.cli.ends import Refused
from soa.cli.files import reason
from soa.cli.folder import NotFound, Where, agreement_of, reader, shown
from soa.cli.house import logos_of
from soa.cli.publish import day_of, needs_more, press_for
from soa.cli.watch import look

if TYPE_CHECKING:
    import argparse

    from soa.preview.server import Shown


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `soa preview`."""
    add = parser.add_argument
    add("path", nargs="?", default=".", metavar="PATH", help="a folder or an agreement file (default: this folder)")
    add("--port", type=int, default=0, metavar="NUMBER", help="the port to serve on (default: any that is free)")
    add("--open", action="store_true", help="open the page in the browser")
    add("--as-of", metavar="DAY", help="the day that counts as today (default: today in Scotland)")
    add("--config", metavar="FILE", help="the configuration to use (default: the nearest soa.toml or pyproject.toml)")


def run(options: argparse.Namespace) -> int:
    """Serve until Ctrl-C. Raises Refused where there is no agreement, or the port is taken."""
    try:
        where = agreement_of(options.path)
    except NotFound as error:
        raise Refused(str(error)) from None
    try:
        from soa.preview.server import Preview, Server
    except ImportError as error:
        raise needs_more(error) from None
    seen = look([where], options.config)
    preview = Preview(_build(where, options))
    try:
        server = Server(preview, options.port)
    except (OSError, OverflowError) as error:
        why = reason(error) if isinstance(error, OSError) else "it is no port"
        raise Refused(
            f"port {options.port} cannot be used: {why}; without --port, soa finds one that is free"
        ) from None

    def changed() -> bool:
        nonlocal seen
        before, seen = seen, look([where], options.config)
        return seen != before

    ended = Event()
    Thread(target=server.serve_forever, daemon=True).start()
    print(f"The preview is at {server.address} (Ctrl-C ends it).", flush=True)
    if options.open:
        import webbrowser

        webbrowser.open(server.address)
    try:
        server.run(changed, lambda: _build(where, options), ended)
    finally:
        preview.close()
        server.shutdown()
    return 0


def _build(where: Where, options: argparse.Namespace) -> Shown:
    """The page and its points as the files are now; where they cannot be read, a page that says why."""
    from soa import api
    from soa.document.edition import Edition
    from soa.preview.page import nothing, page
    from soa.preview.points import points
    from soa.preview.server import Shown

    try:
        as_of = day_of(options.as_of)
        settled = terms(where, options.config, None)
        checked = settled.check(reader(where.folder), where.name, as_of)
        press = press_for(settled, as_of)
    except Refused as refused:
        print(f"soa: {refused}", file=sys.stderr)
        return Shown(nothing(str(refused)), '{"points": [], "unlisted": 0}')
    except OSError as error:
        return Shown(nothing(f"{shown(where.folder)}{where.name}: {reason(error)}"), '{"points": [], "unlisted": 0}')
    report = api.report(checked, shown(where.folder), where.name)
    if checked.agreement is None:
        return Shown(nothing("Nothing can be read yet; the points say why."), points(report, None))
    edition = Edition(draft=bool(api.errors(checked)[0]))
    logos = logos_of(checked.agreement, where.folder)
    document = api.document(checked, edition, as_of=as_of, pictures=logos.pictures)
    return Shown(page(document, press), points(report, document))
