"""`tourview check`: what a careful reader would flag in reports, as compilers tell their warnings."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from tourview.cli.terminal import complain
from tourview.i18n import _
from tourview.open import contents, has_lines, open_contents
from tourview.report import Notice, Report, ReportError
from tourview.typeset import visible


def run(*, path: Sequence[str]) -> int:
    """Print the notices of reports as path:line:column: message.

    Lines and columns count from 1, as an editor shows them. A YAML report's text is composed and has no lines that
    could be seen: there it is path:ref: message.

    Returns:
        0 if there are none; 1 if there are; 2 if a report could not be read, which is told on standard error.
    """
    status = 0
    for name in path:
        try:
            data = contents(name)
            report = open_contents(data, name)
            found = notices(report) if has_lines(name, data) else notices_by_ref(report)
        except ReportError as error:
            complain(str(error))
            status = 2
            continue
        for place, message in found:
            print(f"{visible(name)}:{place}: {visible(message)}")
        if report.notices and status == 0:
            status = 1
    return status


def notices(report: Report) -> Iterator[tuple[str, str]]:
    """The line:column and the message of each notice, by place."""
    starts = [0]
    while (newline := report.text.find("\n", starts[-1])) >= 0:
        starts.append(newline + 1)
    for notice in _by_place(report):
        line = bisect_right(starts, notice.span[0])
        yield f"{line}:{notice.span[0] - starts[line - 1] + 1}", _message(notice)


def notices_by_ref(report: Report) -> Iterator[tuple[str, str]]:
    """The section's ref and the message of each notice, by place."""
    return ((notice.ref, _message(notice)) for notice in _by_place(report))


def _by_place(report: Report) -> Sequence[Notice]:
    return sorted(report.notices, key=lambda notice: notice.span)


def _message(notice: Notice) -> str:
    return f"{notice_name(notice.kind)}: {notice.text}"


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
