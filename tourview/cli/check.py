"""`tourview check`: what a careful reader would flag in reports, as compilers tell their warnings."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from tourview.cli.terminal import complain
from tourview.i18n import _
from tourview.open import open_report
from tourview.report import Report, ReportError
from tourview.typeset import visible


def run(*, path: Sequence[str]) -> int:
    """Print the notices of reports as path:line:column: message.

    Lines and columns count from 1 in the report's text: that of a plain text file as it is.

    Returns:
        0 if there are none; 1 if there are; 2 if a report could not be read, which is told on standard error.
    """
    status = 0
    for name in path:
        try:
            report = open_report(name)
        except ReportError as error:
            complain(str(error))
            status = 2
            continue
        for line, column, message in notices(report):
            print(f"{visible(name)}:{line}:{column}: {visible(message)}")
        if report.notices and status == 0:
            status = 1
    return status


def notices(report: Report) -> Iterator[tuple[int, int, str]]:
    """The line, column and message of each notice, by place."""
    starts = [0]
    while (newline := report.text.find("\n", starts[-1])) >= 0:
        starts.append(newline + 1)
    for notice in sorted(report.notices, key=lambda notice: notice.span):
        line = bisect_right(starts, notice.span[0])
        yield line, notice.span[0] - starts[line - 1] + 1, f"{notice_name(notice.kind)}: {notice.text}"


def notice_name(kind: str) -> str:
    """A notice's kind in the interface language."""
    names = {
        "redaction": _("redaction"),
        "duplicate": _("repeated"),
        "numbering": _("numbering"),
        "character": _("odd character"),
        "spelling": _("spelling"),
        "pairing": _("unpaired mark"),
        "chrome": _("left over from a web page"),
    }
    return names.get(kind, kind)
