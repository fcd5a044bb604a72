"""The words of one paragraph of a web page, as they come in piece by piece."""

import re

from tourview.readers.html.page import Paragraph
from tourview.readers.html.style import ROOT_SIZE, Style
from tourview.readers.slices import is_wide

_SPACES = " \t\n\r\f"  # what CSS collapses; other blanks are characters like any other
_WIDE_BLANKS = "\u3000\u2003"
_MOST_INDENT = 16
_RUN = re.compile("[ \t\n\r\f]+")


_PLAIN = Style()
_MOST_PIECES = 64  # of the source that are kept before they are looked at


class Words:
    """Collects words with blanks collapsed by CSS Text 3, 4.1: a run of them is one space.

    A run with a line break in it is nothing between two wide characters, for a Chinese text is broken anywhere in the
    source.
    """

    def __init__(self) -> None:
        self._begin()

    def _begin(self) -> None:
        self._parts: list[str] = []
        self._pieces: list[str] = []
        self._style = _PLAIN
        self._gap = ""
        self._letters = self._bold = self._linked = self._links = 0
        self._size: float | None = None
        self._in_link = False

    def add(self, text: str, style: Style) -> None:
        """Put a piece of the source at the end."""
        if style is not self._style or len(self._pieces) > _MOST_PIECES:
            self._settle()
            self._style = style
        self._pieces.append(text)

    def _settle(self) -> None:
        """Take in the pieces that came in one style."""
        if not self._pieces:
            return
        style, text = self._style, "".join(self._pieces)
        self._pieces = []
        words = text if style.keeps_blanks else self._collapsed(text)
        if not words:
            return
        self._parts.append(words)
        count = len(words.strip())
        if count:
            self._letters += count
            self._size = style.size if self._size is None else min(self._size, style.size)
            self._bold += count if style.bold else 0
            self._linked += count if style.linked else 0
            self._links += style.linked and not self._in_link
            self._in_link = style.linked

    def end_link(self) -> None:
        """Tell the next link from this one, though nothing stands between them."""
        self._settle()
        self._in_link = False

    def break_softly(self) -> None:
        """Put a line break that is one between words only."""
        self._settle()
        self._gap = "\n"

    @property
    def is_empty(self) -> bool:
        """Whether nothing came in but what collapses."""
        return not self._parts and not self._pieces

    @property
    def last(self) -> str:
        """The last character that came in; empty where none did."""
        self._settle()
        return self._last

    @property
    def _last(self) -> str:
        return self._parts[-1][-1] if self._parts else ""

    def forget_gap(self) -> None:
        """Leave out the blanks that came in."""
        self._gap = ""

    def take(self, holder: int, style: Style, *, broken: bool) -> Paragraph | None:
        """The paragraph of what came in, None where it is blank; then begin anew.

        Args:
            holder: The number of the holder it stands in.
            style: That of the element it stands in.
            broken: Whether only a line break parts it from the paragraph before.
        """
        self._settle()
        whole = "".join(self._parts)
        text = whole.strip()
        paragraph = None
        if text:
            paragraph = Paragraph(
                text,
                holder,
                style.depth,
                bold=self._bold == self._letters,
                centred=style.centred,
                size=self._size or ROOT_SIZE,
                linked=self._linked,
                links=self._links,
                indent=_indent(whole, text),
                broken=broken,
            )
        self._begin()
        return paragraph

    def _collapsed(self, text: str) -> str:
        body = text.strip(_SPACES)
        if not body:
            self._widen(text)
            return ""
        start = text.find(body[0])
        self._widen(text[:start])
        lead = self._joint(self._gap, self._last, body[0])
        self._gap = ""
        self._widen(text[start + len(body) :])
        return lead + (_RUN.sub(_joint_within, body) if _RUN.search(body) else body)

    def _widen(self, blanks: str) -> None:
        if "\n" in blanks or "\r" in blanks:
            self._gap = "\n"
        elif blanks and not self._gap:
            self._gap = " "

    @staticmethod
    def _joint(gap: str, before: str, after: str) -> str:
        if not gap or not before or before == " ":
            return ""
        return "" if gap == "\n" and is_wide(before) and is_wide(after) else " "


def _indent(whole: str, text: str) -> int:
    before = whole[: len(whole) - len(whole.lstrip())] if whole[0] != text[0] else ""
    return sum(2 if blank in _WIDE_BLANKS else 1 for blank in before[:_MOST_INDENT])


def _joint_within(found: re.Match[str]) -> str:
    blanks = found[0]
    if "\n" not in blanks and "\r" not in blanks:
        return " "
    whole = found.string
    return "" if is_wide(whole[found.start() - 1]) and is_wide(whole[found.end()]) else " "
