"""What a notice says to a person: what was found, and why a careful reader stops there."""

import re

from tourview.i18n import _
from tourview.report import Notice, Report
from tourview.report.notice_names import notice_name
from tourview.structure.notices.spelling import other_ways

_SHOWN = 60  # code points of a notice's words that are shown
_CODE = re.compile(r"U\+([0-9A-F]{4,6})")
_OPENING = frozenset("“‘《（(【「『〈〔[")
_CLOSING = frozenset("”’》）)】」』〉〕]")


def remark(report: Report, notice: Notice) -> str:
    """One line on a notice in the interface language: its kind, the words it is about, and what is odd in them.

    Args:
        report: The report it is a notice of.
        notice: The notice.
    """
    words = " ".join(notice.text.split())
    if len(words) > _SHOWN:
        words = f"{words[:_SHOWN]}…"
    parts = (notice_name(notice.kind), words, _reason(report, notice))
    return ": ".join(part for part in parts if part)


def _reason(report: Report, notice: Notice) -> str:
    """Why a careful reader stops there; empty where nothing can be said of it."""
    if notice.kind == "spelling":
        ways = other_ways(report.text, notice.text)
        return (
            _("elsewhere it is written {other}").format(other=ways[0])
            if ways
            else _("elsewhere it is written otherwise")
        )
    if notice.kind == "character":
        return _of_character(notice.text)
    if notice.kind == "pairing":
        return _of_mark(notice.text)
    reasons = {
        "redaction": _("words were left out here"),
        "duplicate": _("the same words stand further up"),
        "numbering": _("this number does not follow the one before"),
        "chrome": _("left over from the page or print it was saved from"),
    }
    return reasons.get(notice.kind, "")


def _of_character(text: str) -> str:
    found = _CODE.match(text)
    if found is None:
        return _("it looks like another character, or its width differs from its neighbours'")
    code = int(found[1], 16)
    if code == 0xFFFD:
        return _("a character was lost when the file was saved or converted")
    if code < 0x20 or 0x7F <= code < 0xA0:
        return _("a control character, no part of a text")
    if 0xE000 <= code <= 0xF8FF:
        return _("a character that only some fonts have")
    return _("a character that cannot be seen")


def _of_mark(text: str) -> str:
    if text in _OPENING:
        return _("it is never closed")
    if text in _CLOSING:
        return _("it was never opened")
    return _("its other half is missing")
