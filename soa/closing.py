"""The line that says how much was read; it imports nothing, because a cached lint prints it and little else."""


def no_findings(agreements: int, files: int) -> str:
    """The closing line where there is nothing to say."""
    return f"No findings in {counted(agreements, files)}."


def counted(agreements: int, files: int) -> str:
    """What was read: `2 agreements (9 files)`."""
    return f"{agreements} agreement{'s' * (agreements != 1)} ({files} file{'s' * (files != 1)})"


def silenced(excepted: int, known: int) -> str:
    """What is not held against the agreements: ` 3 more findings are excepted, 2 are in the baseline.`; empty if nothing is."""
    said = [
        f"{number} {'is' if number == 1 else 'are'} {why}"
        for number, why in ((excepted, "silenced by an exception"), (known, "in the baseline"))
        if number
    ]
    return f" Besides these, {' and '.join(said)}." if said else ""
