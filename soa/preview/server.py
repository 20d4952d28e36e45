"""Serves the preview on the loopback address: nobody but this machine sees it, and no other page can ask for it."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from functools import cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from threading import Condition, Event
from typing import Any, ClassVar, NamedTuple

LOOPBACK = "127.0.0.1"
_WAIT = 20.0
"""A question whether something has changed is answered after so many seconds at the latest."""
_KINDS = {"css": "text/css", "js": "text/javascript", "html": "text/html", "json": "application/json"}


class Shown(NamedTuple):
    """What the preview shows: the page, and the points as JSON."""

    page: bytes
    points: str


class Preview:
    """What is shown now; a page that waits for a change is told when it comes."""

    def __init__(self, first: Shown) -> None:
        self._shown = first
        self._number = 1
        self._changed = Condition()
        self._closed = False

    def show(self, shown: Shown) -> None:
        """Show something else."""
        with self._changed:
            self._shown = shown
            self._number += 1
            self._changed.notify_all()

    def close(self) -> None:
        """Let nobody wait any longer."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def now(self) -> tuple[int, Shown]:
        """The number of the change, and what is shown since."""
        with self._changed:
            return self._number, self._shown

    def after(self, number: int, seconds: float = _WAIT) -> int:
        """The number of the change that follows one, waited for so many seconds at most."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._number != number, timeout=seconds)
            return self._number


class Server(ThreadingHTTPServer):
    """Answers with what a preview shows, to whoever asks it by its own address."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, preview: Preview, port: int = 0) -> None:
        """Raises OSError where the port is taken."""
        super().__init__((LOOPBACK, port), _Handler)
        self.preview = preview
        self.address = f"http://{LOOPBACK}:{self.server_address[1]}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that has gone while it waited is no fault of anybody's."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)

    def run(self, changed: Callable[[], bool], build: Callable[[], Shown], pause: Event, seconds: float = 0.3) -> None:
        """Show anew whatever has changed, until the pause is ended by somebody."""
        while not pause.wait(seconds):
            if changed():
                self.preview.show(build())


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server
    hosts: ClassVar = ("127.0.0.1", "localhost")

    def do_GET(self) -> None:
        if not self._asked_by_name():
            self._send(HTTPStatus.FORBIDDEN, "html", b"This address is not that of the preview.")
            return
        path, _, question = self.path.partition("?")
        number, shown = self.server.preview.now()
        match path:
            case "/":
                self._send(HTTPStatus.OK, "html", shown.page)
            case "/points.json":
                said = f'{{"number": {number}, {shown.points[1:]}'
                self._send(HTTPStatus.OK, "json", said.encode("utf-8", "replace"))
            case "/changes.json":
                after = question.removeprefix("after=")
                known = int(after) if after.isascii() and after.isdigit() and len(after) < 10 else 0
                said = json.dumps({"number": self.server.preview.after(known)})
                self._send(HTTPStatus.OK, "json", said.encode())
            case "/preview.js" | "/preview.css":
                self._send(HTTPStatus.OK, path.rpartition(".")[2], _data(path[1:]))
            case _:
                self._send(HTTPStatus.NOT_FOUND, "html", b"There is nothing here.")

    def _asked_by_name(self) -> bool:
        """Whether the browser means this machine: another site's name may have been made to point here."""
        host, _, port = self.headers.get("Host", "").partition(":")
        return host in self.hosts and port in {"", str(self.server.server_address[1])}

    def _send(self, status: HTTPStatus, kind: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{_KINDS[kind]}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that is given
        """A preview says nothing of each request."""


@cache
def _data(name: str) -> bytes:
    return files(__package__).joinpath(name).read_bytes()
