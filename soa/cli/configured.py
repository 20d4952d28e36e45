"""The configuration of an agreement on disk: which file holds, and what it and the files that it names say."""

from __future__ import annotations

import os

from soa.cli.ends import Refused
from soa.cli.folder import Where, shown

TYPE_CHECKING = False  # a cached lint does without typing, and asks this module only for the file's path
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from pathlib import Path

    from soa.config.read import ConfigFault, Configuration
    from soa.config.settings import Settings
    from soa.engine.check import Checked
    from soa.rules import AnyRule

_NAMES = ("soa.toml", "pyproject.toml")

_LARGEST, _LARGEST_BASELINE = 1 << 20, 64 << 20
"""Bytes: files of their kind that are longer are something else."""


class Terms:
    """What an agreement is checked with, and the files that say so."""

    __slots__ = ("baseline", "fail_on", "files", "folder", "known", "own", "rules", "settings", "warnings")

    def __init__(self) -> None:
        from soa.config.settings import Settings

        self.settings: Settings = Settings()
        self.rules: Mapping[str, AnyRule] | None = None
        """Ours and the partnership's own; None for ours alone."""
        self.own: tuple[str, ...] = ()
        """The names of the rules that rest on what the partnership has written: in Python, or as a schema."""
        self.folder = ""
        """The configuration's, to which the names of files in it are relative; empty where nothing is configured."""
        self.fail_on = ""
        self.baseline = ""
        """The baseline's file; empty for none."""
        self.known: Mapping[str, int] | None = None
        self.files: dict[str, bytes | None] = {}
        """Every file besides the agreement's own on which findings rest, by absolute path; None for one that is not there."""
        self.warnings: tuple[str, ...] = ()

    def check(
        self,
        read: Callable[[str], bytes],
        name: str,
        as_of: date,
        *,
        raised: Mapping[str, str] | None = None,
        ignores: bool = True,
        most: int | None = None,
    ) -> Checked:
        """Check an agreement on these terms; `raised` are severities that hold where nothing else is configured.

        At most so many findings are listed as `most` says. Raises Refused where a rule of the partnership's own stops.
        """
        from soa import api
        from soa.engine.check import RuleFailed
        from soa.findings import MAX_LISTED

        try:
            return api.check(
                read,
                name,
                as_of=as_of,
                settings=self.settings._replace(rules={**(raised or {}), **self.settings.rules}),
                rules=self.rules,
                ignores=ignores,
                known=self.known,
                most=MAX_LISTED if most is None else most,
            )
        except RuleFailed as failed:
            if failed.rule not in self.own:
                raise
            raise Refused(f"the rule {failed.rule} of your own stopped: {failed.__cause__!r}") from None


def file_of(where: Where, given: str | None) -> str:
    """The configuration that holds for an agreement, as an absolute path: the one given, else the nearest upwards in its repository; empty where there is none."""
    if given:
        return os.path.abspath(given)
    folder = os.path.abspath(where.folder or ".")
    while True:
        for name in _NAMES:
            path = os.path.join(folder, name)
            if os.path.isfile(path) and (name == _NAMES[0] or _configures(path)):
                return path
        parent = os.path.dirname(folder)
        if parent == folder or os.path.exists(os.path.join(folder, ".git")):
            return ""
        folder = parent


def _configures(path: str) -> bool:
    """Whether a pyproject.toml says anything of soa; one that cannot be read says nothing."""
    try:
        with open(path, "rb") as file:
            content = file.read()
    except OSError:
        return False
    if b"soa" not in content:
        return False
    from soa.config.read import has_table

    return has_table(content.decode("utf-8", "replace"))


def asked(configuration: str, baseline: str = "", *, named: bool = False, ignores: bool = True) -> str:
    """All that an answer depends on besides files and the day, on one line; `named` says that the configuration was given."""
    trusted = not configuration or named or _in_own_repository(os.path.dirname(configuration))
    lifted = "" if ignores else "no ignores"
    return "\t".join((configuration, os.path.abspath(baseline) if baseline else "", str(trusted), lifted))


def terms(where: Where, given: str | None, baseline: str | None) -> Terms:
    """What an agreement is checked with. Raises Refused where the configuration, or a file that it names, is wrong."""
    found = Terms()
    path = file_of(where, given)
    if path:
        _configure(found, path, named=bool(given))
    if baseline:
        found.baseline = os.path.abspath(baseline)
    if found.baseline:
        _add_baseline(found, where, must_be_there=bool(baseline))
    return found


