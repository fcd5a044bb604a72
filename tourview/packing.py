"""A report as nested lists of numbers and text, small and quick to read back: the cache's format, no one else's.

A passage is the source spans it is made of; a section, a figure and the rest are their fields in order. A change here
needs a new `VERSION`, so that entries written before are passed over.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from tourview.report import Facts, Figure, Kind, Link, Notice, Passage, Report, Section, Site, Source

VERSION = 2

Packed = list[Any]
_PORTION = 1 << 16
"""Code points of the text that are written at a time."""
_encoded = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def dumped(report: Report) -> Iterator[str]:
    """The packed report as JSON, portion by portion: all of it at once would take twice the report's memory."""
    version, text, head, source, _sections, *rest = pack(replace(report, sections=()))
    yield f'[{_encoded(version)},"'
    for begin in range(0, len(text), _PORTION):
        yield _encoded(text[begin : begin + _PORTION])[1:-1]
    yield f'",{_encoded(head)},{_encoded(source)},['
    for number, section in enumerate(report.sections):
        yield "," * bool(number) + _encoded(_pack_section(section))
    yield "]"
    for part in rest:
        yield f",{_encoded(part)}"
    yield "]"


def pack(report: Report) -> Packed:
    """The report as lists, numbers, text and None."""
    facts = report.facts
    return [
        VERSION,
        report.text,
        [report.title, report.language, report.organization, report.date],
        [report.source.name, report.source.sha256],
        [_pack_section(section) for section in report.sections],
        [facts.party, facts.dates, facts.destinations, facts.documents],
        [[site.name, site.region, site.ref, site.span] for site in facts.sites],
        _pack_figures(report),
        [[link.source, link.target, link.status, link.evidence] for link in report.links],
        [[notice.ref, notice.kind, notice.text, notice.span] for notice in report.notices],
    ]


def unpack(packed: Packed) -> Report:
    """The report that was packed.

    Raises:
        ValueError: If it is of another version; this or another exception if it is damaged.
    """
    version, text, head, source, sections, facts, sites, figures, links, notices = packed
    if version != VERSION:
        raise ValueError("of another version")
    title, language, organization, date = head
    party, dates, destinations, documents = facts
    return Report(
        title=title,
        text=text,
        language=language,
        source=Source(*source),
        sections=tuple(_unpack_section(section, text) for section in sections),
        organization=organization,
        date=date,
        facts=Facts(
            party=party,
            dates=tuple(dates),
            destinations=tuple(destinations),
            documents=tuple(documents),
            sites=tuple(Site(name, region, ref, (span[0], span[1])) for name, region, ref, span in sites),
        ),
        figures=_unpack_figures(figures, text),
        links=tuple(Link(start, end, status, tuple(evidence)) for start, end, status, evidence in links),
        notices=tuple(Notice(ref, kind, words, (span[0], span[1])) for ref, kind, words, span in notices),
    )


def _pack_section(section: Section) -> Packed:
    return [
        section.ref,
        section.id,
        section.label,
        section.level,
        section.kind,
        section.span,
        section.own_end,
        _pack_passage(section.heading) if section.heading else None,
        [_pack_passage(paragraph) for paragraph in section.paragraphs],
        [_pack_section(child) for child in section.children],
    ]


def _unpack_section(packed: Packed, text: str) -> Section:
    ref, identity, label, level, kind, span, own_end, heading, paragraphs, children = packed
    return Section(
        ref=ref,
        id=identity,
        label=label,
        heading=None if heading is None else _unpack_passage(heading, text),
        level=level,
        kind=None if kind is None else Kind(kind),
        paragraphs=tuple(_unpack_passage(paragraph, text) for paragraph in paragraphs),
        span=(span[0], span[1]),
        own_end=own_end,
        children=tuple(_unpack_section(child, text) for child in children),
    )


def _pack_passage(passage: Passage) -> list[int]:
    """The source spans the passage is made of, one behind the other."""
    return [offset for span in passage.source_spans() for offset in span]


def _unpack_passage(offsets: Sequence[int], text: str) -> Passage:
    starts, ends = offsets[::2], offsets[1::2]
    parts: list[str] = []
    runs: list[tuple[int, int]] = []
    length = 0
    for start, end in zip(starts, ends, strict=True):
        runs.append((length, start))
        parts.append(text[start:end])
        length += end - start
    return Passage("".join(parts), tuple(runs))


def _pack_figures(report: Report) -> Packed:
    """The figures as one flat list of numbers, behind the words they share: there may be very many."""
    words: dict[str | None, int] = {None: 0}
    rows: Packed = []
    for one in report.figures:
        start, end = one.span
        text = None if report.text[start:end] == one.text else one.text
        shared = (words.setdefault(word, len(words)) for word in (one.ref, text, one.unit, one.qualifier))
        rows += (*shared, one.value, start, end, one.to)
    return [list(words), rows]


def _unpack_figures(packed: Packed, text: str) -> tuple[Figure, ...]:
    words, rows = packed
    texts: dict[str, str] = {}

    def figure(at: int) -> Figure:
        ref, own, unit, qualifier, value, start, end, to = rows[at : at + 8]
        written = text[start:end] if words[own] is None else words[own]
        written = texts.setdefault(written, written)
        return Figure(words[ref], written, value, words[unit], words[qualifier], (start, end), to)

    return tuple(figure(at) for at in range(0, len(rows), 8))
