"""What a report is: the model, its kinds, ids and ways around. Knows nothing of files or screens."""

from tourview.report.errors import ReportError
from tourview.report.facts import headline_facts
from tourview.report.fold import fold, squeezed
from tourview.report.identity import section_id
from tourview.report.kinds import Kind, kind_named
from tourview.report.language import language_of
from tourview.report.model import (
    LINK_STATUSES,
    NOTICE_KINDS,
    SCHEMA_VERSION,
    Facts,
    Figure,
    Link,
    Notice,
    Passage,
    Report,
    Runs,
    Section,
    Site,
    Source,
    Span,
    in_reading_order,
)
from tourview.report.navigation import breadcrumb, counterpart, fold_ref, leaves, neighbour, parent
from tourview.report.progress import Progress

__all__ = [
    "LINK_STATUSES",
    "NOTICE_KINDS",
    "SCHEMA_VERSION",
    "Facts",
    "Figure",
    "Kind",
    "Link",
    "Notice",
    "Passage",
    "Progress",
    "Report",
    "ReportError",
    "Runs",
    "Section",
    "Site",
    "Source",
    "Span",
    "breadcrumb",
    "counterpart",
    "fold",
    "fold_ref",
    "headline_facts",
    "in_reading_order",
    "kind_named",
    "language_of",
    "leaves",
    "neighbour",
    "parent",
    "section_id",
    "squeezed",
]
