"""A small client of the YAML language server: what an editor asks while an officer writes."""

from __future__ import annotations

import json
import queue
import subprocess
import threading
from pathlib import Path
from types import TracebackType
from typing import Any, Self

PATIENCE = 60.0
"""Seconds after which a server that says nothing is given up."""

SETTINGS: dict[str, Any] = {
    "yaml": {
        "validate": True,
        "hover": True,
        "completion": True,
        "schemaStore": {"enable": False},
        "kubernetesCRDStore": {"enable": False},
    },
    "http": {},
    "[yaml]": {"editor.tabSize": 2, "editor.formatOnType": False},
}


class LanguageServer:
    """The server as a running program, spoken to over its standard input and output."""

    def __init__(self, node: str, modules: Path) -> None:
        program = modules / "yaml-language-server" / "bin" / "yaml-language-server"
        self._process = subprocess.Popen(
            [node, str(program), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._received: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._diagnostics: dict[str, list[Any]] = {}
        self._asked = 0
        self._reader = threading.Thread(target=self._read, daemon=True)

    def __enter__(self) -> Self:
        self._reader.start()
        dynamic = {"dynamicRegistration": False}
        text = {
            "hover": {**dynamic, "contentFormat": ["plaintext"]},
            "completion": {**dynamic, "completionItem": {"snippetSupport": True}},
            "publishDiagnostics": {},
        }
        able = {"textDocument": text, "workspace": {"configuration": True}}
        self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": able, "workspaceFolders": None})
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": SETTINGS})
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.wait()
        self._reader.join()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()

    def open(self, file: Path) -> list[Any]:
        """Open a file as an editor does; the diagnostics it gets."""
        document = {"uri": file.as_uri(), "languageId": "yaml", "version": 1, "text": file.read_text("utf-8")}
        self._tell("textDocument/didOpen", {"textDocument": document})
        while file.as_uri() not in self._diagnostics:
            self._take()
        return self._diagnostics[file.as_uri()]

    def completions(self, file: Path, line: int, character: int) -> dict[str, str]:
        """What the editor offers at a place (from 0), each with its description."""
        answer = self.ask("textDocument/completion", _place(file, line, character))
        items = answer["items"] if isinstance(answer, dict) else answer or []
        return {item["label"]: _words(item.get("documentation", "")) for item in items}

    def hover(self, file: Path, line: int, character: int) -> str:
        """What the editor shows when the pointer rests on a place (from 0)."""
        answer = self.ask("textDocument/hover", _place(file, line, character))
        return _words(answer["contents"]) if answer else ""

    def ask(self, method: str, parameters: dict[str, Any]) -> Any:
        """Send a request and wait for its answer."""
        self._asked += 1
        number = self._asked
        self._send({"id": number, "method": method, "params": parameters})
        while True:
            message = self._take()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message["error"]
                return message["result"]

    def _take(self) -> dict[str, Any]:
        """The next message; requests of the server's own are answered."""
        message = self._received.get(timeout=PATIENCE)
        assert message is not None, "the language server ended"
        if message.get("method") == "textDocument/publishDiagnostics":
            self._diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "method" in message and "id" in message:
            wanted = message["params"].get("items", []) if message["method"] == "workspace/configuration" else None
            found = None if wanted is None else [SETTINGS.get(item.get("section", ""), {}) for item in wanted]
            self._send({"id": message["id"], "result": found})
        return message

    def _tell(self, method: str, parameters: dict[str, Any]) -> None:
        self._send({"method": method, "params": parameters})

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


def _place(file: Path, line: int, character: int) -> dict[str, Any]:
    return {"textDocument": {"uri": file.as_uri()}, "position": {"line": line, "character": character}}


def _words(contents: Any) -> str:
    return str(contents["value"]) if isinstance(contents, dict) else str(contents)
