"""A tree of sections stated as such, before it has a text to lie in: what YAML states and later formats may."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tourview.report import Kind, Passage, Section, Span, section_id


@dataclass(frozen=True, slots=True)
class Draft:
    """A section as a file states it.

    Attributes:
        label: The marker as written; empty where there is none.
        heading: Without label and closing mark; empty for the lead-in alone.
        kind: What it is for.
        paragraphs: Its own text.
        children: The sections inside it.
        id: The id the file states, or None.
        span: The span the file states, or None.
    """

    label: str
    heading: str
    kind: Kind | None
    paragraphs: tuple[str, ...]
    children: tuple["Draft", ...] = ()
    id: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a draft lies in a text: the start of its span, its heading and its paragraphs."""

    start: int
    heading: Passage | None
    paragraphs: tuple[Passage, ...]


def reading_order(drafts: Sequence[Draft]) -> Iterator[tuple[Draft, int]]:
    """Every draft with its level, each before its children."""
    waiting = [(draft, 1) for draft in reversed(drafts)]
    while waiting:
        draft, level = waiting.pop()
        yield draft, level
        waiting.extend((child, level + 1) for child in reversed(draft.children))


def numbered(drafts: Sequence[Draft], above: str = "") -> Iterator[tuple[str, Draft]]:
    """Siblings with their refs: a lead-in is `0`, the others count from 1."""
    first = 0 if not above and drafts and is_lead_in(drafts[0]) else 1
    return ((f"{above}.{number}" if above else str(number), draft) for number, draft in enumerate(drafts, first))


def is_lead_in(draft: Draft) -> bool:
    """Whether a chapter has neither label nor heading."""
    return not draft.label and not draft.heading


def sections_of(drafts: Sequence[Draft], places: Sequence[Placed], end: int) -> tuple[Section, ...]:
    """The sections of drafts that have been given their places in a text.

    Args:
        drafts: The chapters.
        places: The place of each draft in reading order.
        end: The length of the text.
    """
    return _Sections(drafts, places, end).build()


class _Sections:
    """Builds sections in reading order, giving ids as it goes."""

    def __init__(self, drafts: Sequence[Draft], places: Sequence[Placed], end: int) -> None:
        self._drafts = drafts
        self._places = places
        self._starts = [place.start for place in places] + [end]
        self._next = 0
        self._seen: Counter[str] = Counter()
        self._taken = {draft.id for draft, _level in reading_order(drafts)}

    def build(self) -> tuple[Section, ...]:
        return self._siblings(self._drafts, "", 1)

    def _siblings(self, drafts: Sequence[Draft], above: str, level: int) -> tuple[Section, ...]:
        return tuple(self._section(ref, draft, level) for ref, draft in numbered(drafts, above))

    def _section(self, ref: str, draft: Draft, level: int) -> Section:
        place = self._places[self._next]
        self._next += 1
        own_end = self._starts[self._next]
        identity = draft.id or self._new_id(draft)
        children = self._siblings(draft.children, ref, level + 1)
        span = place.start, self._starts[self._next]
        heading, paragraphs = place.heading, place.paragraphs
        return Section(ref, identity, draft.label, heading, level, draft.kind, paragraphs, span, own_end, children)

    def _new_id(self, draft: Draft) -> str:
        identity = section_id(draft.heading, draft.paragraphs, self._seen)
        while identity in self._taken:
            identity = section_id(draft.heading, draft.paragraphs, self._seen)
        return identity
