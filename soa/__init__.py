"""Write, check and publish Single Outcome Agreements: what will improve, how, by whom and when.

The front of the library is `load`, `lint`, `publish` and `dump`, the model's root `Agreement`, what they return and raise
(`Finding`, `NotSound`), `Settings`, and the rules in `soa.rules`.
"""

TYPE_CHECKING = False  # the command line asks for the version alone, and a hook starts it at every commit
if TYPE_CHECKING:
    from soa.config.settings import Settings
    from soa.findings import Finding
    from soa.front import NotSound, lint, load, publish
    from soa.model.agreement import Agreement
    from soa.model.dump import dump

__all__ = ["Agreement", "Finding", "NotSound", "Settings", "__version__", "dump", "lint", "load", "publish"]

__version__ = "0.1.0"

_FROM = {
    "Agreement": "soa.model.agreement",
    "Finding": "soa.findings",
    "NotSound": "soa.front",
    "Settings": "soa.config.settings",
    "dump": "soa.model.dump",
    "lint": "soa.front",
    "load": "soa.front",
    "publish": "soa.front",
}


def __getattr__(name: str) -> object:
    """Import what is asked for when it is asked for."""
    if name not in _FROM:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_FROM[name]), name)
