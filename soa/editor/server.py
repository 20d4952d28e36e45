"""The language server: what an editor asks, answered out of the desk. All it knows of agreements is said elsewhere."""

from __future__ import annotations

import asyncio
import logging
import os
import traceback
from collections.abc import Callable, Iterable
from typing import Any, BinaryIO, TypeVar

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

from soa import __version__
from soa.editor.actions import Action, actions
from soa.editor.completion import completions
from soa.editor.desk import Desk, Disk, Document, Examined, Home, by_file
from soa.editor.hover import hover
from soa.editor.outline import Heading, outline
from soa.editor.positions import Lines
from soa.engine.check import Checked
from soa.findings import Finding
from soa.formats.words import sentence, visible
from soa.source.places import Place, Position, Span

P = TypeVar("P")

PAUSE = 0.2
"""Seconds without a key pressed after which an agreement is checked."""

_SOURCE = "soa"
_SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "advice": types.DiagnosticSeverity.Information,
}
_SYMBOLS = {
    "priority": types.SymbolKind.Namespace,
    "outcome": types.SymbolKind.Object,
    "answer": types.SymbolKind.Field,
    "prevention": types.SymbolKind.Namespace,
    "point": types.SymbolKind.Event,
}
_WATCHED = ("**/*.yaml", "**/*.yml", "**/soa.toml", "**/pyproject.toml")


def serve(disk: Disk, read_from: BinaryIO, write_to: BinaryIO) -> None:
    """Serve one editor until it ends, or closes the stream."""
    logging.getLogger("pygls").setLevel(logging.DEBUG if os.environ.get("SOA_DEBUG") else logging.CRITICAL + 1)
    Server(disk).connection.start_io(read_from, write_to)


