"""A small client of `soa lsp`: what an editor sends, and what it is told."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

from pygls.uris import from_fs_path

PATIENCE = 60.0
"""Seconds after which a server that says nothing is given up."""


class Editor:
    """The server as a running program, spoken to over its standard input and output."""

    def __init__(self, folder: Path, *options: str, encodings: tuple[str, ...] = (), **able: Any) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "soa", "lsp", "--as-of", "2013-06-01", *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=folder,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
        )
        self._able = {**able, **({"general": {"positionEncodings": list(encodings)}} if encodings else {})}
        self._received: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._asked = self._version = 0
        self._reader = threading.Thread(target=self._read, daemon=True)
        self.diagnostics: dict[str, list[Any]] = {}
        """What is shown of each file, by its name in the folder."""
        self.messages: list[str] = []
        self.encoding = ""
        self._folder = folder

    def __enter__(self) -> Self:
        self._reader.start()
        answer = self.ask("initialize", processId=None, rootUri=None, capabilities=self._able)
        self.encoding = answer["capabilities"]["positionEncoding"]
        self.tell("initialized")
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self.ask("shutdown")
            self.tell("exit")
        assert self._process.wait(PATIENCE) == 0
        self._reader.join()
        assert self._process.stderr is not None
        assert b"Traceback" not in self._process.stderr.read()
        for pipe in (self._process.stdin, self._process.stdout, self._process.stderr):
            if pipe is not None:
                pipe.close()

    def uri(self, name: str) -> str:
        """The address of a file of the folder."""
        return str(from_fs_path(str(self._folder / name)))

    def open(self, name: str, text: str | None = None) -> None:
        """Open a file, with another text than it has on disk."""
        text = (self._folder / name).read_bytes().decode() if text is None else text
        self._version += 1
        document = {"uri": self.uri(name), "languageId": "yaml", "version": self._version, "text": text}
        self.tell("textDocument/didOpen", textDocument=document)

    def write(self, name: str, text: str) -> None:
        """Type another text."""
        self._version += 1
        document = {"uri": self.uri(name), "version": self._version}
        self.tell("textDocument/didChange", textDocument=document, contentChanges=[{"text": text}])

    def close(self, name: str) -> None:
        """Close a file."""
        self.tell("textDocument/didClose", textDocument={"uri": self.uri(name)})

    def save(self, name: str) -> None:
        """Say that a file was saved."""
        self.tell("textDocument/didSave", textDocument={"uri": self.uri(name)})

    def at(self, name: str, line: int, character: int) -> dict[str, Any]:
        """A place of a file, as requests name it."""
        return {"textDocument": {"uri": self.uri(name)}, "position": {"line": line, "character": character}}

    def rules(self, name: str) -> list[str]:
        """The rules whose findings are shown of a file."""
        return [one.get("code", one["message"]) for one in self.diagnostics.get(name, [])]

    def wait(self, condition: Callable[[], bool]) -> None:
        """Listen until something is so."""
        while not condition():
            self._take()

    def ask(self, method: str, **parameters: Any) -> Any:
        """Send a request and wait for its answer."""
        self._asked += 1
        number = self._asked
        self._send({"id": number, "method": method, "params": parameters or None})
        while True:
            message = self._take()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message["error"]
                return message["result"]

    def tell(self, method: str, **parameters: Any) -> None:
        """Send what wants no answer."""
        self._send({"method": method, "params": parameters})

    def _take(self) -> dict[str, Any]:
        message = self._received.get(timeout=PATIENCE)
        assert message is not None, "the server ended"
        if message.get("method") == "textDocument/publishDiagnostics":
            name = next(
                (one.name for one in self._folder.iterdir() if self.uri(one.name) == message["params"]["uri"]), ""
            )
            self.diagnostics[name] = message["params"]["diagnostics"]
        elif message.get("method") == "window/showMessage":
            self.messages.append(message["params"]["message"])
        elif "method" in message and "id" in message:
            self._send({"id": message["id"], "result": None})
        return message

    def _send(self, message: dict[str, Any]) -> None:
        assert self._process.stdin is not None
        body = json.dumps({"jsonrpc": "2.0", **message}).encode("utf-8")
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _read(self) -> None:
        output = self._process.stdout
        assert output is not None
        while line := output.readline():
            length = 0
            while line.strip():
                name, _, value = line.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
                line = output.readline()
            self._received.put(json.loads(output.read(length)))
        self._received.put(None)
