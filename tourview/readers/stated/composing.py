"""Plain text for a report that comes without: canonical, so that reading it as plain text gives the same tree."""

from collections.abc import Sequence

from tourview.readers.slices import is_wide
from tourview.readers.stated.drafts import Draft, Placed, is_lead_in, reading_order, sections_of
from tourview.report import Passage, Section

BLANKS = " \t\n\xa0\u3000"
"""What surrounds words without being any; other control characters are kept, as the text reader keeps them."""
_CLOSING = "。.！!？?：:；;"
_RUN_IN_LABELS = ("是", "要", "，", ",")
"""What labels end in whose heading is the lead sentence of its paragraph: 一是, 二要, First, and the like."""


def unfolded(text: str) -> str:
    """Text as one line: a line break vanishes between two wide characters and is a space otherwise.

    Blanks around it go, too.
    """
    parts: list[str] = []
    for line in text.splitlines():
        words = line.strip(BLANKS)
        if words and parts and not (is_wide(parts[-1][-1]) and is_wide(words[0])):
            parts.append(" ")
        if words:
            parts.append(words)
    return "".join(parts)


def unfolded_draft(draft: Draft) -> Draft:
    """The draft with every one of its texts, and its children's, on one line."""
    paragraphs = tuple(unfolded(paragraph) for paragraph in draft.paragraphs)
    children = tuple(unfolded_draft(child) for child in draft.children)
    return Draft(unfolded(draft.label), unfolded(draft.heading), draft.kind, paragraphs, children, draft.id)


def compose(title: str, drafts: Sequence[Draft]) -> tuple[str, tuple[Section, ...]]:
    """A text for the drafts, and the sections that lie in it.

    The title and a blank line, in the lead-in's span; then label and heading on a line of their own, a blank line
    before each chapter, and one paragraph a line. A label like 一是 runs in, heading and first paragraph behind it; an
    item without a label is its name, a colon and its first paragraph. Stated spans are not looked at.

    Args:
        title: The report's title.
        drafts: The chapters; a lead-in is put before them if there is none.
    """
    drafts = [unfolded_draft(draft) for draft in drafts]
    if title and not (drafts and is_lead_in(drafts[0])):
        drafts.insert(0, Draft("", "", None, ()))
    page = _Page()
    page.add(f"{unfolded(title)}\n\n" if title else "")
    places = [_place(page, draft, level) for draft, level in reading_order(drafts)]
    if places:
        places[0] = Placed(0, places[0].heading, places[0].paragraphs)
    text = page.text()
    return text, sections_of(drafts, places, len(text))


class _Page:
    """A text that grows, and how long it is."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.length = 0

    def add(self, part: str) -> int:
        """Put a part at the end; returns where it begins."""
        self._parts.append(part)
        self.length += len(part)
        return self.length - len(part)

    def passage(self, part: str) -> Passage:
        return Passage(part, ((0, self.add(part)),))

    def text(self) -> str:
        return "".join(self._parts)


def _place(page: _Page, draft: Draft, level: int) -> Placed:
    if is_lead_in(draft):
        return Placed(page.length, None, _paragraph_lines(page, draft.paragraphs))
    if level == 1 and page.length:
        page.add("\n")
    start = page.length
    page.add(draft.label)
    if draft.label and draft.heading and _is_narrow(draft.label[-1]) and _is_narrow(draft.heading[0]):
        page.add(" ")
    heading = page.passage(draft.heading) if draft.heading else None
    page.add(_separator(draft, level))
    return Placed(start, heading, _paragraph_lines(page, draft.paragraphs))


def _separator(draft: Draft, level: int) -> str:
    """What stands between a heading and its first paragraph."""
    wide = is_wide((draft.heading or draft.label)[-1])
    if draft.label and draft.label.endswith(_RUN_IN_LABELS):
        close = "" if draft.heading.endswith(tuple(_CLOSING)) else "。" if wide else "."
        blank = "" if wide or not draft.paragraphs else " "
        return close + (blank if draft.paragraphs else "\n")
    if not draft.label and level > 1 and draft.paragraphs and not draft.children:
        return "：" if wide else ": "
    return "\n"


def _paragraph_lines(page: _Page, paragraphs: Sequence[str]) -> tuple[Passage, ...]:
    placed = []
    for paragraph in paragraphs:
        placed.append(page.passage(paragraph))
        page.add("\n")
    return tuple(placed)


def _is_narrow(char: str) -> bool:
    return not is_wide(char)
