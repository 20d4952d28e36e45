"""Measures `soa` against the tools beside it, in one run, and prints each ratio with the reach set for it.

It is a benchmark and never fails for being slow: its exit code is 0 unless something could not be run.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from shutil import rmtree
from statistics import median
from typing import NamedTuple

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SCHEMA = ROOT / "schemas" / "soa-1.schema.json"
EXAMPLE = ROOT / "examples" / "glenmore"
PROGRAMS = Path(sys.executable).parent
SHORT, LONG, MANY = 2_400, 24_000, 32
FEW_AREAS, AREAS = 20, 200
MOST_PORTFOLIOS = 3
"""A portfolio of so many areas takes as long as everything else for a round."""
MOST_PDFS = 3
"""WeasyPrint takes as long for one PDF as everything else for a round."""
PUBLISH = "publish"
QUIET = "{extends: default, rules: {line-length: disable, document-start: disable}}"  # so that it finds nothing


class Run(NamedTuple):
    """What one run of one command took."""

    seconds: float
    peak: float
    """Largest memory held at once, in MiB; never below what this program itself holds, about 20."""


class Row(NamedTuple):
    """One line of the result."""

    what: str
    measured: float
    unit: str
    reach: float
    at_least: bool = False
    """Whether more is better."""


Results = Mapping[str, Sequence[Run]]


def main() -> int:
    """Measure, print, and say with 2 that something could not be run."""
    options = argparse.ArgumentParser(description=__doc__)
    add = options.add_argument
    add("--rounds", type=int, default=7, help="how often each command is run (default: 7)")
    add("--areas", type=int, default=AREAS, help=f"how many agreements the large portfolio has (default: {AREAS})")
    asked = options.parse_args()
    rounds: int = asked.rounds
    with tempfile.TemporaryDirectory() as folder:
        try:
            commands = _commands(Path(folder))
            environment = _environment(folder)
            results = _measure(commands, environment, rounds)
            pdfs = _pdfs(str(Path(folder) / "short" / "soa.yaml"), environment, min(rounds, MOST_PDFS))
            portfolios = _portfolios(Path(folder), asked.areas, environment, min(rounds, MOST_PORTFOLIOS))
        except BenchError as error:
            print(error, file=sys.stderr)
            return 2
    _print_times(results)
    weasyprint = Row("PDF of 2,400 lines: WeasyPrint / soa", median(pdfs), "", 12.0, at_least=True)
    _print_rows([*_rows(results), weasyprint, *portfolios])
    return 0


class BenchError(Exception):
    """A command is missing, or did not do what the comparison rests on."""


def _commands(folder: Path) -> dict[str, tuple[str, ...]]:
    """Every command to be compared, by a short name, on agreements written into the folder."""
    short, long, least = _write(folder / "short", SHORT), _write(folder / "long", LONG), folder / "least.yaml"
    least.write_text("soa: 1\n", "utf-8")
    publish = (_program("soa"), "publish", short, "--output", str(folder / "published"))
    many = [_write(folder / f"many-{number}", SHORT) for number in range(MANY)]
    if not SCHEMA.exists():
        raise BenchError(f"There is no schema at {SCHEMA}; check-jsonschema needs it.")
    lint = (_program("soa"), "lint", "--no-cache")
    yamllint = (_program("yamllint"), "-d", QUIET)
    return {
        "python": (sys.executable, "-c", "pass"),
        "soa --version": (_program("soa"), "--version"),
        "yamllint --version": (_program("yamllint"), "--version"),
        "soa least": (*lint, str(least)),
        "soa short": (*lint, short),
        "soa long": (*lint, long),
        "soa many": (*lint, *many),
        "soa cached": (_program("soa"), "lint", short),
        PUBLISH: publish,
        "publish again": publish,
        "yamllint short": (*yamllint, short),
        "yamllint long": (*yamllint, long),
        "check-jsonschema short": (_program("check-jsonschema"), "--schemafile", str(SCHEMA), short),
    }


def _write(folder: Path, lines: int, area: str = "Glenmore") -> str:
    folder.mkdir(parents=True)
    made = subprocess.run([sys.executable, HERE / "make_agreement.py", str(lines)], capture_output=True, check=True)
    file = folder / "soa.yaml"
    file.write_bytes(made.stdout.replace(b"Glenmore", area.encode()))
    return str(file)


def _program(name: str) -> str:
    program = PROGRAMS / name
    if not program.exists():
        raise BenchError(f"{name} is not installed beside {sys.executable}; install it with: pip install -e '.[dev]'")
    return str(program)


def _environment(folder: str) -> dict[str, str]:
    """The user's, with a cache of its own, and with compiled modules kept as an installed program keeps them."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {
        **kept,
        "SOA_CACHE": str(Path(folder) / "cache"),
        "PYTHONPYCACHEPREFIX": str(Path(folder) / "compiled"),
    }


