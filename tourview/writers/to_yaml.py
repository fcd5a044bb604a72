"""A report as YAML, in the schema its reader knows; what is read back is the same report."""

from typing import Any, cast

import yaml

from tourview.readers.stated.rebuilding import pieces_between
from tourview.report import Report
from tourview.writers.plain_data import plain_report

_WIDTH = 1 << 30
"""Columns after which a line would be folded: never, since folding is for readers that know it."""


class _Row(list[Any]):
    """A short list, written on one line."""


def _row(dumper: yaml.SafeDumper, row: _Row) -> yaml.Node:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", row, flow_style=True)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    """Text of one line as YAML finds best; any other in double quotes, where escapes hold every character."""
    style = None if text.isprintable() else '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_FASTEST: type[yaml.SafeDumper] = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_DUMPER = cast("type[yaml.SafeDumper]", type("ReportDumper", (_FASTEST,), {}))
_DUMPER.add_representer(_Row, _row)
_DUMPER.add_representer(str, _text)


def write_yaml(report: Report) -> str:
    """The report as YAML, Chinese readable, with the source's other parts under `between` at the end."""
    plain = plain_report(report)
    plain["between"] = [_Row(piece) for piece in pieces_between(report)]
    written: str = yaml.dump(
        _with_rows(plain), Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=_WIDTH, default_flow_style=False
    )
    return written


def _with_rows(value: Any) -> Any:
    """The same data, with lists of numbers (spans) as rows and empty lists left as they are."""
    if isinstance(value, dict):
        return {key: _with_rows(item) for key, item in value.items()}
    if isinstance(value, _Row) or not isinstance(value, list):
        return value
    if value and all(isinstance(item, int) for item in value):
        return _Row(value)
    return [_with_rows(item) for item in value]
