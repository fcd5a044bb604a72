"""Whose a figure is: the place or body that its sentence, or its section, speaks of."""

from tourview.figures.words import account_words
from tourview.report import Report, Section, breadcrumb, fold

_NAME_LENGTHS = (2, 3, 4)
_REDACTED = "xx"
_LONGEST_HEADING = 16


def owner_in(text: str, end: int) -> tuple[int, int] | None:
    """Where the place or body stands that was named last before an offset; None where none is.

    Args:
        text: A sentence, as the report has it.
        end: Where the figure begins.
    """
    folded = fold(text)
    words = account_words()
    found = [(match.end(), match.start()) for match in words.ours.finditer(folded, 0, end)]
    ours = dict(found)
    for match in words.place.finditer(folded, 0, end):
        start = _name_start(folded, match.start(), match[0])
        if match.end() in ours and folded[match.end() - 2] != "全":
            continue
        if start is not None and folded[match.end() - 2 : match.end()] not in words.generic:
            found.append((match.end(), start))
    if not found:
        found = [(match.end(), match.start()) for match in words.body.finditer(folded, 0, end)]
    if not found:
        return None
    stop, start = max(found, key=lambda place: (place[0], -place[1]))
    return start, stop


def _name_start(text: str, end: int, suffix: str) -> int | None:
    """Where a name begins that ends at an offset: two to four Han characters, one before 州, or a redaction."""
    words = account_words()
    if text.endswith(_REDACTED, 0, end):
        return end - len(_REDACTED)
    if text.endswith("全", 0, end) and end >= 3:
        end -= 1
    lengths = (1, *_NAME_LENGTHS) if suffix == "州" else _NAME_LENGTHS
    for start in (end - length for length in lengths if end >= length and _is_han(text[end - length : end])):
        if text[start : start + 2] in words.not_names or text[start] in words.before:
            return None
        before = text[start - 1 : start] if start else ""
        pair = text[max(0, start - 2) : start]
        if not _is_han(before) or not before or before in words.before or pair in words.words_before | words.not_names:
            return start
    return None


def _is_han(text: str) -> bool:
    return all("\u4e00" <= char <= "\u9fff" for char in text)


def owner_of(report: Report, section: Section) -> str:
    """The place or body that a section is about: the name that its heading is, or one above it; empty if none is."""
    for step in reversed(breadcrumb(report, section)):
        title = step.title.strip()
        found = owner_in(title, len(title)) if len(title) <= _LONGEST_HEADING else None
        if found == (0, len(title)):
            return title
    return ""
