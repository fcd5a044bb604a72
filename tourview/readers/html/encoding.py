"""The text of a web page's bytes, by what it declares where that is true, and by what it looks like where it is not."""

import codecs
import re

from tourview.readers.encoding import decode
from tourview.readers.formats import signature_of
from tourview.report import Progress

_HEAD = 1 << 15  # bytes among which the declaration is looked for; HTML 5 has it in the first 1024
_PORTION = 1 << 18
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_META = re.compile(rb"<meta\s[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_XML = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})", re.IGNORECASE)
_CODECS = {
    **dict.fromkeys(
        ("gb2312", "gbk", "gb18030", "x-gbk", "gb_2312-80", "gb_2312", "cp936", "hz-gb-2312", "gb2312-80"), "gb18030"
    ),
    **dict.fromkeys(("big5", "big5-hkscs", "x-x-big5", "cn-big5", "big5hkscs"), "big5hkscs"),
}
"""The encodings that mean more than they say (WHATWG Encoding, 4.2), by the names they are declared under."""
_ALLOWED = 200  # bytes for which one may be damaged where an encoding is declared


def decode_page(data: bytes, name: str, declared: str | None = None, progress: Progress | None = None) -> str:
    """The text of a page.

    A byte order mark goes first, then UTF-8 where all of it is that (pages are often saved in it whatever they
    declare), then GB18030 or Big5 as declared, then what the bytes look like.

    Args:
        data: The page.
        name: What the file is called in an error.
        declared: What was declared of the page beside it (a `Content-Type`), if anything was.
        progress: Told the share decoded; may raise to cancel.

    Raises:
        ReportError: If it is no text; see `encoding.decode`.
    """
    found = _BEYOND_ASCII.search(data)
    start = found.start() if found else len(data)
    codec = _CODECS.get((declared or _declaration(data[:_HEAD])).lower())
    if codec and found and b"\0" not in data and signature_of(data) is None and not _is_utf8(data, start):
        text = _decoded(data, codec, progress)
        if text.count("\ufffd") <= 2 + (len(data) - start) // _ALLOWED:
            return text
    if start < _HEAD or b"\0" in data:
        return decode(data, name, progress)
    # The encoding is told by the first bytes, so what is ASCII anyway, style sheets and programs, is kept out of them.
    return data[:start].decode("ascii") + (decode(data[start:], name, progress) if found else "")


def _declaration(head: bytes) -> str:
    found = _META.search(head) or _XML.match(head)
    return found[1].decode("ascii", "ignore") if found else ""


def _is_utf8(data: bytes, start: int) -> bool:
    """Whether all is UTF-8 from the first byte beyond ASCII on, but for a character cut off at the end."""
    decoder = codecs.getincrementaldecoder("utf-8")("strict")
    try:
        for at in range(start, len(data), _PORTION):
            decoder.decode(data[at : at + _PORTION])
    except UnicodeDecodeError:
        return False
    return True


def _decoded(data: bytes, codec: str, progress: Progress | None) -> str:
    decoder = codecs.getincrementaldecoder(codec)("replace")
    parts = []
    for at in range(0, len(data), _PORTION):
        parts.append(decoder.decode(data[at : at + _PORTION], final=at + _PORTION >= len(data)))
        if progress:
            progress(min(1.0, (at + _PORTION) / len(data)))
    return "".join(parts)
