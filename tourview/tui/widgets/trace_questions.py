"""The open questions of a trace: what leads nowhere, a line each below what is asked."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style

from tourview.i18n import _
from tourview.report import Section, Span
from tourview.tracing import Trace
from tourview.tui.labels import seal, section_name
from tourview.tui.look import Look
from tourview.tui.meant import Meant
from tourview.tui.widgets.rows import LEFT, RIGHT, RowList, fitted
from tourview.typeset import cell_width

_SHOWN = 200
"""Code points of an undertaking that a line may show."""


class Row(NamedTuple):
    """A section that leads nowhere, or an undertaking that nothing traces to.

    Attributes:
        section: The section.
        words: What is shown of it.
        span: The words of an undertaking; None for a section.
    """

    section: Section
    words: str
    span: Span | None = None


def questions_of(trace: Trace) -> list[tuple[str, list[Row]]]:
    """Every question with what raises it; those that nothing raises have none."""

    def rows(sections: Sequence[Section]) -> list[Row]:
        return [Row(section, section_name(section)) for section in sections]

    undertakings = [
        Row(each.section, " ".join(each.passage.text[:_SHOWN].split()), (each.passage.start, each.passage.end))
        for each in trace.untraced
    ]
    return [
        (_("Gaps that no commitment answers"), rows(trace.unanswered)),
        (_("Commitments that answer no gap"), rows(trace.answering_none)),
        (_("Lessons that nobody took up"), rows(trace.not_taken_up)),
        (_("Undertakings that nothing traces to"), undertakings),
    ]


class TraceQuestions(RowList):
    """The questions as a list; the cursor is on what raises them."""

    def __init__(self, look: Look, *, id: str | None = None) -> None:
        super().__init__(look, id=id)
        self._rows: list[Row] = []
        self._heads: list[tuple[str, int]] = []
        self._lines: list[tuple[int, int]] = []

    @property
    def meant(self) -> Meant | None:
        """The passage under the cursor; None where there is none."""
        if not self._rows:
            return None
        row = self._rows[self.cursor]
        return Meant(row.section, row.span)

    def show(self, trace: Trace, cursor: int) -> int:
        """Show the questions of a trace, with the cursor on a row; gives how many rows there are.

        The cursor stays with what is under it, if that is still open, though others above it may have been settled.
        """
        here = self._rows[cursor] if cursor < len(self._rows) else None
        self._rows, self._heads, self._lines = [], [], []
        starts: list[int] = []
        for question, rows in questions_of(trace):
            self._lines += [(-1, -1)] * bool(self._lines) + [(-1, len(self._heads))]
            self._heads.append((question, len(rows)))
            for row in rows:
                starts.append(len(self._lines))
                self._lines.append((len(self._rows), -1))
                self._rows.append(row)
        same = (number for number, row in enumerate(self._rows) if here is not None and row == here)
        self.lay([number for number, _head in self._lines], starts, next(same, cursor))
        return len(self._rows)

    def draw(self, line: int, width: int, cursor: Style) -> Iterator[Segment]:
        """A question and how many raise it, one that does, or nothing."""
        number, head = self._lines[line]
        if number >= 0:
            row = self._rows[number]
            sign = f"{seal(row.section.kind)} " if row.section.kind else ""
            room = width - LEFT - cell_width(sign) - RIGHT
            yield Segment(" " * LEFT, cursor)
            yield Segment(sign, self.look.seal[row.section.kind] + cursor)
            yield Segment(fitted(f"{row.section.ref} {row.words}", room), self.look.text + cursor)
        elif head >= 0:
            question, count = self._heads[head]
            yield Segment(" " * LEFT + question, self.look.bold)
            yield Segment("  " + (str(count) if count else _("none")), self.look.accent if count else self.look.dim)
