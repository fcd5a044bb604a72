"""Refs as a person types them: `2.1.3`, in full width too, finished or not."""

from collections.abc import Sequence
from itertools import islice

from tourview.i18n import _
from tourview.report import Report, Section, fold_ref
from tourview.tui.labels import section_name

_MOST = 12
"""Suggestions shown at a time."""


def section_meant(report: Report, typed: str) -> Section | None:
    """The section whose ref was typed, or None."""
    return report.section(fold_ref(typed))


def refs_like(report: Report, typed: str) -> Sequence[tuple[str, str]]:
    """The refs that begin as what is typed, each with how it is shown."""
    ref = fold_ref(typed)
    below = f"{ref}." if typed.strip().endswith((".", "。", "．")) else ref
    found = (
        section for section in report.reading_order if ref and (section.ref == ref or section.ref.startswith(below))
    )
    return [(section.ref, f"{section.ref}  {section_name(section)}") for section in islice(found, _MOST)]


def no_such_ref(report: Report, typed: str) -> str | None:
    """What is wrong with a typed ref; None if nothing is, or nothing was typed."""
    if not typed.strip() or section_meant(report, typed) is not None:
        return None
    return _("no section {ref} in this report").format(ref=typed.strip())
