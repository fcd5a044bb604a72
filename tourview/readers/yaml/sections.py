"""The tree of sections a YAML report states, as drafts."""

from collections.abc import Sequence

from tourview.i18n import _
from tourview.readers.stated.composing import BLANKS
from tourview.readers.stated.drafts import Draft
from tourview.readers.yaml.fields import Record, not_one_of, refuse
from tourview.readers.yaml.tree import Node
from tourview.report import Kind, kind_named

_FIELDS = ("ref", "id", "label", "level", "heading", "kind", "paragraphs", "span", "children")
_KINDS = tuple(kind.value for kind in Kind)
_KIND_NAMES = {**{kind.value: kind for kind in Kind}, **{kind.chinese: kind for kind in Kind}}


def read_sections(top: Record) -> tuple[Draft, ...]:
    """The chapters a report states, with all inside them.

    A section that states no kind has its parent's; `kind: null` has none.

    Raises:
        ReportError: At a mistake, or if there is no chapter.
    """
    nodes = top.nodes("sections")
    if not nodes:
        top.refuse_missing("sections")
    return _Sections(top.name).siblings(nodes, "", None)


class _Sections:
    """Reads sections in reading order and remembers where each stated id is."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._ids: dict[str, int] = {}

    def siblings(self, nodes: Sequence[Node], above: str, kind: Kind | None) -> tuple[Draft, ...]:
        records = [Record(self._name, node, _("section"), _FIELDS) for node in nodes]
        first = 0 if not above and records and _is_lead_in(records[0]) else 1
        refs = (f"{above}.{number}" if above else str(number) for number in range(first, first + len(records)))
        return tuple(self._section(record, ref, kind) for ref, record in zip(refs, records, strict=True))

    def _section(self, record: Record, ref: str, kind: Kind | None) -> Draft:
        _check(record, "ref", ref)
        _check(record, "level", str(ref.count(".") + 1))
        if ref != "0" and not record.required_text("heading").strip(BLANKS):
            record.refuse("heading", _("only the first section, the lead-in, may have an empty heading"))
        kind = _kind(record) if record.states("kind") else kind
        return Draft(
            label=record.text("label") or "",
            heading=record.required_text("heading"),
            kind=kind,
            paragraphs=_paragraphs(record),
            children=self.siblings(record.nodes("children"), ref, kind),
            id=self._id(record),
            span=record.span("span"),
        )

    def _id(self, record: Record) -> str | None:
        identity = record.text("id")
        if identity is None:
            return None
        if not identity or identity.split() != [identity]:
            record.refuse("id", _("an id is one word"))
        if identity in self._ids:
            line = self._ids[identity]
            record.refuse("id", _("'{id}' is the id of the section in line {line}").format(id=identity, line=line))
        self._ids[identity] = record.node.line
        return identity


def _is_lead_in(record: Record) -> bool:
    return not record.text("label") and not record.required_text("heading").strip(BLANKS)


def _check(record: Record, field: str, position: str) -> None:
    stated = record.text(field)
    if stated is not None and stated != position:
        message = _("'{stated}' is not where the section stands; leave it out or write {position}")
        record.refuse(field, message.format(stated=stated, position=position))


def _kind(record: Record) -> Kind | None:
    text = record.text("kind")
    kind = None if text is None else kind_named(text)
    if text is not None and kind is None:
        record.refuse("kind", not_one_of(text, _KINDS, tuple(_KIND_NAMES)))
    return kind


def _paragraphs(record: Record) -> tuple[str, ...]:
    scalars = record.scalars("paragraphs")
    for scalar in scalars:
        if not scalar.text.strip(BLANKS):
            refuse(record.name, scalar, "paragraphs", _("a paragraph is empty"))
    return tuple(scalar.text for scalar in scalars)