def _configure(found: Terms, path: str, *, named: bool) -> None:
    """Take over what a configuration says."""
    from itertools import islice
    from pathlib import Path

    from soa.config.read import MOST_FAULTS, PYPROJECT, has_table, read
    from soa.engine.configured import current_names, faults_of_names
    from soa.engine.own_rules import OwnRuleError, load
    from soa.rules import all_rules

    text = _text(found, path)
    pyproject = os.path.basename(path) == PYPROJECT
    if pyproject and not has_table(text):
        raise Refused(f"{_near(path)} has no table [tool.soa]")
    configuration, faults = read(text, pyproject=pyproject)
    folder = Path(path).parent
    found.folder = str(folder)
    rules = all_rules()
    if configuration.own_rules:
        files = [folder / name for name in configuration.own_rules]
        if named or _in_own_repository(str(folder)):
            try:
                own = load(files)
            except OwnRuleError as error:
                raise Refused(str(error)) from None
            rules, found.own = {**rules, **own}, tuple(own)
            for file in files:
                _read(found, str(file))
        else:
            found.warnings = (_not_loaded(path, configuration),)
            skipped = {file.stem.replace("_", "-") for file in files}
            configuration = configuration._replace(settings=_without(configuration.settings, skipped))
    faults += tuple(islice(faults_of_names(configuration, rules, text, "tool.soa." if pyproject else ""), MOST_FAULTS))
    if faults:
        raise Refused("\nsoa: ".join(_said(path, fault) for fault in sorted(faults, key=lambda one: one.line)))
    found.rules = rules if found.own else None
    found.settings = current_names(configuration.settings, rules)
    found.fail_on = configuration.fail_on
    found.baseline = str(folder / configuration.baseline) if configuration.baseline else ""
    if configuration.own_keys:
        found.settings = found.settings._replace(own_keys=_own_keys(found, folder / configuration.own_keys))
        found.own += ("own-key-wrong",)


def _said(path: str, fault: ConfigFault) -> str:
    return f"{_near(path)}{f':{fault.line}' if fault.line else ''}: {fault.message}"


def _near(path: str) -> str:
    """A path as it is written from here, if it lies below."""
    try:
        near = os.path.relpath(path)
    except ValueError:
        return path
    return path if near.startswith("..") else near


def _read(found: Terms, path: str) -> bytes:
    if os.path.exists(path) and not os.path.isfile(path):  # a pipe or a device might never end
        raise Refused(f"{_near(path)} cannot be read: it is not a file")
    try:
        with open(path, "rb") as file:
            content = file.read()
    except OSError as error:
        raise Refused(f"{_near(path)} cannot be read: {(error.strerror or str(error)).lower()}") from None
    found.files[os.path.abspath(path)] = content
    return content


def _text(found: Terms, path: str, most: int = _LARGEST) -> str:
    """The text of a file that a person may have written. Raises Refused where it is not UTF-8, or too long to be meant."""
    content = _read(found, path)
    if len(content) > most:
        raise Refused(f"{_near(path)} is larger than {most >> 20} MiB, which no file of its kind should be")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Refused(f"{_near(path)}:{line}: this is not UTF-8; save the file with the encoding UTF-8") from None


def name_from(folder: str, path: str) -> str:
    """The name by which a file is known from a folder, with forward slashes; its whole path where that is another drive."""
    try:
        return os.path.relpath(path, folder).replace(os.sep, "/")
    except ValueError:
        return os.path.abspath(path).replace(os.sep, "/")


def _in_own_repository(folder: str) -> bool:
    """Whether a folder lies in the repository of the current folder (or below the current folder, where that is in none)."""
    here = os.path.realpath(".")
    top = here
    while not os.path.exists(os.path.join(top, ".git")):
        parent = os.path.dirname(top)
        if parent == top:
            top = here
            break
        top = parent
    try:
        return os.path.commonpath([top, os.path.realpath(folder)]) == top
    except ValueError:
        return False


def _not_loaded(path: str, configuration: Configuration) -> str:
    names = ", ".join(configuration.own_rules)
    return f"{path} names rules of its own ({names}). They are Python, and outside your repository they are not run; --config {shown(os.path.dirname(path))}{os.path.basename(path)} runs them."


def _without(settings: Settings, names: set[str]) -> Settings:
    """Settings that say nothing of some rules."""
    return settings._replace(
        rules={name: word for name, word in settings.rules.items() if name.partition("/")[0] not in names},
        options={name: options for name, options in settings.options.items() if name not in names},
    )


def _own_keys(found: Terms, path: Path) -> Mapping[str, object]:
    """The partnership's schema for its own keys, which must be one."""
    import json

    from jsonschema import Draft202012Validator, SchemaError

    from soa.engine.own_keys import unresolved

    try:
        schema = json.loads(_text(found, str(path)))
        Draft202012Validator.check_schema(schema)
    except (ValueError, RecursionError) as error:
        raise Refused(f"{_near(str(path))} is not JSON: {error}") from None
    except SchemaError as error:
        raise Refused(f"{_near(str(path))} is not a JSON Schema: {error.message}") from None
    if not isinstance(schema, dict):
        raise Refused(f"{_near(str(path))} must be a JSON object")
    if reference := unresolved(schema):
        raise Refused(f"{_near(str(path))} refers to {reference}, which is not in it")
    return schema


def _add_baseline(found: Terms, where: Where, *, must_be_there: bool) -> None:
    from soa.engine.baseline import BaselineError, counts

    folder = os.path.dirname(found.baseline)

    def gone(agreement: str) -> bool:
        path = os.path.abspath(os.path.join(folder, agreement))
        if os.path.exists(path):
            return False
        found.files[path] = None
        return True

    if not os.path.exists(found.baseline) and not must_be_there:
        found.files[found.baseline] = None
        return
    try:
        name = name_from(folder, os.path.join(where.folder, where.name))
        found.known = counts(
            _text(found, found.baseline, _LARGEST_BASELINE), "" if where.name.startswith("<") else name, gone
        )
    except BaselineError as error:
        raise Refused(f"{_near(found.baseline)} {error}") from None
