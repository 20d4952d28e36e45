"""What the tests of reading share: an agreement in memory, and short forms of places and faults."""

from soa.source import Source, load
from soa.source.places import Path, Place


def read(*texts: str | bytes, **named: str | bytes | OSError) -> Source:
    """Read ``texts`` joined as soa.yaml; part files are named with `_` for `/` and without `.yaml`."""
    root: str | bytes = "".join(text for text in texts if isinstance(text, str)) if texts[0:1] != () else ""
    if texts and isinstance(texts[0], bytes):
        root = texts[0]
    files: dict[str, str | bytes | OSError] = {"soa.yaml": root}
    files.update({name.replace("_", "/") + ".yaml": text for name, text in named.items()})

    def content(name: str) -> str | bytes:
        if name not in files:
            raise FileNotFoundError(name)
        found = files[name]
        if isinstance(found, OSError):
            raise found
        return found

    return load("soa.yaml", content)


def under(source: Source, place: Place) -> str:
    """Return the text at a place."""
    text = source.texts[place.file].text
    return text[place.span.start.offset : place.span.end.offset]


def rules(source: Source) -> list[str]:
    """Return the names of the faults, in their order."""
    return [fault.rule for fault in source.faults]


def at(source: Source, path: Path) -> object:
    """Return the data at a path."""
    value: object = source.data
    for step in path:
        assert isinstance(value, dict | list)
        value = value[step]  # type: ignore[index]  # a path's steps fit what they step into
    return value


def mended(source: Source, number: int = 0) -> str:
    """Return soa.yaml with the edits of one fault made."""
    text = source.texts["soa.yaml"].text
    for edit in sorted(source.faults[number].edits, key=lambda one: one.place.span.start.offset, reverse=True):
        span = edit.place.span
        text = text[: span.start.offset] + edit.text + text[span.end.offset :]
    return text
