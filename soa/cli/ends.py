"""How a run can end, and what ends it early."""

BAD_OPTIONS = 2
"""Nothing could be judged for a path that was named, or an option is wrong."""

INTERRUPTED = 130


class Refused(Exception):
    """Nothing can be done as asked; the text says why, in plain words."""
