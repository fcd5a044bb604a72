"""A report as plain dicts and lists, under the names and in the order of the JSON contract, which YAML shares."""

from typing import Any

from tourview.report import SCHEMA_VERSION, Facts, Figure, Link, Notice, Report, Section, Site, Span

Plain = dict[str, Any]


def plain_report(report: Report) -> Plain:
    """The whole report; spans are `[start, end)` in code points of its text."""
    return {
        "tourview": SCHEMA_VERSION,
        "title": report.title,
        "language": report.language,
        "organization": report.organization,
        "date": report.date,
        "facts": _facts(report.facts),
        "source": {"name": report.source.name, "sha256": report.source.sha256},
        "sections": [_section(section) for section in report.sections],
        "figures": [plain_figure(figure) for figure in report.figures],
        "links": [plain_link(link) for link in report.links],
        "notices": [_notice(notice) for notice in report.notices],
    }


def _facts(facts: Facts) -> Plain:
    return {
        "party": facts.party,
        "dates": list(facts.dates),
        "destinations": list(facts.destinations),
        "documents": list(facts.documents),
        "sites": [_site(site) for site in facts.sites],
    }


def _site(site: Site) -> Plain:
    return {"name": site.name, "region": site.region, "ref": site.ref, "span": _span(site.span)}


def _section(section: Section) -> Plain:
    return {
        "ref": section.ref,
        "id": section.id,
        "label": section.label,
        "level": section.level,
        "heading": section.title,
        "kind": section.kind.value if section.kind else None,
        "paragraphs": [paragraph.text for paragraph in section.paragraphs],
        "span": _span(section.span),
        "children": [_section(child) for child in section.children],
    }


def plain_figure(figure: Figure) -> Plain:
    """A figure, by the names of the contract."""
    plain: Plain = {
        "ref": figure.ref,
        "text": figure.text,
        "value": figure.value,
        "unit": figure.unit,
        "qualifier": figure.qualifier,
        "span": _span(figure.span),
    }
    if figure.to is not None:
        plain["to"] = figure.to
    return plain


def plain_link(link: Link) -> Plain:
    """A link, by the names of the contract."""
    return {"from": link.source, "to": link.target, "status": link.status, "evidence": list(link.evidence)}


def _notice(notice: Notice) -> Plain:
    return {"ref": notice.ref, "kind": notice.kind, "text": notice.text, "span": _span(notice.span)}


def _span(span: Span) -> list[int]:
    return [span[0], span[1]]
