"""A report written in YAML: the project's own format, made to be written by hand and to hold every report.

The names are those of the JSON contract. Only `title`, `sections` and each section's `heading` are required; a section
without a `kind` has its parent's. `between` is what `tourview export -f yaml` adds: the parts of the source that are in
no field, so that the very source comes back. Where it is missing or no longer fits, the text is composed.
"""

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256

from tourview.i18n import LANGUAGES, _
from tourview.readers.encoding import decode
from tourview.readers.stated.composing import compose, unfolded
from tourview.readers.stated.rebuilding import Piece, rebuild
from tourview.readers.yaml.annotations import Annotations
from tourview.readers.yaml.fields import Record, refuse
from tourview.readers.yaml.sections import read_sections
from tourview.readers.yaml.tree import Listing, Scalar, read_tree
from tourview.report import SCHEMA_VERSION, Figure, Link, Notice, Progress, Report, Source, language_of

_TOP = (
    *("tourview", "title", "language", "organization", "date", "facts", "source", "sections"),
    *("figures", "links", "notices", "between"),
)
_SOURCE = ("name", "sha256")


def read_yaml(
    data: bytes,
    name: str,
    progress: Progress | None = None,
    *,
    find_notices: Callable[[Report], tuple[Notice, ...]] | None = None,
    find_figures: Callable[[Report], tuple[Figure, ...]] | None = None,
    find_links: Callable[[Report], tuple[Link, ...]] | None = None,
) -> Report:
    """The report a YAML file states.

    Args:
        data: The file's bytes, in any encoding the text reader knows.
        name: The file's name, for errors and, where none is stated, the source.
        progress: Told the share of the work done, from 0 to 1; may raise to cancel.
        find_notices: What finds the notices of a report that states none. One that states `notices: []` has none.
        find_figures: What finds its figures, in the same way.
        find_links: What suggests its links, once the figures are known.

    Raises:
        ReportError: At the first mistake, with its line, column and field.
    """
    top = Record(name, read_tree(decode(data, name), name, progress), _("report"), _TOP)
    top.choice("tourview", (str(SCHEMA_VERSION),), str(SCHEMA_VERSION))
    title = top.required_text("title")
    drafts = read_sections(top)
    rebuilt = rebuild(drafts, _pieces(top))
    text, sections = rebuilt or compose(title, drafts)
    annotations = Annotations(top, text, sections, exact=rebuilt is not None)
    report = Report(
        title=title if rebuilt else unfolded(title),
        text=text,
        language=top.choice("language", LANGUAGES, language_of(text)),
        source=_source(top, data),
        sections=sections,
        organization=top.text("organization"),
        date=top.text("date"),
        facts=annotations.facts(),
        figures=annotations.figures(),
        links=annotations.links(),
        notices=annotations.notices(),
    )
    if find_notices and not top.states("notices"):
        report = replace(report, notices=find_notices(report))
    if find_figures and not top.states("figures"):
        report = replace(report, figures=find_figures(report))
    if find_links and not top.states("links"):
        report = report.with_links(find_links(report))
    return report


def _pieces(top: Record) -> list[Piece]:
    pieces: list[Piece] = []
    for node in top.nodes("between"):
        items = node.items if isinstance(node, Listing) else []
        offset, text = items if len(items) == 2 else (None, None)
        if not (isinstance(offset, Scalar) and isinstance(text, Scalar) and offset.text.isdecimal() and text.text):
            refuse(top.name, node, "between", _("each entry is a list of an offset and a text"))
        pieces.append((int(offset.text[:15]), text.text))
    return pieces


def _source(top: Record, data: bytes) -> Source:
    node = top.node_of("source")
    if node is None:
        return Source(top.name, sha256(data).hexdigest())
    record = Record(top.name, node, "source", _SOURCE)
    return Source(record.text("name") or top.name, record.text("sha256") or sha256(data).hexdigest())
