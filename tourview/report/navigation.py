"""Ways from one section to another."""

from tourview.report.fold import fold
from tourview.report.kinds import Kind
from tourview.report.model import Report, Section


def fold_ref(typed: str) -> str:
    """A ref as a report has it, from one as typed: in full width, with Chinese full stops, with one at the end."""
    return fold(typed).replace("。", ".").strip().rstrip(".")


def parent(report: Report, section: Section) -> Section | None:
    """The section this one is a child of; None for a chapter."""
    above, dot, _last = section.ref.rpartition(".")
    return report.section(above) if dot else None


def breadcrumb(report: Report, section: Section) -> tuple[Section, ...]:
    """The sections from the chapter down to this one, itself included."""
    steps = section.ref.split(".")
    found = (report.section(".".join(steps[:depth])) for depth in range(1, len(steps) + 1))
    return tuple(step for step in found if step is not None)


def leaves(report: Report, kind: Kind) -> tuple[Section, ...]:
    """The sections of a kind that hold no smaller section of the same kind: the single lessons, gaps, commitments."""
    return report.leaves_by_kind.get(kind, ())


def counterpart(report: Report, section: Section) -> Section | None:
    """The section of another reading of the report that is this one: by its id, else by its ref; None if neither is."""
    same = (other for other in report.reading_order if other.id == section.id)
    return next(same, report.section(section.ref))


def neighbour(report: Report, section: Section, step: int) -> Section | None:
    """The next (`step` 1) or previous (`step` -1) leaf of the section's kind in reading order; None at either end.

    A section without a kind has all sections as its neighbours.
    """
    row = report.reading_order if section.kind is None else leaves(report, section.kind)
    here = report.positions[section.ref]
    after = [other for other in row if (report.positions[other.ref] - here) * step > 0]
    if not after:
        return None
    return after[0] if step > 0 else after[-1]
