"""The Chinese catalogue: `python -m tests.i18n.catalogue` takes in the program's messages and compiles it.

Translations are written into `tourview/locale/zh/LC_MESSAGES/tourview.po` by hand. The script keeps them, adds what is
new with an empty translation, drops what is gone and writes the `.mo` beside it. Both files depend on the messages
and translations alone: no times, no places, no guesses, so that a change shows what it changes.
"""

import struct
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[2] / "tourview"
PO = ROOT / "locale" / "zh" / "LC_MESSAGES" / "tourview.po"
MO = PO.with_suffix(".mo")

_KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}
_HEADERS = (
    "Language: zh",
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=UTF-8",
    "Content-Transfer-Encoding: 8bit",
    "Plural-Forms: nplurals=1; plural=0;",
)
_HEADER = "".join(f"{line}\n" for line in _HEADERS)
_MAGIC = 0x950412DE
"""What a little-endian .mo file begins with (GNU gettext manual, 10.3)."""


class Entry(NamedTuple):
    """A message and its translation; `plural` is empty where the message has none."""

    id: str
    plural: str
    string: str


def extract() -> Catalog:
    """Every message of the program, untranslated."""
    found = Catalog(locale="zh")
    for _file, _line, message, comments, _context in extract_from_dir(
        ROOT, [("**.py", "python")], keywords=_KEYWORDS, comment_tags=("Translators:",), strip_comment_tags=True
    ):
        found.add(message, auto_comments=comments)
    return found


def read() -> Catalog:
    """The catalogue as it is committed; empty if there is none yet."""
    return read_po(BytesIO(PO.read_bytes() if PO.exists() else b""), locale="zh")


def update(messages: Catalog, translated: Catalog) -> bytes:
    """The .po file of the messages, with those translations that there are."""
    for message in messages:
        known = translated.get(message.id) if message.id else None
        if known is not None:
            message.string = known.string
            message.user_comments = known.user_comments
    body = BytesIO()
    write_po(body, messages, width=0, no_location=True, omit_header=True, sort_output=True, ignore_obsolete=True)
    lines = "".join(f'"{line}\\n"\n' for line in _HEADERS)
    return f'msgid ""\nmsgstr ""\n{lines}\n'.encode() + body.getvalue().strip() + b"\n"


def entries(catalogue: Catalog) -> Iterator[Entry]:
    """The messages of a catalogue with their translations, without the header."""
    for message in catalogue:
        if message.id:
            yield _entry(message)


def _entry(message: Message) -> Entry:
    one, plural = message.id if isinstance(message.id, tuple) else (message.id, "")
    string = message.string[0] if isinstance(message.string, tuple) else message.string
    return Entry(str(one), str(plural), str(string or ""))


def compiled(catalogue: Catalog) -> bytes:
    """The .mo file of a catalogue: two tables of lengths and offsets, then the texts, sorted, each closed by NUL."""
    pairs = {
        "\0".join(filter(None, (entry.id, entry.plural))): entry.string for entry in entries(catalogue) if entry.string
    }
    texts = sorted((key.encode(), value.encode()) for key, value in {"": _HEADER, **pairs}.items())
    count = len(texts)
    keys_at, values_at, at = 28, 28 + 8 * count, 28 + 16 * count
    tables, body = b"", b""
    for side in (0, 1):
        for text in (pair[side] for pair in texts):
            tables += struct.pack("<II", len(text), at + len(body))
            body += text + b"\0"
    return struct.pack("<7I", _MAGIC, 0, count, keys_at, values_at, 0, at) + tables + body


def main() -> int:
    """Bring both files up to date; returns 1 and names the messages if any has no translation yet."""
    PO.parent.mkdir(parents=True, exist_ok=True)
    PO.write_bytes(update(extract(), read()))
    catalogue = read()
    MO.write_bytes(compiled(catalogue))
    missing = [entry.id for entry in entries(catalogue) if not entry.string]
    for message in missing:
        print(f"not translated yet: {message!r}", file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
