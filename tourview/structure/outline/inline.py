"""Markers inside blocks: 一是 and 二是 in one paragraph, and whole reports that a web page ran into one line.

What looks like a marker in the middle of a text mostly is none, so a candidate must stand where a sentence, a clause or
a blank ended, or be one of a sequence that goes on, outside quotations and brackets. Each way of counting is followed
through the whole document; nothing is kept but the candidate that waits for the next number.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tourview.readers.document import Block
from tourview.readers.portions import PORTION, between, matches
from tourview.report import Passage, Progress
from tourview.structure.outline.markers import ENUMERATIONS, Marker, Style, marker_of

_ZH = "一二三四五六七八九十"
_FORMAL = "壹贰叁肆伍陆柒捌玖拾貳參叄陸"
_LOOKED_AT = 48  # code points of a marker and the words after it
_SHORTEST_BLOCK = 12  # code points
_NEAR = 3  # blocks within which an enumeration goes on
_PAIR = 160  # code points within which a quotation or bracket that is open should close
_MOST_SKIPPED = 3  # how much further a number may be than the last one
_BLOCKS = 4096  # between two words of progress
_LONGEST_HEADING = 30  # code points between two labels that are a heading without any mark
_ANY_MARK = re.compile("[。！？；!?;：:，,]")
_CANDIDATE = re.compile(
    rf"[{_ZH}{_FORMAL}第其（(〔【㈠-㈩⑴-⒇⒈-⒛①-⑳Ⅰ-Ⅻ0-9０-９]"
    "(?:"
    rf"(?<=[{_ZH}])(?<![第其百千万{_ZH}][{_ZH}])(?:十?[一二三四五六七八九]?)(?:、(?!第)|[.．]|[）)]|是|要)"
    rf"|(?<=[{_FORMAL}])、"
    r"|(?<=[Ⅰ-Ⅻ])[、.．]"
    rf"|(?<=第)[{_ZH}]{{1,3}}(?:[，,、：:]|[章节節](?!课)|篇[：:\\s]|部分[：:\\s])"
    rf"|(?<=其)[{_ZH}][，,、：:]"
    rf"|(?<=[（(〔【])(?:[{_ZH}]{{1,3}}|\d{{1,2}})[）)〕】]"
    r"|(?<=[㈠-㈩⑴-⒇⒈-⒛①-⑳])"
    r"|(?<=\d)(?<![\d.．A-Za-z]\d)(?<!\d[:：/\-]\d)\d?(?:[.．](?!\d)|、|(?:[.．]\d{1,2}){1,3}[\s、.．]{0,2}(?=[^\d\s.．%％]))"
    rf")(?=[^。，、；：！？.,;:!?（()）〔【\s{_ZH}]|[ \u3000](?=\S)|[{_ZH}][^、是要）)]|[（(](?=[^{_ZH}\d]))"
)
_SENTENCE_ENDS = frozenset("。！？；!?;：:…")
_CLOSERS = frozenset("”’》）)】」』")
_BLANK = " \t\u3000\u00a0\n"
_TOKENS = re.compile("[“”‘’《》（）()〈〉【】「」『』]")
_OPENERS = frozenset("“‘《（(〈【「『")
_NO_NUMBER_BEFORE = frozenset("统唯专之初其万逐同合惟划归如单任不第周期十百千零年月日高大小前后头非抓")
_MAY_BE_WEAK = frozenset((Style.LISTED, Style.BRACKETED))
"""Styles that may follow words without a mark or blank between, where the count goes on."""
_CARRIED = frozenset((Style.PART, Style.CHAPTER, Style.ARTICLE, Style.LISTED, Style.BRACKETED, *ENUMERATIONS))
_Key = tuple[Style, str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Found:
    """A marker that stands, or may stand, inside a block: in which one, and where it begins there."""

    block: int
    at: int
    marker: Marker
    strong: bool


@dataclass(slots=True)
class _Chain:
    """One way of counting, as far as it has been followed.

    Attributes:
        last: The last number that was taken; 0 before any.
        place: The block it was taken in.
        waiting: A candidate that is taken once the next number comes.
        weak: Whether the numbers taken so far follow words without any mark or blank between.
    """

    last: int = 0
    place: int = 0
    waiting: Found | None = None
    weak: bool = False


def markers_inside(blocks: Sequence[Block], progress: Progress | None = None) -> dict[int, list[int]]:
    """The places inside blocks at which sections open, ascending, by block.

    Args:
        blocks: The document's blocks.
        progress: Told the share done; may raise to cancel.
    """
    following = _Following(_has_listed_heads(blocks))
    length = blocks[-1].passage.end if blocks else 0
    for number, block in enumerate(blocks):
        text = block.passage.text
        if progress and number % _BLOCKS == 0:
            progress(block.passage.start / length)
        head = marker_of(text)
        following.enter(number, head)
        if block.depth is None and len(text) >= _SHORTEST_BLOCK:
            for found in _candidates(number, text, head, _within(progress, block.passage, length)):
                following.meet(found)
    return following.taken()


def _has_listed_heads(blocks: Sequence[Block]) -> bool:
    """Whether 二、 or a later one opens a block, so that 一、 within a block begins a count of its own."""
    for block in blocks:
        marker = marker_of(block.passage.text)
        if marker and marker.style is Style.LISTED and marker.firm and marker.number > 1 and not marker.word:
            return True
    return False


def _within(progress: Progress | None, passage: Passage, length: int) -> Progress | None:
    """The progress of looking through a passage that is long enough to tell of it."""
    if progress is None or len(passage.text) <= PORTION:
        return None
    return between(progress, passage.start / length, passage.end / length)


def _candidates(number: int, text: str, head: Marker | None, progress: Progress | None) -> Iterator[Found]:
    begin = head.after if head else 0
    label_end = begin
    for found in matches(_CANDIDATE, text, progress):
        at = found.start()
        if at < max(begin, 1):
            continue
        heading = 0 < label_end < at <= label_end + _LONGEST_HEADING and not _ANY_MARK.search(text, label_end, at)
        marker = marker_of(text[at : at + _LOOKED_AT])
        if marker is None:
            continue
        heading = heading and marker.number == 1 and text[at - 1] not in _OPENERS
        before = "heading" if heading else _before(text, at)
        if before is None or not _fits(marker, text, at, before) or _is_inside_pair(text, at):
            continue
        label_end = at + marker.after
        yield Found(number, at, marker, strong=before != "weak")


def _before(text: str, at: int) -> str | None:
    """What stands before a candidate: the end of a sentence, a blank, a comma, or words; None where it cannot stand."""
    char = text[at - 1]
    if char in _SENTENCE_ENDS or (char in _CLOSERS and at > 1 and text[at - 2] in _SENTENCE_ENDS):
        return "end"
    if char == "." and not text[max(0, at - 2)].isdecimal():
        return "end"
    if char in _BLANK:
        return "blank"
    if char in "，,":
        return "comma"
    if char in "、“‘《（(〈【「『-—~～" or char in _NO_NUMBER_BEFORE:
        return None
    return "weak"


def _fits(marker: Marker, text: str, at: int, before: str) -> bool:
    """Whether a marker of its style may stand after what stands before it."""
    style = marker.style
    if before == "heading":
        return style is not Style.LISTED or marker.firm
    if style in ENUMERATIONS:
        return before in ("end", "blank", "comma")
    if before == "comma":
        return False
    if before == "blank" and style in (Style.POINT, Style.COMMA):
        return not text[max(0, at - 2) : at - 1].isascii()
    if style not in _MAY_BE_WEAK:
        return before in ("end", "blank")
    return marker.firm or before != "weak"


def _is_inside_pair(text: str, at: int) -> bool:
    """Whether a quotation or bracket is open at `at` that closes soon; one that nothing closes does not count."""
    depth = 0
    for found in _TOKENS.finditer(text, max(0, at - _PAIR), at):
        depth = depth + 1 if found[0] in _OPENERS else max(0, depth - 1)
    if not depth:
        return False
    inner = 0
    for found in _TOKENS.finditer(text, at + 1, at + _PAIR):
        if found[0] in _OPENERS:
            inner += 1
        elif inner:
            inner -= 1
        elif found.start() > at + 3:  # not the closing half of （一）
            return True
    return False


def _key(marker: Marker) -> _Key:
    return marker.style, marker.word, marker.above


class _Following:
    """Every way of counting in the document, and the places taken."""

    def __init__(self, listed_heads: bool) -> None:
        self._chains: dict[_Key, _Chain] = {}
        self._taken: dict[int, list[int]] = {}
        self._listed_heads = listed_heads
        self._head: Marker | None = None

    def enter(self, block: int, head: Marker | None) -> None:
        """Begin a block, whose own marker is `head`."""
        self._head = head
        for key, chain in self._chains.items():
            far = block - chain.place > _NEAR and key[0] in ENUMERATIONS
            if key[0] not in _CARRIED or far:
                self._settle(chain)
                chain.last, chain.waiting, chain.weak = 0, None, False
        if head is None:
            return
        chain = self._chains.setdefault(_key(head), _Chain())
        if chain.waiting and chain.waiting.marker.number + 1 == head.number:
            self._take(chain, chain.waiting)
        else:
            self._settle(chain)
        chain.waiting, chain.last, chain.place, chain.weak = None, head.number, block, False

    def meet(self, found: Found) -> None:
        """Go on to the next candidate."""
        marker = found.marker
        chain = self._chains.setdefault(_key(marker), _Chain())
        waiting, number = chain.waiting, marker.number
        if waiting and (number == waiting.marker.number + 1 or self._skips(waiting.marker.number, chain, found)):
            self._take(chain, waiting)
            self._go_on(chain, found)
        elif waiting and number == waiting.marker.number and (number == 1 or found.strong):
            chain.waiting = found if self._may_start(chain, found) or number > 1 else waiting
        elif chain.last and (number == chain.last + 1 or self._skips(chain.last, chain, found)):
            self._go_on(chain, found)
        elif number <= self._first(marker.style, chain, found) and self._may_start(chain, found):
            self._settle(chain)
            chain.waiting = found
        else:
            return
        chain.place = found.block

    def _skips(self, last: int, chain: _Chain, found: Found) -> bool:
        """Whether a count goes on though a number is left out or comes twice, within one block."""
        number, style = found.marker.number, found.marker.style
        if not found.strong or chain.place != found.block:
            return False
        if style not in _CARRIED:
            return number == last + 2
        return number == last > 1 or last < number <= last + _MOST_SKIPPED

    def _first(self, style: Style, chain: _Chain, found: Found) -> int:
        """The highest number that a count may begin with: 二是 where 一是 is missing."""
        return 2 if style in ENUMERATIONS and not chain.last and not chain.waiting and found.strong else 1

    def _go_on(self, chain: _Chain, found: Found) -> None:
        if found.strong:
            chain.waiting = None
            self._take(chain, found)
        else:
            chain.waiting = found

    def _may_start(self, chain: _Chain, found: Found) -> bool:
        """Whether a count may begin here: not in a block that is numbered in the same way, nor beside 一、 lines."""
        style = found.marker.style
        if style is Style.LISTED and self._listed_heads and not found.marker.word:
            return False
        return style in ENUMERATIONS or self._head is None or _key(self._head) != _key(found.marker)

    def _take(self, chain: _Chain, found: Found) -> None:
        places = self._taken.setdefault(found.block, [])
        places.append(found.at)
        chain.last = found.marker.number
        chain.weak = not found.strong

    def _settle(self, chain: _Chain) -> None:
        """Take the last number of a count whose numbers all follow words without a mark."""
        if chain.waiting and chain.weak and chain.waiting.marker.number == chain.last + 1:
            self._take(chain, chain.waiting)
        chain.waiting = None

    def taken(self) -> dict[int, list[int]]:
        """The places, ascending, by block."""
        for chain in self._chains.values():
            self._settle(chain)
        return {block: sorted(set(places)) for block, places in self._taken.items()}