def _measure(
    commands: Mapping[str, tuple[str, ...]], environment: Mapping[str, str], rounds: int
) -> dict[str, list[Run]]:
    """Each command once unmeasured, to be sure that it works, then all of them in turn, as often as asked."""
    for name, command in commands.items():
        _check(name, command, environment)
    results: dict[str, list[Run]] = {name: [] for name in commands}
    for number in range(rounds):
        if sys.stderr.isatty():
            print(f"\rround {number + 1} of {rounds}", end="\r", file=sys.stderr, flush=True)
        for name, command in commands.items():
            if name == PUBLISH:  # cold: only what is published again finds its charts drawn
                rmtree(Path(environment["SOA_CACHE"]) / "charts", ignore_errors=True)
            results[name].append(_run(command, environment))
    return results


def _check(name: str, command: tuple[str, ...], environment: Mapping[str, str]) -> None:
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0 and name != "soa least":
        said = (done.stdout + done.stderr).strip()[:2000]
        raise BenchError(f"{name} ended with {done.returncode}, so there is nothing to compare:\n{said}")


def _run(command: tuple[str, ...], environment: Mapping[str, str]) -> Run:
    start = time.perf_counter()
    child = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    return Run(seconds, usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024))


def _rows(results: Results) -> list[Row]:
    """The comparisons of the design's table of numbers, that of the PDF left out."""

    def ratio(one: str, other: str) -> float:
        return _paired(lambda run: run[one] / run[other], results)

    def growth(run: Mapping[str, float]) -> float:
        return (run["soa long"] - run["soa least"]) / (run["soa short"] - run["soa least"])

    def peak(name: str) -> float:
        return max(run.peak for run in results[name])

    return [
        Row("start-up: soa --version / yamllint --version", ratio("soa --version", "yamllint --version"), "", 0.5),
        Row("cold lint, 2,400 lines: soa / check-jsonschema", ratio("soa short", "check-jsonschema short"), "", 0.8),
        Row("cold lint, 2,400 lines: soa / yamllint", ratio("soa short", "yamllint short"), "", 1.0),
        Row("cold lint, 24,000 lines: soa / yamllint", ratio("soa long", "yamllint long"), "", 0.4),
        Row("cached lint, 2,400 lines: soa / python -c pass", ratio("soa cached", "python"), "", 3.0),
        Row("growth from 2,400 to 24,000 lines, start-up off", _paired(growth, results), "", 10.5),
        Row("32 agreements of 2,400 lines in one call / one", ratio("soa many", "soa short"), "", 8.0),
        Row("peak memory of the cold lint, 2,400 lines", peak("soa short"), " MiB", 60.0),
        Row("publish, four formats, 40 charts, cold", median(run.seconds for run in results[PUBLISH]), " s", 4.0),
        Row("peak memory of that", peak(PUBLISH), " MiB", 400.0),
    ]


def _pdfs(agreement: str, environment: Mapping[str, str], rounds: int) -> list[float]:
    """How many times as long as `soa` WeasyPrint takes for the same PDF, for each of so many rounds."""
    ratios = []
    for _ in range(rounds):
        command = (sys.executable, str(HERE / "pdf.py"), agreement)
        done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise BenchError(f"The PDF could not be compared:\n{done.stderr.strip()[-2000:]}")
        ours, theirs = map(float, done.stdout.split())
        ratios.append(theirs / ours)
    return ratios


# ---- portfolios ----------------------------------------------------------------------------------------------------


