"""The few facts that stand beside a report's title."""

import re

from tourview.report.model import Report

_HEADS = re.compile(r"\d+\s*(?:余|多)?(?:人|people|persons|members|officials)")


def headline_facts(report: Report) -> tuple[str, ...]:
    """When, how many and who, in this order, as far as the report states it: `2014.07`, `12人`, the organization."""
    party = _HEADS.search(report.facts.party or "")
    parts = ((report.date or "").replace("-", "."), party.group() if party else "", report.organization or "")
    return tuple(part for part in parts if part)
