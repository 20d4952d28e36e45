"""The front of the library: an agreement as text or as a value in, findings and documents out.

Nothing here touches a disk. Where an agreement is wanted, it is given as the text of its file, as the texts of its files
by name (POSIX, relative to its folder, the agreement file being `soa.yaml`), as a function that returns the text of a
name, or as an `Agreement` built in code.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from soa import api
from soa.config.settings import Settings
from soa.document.edition import Edition
from soa.findings import Finding
from soa.model.agreement import Agreement
from soa.model.dump import dump

if TYPE_CHECKING:
    from soa.document.blocks import Picture
    from soa.document.house import House
    from soa.engine.check import Checked
    from soa.rules import AnyRule

Written = str | bytes | Mapping[str, str | bytes] | Callable[[str], str | bytes]
"""An agreement as text: one file, its files by name, or what reads a file by name."""

_FILE = "soa.yaml"


class NotSound(ValueError):
    """A text is no agreement, or one with answers missing; `findings` are the errors of form that say where."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        self.findings = findings
        first = findings[0]
        start = first.place.span.start
        more = f" (and {len(findings) - 1} more)" if len(findings) > 1 else ""
        super().__init__(f"{first.place.file}:{start.line}:{start.column}: {first.message}{more}")


def load(agreement: Written) -> Agreement:
    """Read an agreement into the model.

    Raises NotSound where the format is not kept to: every answer that the model holds is one that was read. To look at
    what can be read of a weak draft, use `lint`.
    """
    checked = _checked(agreement, date.min, rules={})
    if checked.agreement is None or checked.findings:
        raise NotSound(checked.findings)
    return checked.agreement


def lint(
    agreement: Written | Agreement,
    *,
    as_of: date | None = None,
    settings: Settings | None = None,
    rules: Mapping[str, AnyRule] | None = None,
) -> tuple[Finding, ...]:
    """What is missing or weak in an agreement: findings in reading order, at most 1,000.

    `as_of` is the day that counts as today (by default today in Scotland), for the few rules that look at it. `rules` are
    those to ask, by name (by default `soa.rules.all_rules()`); `settings` what a `soa.toml` would say. For an agreement
    built in code, places are those in the text that `dump` makes of it. Never raises for what an agreement says.
    """
    return _checked(agreement, as_of, settings=settings, rules=rules).findings


def publish(
    agreement: Written | Agreement,
    suffix: str = "html",
    *,
    draft: bool = False,
    as_of: date | None = None,
    house: House | None = None,
    pictures: Mapping[str, Picture] | None = None,
) -> bytes:
    """An agreement as a document: the bytes of a file whose name ends in a suffix, one of `soa.writers.WRITERS`.

    `draft` marks every page and shows each gap in its place. `house` is the partnership's style, by default soa's own;
    `pictures` are the partners' logos by the name that the agreement gives each, as `soa.document.pictures.picture`
    makes them of a file's bytes. Raises NotSound where there are errors and it is no draft,
    or where nothing can be read; ImportError where the extra `publish` is not installed.
    """
    checked = _checked(agreement, as_of)
    number, errors = api.errors(checked)
    if checked.agreement is None or (number and not draft):
        raise NotSound(errors)
    return api.publish(checked, suffix, Edition(draft=draft), house=house, as_of=as_of, pictures=pictures)


def _checked(
    agreement: Written | Agreement,
    as_of: date | None,
    *,
    settings: Settings | None = None,
    rules: Mapping[str, AnyRule] | None = None,
) -> Checked:
    text = dump(agreement) if isinstance(agreement, Agreement) else agreement
    texts = {_FILE: text} if isinstance(text, (str, bytes)) else text
    return api.check(texts, _FILE, as_of=as_of, settings=settings, rules=rules)
