"""The reports of a library as lines: what the library screen is where there is no screen."""

import sys

from tourview.cli.terminal import complain, visible_lines
from tourview.library import Library

DONE, NOTHING = 0, 1


def list_reports(library: Library) -> int:
    """Print a line for each report: path, date, organisation, lessons, gaps, commitments and title, parted by tabs.

    What cannot be read is told on standard error.

    Returns:
        0; 1 if there is no report that can be read.
    """
    library.refresh()
    entries = library.index.entries()
    try:
        for entry in entries:
            if entry.error is not None:
                complain(f"{entry.path.parent}/{entry.error}")
                continue
            counts = map(str, (entry.lessons, entry.gaps, entry.commitments))
            row = (str(entry.path), entry.date or "", entry.organization or "", *counts, entry.title)
            sys.stdout.write("\t".join(visible_lines(cell).replace("\n", " ") for cell in row) + "\n")
    finally:
        library.close()
    return DONE if any(entry.error is None for entry in entries) else NOTHING
