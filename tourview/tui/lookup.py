"""A search in a library: what was asked, the best of what it found, and how much there is in all."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from tourview.i18n import _, ngettext
from tourview.report import Kind, Progress
from tourview.search.index import Found, Index, LibraryHit, Tally
from tourview.search.query import Query, parse
from tourview.tui.finding import not_understood
from tourview.tui.widgets.searchbar import SCOPES

_FIRST = 60
"""Hits that are looked for at once, while a person types."""
_MOST = 1000
"""Hits that are listed in the end."""


@dataclass(frozen=True)
class Lookup:
    """What is known of a search.

    Attributes:
        text: What was typed; blank for all sections of the kind.
        kind: The kind it keeps to; None for any.
        query: What was asked, whatever the kind.
        hits: The best of its hits, of that kind.
        complete: Whether `hits` are all there are.
        tallies: How much there is in all, by report and kind; None as long as that is not counted.
    """

    text: str
    kind: Kind | None
    query: Query
    hits: tuple[LibraryHit, ...]
    complete: bool
    tallies: Mapping[tuple[Path, Kind | None], Tally] | None

    @property
    def groups(self) -> tuple[tuple[LibraryHit, ...], ...]:
        """The hits by report: each report where the best of its hits stands; as the text runs if none is better."""
        found: dict[Path, list[LibraryHit]] = {}
        for hit in self.hits:
            found.setdefault(hit.entry.path, []).append(hit)
        if not self.query.terms:
            return tuple(tuple(sorted(hits, key=lambda hit: hit.start)) for hits in found.values())
        return tuple(tuple(hits) for hits in found.values())

    def by_kind(self) -> Mapping[Kind | None, int]:
        """How often each kind has it, in the whole library; as far as that is known."""
        counts: Counter[Kind | None] = Counter()
        for (_path, kind), tally in (self.tallies or {}).items():
            counts[kind] += self._number(tally)
        return counts

    def by_report(self) -> Mapping[Path, int]:
        """How often each report has it, in sections of the kind; as long as that is not counted, by what is listed."""
        counts: Counter[Path] = Counter()
        if self.tallies is None:
            for hit in self.hits:
                counts[hit.entry.path] += hit.count if self.query.terms else 1
        for (path, kind), tally in (self.tallies or {}).items():
            if self.kind in (None, kind):
                counts[path] += self._number(tally)
        return counts

    def _number(self, tally: Tally) -> int:
        """Occurrences; sections, where nothing is asked that could occur."""
        return tally.total if self.query.terms else tally.sections

    def status(self) -> str:
        """`18 hits in 12 sections of 3 reports`, in the interface language."""
        if self.query.ignored:
            return not_understood(self.query)
        if not self.hits:
            return _("nothing found")
        if self.tallies is None:
            many = len(self.hits)
            return ngettext("more than {count} section", "more than {count} sections", many).format(count=many)
        counted = [(path, tally) for (path, kind), tally in self.tallies.items() if self.kind in (None, kind)]
        sections, reports = sum(tally.sections for _path, tally in counted), len({path for path, _tally in counted})
        total = sum(tally.total for _path, tally in counted)
        told = ngettext("{count} section", "{count} sections", sections).format(count=sections)
        if self.query.terms:
            told = ngettext("{total} hit in {sections}", "{total} hits in {sections}", total).format(
                total=total, sections=told
            )
        where = ngettext("{what} of {count} report", "{what} of {count} reports", reports)
        return where.format(what=told, count=reports)


def asked(text: str, kind: Kind | None) -> Query | None:
    """What a person asks for: by a text, or by a view, which shows every section of its kind; None if by neither."""
    query = parse(text)
    if not query.empty:
        return query
    return None if kind is None else Query("", kinds=frozenset(SCOPES))


def first_look(index: Index, text: str, kind: Kind | None, progress: Progress | None = None) -> Lookup | None:
    """The best hits, found in no time; None for a search that asks for nothing.

    Args:
        index: Where to look.
        text: What was typed.
        kind: The kind to keep to.
        progress: Told the share that is done; may raise to stop.
    """
    query = asked(text, kind)
    if query is None:
        return None
    found = index.search(query, limit=_FIRST, progress=progress)
    if found.complete and len(found.hits) == found.sections:
        return Lookup(text, kind, query, _of_kind(found, kind), True, _tallied(found))
    if kind is not None:
        found = index.search(query, {kind}, limit=_FIRST, progress=progress)
    return Lookup(text, kind, query, found.hits, False, None)


def full_look(index: Index, lookup: Lookup, progress: Progress) -> Lookup:
    """The same with more of its hits, and all of them counted.

    Args:
        index: Where to look.
        lookup: What is known so far.
        progress: Told the share that is done; may raise to stop.
    """
    kinds = None if lookup.kind is None else {lookup.kind}
    found = index.search(lookup.query, kinds, limit=_MOST, progress=progress)
    tallies = index.tally(lookup.query, progress)
    complete = found.complete and len(found.hits) == found.sections
    return replace(lookup, hits=found.hits, complete=complete, tallies=tallies)


def _of_kind(found: Found, kind: Kind | None) -> tuple[LibraryHit, ...]:
    return found.hits if kind is None else tuple(hit for hit in found.hits if hit.kind is kind)


def _tallied(found: Found) -> dict[tuple[Path, Kind | None], Tally]:
    counts: dict[tuple[Path, Kind | None], Tally] = {}
    for hit in found.hits:
        total, sections = counts.get((hit.entry.path, hit.kind), (0, 0))
        counts[hit.entry.path, hit.kind] = Tally(total + hit.count, sections + 1)
    return counts
