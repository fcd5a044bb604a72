"""The text that is composed of a Word file's paragraphs, with the blocks that lie in it."""

from collections.abc import Iterator

from tourview.readers.document import Block
from tourview.readers.slices import joined, single, unwrapped
from tourview.report import Passage, Span


class Page:
    """A text that grows paragraph by paragraph.

    Attributes:
        blocks: Its paragraphs.
        chrome: The lines that are no part of the report.
        title: The words of the title, where one was added.
    """

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.chrome: list[Span] = []
        self.title: str | None = None
        self._parts: list[str] = []
        self._length = 0
        self._parted = True
        self._title_lines: list[str] = []
        self._title_start = 0

    def add(self, text: str, depth: int | None = None, *, prominent: bool = False) -> None:
        """Add a paragraph; one broken into lines is a block a line, but one where it is a heading.

        Args:
            text: Its words; LF where Word breaks the line.
            depth: The heading level it states.
            prominent: Whether it stands out; depth says more.
        """
        self._end_title()
        if depth == 1:
            self.part()
        spans = list(self._write(text))
        if depth is not None or prominent:
            self._add_block(spans, depth, prominent=prominent)
            return
        for span in spans:
            self._add_block([span], None, prominent=False)

    def add_title(self, text: str) -> None:
        """Add a paragraph of the title; those that follow one another are one."""
        self._title_lines.append(text)

    def add_chrome(self, text: str) -> None:
        """Add a paragraph that is no part of the report."""
        self._end_title()
        spans = list(self._write(text))
        if spans:
            self.chrome.append((spans[0][0], spans[-1][1]))

    def part(self) -> None:
        """Leave a line blank before what comes next, unless one is."""
        self._end_title()
        if not self._parted:
            self._write_raw("\n")
            self._parted = True

    def text(self) -> str:
        """All that was added."""
        self._end_title()
        return "".join(self._parts)

    def _end_title(self) -> None:
        lines, self._title_lines = self._title_lines, []
        if lines:
            spans = list(self._write("\n".join(lines)))
            self._add_block(spans, None, prominent=True)
            self.title = self.blocks[-1].passage.text
            self.part()

    def _add_block(self, spans: list[Span], depth: int | None, *, prominent: bool) -> None:
        text = "".join(self._parts[-1:])
        start = self._length - len(text)
        local = [(low - start, high - start) for low, high in spans]
        passage = single(text, *local[0]) if len(local) == 1 else joined(text, unwrapped(text, local))
        runs = tuple((at, source + start) for at, source in passage.runs)
        self.blocks.append(Block(Passage(passage.text, runs), depth, prominent))

    def _write(self, text: str) -> Iterator[Span]:
        """Write the lines of a paragraph that hold words; gives where each lies."""
        start = self._length
        lines = [line.strip() for line in text.split("\n")]
        lines = [line for line in lines if line]
        if lines:
            self._write_raw("\n".join(lines) + "\n")
            self._parted = False
        for line in lines:
            yield start, start + len(line)
            start += len(line) + 1

    def _write_raw(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
