"""The metadata that may head a Markdown file, between two lines of ---.

Only as much of YAML as front matter is written in: `name: value` with the value plain, quoted or a list of such, in
brackets or on lines of its own that begin with a hyphen. Fields of other names are passed over.
"""

import json
import re
from collections.abc import Iterator

from tourview.readers.document import Metadata

_BLOCK = re.compile(r"\A---[ \t]*\n(?P<body>(?:[^\n]*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_FIELD = re.compile(r"(?P<name>[A-Za-z_][\w-]*)[ \t]*:(?P<value>.*)")
_ITEM = re.compile(r"[ \t]*-[ \t]+(?P<value>.*)")
_COMMENT = re.compile(r"[ \t]#.*")
_IN_LIST = re.compile(r""""(?:[^"\\]|\\.)*+"|'(?:[^']|'')*+'|[^\s,\[\]"'][^,\]]*+""")
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d")
_LONGEST = 1 << 14  # code points that a front matter may take


def front_matter(text: str) -> tuple[Metadata, int]:
    """What a front matter states, and where the text after it begins; nothing and 0 where there is none."""
    found = _BLOCK.match(text[:_LONGEST])
    if found is None or not _FIELD.match(found["body"].lstrip()):
        return Metadata(), 0
    fields: dict[str, list[str]] = {}
    for name, values in _fields(found["body"]):
        fields.setdefault(name, values)
    date = _only(fields, "date")
    moment = _MOMENT.match(date) if date else None
    metadata = Metadata(
        title=_only(fields, "title"),
        organization=_only(fields, "organization"),
        date=moment[1] if moment else date,
        party=_only(fields, "party"),
        destinations=tuple(fields.get("destinations", ())),
    )
    return metadata, found.end()


def _fields(body: str) -> Iterator[tuple[str, list[str]]]:
    """Every field's name, in lower case, and its values, none of them empty."""
    name, values = "", list[str]()
    for line in body.split("\n"):
        field, item = _FIELD.match(line), _ITEM.match(line)
        if field:
            if name:
                yield name, values
            name, values = field["name"].lower(), _values(field["value"].strip())
        elif item and name:
            values.extend(_values(item["value"].strip()))
    if name:
        yield name, values


def _values(written: str) -> list[str]:
    if written.startswith("[") and written.endswith("]"):
        found = [_unquoted(part[0].strip()) for part in _IN_LIST.finditer(written, 1, len(written) - 1)]
    else:
        found = [_unquoted(written)]
    return [value for value in found if value]


def _unquoted(written: str) -> str:
    """A value without the marks around it, on one line."""
    value = written
    if len(written) > 1 and written[0] == written[-1] == '"':
        try:
            value = str(json.loads(written))
        except ValueError:  # an escape that JSON does not have
            value = written[1:-1].replace('\\"', '"')
        if not value.isascii() and any("\ud800" <= char <= "\udfff" for char in value):
            value = written[1:-1]
    elif len(written) > 1 and written[0] == written[-1] == "'":
        value = written[1:-1].replace("''", "'").replace("\\'", "'")
    else:
        value = _COMMENT.sub("", written)
    return " ".join(value.split())


def _only(fields: dict[str, list[str]], name: str) -> str | None:
    """The value of a field that has one; of several values the first."""
    return next(iter(fields.get(name, ())), None)
