"""Text to plain data and places: reads YAML, says what is wrong with it, and never raises."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from soa.source.loader import load
    from soa.source.tree import Source

__all__ = ["Source", "load"]


def __getattr__(name: str) -> Any:
    """Import the reader only when it is wanted, because places alone are needed where results are cached."""
    if name == "load":
        from soa.source.loader import load

        return load
    if name == "Source":
        from soa.source.tree import Source

        return Source
    raise AttributeError(name)
