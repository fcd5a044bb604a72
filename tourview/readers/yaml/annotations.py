"""What a YAML report states about its sections: facts, figures, links and notices."""

from collections.abc import Sequence

from tourview.i18n import _
from tourview.readers.yaml.fields import Record, did_you_mean
from tourview.report import LINK_STATUSES, NOTICE_KINDS, Facts, Figure, Link, Notice, Section, Site, Span

_FACTS = ("party", "dates", "destinations", "documents", "sites")
_SITE = ("name", "region", "ref", "span")
_FIGURE = ("ref", "text", "value", "unit", "qualifier", "span", "to")
_LINK = ("from", "to", "status", "evidence")
_NOTICE = ("ref", "kind", "text", "span")


class Annotations:
    """Reads what is stated about the sections of a text.

    Args:
        top: The report's mapping.
        text: The text.
        sections: The chapters in it.
        exact: Whether the text is the source the stated spans count in. Otherwise a thing's span is where its words
            stand in its section, or the section's own span.
    """

    def __init__(self, top: Record, text: str, sections: Sequence[Section], exact: bool) -> None:
        self._top = top
        self._text = text
        self._exact = exact
        self._sections: dict[str, Section] = {}
        self._searched: dict[tuple[str, str], int] = {}
        waiting = list(sections)
        while waiting:
            section = waiting.pop()
            self._sections[section.ref] = section
            waiting.extend(section.children)

    def facts(self) -> Facts:
        """The facts; empty where none are stated."""
        node = self._top.node_of("facts")
        if node is None:
            return Facts()
        record = Record(self._top.name, node, "facts", _FACTS)
        return Facts(
            party=record.text("party"),
            dates=record.texts("dates"),
            destinations=record.texts("destinations"),
            documents=record.texts("documents"),
            sites=tuple(self._site(site) for site in record.records("sites", _SITE)),
        )

    def figures(self) -> tuple[Figure, ...]:
        """The figures."""
        return tuple(self._figure(record) for record in self._top.records("figures", _FIGURE))

    def links(self) -> tuple[Link, ...]:
        """The links; one that states no status was put there by a person: confirmed."""
        return tuple(
            Link(
                source=self._ref(record, "from"),
                target=self._ref(record, "to"),
                status=record.choice("status", LINK_STATUSES, "confirmed"),
                evidence=record.texts("evidence"),
            )
            for record in self._top.records("links", _LINK)
        )

    def notices(self) -> tuple[Notice, ...]:
        """The notices."""
        return tuple(self._notice(record) for record in self._top.records("notices", _NOTICE))

    def _site(self, record: Record) -> Site:
        ref, name = self._ref(record, "ref"), record.required_text("name")
        return Site(name, record.text("region") or "", ref, self._span(record, ref, name))

    def _figure(self, record: Record) -> Figure:
        ref, text = self._ref(record, "ref"), record.required_text("text")
        value = record.number("value")
        if value is None:
            record.refuse_missing("value")
        return Figure(
            ref=ref,
            text=text,
            value=value,
            unit=record.text("unit") or "",
            qualifier=record.text("qualifier"),
            span=self._span(record, ref, text),
            to=record.number("to"),
        )

    def _notice(self, record: Record) -> Notice:
        ref, text = self._ref(record, "ref"), record.required_text("text")
        record.required_text("kind")
        return Notice(ref, record.choice("kind", NOTICE_KINDS, ""), text, self._span(record, ref, text))

    def _ref(self, record: Record, field: str) -> str:
        ref = record.required_text(field)
        if ref not in self._sections:
            message = _("there is no section {ref}").format(ref=ref)
            record.refuse(field, message + did_you_mean(ref, tuple(self._sections)))
        return ref

    def _span(self, record: Record, ref: str, words: str) -> Span:
        """Where it stands: as stated, else the next place of its words in the section, else the own span."""
        stated = record.span("span")
        if self._exact and stated and stated[0] <= stated[1] <= len(self._text):
            return stated
        section = self._sections[ref]
        begin, end = section.own_span
        found = self._text.find(words, self._searched.get((ref, words), begin), end) if words else -1
        if found < 0:
            return begin, end
        self._searched[ref, words] = found + len(words)
        return found, found + len(words)
