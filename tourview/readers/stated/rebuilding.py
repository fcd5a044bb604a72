"""The source of an exported report, put together again from its fields and the pieces that stood between them."""

from collections.abc import Iterable, Iterator, Sequence

from tourview.readers.stated.drafts import Draft, Placed, is_lead_in, reading_order, sections_of
from tourview.report import Passage, Report, Runs, Section, in_reading_order

Piece = tuple[int, str]
"""A part of the source that is in no field, and the offset where it stands."""


_BREAK = 32  # characters that may stand within a label: a line's end and an indentation


def pieces_between(report: Report) -> list[Piece]:
    """The parts of the source that are in no label, heading or paragraph, ascending."""
    pieces: list[Piece] = []
    at = 0
    for start, end in _field_spans(report):
        if start > at:
            pieces.append((at, report.text[at:start]))
        at = max(at, end)
    if at < len(report.text):
        pieces.append((at, report.text[at:]))
    return pieces


def rebuild(drafts: Sequence[Draft], pieces: Iterable[Piece]) -> tuple[str, tuple[Section, ...]] | None:
    """The source and the sections in it; None where fields, pieces and stated spans do not fit together.

    They do not once a person has changed the length of a field, or where a section states no span.
    """
    weaver = _Weaver(pieces)
    places = []
    for draft, _level in reading_order(drafts):
        placed = _place(weaver, draft)
        if placed is None:
            return None
        places.append(placed)
    text = weaver.finish()
    if text is None:
        return None
    sections = sections_of(drafts, places, len(text))
    return (text, sections) if _spans_hold(drafts, sections) else None


class _Weaver:
    """Puts fields one behind the other, and each piece where it stood."""

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self._pieces = iter(pieces)
        self._piece = next(self._pieces, None)
        self._parts: list[str] = []
        self.length = 0

    def put(self, field: str) -> Runs:
        """Put a field, cut where pieces stood in it; returns its runs."""
        runs: list[tuple[int, int]] = []
        at = 0
        while at < len(field):
            self._put_pieces()
            room = self._piece[0] - self.length if self._piece else len(field)
            part = field[at : at + room] if room > 0 else field[at:]
            runs.append((at, self.length))
            self._add(part)
            at += len(part)
        return tuple(runs)

    def finish(self) -> str | None:
        """The text; None where a piece is left that stood elsewhere."""
        self._put_pieces()
        return None if self._piece else "".join(self._parts)

    def _put_pieces(self) -> None:
        while self._piece and self._piece[0] == self.length:
            self._add(self._piece[1])
            self._piece = next(self._pieces, None)

    def _add(self, part: str) -> None:
        self._parts.append(part)
        self.length += len(part)


def _place(weaver: _Weaver, draft: Draft) -> Placed | None:
    """Put a draft's fields; None where they do not begin where its span does."""
    before = weaver.length
    label = weaver.put(draft.label)
    heading = weaver.put(draft.heading)
    paragraphs = [weaver.put(paragraph) for paragraph in draft.paragraphs]
    if draft.span is None or not all(paragraphs):
        return None
    start = draft.span[0]
    first = next((runs[0][1] for runs in (label, heading, *paragraphs) if runs), start)
    if not before <= start <= first or (label and start != first):
        return None
    return Placed(
        start,
        None if is_lead_in(draft) or not heading else Passage(draft.heading, heading),
        tuple(Passage(text, runs) for text, runs in zip(draft.paragraphs, paragraphs, strict=True)),
    )


def _spans_hold(drafts: Sequence[Draft], sections: Sequence[Section]) -> bool:
    """Whether the spans are those that were stated, and leave nothing at the end."""
    stated = (draft.span for draft, _level in reading_order(drafts))
    return all(span == section.span for span, section in zip(stated, in_reading_order(sections), strict=True))


def _field_spans(report: Report) -> Iterator[tuple[int, int]]:
    for section in report.reading_order:
        if section.label:
            yield from _label_spans(report.text, section)
        if section.heading:
            yield from section.heading.source_spans()
        for paragraph in section.paragraphs:
            yield from paragraph.source_spans()


def _label_spans(text: str, section: Section) -> Iterator[tuple[int, int]]:
    """Where a label lies in the source, which may break it over two lines."""
    start = end = section.span[0]
    for char in section.label:
        at = text.find(char, end, end + _BREAK)
        if at < 0:
            break
        if at > end:
            yield start, end
            start = at
        end = at + 1
    yield start, end
