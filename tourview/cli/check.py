"""`tourview check`: what a careful reader would flag in reports, as compilers tell their warnings."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain

from tourview.cli.terminal import complain
from tourview.i18n import _, listed, ngettext
from tourview.ledger.errors import LedgerError
from tourview.ledger.measurable import Question, doubts
from tourview.ledger.place import ledger_path
from tourview.ledger.row import Row
from tourview.ledger.store import Ledger
from tourview.open import contents, has_lines, open_contents
from tourview.report import Notice, Report, ReportError
from tourview.structure.notices.remarks import remark
from tourview.typeset import visible


def run(*, path: Sequence[str], notices_only: bool = False) -> int:
    """Print the notices of reports as path:line:column: message, then what a reviewer would ask of their commitments.

    The questions, how much, by when and who, are asked where neither the words nor the ledger answer them. They are
    asked of nearly every report and are no faults, so they do not count for the status; `notices_only` leaves them out.

    Lines and columns count from 1, columns in code points, as an editor shows them; of a format without one plain text
    they are those of `export -f txt`. A YAML report's text is composed and has no lines that could be seen: there it is
    path:ref: message. A report that cannot be read is told on standard error, and the others are still checked.

    Returns:
        0 if there are none; 1 if there are; 2 if a report could not be read.
    """
    status = 0
    for name in path:
        try:
            data = contents(name)
            report = open_contents(data, name)
            lines = has_lines(name, data)
            found = notices(report) if lines else notices_by_ref(report)
            asked = [] if notices_only else list(questions(report, by_ref=not lines))
        except ReportError as error:
            complain(str(error))
            status = 2
            continue
        for place, message in chain(found, asked):
            print(f"{visible(name)}:{place}: {visible(message)}")
        if report.notices and status == 0:
            status = 1
    return status


def notices(report: Report) -> Iterator[tuple[str, str]]:
    """The line:column and the message of each notice, by place; lines of page furniture in a row are told as one."""
    starts = _line_starts(report)
    for notice, lines in _in_rows(report):
        yield _place(starts, notice.span[0]), _message(report, notice, lines)


def notices_by_ref(report: Report) -> Iterator[tuple[str, str]]:
    """The section's ref and the message of each notice, by place."""
    return ((notice.ref, _message(report, notice, lines)) for notice, lines in _in_rows(report))


def questions(report: Report, *, by_ref: bool) -> Iterator[tuple[str, str]]:
    """The place and the questions of each commitment that leaves some open, in reading order."""
    starts = [] if by_ref else _line_starts(report)
    asked = {
        Question.NUMBER: _("no number"),
        Question.DATE: _("no date"),
        Question.OWNER: _("no owner"),
    }
    for doubt in doubts(report, _rows(report)):
        section = doubt.section
        told = listed(asked[question] for question in doubt.questions)
        name = " ".join((section.label + section.title).split())
        place = section.ref if by_ref else _place(starts, section.span[0])
        yield place, _("commitment: {name}: {questions}").format(name=name or section.ref, questions=told)


def _rows(report: Report) -> dict[str, list[Row]]:
    """What the ledger has on the commitments of a report, by section; nothing where there is no ledger."""
    path = ledger_path()
    if not path.exists():
        return {}
    found: dict[str, list[Row]] = {}
    try:
        with Ledger(path, actor="") as ledger:
            known = ledger.known(report)
            for row in ledger.rows(known.key) if known else ():
                found.setdefault(row.section, []).append(row)
    except LedgerError as error:
        complain(str(error))
    return found


def _line_starts(report: Report) -> list[int]:
    starts = [0]
    while (newline := report.text.find("\n", starts[-1])) >= 0:
        starts.append(newline + 1)
    return starts


def _place(starts: Sequence[int], offset: int) -> str:
    line = bisect_right(starts, offset)
    return f"{line}:{offset - starts[line - 1] + 1}"


def _message(report: Report, notice: Notice, lines: int) -> str:
    message = remark(report, notice)
    if lines == 1:
        return message
    counted = ngettext("({lines} line)", "({lines} lines)", lines).format(lines=lines)
    return f"{message} {counted}"


def _in_rows(report: Report) -> Iterator[tuple[Notice, int]]:
    """The notices by place and how many lines each stands for: furniture with nothing between it is one notice."""
    waiting: Notice | None = None
    lines = 1
    for notice in sorted(report.notices, key=lambda notice: notice.span):
        if waiting and _adjoin(report, waiting, notice):
            text = f"{waiting.text} {notice.text}"
            waiting = Notice(waiting.ref, waiting.kind, text, (waiting.span[0], notice.span[1]))
            lines += 1
            continue
        if waiting:
            yield waiting, lines
        waiting, lines = notice, 1
    if waiting:
        yield waiting, lines


def _adjoin(report: Report, first: Notice, second: Notice) -> bool:
    same = first.kind == second.kind == "chrome"
    return same and not report.text[first.span[1] : second.span[0]].strip()
