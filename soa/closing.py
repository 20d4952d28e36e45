"""The line that says how much was read; it imports nothing, because a cached lint prints it and little else."""


def no_findings(agreements: int, files: int) -> str:
    """The closing line where there is nothing to say."""
    return f"No findings in {counted(agreements, files)}."


def counted(agreements: int, files: int) -> str:
    """What was read: `2 agreements (9 files)`."""
    return f"{agreements} agreement{'s' * (agreements != 1)} ({files} file{'s' * (files != 1)})"
