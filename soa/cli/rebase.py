"""`soa lint --update-baseline`: makes a baseline, or takes out of one what has been mended."""

from __future__ import annotations

import argparse
import os
import sys

from soa.cli.configured import name_from
from soa.cli.ends import BAD_OPTIONS, Refused
from soa.cli.folder import agreements
from soa.cli.lint import check_one, jobs, put
from soa.findings import Finding


def run(options: argparse.Namespace) -> int:
    """Write the baseline and say what was done. Raises Refused where it is not plain which file is meant."""
    found, missing = agreements(options.paths)
    for message in missing:
        print(f"soa: {message}", file=sys.stderr)
    done = [
        check_one(job._replace(cached=False, baseline=_there(job.baseline), most=sys.maxsize))
        for job in jobs(found, options, options.as_of or "")
    ]
    for message in [said for one in done for said in (one.problem, *one.warnings) if said]:
        print(f"soa: {message}", file=sys.stderr)
    if missing or any(one.warnings or not one.report for one in done):
        return BAD_OPTIONS  # a baseline made of half of the findings would be a wrong one
    files = {os.path.abspath(options.baseline)} if options.baseline else {one.baseline for one in done if one.baseline}
    if not files:
        raise Refused(
            "--update-baseline wants to know the file: name it with --baseline FILE, or as baseline in [lint] of the configuration"
        )
    if len(files) > 1:
        raise Refused(f"these agreements have several baselines ({', '.join(sorted(files))}): update one at a time")
    file = files.pop()
    folder = os.path.dirname(file)
    everything: dict[str, tuple[Finding, ...]] = {}
    for one in done:
        if one.report is not None:
            name = name_from(folder, os.path.join(one.report.root, one.report.name))
            excused = tuple(finding for finding in one.report.silenced if finding.silenced == "baseline")
            everything[name] = one.report.findings + excused
    text, said = _updated(file, folder, everything)
    put(text, file)
    print(f"{os.path.relpath(file)} is {said}")
    return 0


def _updated(file: str, folder: str, everything: dict[str, tuple[Finding, ...]]) -> tuple[str, str]:
    """The baseline's new text, and what is different about it."""
    from soa.engine.baseline import BaselineError, ratchet, write

    name = os.path.relpath(file)
    if not os.path.exists(file):
        number = sum(map(len, everything.values()))
        counted = f"{number:,} findings that no longer count" if number != 1 else "1 finding that no longer counts"
        return write(everything), f"written: {counted}."
    try:
        with open(file, encoding="utf-8-sig") as old:
            text, dropped = ratchet(
                old.read(), everything, lambda agreement: not os.path.exists(os.path.join(folder, agreement))
            )
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(f"{name} cannot be read: {error}") from None
    except BaselineError as error:
        raise Refused(f"{name} {error}") from None
    return text, f"renewed: {dropped:,} mended finding{'s' * (dropped != 1)} taken out, none added."


def _there(baseline: str | None) -> str | None:
    """The baseline to check against: none where the file is still to be made."""
    return baseline if baseline and os.path.exists(baseline) else None
