"""How kinds and sections are named on the screen, in the interface language."""

import re
from collections.abc import Callable, Mapping

from tourview.i18n import _
from tourview.report import Kind, Report, Section, headline_facts

_SEALS: Mapping[Kind, Callable[[], str]] = {
    Kind.BACKGROUND: lambda: _("B"),
    Kind.VISIT: lambda: _("V"),
    Kind.IMPRESSION: lambda: _("I"),
    Kind.LESSON: lambda: _("L"),
    Kind.GAP: lambda: _("G"),
    Kind.COMMITMENT: lambda: _("C"),
}
_NAMES: Mapping[Kind, Callable[[], str]] = {
    Kind.BACKGROUND: lambda: _("Background"),
    Kind.VISIT: lambda: _("Visits"),
    Kind.IMPRESSION: lambda: _("Impressions"),
    Kind.LESSON: lambda: _("Lessons"),
    Kind.GAP: lambda: _("Gaps"),
    Kind.COMMITMENT: lambda: _("Commitments"),
}

_NARROW_BRACKETS = str.maketrans("（）", "()")
_ITEM_LABEL = re.compile(r"[是要，,：:]$")


def seal(kind: Kind) -> str:
    """The one character that stands for a kind: 启, or L in English."""
    return _SEALS[kind]()


def kind_name(kind: Kind) -> str:
    """A kind's name as a view or a count is headed with it: 启示, Lessons."""
    return _NAMES[kind]()


def section_name(section: Section) -> str:
    """A section's heading; the lead-in, which has none, is called 前言."""
    return section.title or _("Preface")


def outline_label(section: Section) -> str:
    """The label where room is scarce: brackets are narrow, and items (一是, First,) go by their heading alone."""
    return "" if _ITEM_LABEL.search(section.label) else section.label.translate(_NARROW_BRACKETS)


def facts_line(report: Report) -> str:
    """The facts that stand beside the title."""
    return "  ".join(headline_facts(report))