class _Connection(LanguageServer):
    """The protocol; a message that cannot be understood is passed over."""

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Say nothing: what goes wrong in an answer is said by it."""


class Server:
    """One editor's server."""

    def __init__(self, disk: Disk) -> None:
        self.desk = Desk(disk)
        self.connection = _Connection("soa", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self._shown: dict[Home, dict[str, types.PublishDiagnosticsParams]] = {}
        self._told: dict[Home | None, str] = {}
        self._timers: dict[Home, asyncio.TimerHandle] = {}
        self._answer(types.INITIALIZED, self._begin)
        self._answer(types.TEXT_DOCUMENT_DID_OPEN, self._opened)
        self._answer(types.TEXT_DOCUMENT_DID_CHANGE, self._changed)
        self._answer(types.TEXT_DOCUMENT_DID_SAVE, self._saved)
        self._answer(types.TEXT_DOCUMENT_DID_CLOSE, self._closed)
        self._answer(types.WORKSPACE_DID_CHANGE_WATCHED_FILES, self._saved)
        self._answer(types.TEXT_DOCUMENT_HOVER, self._hover)
        self._answer(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, self._outline)
        self._answer(
            types.TEXT_DOCUMENT_CODE_ACTION,
            self._actions,
            types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix]),
        )
        self._answer(
            types.TEXT_DOCUMENT_COMPLETION,
            self._completion,
            types.CompletionOptions(trigger_characters=[" ", "[", ",", ".", "/"]),
        )

    # -- the protocol ------------------------------------------------------------------------------------------------

    def _answer(self, method: str, handler: Callable[[P], object], options: Any = None) -> None:
        """Let a handler answer a method of the protocol; a fault of ours is said in a sentence, and ends nothing."""

        def answer(params: P) -> object:
            try:
                return handler(params)
            except Exception as fault:  # noqa: BLE001 - an editor goes on whatever happens here
                self._at_fault(fault)
                return None

        self.connection.feature(method, options)(answer)

    def _at_fault(self, fault: Exception) -> None:
        if isinstance(fault, BrokenPipeError):  # the editor has gone, and with it everybody who could be told
            return
        if os.environ.get("SOA_DEBUG"):
            traceback.print_exception(fault)
        said = f"a fault in soa itself ({type(fault).__name__}: {fault}). Nothing of yours was changed, and soa goes on. Please report it; SOA_DEBUG=1 shows more."
        self._tell(None, said, types.MessageType.Error)

    def _tell(self, home: Home | None, text: str, kind: types.MessageType) -> None:
        """Show a message, unless it is the one that was shown last of this agreement; none takes the last back."""
        if text and self._told.get(home) != text:
            self.connection.window_show_message(types.ShowMessageParams(kind, f"soa: {text}"))
        self._told[home] = text

    def _begin(self, _: types.InitializedParams) -> None:
        """Ask to be told of changes on disk, where the editor can."""
        workspace = self.connection.client_capabilities.workspace
        watched = workspace.did_change_watched_files if workspace else None
        if watched is None or not watched.dynamic_registration:
            return
        watchers = [types.FileSystemWatcher(pattern) for pattern in _WATCHED]
        options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
        wanted = types.Registration("watched", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
        self.connection.client_register_capability(types.RegistrationParams([wanted]))

    # -- documents ---------------------------------------------------------------------------------------------------

    def _opened(self, params: types.DidOpenTextDocumentParams) -> None:
        self._put(params.text_document.uri, params.text_document.version, anew=True)

    def _changed(self, params: types.DidChangeTextDocumentParams) -> None:
        self._put(params.text_document.uri, params.text_document.version, anew=False)

    def _put(self, uri: str, version: int | None, *, anew: bool) -> None:
        path = to_fs_path(uri)
        if path is None:
            return
        self.desk.encoding = types.PositionEncodingKind(self.connection.workspace.position_encoding).value
        text = self.connection.workspace.get_text_document(uri).source
        self._check_soon(self.desk.put(uri, path, text, version, anew=anew), 0 if anew else PAUSE)

    def _saved(self, _: object) -> None:
        self._check_soon(self.desk.renew(), 0)

    def _closed(self, params: types.DidCloseTextDocumentParams) -> None:
        self._check_soon(self.desk.take(params.text_document.uri), 0)

    def _check_soon(self, homes: Iterable[Home], pause: float) -> None:
        for home in homes:
            if home in self._timers:
                self._timers.pop(home).cancel()
            self._timers[home] = asyncio.get_running_loop().call_later(pause, self._check_now, home)

    def _check_now(self, home: Home) -> None:
        try:
            self._check(home)
        except Exception as fault:  # noqa: BLE001 - an editor goes on whatever happens here
            self._at_fault(fault)

    def _check(self, home: Home) -> None:
        """Check an agreement and show what is found; nothing of one that is closed."""
        if home in self._timers:
            self._timers.pop(home).cancel()
        if home not in self.desk.homes():
            self._show(home, {})
            self.desk.forget(home)
            self._told.pop(home, None)
            return
        examined = self.desk.examined(home)
        self._show(home, self._diagnostics(home, examined))
        self._tell(home, examined.problem, types.MessageType.Error)
        if not examined.problem:
            self._tell(home, " ".join(examined.warnings), types.MessageType.Warning)

    def _settled(self, uri: str) -> tuple[Document, Home, Checked, Examined, Lines] | None:
        """An open document and its agreement, checked as it is now; None for one that is no part of an agreement."""
        document = self.desk.document(uri)
        if document is None or document.home is None:
            return None
        if self.desk.is_due(document.home):
            self._check(document.home)
        examined = self.desk.examined(document.home)
        if examined.checked is None or document.name not in examined.checked.source.texts:
            return None
        lines = self.desk.lines(document.home, document.name, document.text)
        return document, document.home, examined.checked, examined, lines

    # -- diagnostics -------------------------------------------------------------------------------------------------

    def _show(self, home: Home, found: dict[str, types.PublishDiagnosticsParams]) -> None:
        """Publish what is new, and clear what there is no more."""
        before = self._shown.pop(home, {})
        for uri in before:
            if uri not in found:
                self.connection.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))
        for uri, params in found.items():
            if before.get(uri) != params:
                self.connection.text_document_publish_diagnostics(params)
        if found:
            self._shown[home] = found

    def _diagnostics(self, home: Home, examined: Examined) -> dict[str, types.PublishDiagnosticsParams]:
        """What to show of each file of an agreement, by its address."""
        if examined.problem:
            return dict([self._publishing(home, home.name, [_problem(examined.problem)])])
        if examined.checked is None:
            return {}
        ranges = _Ranges(self.desk, home, examined.checked)
        return dict(
            self._publishing(home, name, [self._diagnostic(home, finding, ranges) for finding in findings])
            for name, findings in by_file(examined).items()
        )

    def _publishing(
        self, home: Home, name: str, diagnostics: list[types.Diagnostic]
    ) -> tuple[str, types.PublishDiagnosticsParams]:
        document = self.desk.open_as(home, name)
        uri = self._uri(home, name)
        return uri, types.PublishDiagnosticsParams(uri, diagnostics, document.version if document else None)

    def _diagnostic(self, home: Home, finding: Finding, ranges: _Ranges) -> types.Diagnostic:
        related = [
            types.DiagnosticRelatedInformation(
                types.Location(self._uri(home, one.place.file), ranges.of(one.place)), visible(one.message)
            )
            for one in finding.related
        ]
        return types.Diagnostic(
            ranges.of(finding.place),
            "\n".join(filter(None, (sentence(finding.message), visible(finding.help)))),
            severity=_SEVERITIES[finding.severity],
            code=finding.rule,
            source=_SOURCE,
            related_information=related or None,
        )

    def _uri(self, home: Home, name: str) -> str:
        """The address of one of an agreement's files, as the editor spells it where it is open."""
        document = self.desk.open_as(home, name)
        return document.uri if document else str(from_fs_path(self.desk.path(home, name)))

    # -- answers -----------------------------------------------------------------------------------------------------

    def _hover(self, params: types.HoverParams) -> types.Hover | None:
        if (settled := self._settled(params.text_document.uri)) is None:
            return None
        document, _, checked, examined, lines = settled
        capabilities = self.connection.client_capabilities.text_document
        formats = capabilities.hover.content_format if capabilities and capabilities.hover else None
        markdown = not formats or types.MarkupKind.Markdown in formats
        line, offset = params.position.line, lines.offset(params.position.line, params.position.character)
        text = hover(checked, examined.rules, document.name, offset, line + 1, markdown=markdown)
        kind = types.MarkupKind.Markdown if markdown else types.MarkupKind.PlainText
        return types.Hover(types.MarkupContent(kind, text)) if text else None

    def _actions(self, params: types.CodeActionParams) -> list[types.CodeAction] | None:
        only = params.context.only
        kind = types.CodeActionKind.QuickFix.value
        if only is not None and not any(str(getattr(one, "value", one)) in {"", kind} for one in only):
            return None
        if (settled := self._settled(params.text_document.uri)) is None:
            return None
        document, home, checked, examined, lines = settled
        start, end = (
            lines.offset(position.line, position.character) for position in (params.range.start, params.range.end)
        )
        ranges = _Ranges(self.desk, home, checked)
        return [
            types.CodeAction(
                action.title,
                kind=types.CodeActionKind.QuickFix,
                diagnostics=[self._diagnostic(home, action.finding, ranges)],
                is_preferred=action.preferred,
                edit=self._edit(home, action, ranges),
            )
            for action in actions(checked, examined.rules, document.name, start, end)
        ]

    def _edit(self, home: Home, action: Action, ranges: _Ranges) -> types.WorkspaceEdit:
        """The edits of an action, for the version of each document that they were made for where the editor minds."""
        changes: dict[str, list[types.TextEdit]] = {}
        versions: dict[str, int | None] = {}
        for edit in action.edits:
            name = edit.place.file
            document, uri = self.desk.open_as(home, name), self._uri(home, name)
            text = edit.text.replace("\n", ranges.lines(name).line_end)
            changes.setdefault(uri, []).append(types.TextEdit(ranges.of(edit.place), text))
            versions[uri] = document.version if document else None
        workspace = self.connection.client_capabilities.workspace
        able = workspace.workspace_edit if workspace else None
        if able is None or not able.document_changes:
            return types.WorkspaceEdit(changes=changes)
        return types.WorkspaceEdit(
            document_changes=[
                types.TextDocumentEdit(types.OptionalVersionedTextDocumentIdentifier(uri, versions[uri]), [*edits])
                for uri, edits in changes.items()
            ]
        )

    def _completion(self, params: types.CompletionParams) -> types.CompletionList | None:
        document = self.desk.document(params.text_document.uri)
        if document is None or document.home is None:
            return None
        home = document.home
        lines = self.desk.lines(home, document.name, document.text)
        offset = lines.offset(params.position.line, params.position.character)
        offers = completions(
            home.name,
            document.name,
            document.text,
            offset,
            self.desk.reader(home),
            self.desk.rules(home),
            self.desk.sound(home),
        )
        range_ = _range(lines, lines.span(offers.start, offers.end))
        space = " " if document.text[offers.start - 1 : offers.start] == ":" else ""
        return types.CompletionList(
            is_incomplete=False,
            items=[
                types.CompletionItem(
                    offer.text,
                    kind=types.CompletionItemKind.Value,
                    detail=offer.said or None,
                    sort_text=f"{number:05}",
                    filter_text=offer.text,
                    text_edit=types.TextEdit(range_, f"{space}{offer.text}"),
                )
                for number, offer in enumerate(offers.all)
            ],
        )

    def _outline(
        self, params: types.DocumentSymbolParams
    ) -> list[types.DocumentSymbol] | list[types.SymbolInformation] | None:
        if (settled := self._settled(params.text_document.uri)) is None:
            return None
        document, _, checked, _, lines = settled
        headings = outline(checked.source, document.name)
        capabilities = self.connection.client_capabilities.text_document
        able = capabilities.document_symbol if capabilities else None
        if able and able.hierarchical_document_symbol_support:
            return [_symbol(heading, lines) for heading in headings]
        return list(_flat(headings, lines, document.uri))


