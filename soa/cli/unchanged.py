"""The answer of a hook that runs again where nothing was found and nothing has changed since: little more than starting Python."""

from soa.cli import cache
from soa.cli.configured import asked, file_of
from soa.cli.folder import agreements, reader
from soa.closing import no_findings


def say_so(paths: list[str]) -> bool:
    """Print that there are no findings, where that is known of each agreement that the paths belong to; False where it is not."""
    found, missing = agreements(paths)
    if missing:
        return False
    files = 0
    for where in found:
        entry = cache.look(where, "", asked(file_of(where, None)), reader(where.folder))
        if entry is None or entry.findings:
            return False
        files += len(entry.texts)
    print(no_findings(len(found), files))
    return True
