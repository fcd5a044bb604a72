"""Bytes become text: the encodings Chinese reports arrive in, told apart without being told.

UTF-8 (with or without a byte order mark, a few damaged characters allowed), UTF-16 (likewise, either byte order),
GB18030 with its subsets GBK and GB 2312, Big5 with the characters of Hong Kong (HKSCS) and of code page 950, and HZ.
The order of trial is: a byte order mark; UTF-16 by the share of characters that a report can be made of; strict UTF-8;
then GB18030 against Big5, strictly, and where both fit, by how many of the commonest characters and marks of Chinese
each reading yields, and how many of those that each encoding holds for everyday use. Everything runs in portions, so
that a large file neither keeps other threads waiting nor ignores a cancel.
"""

import codecs
import io
import re
from functools import cache

from tourview.i18n import _
from tourview.readers.formats import cure, signature_of
from tourview.report import Progress, ReportError

_PORTION = 1 << 18  # bytes at a time
_FEW = 8  # characters beyond ASCII, of which not one stands in a Latin word
_AROUND_FEW = 20  # characters of a text in which they are
_TELLING = 60  # characters beyond ASCII, from which their commonness tells whether they are Chinese
_SAMPLE = 1 << 16  # bytes that the choice of an encoding looks at
_COMMON = frozenset(
    "，。、：；“”（）《》？！—…"
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过民面方后多定学法所进行展理建"
    "设业市县区经济政府考察项目园新实么说种自前那得着里去日月家都而起还没与本力点开全党路城村镇乡省州干部组织领导加强快推体制改"
    "革创产化服务问题情况差距启示打算措施先第二三四五六七八九十明等产品高重心长公司机关水平文化社会资金投入规划环境保护安科技人"
    "才农民工商招引落强抓管提升报告总结意见办想思路相关部程度观念"
    "這個國時來們對會發動學進業縣區經濟產實設務開關與報導參觀問題機構為過還沒說種裡著點黨鄉組織領導強體創劃環境護農資投關幹啟"
    "應見結總長門東車電視項圓書馬風員場無當間樣處將從將給讓後幾遊願廠館灣際單標準"
)
_PRIVATE = range(0xE000, 0xF900)  # where GB18030 puts pairs of bytes that mean nothing
_ODD_CONTROL = re.compile("[\x01-\x06\x0e-\x1a\x1c-\x1f\x7f]")
_IN_WORD = re.compile("[A-Za-z][^\x00-\x7f]|[^\x00-\x7f][A-Za-z]")
_PRINTABLE = bytes(range(0x20, 0x7F)) + b"\t\n\r"
_ODD_CONTROL_BYTE = re.compile(rb"[\x01-\x06\x0e-\x1a\x1c-\x1f\x7f]")
_UTF16_TEXT = re.compile(
    "[\t\n\r\x20-\x7e\u00a0-\u024f\u2010-\u2027\u2030-\u203b\u2460-\u24ff\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]"
)
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def decode(data: bytes, name: str, progress: Progress | None = None) -> str:
    """The text of a file's bytes, without byte order mark, every newline a LF.

    CR LF, a lone CR, NEL (U+0085), LINE SEPARATOR and PARAGRAPH SEPARATOR (U+2028, U+2029) all become LF; other control
    characters stay where they are. A damaged UTF-8 sequence becomes U+FFFD. No lone surrogate can occur.

    Args:
        data: The whole file.
        name: What the file is called in an error.
        progress: Told the share decoded; may raise to cancel.

    Raises:
        ReportError: If the data is empty or blank, is a format other than text, or no known encoding fits.
    """
    if not data:
        raise ReportError(name, _("the file is empty; save the report again, or open another"))
    kind = signature_of(data)
    if kind:
        raise ReportError(name, cure(kind))
    mark, encoding = next(((mark, enc) for mark, enc in _MARKS if data.startswith(mark)), (b"", ""))
    found = encoding or _encoding_of(data)
    if b"\0" in data and not (found or "").startswith("utf-16"):
        raise ReportError(name, _("binary data, not text; save the report as text and open that"))
    if found is None:
        raise ReportError(name, _("not text in an encoding known here; save it as UTF-8 and open that"))
    text = _decoded(data, len(mark), found, progress)
    _check_text(text, name)
    return text


