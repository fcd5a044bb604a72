"""Page numbers and running heads in a text, on lines of their own and in the midst of a line, and forum watermarks."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from tourview.readers.chrome.furniture import is_caption, is_pager
from tourview.readers.items import ITEM
from tourview.readers.portions import matches
from tourview.readers.slices import is_wide
from tourview.report import Progress, Span

_LONGEST = 32  # code points of a page number's line
_HEAD_LONGEST = 44  # of a running head
_REPEATED = 3  # times that a running head stands beside a page number
_CHAIN = 3  # bare numbers that count on, from which they are page numbers
_APART = 2  # lines between two of them, at least
_DASH = "[-—–－―─_~·•=]"
_DIGITS = "[0-9０-９]{1,4}"
_PLAIN = re.compile(
    rf"{_DASH}{{1,4}}\s?{_DIGITS}\s?{_DASH}{{1,4}}|(?:[（(【\[<]\s?)?第?\s?(?:{_DIGITS}|[一二三四五六七八九十百]{{1,4}})\s?页"
    rf"(?:\s?[,，、/／|(（-]?\s?共\s?{_DIGITS}\s?页)?\s?[)）】\]>]?"
    rf"|共\s?{_DIGITS}\s?页(?:\s?[,，、/／|-]?\s?第\s?{_DIGITS}\s?页)?|[Pp](?:age|AGE)\s?{_DIGITS}(?:\s?(?:of|OF|/)\s?{_DIGITS})?"
)
_FIRST = frozenset("-—–－―─_~·•=（(【[<«第共上下首末尾一二三四五六七八九十百0123456789０１２３４５６７８９Pp")
_LAST = frozenset("摄攝影)）辑者")  # 编辑, 作者: what lines of captions and posts end with
_OF_TOTAL = re.compile(rf"({_DIGITS})\s?[/／]\s?({_DIGITS})")
_ITEM = re.compile(ITEM)
_BARE = re.compile(_DIGITS)
_NOT_HEAD = ("。", "！", "？", "；", "，", "、", "：", ":", ";", ",", "!", "?")
_DASHED = re.compile(rf"[-－—–―]{{1,2}} ?{_DIGITS} ?[-－—–―]{{1,2}}(?![-－—–―\d])")
_OF_PAGES = re.compile(rf"第[ ]?{_DIGITS}[ ]?页[ ]?[,，/／]?[ ]?共[ ]?{_DIGITS}[ ]?页")
_FEED = re.compile("\f{1,99}")
_WATERMARK = re.compile(" [?-~](?:[!-;]? [?-~]){3,50}+")
_SYMBOL_AND_BLANK = re.compile("[!-;] [?-~]")
_SIGN_BEFORE = re.compile("[!-;]")
_LETTER_BEFORE = re.compile("[?-~]")
_AROUND = 400  # characters on either side of a watermark that are looked at
_SCATTERED = re.compile("(?:[!-~]{1,3} ){3,60}[!-~]{1,3}")
_CODE = re.compile("[A-Za-z][0-9]|[0-9][A-Za-z]")
_LETTER = re.compile("[A-Za-z]")
_SIGN = re.compile("[!-/:-@\\[-`{-~]")
_HAN = re.compile("[\u3400-\u9fff]")


def marked_lines(lines: Sequence[str], progress: Progress | None = None) -> frozenset[int]:
    """The lines that are page numbers, running heads, pagers, captions or watermarks, wherever they stand.

    A number alone is a page number only where several count on, with text between them; a line is a running head where
    it stands beside a page number time and again.

    Args:
        lines: Without surrounding blanks, none of them empty.
        progress: Told the share done; may raise to cancel.
    """
    plain: set[int] = set()
    bare: list[tuple[int, int]] = []
    totals: list[tuple[int, str]] = []
    for place, line in enumerate(lines):
        if progress and place % 4096 == 0:
            progress(place / len(lines))
        if len(line) > _LONGEST * 4 or not (line[0] in _FIRST or line[-1] in _LAST or line.isascii()):
            continue
        if _is_plain(line) or is_pager(line) or is_caption(line) or _is_scattered(line):
            plain.add(place)
        elif len(line) <= 4 and _BARE.fullmatch(line):
            bare.append((place, int(line)))
        elif len(line) <= 9 and (found := _OF_TOTAL.fullmatch(line)) and int(found[1]) <= int(found[2]):
            totals.append((place, found[2]))
    counted = Counter(total for _place, total in totals)
    numbers = plain | set(_chained(bare)) | {place for place, total in totals if counted[total] > 1}
    return frozenset(numbers | _running_heads(lines, numbers))


def is_page_number(line: str) -> bool:
    """Whether a line could be the number of a page, alone on its line."""
    return _is_plain(line) or any(len(line) <= 9 and shape.fullmatch(line) for shape in (_BARE, _OF_TOTAL))


def _is_plain(line: str) -> bool:
    """Whether a line can be nothing but the number of a page."""
    return len(line) <= _LONGEST and _PLAIN.fullmatch(line) is not None


def _is_scattered(line: str) -> bool:
    """Whether a line is the letters and signs, each by itself, that a forum sets between the lines of a post."""
    if not line.isascii() or _SCATTERED.fullmatch(line) is None:
        return False
    parts = line.split(" ")
    signs = [part for part in parts if _SIGN.search(part)]
    odd = len(signs) + sum(_CODE.fullmatch(part) is not None for part in parts)
    return bool(signs) and odd * 2 >= len(parts) < 2 * len(set(parts)) and _LETTER.search(line) is not None


def _chained(bare: Sequence[tuple[int, int]]) -> Iterator[int]:
    """The places of bare numbers that count on by one, not on lines next to each other."""
    chain: list[tuple[int, int]] = []
    for place, number in bare:
        if chain and number == chain[-1][1] + 1 and place - chain[-1][0] > _APART:
            chain.append((place, number))
            continue
        if len(chain) >= _CHAIN:
            yield from (at for at, _number in chain)
        chain = [(place, number)]
    if len(chain) >= _CHAIN:
        yield from (at for at, _number in chain)


def _running_heads(lines: Sequence[str], numbers: set[int]) -> set[int]:
    beside = {place + step for place in numbers for step in (-1, 1) if 0 <= place + step < len(lines)} - numbers
    heads = {place: lines[place] for place in beside if len(lines[place]) <= _HEAD_LONGEST}
    heads = {place: line for place, line in heads.items() if not _ITEM.match(line)}
    counted = Counter(line for line in heads.values() if not line.endswith(_NOT_HEAD))
    return {place for place, line in heads.items() if counted[line] >= _REPEATED}


def marks_within(text: str, progress: Progress | None = None) -> list[tuple[Span, Span]]:
    """Page numbers, form feeds and watermarks inside the lines of a text, in reading order; they do not overlap.

    A watermark, the pairs of a letter and a sign that some forums scatter over their posts, counts only in a line with
    Chinese characters, or alone.

    Returns:
        The span of each mark itself, and that of what is to be cut out with it: the blanks around it, between two
        characters that stand without blanks.
    """
    found = [*_page_numbers(text, progress), *_watermarks(text)]
    found.sort()
    kept: list[tuple[Span, Span]] = []
    for mark, cut in found:
        if not kept or cut[0] >= kept[-1][1][1]:
            kept.append((mark, cut))
    return kept


def _page_numbers(text: str, progress: Progress | None) -> Iterator[tuple[Span, Span]]:
    for pattern in (_DASHED, _OF_PAGES, _FEED):
        for found in matches(pattern, text, progress if pattern is _DASHED else None):
            start, end = found.span()
            before, after = _past_blanks(text, start, -1), _past_blanks(text, end, 1)
            wide = is_wide(text[before - 1 : before] or "\n") and is_wide(text[after : after + 1] or "\n")
            if pattern is _DASHED and not _is_plainly_page(text, found, before, after, wide):
                continue
            yield (start, end), (before, after) if wide else (start, end)


def _is_plainly_page(text: str, found: re.Match[str], before: int, after: int, wide: bool) -> bool:
    """Whether dashes around a number are those of a page number, not of a range, a list or a minus."""
    start, end = found.span()
    if text[before - 1 : before].isdigit() or text[after : after + 1].isdigit():
        return False
    spaced = before < start and after > end
    short_dash = "-－–"
    if found[0][0] in short_dash:
        return spaced and wide
    return found[0][-1] not in short_dash and (spaced or len(found[0]) > 3)


def _past_blanks(text: str, at: int, step: int) -> int:
    """Where the blanks beside `at` end, at most eight of them, backwards or forwards."""
    for _blank in range(8):
        beside = text[at - 1 : at] if step < 0 else text[at : at + 1]
        if beside not in (" ", "\u3000"):
            break
        at += step
    return at


def _watermarks(text: str) -> Iterator[tuple[Span, Span]]:
    for found in matches(_WATERMARK, text):
        start, end = found.span()
        if len(_SYMBOL_AND_BLANK.findall(found[0])) * 2 < len(found[0]) // 3:
            continue
        if _belongs(text, start - 1):
            start -= 1
        if _in_chinese(text, start, end):
            words = start + (text[start] == " ")
            yield (words, end), (start if is_wide(text[max(0, start - 1)]) else words, end)


def _belongs(text: str, at: int) -> bool:
    """Whether the character before a watermark is its first; a colon after a Chinese character is not."""
    char, before = text[max(0, at) : at + 1], text[max(0, at - 1) : max(0, at)]
    if _SIGN_BEFORE.match(char):
        return char != ":" or not _HAN.match(before)
    return _LETTER_BEFORE.match(char) is not None and (not before.isascii() or before in "\n")


def _in_chinese(text: str, start: int, end: int) -> bool:
    """Whether there is Chinese in the line around a span, or nothing at all."""
    before = text[max(0, start - _AROUND) : start].rpartition("\n")[2]
    after = text[end : end + _AROUND].partition("\n")[0]
    around = before + after
    return not around.strip() or _HAN.search(around) is not None
