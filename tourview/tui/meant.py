"""What a person wants to read, as told on another page of the report."""

from typing import NamedTuple

from tourview.report import Section, Span


class Meant(NamedTuple):
    """A passage.

    Attributes:
        section: The section it stands in.
        span: The words of the source to light up; None for none.
    """

    section: Section
    span: Span | None = None