def _encoding_of(data: bytes) -> str | None:
    """The encoding of data without a byte order mark, or None where none fits."""
    utf16 = _utf16_of(data[:_SAMPLE])
    if utf16:
        return utf16
    if _decodes(data, "utf-8"):
        if _is_hz(data):
            return "hz"
        return "gb18030" if _is_disguised_gb(data) else "utf-8"
    good, bad = _utf8_quality(data)
    if bad * 4 <= good:
        return "utf-8"
    fits = [encoding for encoding in ("gb18030", _big5_of(data)) if encoding and _decodes(data, encoding)]
    if fits:
        best = max(fits, key=lambda encoding: _plausibility(data, encoding))  # the first among equals
        if _is_chinese(data, best, bad):
            return best
    return "utf-8" if bad <= 4 + len(data) // 500 else None


def _big5_of(data: bytes) -> str | None:
    """The Big5 that the data is valid in: as it is found in Hong Kong and Taiwan, and with the marks of Windows."""
    return next((encoding for encoding in ("big5hkscs", "cp950") if _decodes(data, encoding)), None)


def _is_chinese(data: bytes, encoding: str, bad: int) -> bool:
    """Whether a reading yields Chinese, not the bytes of Korean, Japanese or a Latin alphabet read wrongly.

    Args:
        data: The file's bytes.
        encoding: One they are valid in.
        bad: How many places of them are no UTF-8.
    """
    common = _commonness(data, encoding)
    beyond = sum(char > "\x7f" for char in data[:_SAMPLE].decode(encoding, "ignore"))
    if beyond >= _TELLING:
        return common > 0.11
    return common > 0.04 or bad * 100 > len(data) or _everyday_share(data, encoding) > 0.75


def _is_hz(data: bytes) -> bool:
    """Whether ASCII is rather HZ (RFC 1843), GB 2312 in seven bits between ~{ and ~}."""
    if b"~{" not in data[:_SAMPLE] or not data.isascii() or not _decodes(data, "hz"):
        return False
    return _commonness(data, "hz") > 0.2


def _is_disguised_gb(data: bytes) -> bool:
    """Whether valid UTF-8 is rather a few words of GB18030, as 学习 is, whose bytes happen to read as Cyrillic."""
    if len(data) > _SAMPLE or not _decodes(data, "gb18030"):
        return False
    text = data.decode("utf-8", "ignore")
    beyond = [char for char in text if char > "\x7f"]
    if not beyond or min(beyond) < "\u0100" or max(beyond) >= "\u0800":
        return False
    if min(beyond) >= "\u0370" and len(beyond) > 1 and _commonness(data, "gb18030") >= 0.4:
        return True
    if len(beyond) > _FEW or len(text) < _AROUND_FEW or any("\u0370" <= char < "\u0400" for char in beyond):
        return False  # a Greek letter by itself is a sign in a formula
    return not _IN_WORD.search(text) and _everyday_share(data, "gb18030") > 0.9


