"""The metadata that may head a Markdown file, between two lines of ---."""

import re

_BLOCK = re.compile(r"\A---[ \t]*\n(?P<body>(?:[^\n]*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_FIELD = re.compile(r"^[A-Za-z_][\w-]*[ \t]*:", re.MULTILINE)
_TITLE = re.compile(r"^title[ \t]*:[ \t]*(?P<title>\S.*?)[ \t]*$", re.MULTILINE | re.IGNORECASE)
_LONGEST = 1 << 14  # code points that a front matter may take


def front_matter(text: str) -> tuple[str | None, int]:
    """The title a front matter states, and where the text after it begins; (None, 0) where there is none."""
    found = _BLOCK.match(text[:_LONGEST])
    if found is None or not _FIELD.match(found["body"].lstrip()):
        return None, 0
    title = _TITLE.search(found["body"])
    return (_unquoted(title["title"]) if title else None), found.end()


def _unquoted(value: str) -> str | None:
    for quote in ('"', "'"):
        if len(value) > 1 and value.startswith(quote) and value.endswith(quote):
            value = value[1:-1].replace("\\" + quote, quote)
    return value.strip() or None