def _portfolios(folder: Path, areas: int, environment: Mapping[str, str], rounds: int) -> list[Row]:
    """How the time of a portfolio grows with the number of its agreements, and the memory that it takes."""
    sizes = {"one": _areas(folder / "areas-one", 1), "few": _areas(folder / "areas-few", FEW_AREAS)}
    sizes["all"] = _areas(folder / "areas-all", areas)
    sizes["long"] = str(folder / "long-areas")
    for number in range(MANY):
        _write(folder / "long-areas" / f"area-{number}", SHORT, f"Glen{number}")
    sizes["long one"] = str(folder / "long-areas" / "area-0")
    runs: list[Mapping[str, Run]] = []
    for _ in range(rounds):
        taken = {}
        for name, path in sizes.items():
            command = (_program("soa"), "portfolio", path, "--no-cache", "--site", str(folder / f"site {name}"))
            taken[name] = _run_with_all(command, environment)
        runs.append(taken)

    def further(run: Mapping[str, Run], name: str, number: int) -> float:
        return (run[name].seconds - run["one"].seconds) / (number - 1)

    return [
        Row(
            "portfolio of 32 agreements of 2,400 lines / of one",
            median(run["long"].seconds / run["long one"].seconds for run in runs),
            "",
            8.0,
        ),
        Row(
            f"a further agreement: of {areas:,} / of {FEW_AREAS}",
            median(further(run, "all", areas) / further(run, "few", FEW_AREAS) for run in runs),
            "",
            1.1,
        ),
        Row(
            f"peak memory of a portfolio of {areas:,}, in all",
            max(run["all"].peak for run in runs),
            " MiB",
            500.0,
        ),
    ]


def _areas(folder: Path, number: int) -> str:
    """Write agreements of so many areas into a folder: those of the example, each with another name."""
    texts = {path.relative_to(EXAMPLE): path.read_text("utf-8") for path in EXAMPLE.rglob("*.yaml")}
    for one in range(number):
        for name, text in texts.items():
            path = folder / f"area-{one}" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text.replace("Glenmore", f"Glen{one}"), "utf-8")
    return str(folder)


def _run_with_all(command: tuple[str, ...], environment: Mapping[str, str]) -> Run:
    """Run a command; its peak is what it and the processes that it begins hold together, as far as Linux tells."""
    rmtree(Path(environment["SOA_CACHE"]) / "charts", ignore_errors=True)
    start = time.perf_counter()
    child = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak = 0.0
    while child.poll() is None:
        peak = max(peak, sum(map(_held, _tree(child.pid))))
        time.sleep(0.05)
    if child.returncode != 0:
        raise BenchError(f"{' '.join(command)} ended with {child.returncode}")
    return Run(time.perf_counter() - start, peak)


def _tree(process: int) -> list[int]:
    """A process and those that it has begun."""
    with suppress(OSError):
        begun = Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()
        return [process, *(one for child in begun for one in _tree(int(child)))]
    return []


def _held(process: int) -> float:
    """What a process holds, in MiB; what several share is divided among them."""
    with suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    return 0.0


def _paired(compare: Callable[[Mapping[str, float]], float], results: Results) -> float:
    """The median over the rounds of a comparison made within each round, so that a busy moment hits both sides."""
    rounds = zip(*results.values(), strict=True)
    return median(compare({name: run.seconds for name, run in zip(results, runs, strict=True)}) for runs in rounds)


def _print_times(results: Results) -> None:
    print(f"{'command':<26}{'median':>9}{'least':>9}{'most':>9}{'peak':>11}")
    for name, runs in results.items():
        times = sorted(run.seconds for run in runs)
        peak = max(run.peak for run in runs)
        print(f"{name:<26}{median(times):>8.3f}s{times[0]:>8.3f}s{times[-1]:>8.3f}s{peak:>7.0f} MiB")


def _print_rows(rows: Sequence[Row]) -> None:
    print(f"\n{'comparison (median of the ratios of each round)':<52}{'measured':>12}{'reach':>12}")
    for row in rows:
        reached = row.measured >= row.reach if row.at_least else row.measured <= row.reach
        bound = f"{'≥' if row.at_least else '≤'} {row.reach:.1f}"
        print(
            f"{row.what:<52}{row.measured:>8.2f}{row.unit:>4}{bound:>8}{row.unit:>4}{'' if reached else '  not reached'}"
        )


if __name__ == "__main__":
    sys.exit(main())
