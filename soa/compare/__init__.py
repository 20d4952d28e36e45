"""Two agreements side by side: what changed, in words, and what became of the findings and of the points of review."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from soa.compare.comparison import Comparison, compare

__all__ = ["Comparison", "compare"]


def __getattr__(name: str) -> Any:
    """Import the comparison only when it is wanted: it needs the model, the rules and the words of documents."""
    if name in __all__:
        from soa.compare import comparison

        return getattr(comparison, name)
    raise AttributeError(name)
