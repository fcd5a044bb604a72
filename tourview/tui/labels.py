"""How kinds and sections are named on the screen, in the interface language."""

import re
from collections.abc import Callable, Mapping

from tourview.i18n import N_, _, language
from tourview.report import Kind, Report, Section, headline_facts
from tourview.typeset import cell_width, visible

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
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?")
_MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)
_ITEM_LABEL = re.compile(r"[是要，,：:]$|^[（(][a-zA-Z][)）]$")


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
    """The label where room is scarce: brackets are narrow, and items (一是, (a), First,) go by their heading alone."""
    return "" if _ITEM_LABEL.search(section.label) else section.label.translate(_NARROW_BRACKETS)


def date_shown(date: str) -> str:
    """A date in the manner of the interface's language: `2014.07`, or July 2014; as it stands if it is not ISO 8601."""
    if language() == "zh" or not _DATE.fullmatch(date):
        return date.replace("-", ".")
    year, *rest = date.split("-")
    month = [_(_MONTHS[int(rest[0]) - 1])] if rest else []
    return " ".join([*(str(int(day)) for day in rest[1:]), *month, year])


def facts_beside(report: Report, room: int) -> str:
    """The facts that stand beside the title, as many as fit whole into `room` cells."""
    facts = headline_facts(report)
    if report.date:
        facts = (date_shown(report.date), *facts[1:])
    lines = (visible("  ".join(facts[:count])) for count in range(len(facts), 0, -1))
    return next((line for line in lines if cell_width(line) <= room), "")