class _Ranges:
    """Places of one agreement as ranges of the editor."""

    def __init__(self, desk: Desk, home: Home, checked: Checked) -> None:
        self._desk, self._home, self._checked = desk, home, checked
        self._lines: dict[str, Lines] = {}

    def lines(self, name: str) -> Lines:
        """The lines of a file."""
        if name not in self._lines:
            text = self._checked.source.texts.get(name)
            self._lines[name] = self._desk.lines(self._home, name, text.text if text else "")
        return self._lines[name]

    def of(self, place: Place) -> types.Range:
        """The range of a place."""
        return _range(self.lines(place.file), place.span)


def _range(lines: Lines, span: Span) -> types.Range:
    return types.Range(_position(lines, span.start), _position(lines, span.end))


def _position(lines: Lines, position: Position) -> types.Position:
    return types.Position(*lines.written(position))


def _problem(said: str) -> types.Diagnostic:
    """Why nothing is judged, at the top of the agreement: no finding does not mean that all is well."""
    top = types.Position(0, 0)
    return types.Diagnostic(
        types.Range(top, top), f"Not checked: {visible(said)}", severity=types.DiagnosticSeverity.Error, source=_SOURCE
    )


def _symbol(heading: Heading, lines: Lines) -> types.DocumentSymbol:
    return types.DocumentSymbol(
        heading.name,
        _SYMBOLS[heading.kind],
        _range(lines, heading.whole),
        _range(lines, heading.head),
        children=[_symbol(below, lines) for below in heading.below],
    )


def _flat(
    headings: Iterable[Heading], lines: Lines, uri: str, above: str | None = None
) -> Iterable[types.SymbolInformation]:
    """The outline for an editor that knows no headings below others."""
    for heading in headings:
        location = types.Location(uri, _range(lines, heading.whole))
        yield types.SymbolInformation(location, heading.name, _SYMBOLS[heading.kind], container_name=above)
        yield from _flat(heading.below, lines, uri, heading.name)