def _utf16_of(sample: bytes) -> str | None:
    """UTF-16 of either byte order where nearly all characters are such as reports are made of, else None."""
    sample = sample[: len(sample) // 2 * 2]
    has_nul = b"\0" in sample
    if len(sample) < 4 or not (has_nul or _ODD_CONTROL_BYTE.search(sample) or not _decodes(sample, "utf-8")):
        return None
    latin = not has_nul and len(sample.translate(None, _PRINTABLE)) < 0.15 * len(sample)
    least = 0.4 if latin else 0.05  # of the commonest characters: two Latin letters read as one are seldom such
    for encoding, high, low in (("utf-16-le", 1, 0), ("utf-16-be", 0, 1)):
        text = sample.decode(encoding, "replace")
        likely = sum(1 for _char in _UTF16_TEXT.finditer(text))
        if likely < 0.95 * len(text):
            continue
        nul_where_latin_has_it = sample[high::2].count(0) > 20 * sample[low::2].count(0)
        if nul_where_latin_has_it or (_commonness(sample, encoding) > least and len(text) > 5 * latin):
            return encoding
    return None


def _decodes(data: bytes, encoding: str) -> bool:
    """Whether the data is wholly valid, but for a character cut off at its very end."""
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    try:
        for start in range(0, len(data), _PORTION):
            decoder.decode(data[start : start + _PORTION])
    except UnicodeDecodeError:
        return False
    return True


def _utf8_quality(data: bytes) -> tuple[int, int]:
    """How many characters beyond ASCII decode as UTF-8, and how many places do not; stops where it is hopeless."""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    good = bad = 0
    for start in range(0, len(data), _PORTION):
        portion = data[start : start + _PORTION]
        text = decoder.decode(portion)
        spoiled = max(0, text.count("\ufffd") - portion.count(b"\xef\xbf\xbd"))
        bad += spoiled
        good += len(text) - spoiled - len(text.encode("ascii", "ignore"))
        if bad > 1000 and bad * 10 > good:
            break
    return good, bad


def _commonness(data: bytes, encoding: str) -> float:
    """The share of the commonest Chinese characters beyond ASCII, less that of meaningless ones, by a sample."""
    text = data[:_SAMPLE].decode(encoding, "ignore")
    beyond = [char for char in text if char > "\x7f"]
    common = sum(char in _COMMON for char in beyond) - sum(ord(char) in _PRIVATE for char in beyond)
    return common / len(beyond) if beyond else 0.0


def _plausibility(data: bytes, encoding: str) -> float:
    """How much a reading looks like Chinese: its commonest characters, and those the encoding has for everyday use."""
    return _commonness(data, encoding) + _everyday_share(data, encoding)


def _everyday_share(data: bytes, encoding: str) -> float:
    everyday = _everyday("gb18030" if encoding == "gb18030" else "big5")
    beyond = [char for char in data[:_SAMPLE].decode(encoding, "ignore") if char > "\x7f"]
    return sum(char in everyday for char in beyond) / len(beyond) if beyond else 0.0


@cache
def _everyday(encoding: str) -> frozenset[str]:
    """The marks and first-level characters of GB 2312 or Big5, which are in the order of their use."""
    leads = [*range(0xA1, 0xA4), *(range(0xB0, 0xD8) if encoding == "gb18030" else range(0xA4, 0xC7))]
    pairs = (bytes((lead, trail)) for lead in leads for trail in range(0x40, 0xFF))
    if encoding == "gb18030":
        pairs = (pair for pair in pairs if pair[1] > 0xA0)
    return frozenset("".join(pair.decode(encoding, "ignore") for pair in pairs if pair < b"\xc6\xa1" or pair[0] > 0xC6))


def _decoded(data: bytes, start: int, encoding: str, progress: Progress | None) -> str:
    decoder = io.IncrementalNewlineDecoder(codecs.getincrementaldecoder(encoding)("replace"), translate=True)
    parts: list[str] = []
    for at in range(start, len(data), _PORTION):
        last = at + _PORTION >= len(data)
        part = decoder.decode(data[at : at + _PORTION], final=last)
        for newline in "\x85\u2028\u2029":
            part = part.replace(newline, "\n")
        parts.append(part)
        if progress:
            progress(min(1.0, (at + _PORTION) / len(data)))
    return "".join(parts)


def _check_text(text: str, name: str) -> None:
    """Refuse what decoded but is no text to read.

    Raises:
        ReportError: For NULs, for many control characters, and where nothing but blanks is there.
    """
    sample = text[:_SAMPLE]
    if "\0" in text or len(_ODD_CONTROL.findall(sample)) > 2 + len(sample) // 20:
        raise ReportError(name, _("binary data, not text; save the report as text and open that"))
    if not any(text[at : at + _PORTION].strip() for at in range(0, len(text), _PORTION)):
        raise ReportError(name, _("nothing but blanks in the file; save the report again, or open another"))
