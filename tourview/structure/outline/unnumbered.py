"""Sections that no number announces: a line that says 启示 or Lessons learned, short lines that recur, an annex."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from tourview.readers.document import Block
from tourview.readers.widths import columns
from tourview.report import fold
from tourview.structure.kinds.heading_words import ends_with_kind, is_appendix
from tourview.structure.outline.headings import closed_length
from tourview.structure.outline.lines import goes_on, is_date, may_be_heading, names_annex, names_office, unclosed
from tourview.structure.outline.markers import Style
from tourview.structure.outline.names import names_nothing
from tourview.structure.outline.openings import Opening, plain_opening

_LONG = 60  # columns, from which on a line is prose
_BULLETS = frozenset("-•●·*—■◆▲")
_PROSE_END = ("。", "！", "？", "；", ".", "!", "?", ";", "：", ":", "”", "）", ")")
_ENDINGS = frozenset("。！？；.!?;")
_FEWEST = 2  # lines without a telling word that show that they are headings
_LEAD_IN = 120  # columns of a paragraph that only leads to the headings below it
_ANNEX = re.compile(
    r"(?:附件|附录|附表|附錄)\s?[\d一二三四五六七八九十]{0,3}(?:\s?[:：、.．]|\s)\s*\S|(?:Annex|Appendix)\s[A-Z\d]{1,3}\b"
)
_FRONT = re.compile(
    r"前言|引言|序|导言|摘要|结束语|结语|尾声|后记|结论|参考文献|references|acknowledg|conclusion|foreword|preface|introduction|abstract"
)
_LISTED_ANNEX = re.compile(r"附[件录表錄]\s?[:：]")
_COLLECTED = re.compile(
    r"(?P<head>.{2,40}?)(?:[篇之]\s?(?P<number>[一二三四五六七八九十]{1,2}|\d{1,2})|[（(](?P<bracketed>[一二三四五六七八九十]{1,2}|\d{1,2})[）)])$"
)
_PROSE_MARK = re.compile("[。，；！？,;!?]")
_THEMED = re.compile(
    r"(?P<word>[^\W\d_]{1,6})\s?[:：]\s?(?P<theme>[^:：]{4,})$|[【〖](?P<framed>[^【】〖〗]{2,30})[】〗]$"
)
_FEWEST_THEMED = 3  # lines of the make 甲县：绿了河岸; two where the word is one character, as in 看：路是怎么通的
_SHORT = 80  # columns of a line that is an annex's heading or the head of a collected report


def with_unnumbered(
    blocks: Sequence[Block], openings: Sequence[Opening], title: Collection[int], barred: Collection[int] = ()
) -> list[Opening]:
    """The openings, and among them those of lines without a number.

    Args:
        blocks: The document's blocks.
        openings: Those that numbers and the format show.
        title: The blocks that are title lines.
        barred: The blocks that are no part of the outline.
    """
    openings = _with_stated_annexes(blocks, openings)
    taken = {place for opening in openings for place in range(opening.block, opening.last + 1)} | {*title, *barred}
    annexes = _annexes(blocks, openings, taken)
    parts = _collected(blocks, taken.difference(title))
    taken.update(opening.block for opening in (*annexes, *parts))
    taken.update(opening.block + 1 for opening in annexes)  # an annex's own title
    search = _Search(blocks, openings, taken, frozenset(title))
    found = [*openings, *annexes, *parts, *search.headings()]
    found.sort(key=lambda opening: opening.block)
    return found


def _annexes(blocks: Sequence[Block], openings: Sequence[Opening], taken: Collection[int]) -> list[Opening]:
    """The lines that open an annex, a glossary, a foreword: chapters, whatever is open."""
    found = []
    first = openings[0].block if openings else len(blocks)
    for place in range(len(blocks) - 1):
        text = blocks[place].passage.text
        if len(text) > _SHORT or place in taken or columns(text) > _SHORT or blocks[place].depth is not None:
            continue
        if place > first and _opens_annex(text, blocks[place + 1].passage.text):
            found.append(replace(plain_opening(place, blocks[place].passage), outermost=True))
        elif is_appendix(text) and not _LISTED_ANNEX.match(text):
            front = _FRONT.match(fold(text)) is not None
            found.append(replace(plain_opening(place, blocks[place].passage), outermost=not front, is_front=front))
    return found


def _with_stated_annexes(blocks: Sequence[Block], openings: Sequence[Opening]) -> Sequence[Opening]:
    """The openings, those annexes set apart as such that the format marks as chapters, where nothing else follows them.

    Numbers begin anew in them, one level below: the level that these have in the body tells nothing there.
    """
    top = min((opening.depth for opening in openings if opening.depth is not None), default=0)
    found: set[int] = set()
    for opening in reversed(openings):
        text, below = opening.heading.text, opening.block + 1
        if opening.depth is None or opening.depth > top:
            continue
        annex = below < len(blocks) and _opens_annex(text, blocks[below].passage.text)
        if opening.style is not None or not (annex or is_appendix(text)):
            break
        found.add(opening.block)
    return [replace(each, outermost=True) if each.block in found else each for each in openings]


def _opens_annex(text: str, below: str) -> bool:
    """Whether a line names an annex that follows, not one of a list."""
    if text.endswith(("。", "；", ";")):
        return False
    if _LISTED_ANNEX.match(text):
        return names_annex(text, below)
    if not _ANNEX.match(text):
        return False
    return not (_ANNEX.match(below) or is_date(below) or (names_office(below) and len(below) < _LEAD_IN // 4))


def _collected(blocks: Sequence[Block], taken: Collection[int]) -> list[Opening]:
    """The lines that open the reports of a collection: 考察报告篇一, 考察报告篇二."""
    heads: dict[str, list[int]] = {}
    for place, block in enumerate(blocks):
        text = block.passage.text
        if len(text) > _SHORT or place in taken or text[-1] not in "一二三四五六七八九十0123456789）)":
            continue
        found = _COLLECTED.match(text)
        if found and columns(text) <= _SHORT and not _PROSE_MARK.search(text):
            heads.setdefault(found["head"], []).append(place)
    places = max(heads.values(), key=len, default=[])
    if len(places) < _FEWEST:
        return []
    return [
        replace(plain_opening(place, blocks[place].passage), style=Style.PART, number=number)
        for number, place in enumerate(places, start=1)
    ]


class _Search:
    """Looks for lines that are headings though nothing marks them."""

    def __init__(
        self, blocks: Sequence[Block], openings: Sequence[Opening], taken: Collection[int], title: Collection[int]
    ) -> None:
        self._blocks = blocks
        self._title = title
        self._taken = taken
        self._opened = {opening.block for opening in openings if opening.style is not None}
        self._formatted = any(opening.depth is not None for opening in openings)
        self._numbered = any(opening.style is not None and opening.style.is_heading for opening in openings)
        self._top = self._first_prose()
        self._first = min((opening.block for opening in openings), default=len(blocks))
        self._themed = self._themes()

    def headings(self) -> Iterator[Opening]:
        """The openings of such lines, each told to be of a chapter or of a section within."""
        places = self._believed([place for place in self._candidates() if self._is_followed(place)])
        inner = self._inner(places)
        if 0 < len(inner) == len(places) - 1 and self._is_above_all(places[0]):
            places, inner = places[1:], frozenset()
        for place in places:
            passage = self._blocks[place].passage
            heading = passage.slice(0, closed_length(passage.text))
            opening = replace(plain_opening(place, passage), heading=heading)
            yield replace(opening, word="inner" if place in inner else "")

    def _text(self, place: int) -> str:
        return self._blocks[place].passage.text

    def _words(self, place: int) -> str:
        """A line without the colon that may close it."""
        return unclosed(self._text(place))

    def _first_prose(self) -> int:
        texts = ((place, self._text(place)) for place in range(len(self._blocks)) if place not in self._title)
        return next((place for place, text in texts if _is_prose(text) and not is_date(text)), len(self._blocks))

    def _lines(self) -> Iterator[tuple[int, str]]:
        """The short blocks that nothing is known of."""
        for place in range(len(self._blocks) - 1):
            block = self._blocks[place]
            if len(block.passage.text) <= _LONG and place not in self._taken and block.depth is None:
                yield place, block.passage.text

    def _themes(self) -> frozenset[int]:
        """The lines in 【】, and those of a short word, a colon and a theme, which recur with words of one length."""
        alike: dict[int, list[int]] = defaultdict(list)
        for place, text in self._lines():
            found = _THEMED.match(text) if text[-1] not in _ENDINGS else None
            if found is None:
                continue
            words = found["framed"] or found["theme"]
            fit = may_be_heading(words) and not names_nothing(found["word"] or words)
            if fit and self._is_followed(place):
                alike[len(found["word"] or "")].append(place)
        enough = (
            places for length, places in alike.items() if len(places) >= min(max(_FEWEST, length + 1), _FEWEST_THEMED)
        )
        return frozenset(place for places in enough for place in places)

    def _is_above_all(self, place: int) -> bool:
        """Whether a line that would hold all other headings stands at the top, as the author's name does."""
        return place < self._top and ends_with_kind(self._words(place)) is None

    def _candidates(self) -> list[int]:
        """The lines that can be headings where they stand."""
        found: list[int] = []
        announced: list[int] = []  # 主要收获：
        for place, text in self._lines():
            if may_be_heading(text) or place in self._themed:
                found.append(place)
            elif may_be_heading(unclosed(text)) and ends_with_kind(unclosed(text)):
                announced.append(place)
        return sorted([*found, *announced]) if len(announced) >= _FEWEST and not self._numbered else found

    def _is_followed(self, place: int) -> bool:
        """Whether what comes below is what stands below headings: prose, a numbered line, or one heading more."""
        below = place + 1
        if goes_on(self._text(below)):
            return False
        if below in self._opened or _is_prose(self._text(below)):
            return not (is_date(self._text(below)) and below > self._first)
        one_more = may_be_heading(self._text(below)) and below not in self._taken
        return one_more and below + 1 < len(self._blocks) and _is_prose(self._text(below + 1))

    def _believed(self, places: Sequence[int]) -> list[int]:
        """The candidates that are headings: by a telling word, by how they are set, or because they recur."""
        telling = {place for place in places if place in self._themed or ends_with_kind(self._words(place))}
        prominent = {place for place in places if self._blocks[place].prominent}
        fit = [
            place
            for place in places
            if (place in prominent or not self._is_crowded(place)) and self._is_fit(place, place in telling)
        ]
        set_apart = prominent.intersection(fit)
        if len(set_apart) >= _FEWEST or set_apart & telling:
            return [place for place in fit if place in set_apart or place in telling]
        found = self._recurring(fit, telling)
        if self._formatted and len(telling.intersection(found)) < _FEWEST and len(found) <= _FEWEST:
            return []  # where the format marks headings, a line or two that it does not mark are captions
        return found

    def _recurring(self, fit: Sequence[int], telling: Collection[int]) -> list[int]:
        """Those with a telling word; the others, too, where there are enough to show how the report is made."""
        worded = [place for place in fit if place in telling]
        shaped = [place for place in fit if place not in telling and (place > self._top or self._is_below_title(place))]
        fewest = _FEWEST + 1 if self._numbered and not worded else _FEWEST
        return sorted([*worded, *shaped]) if len(worded) + len(shaped) >= fewest else worded

    def _is_crowded(self, place: int) -> bool:
        """Whether the line is one of several short ones together, as verse, slogans, addresses and tables are."""
        lines = 0
        at = place
        while at >= 0 and at not in self._opened and at not in self._title and not _is_prose(self._text(at)):
            lines += 1
            at -= 1
        at = place + 1
        while at < len(self._blocks) and at not in self._opened and not _is_prose(self._text(at)):
            lines += 1
            at += 1
        return lines > _FEWEST

    def _is_fit(self, place: int, telling: bool) -> bool:
        """Whether nothing speaks against the line: an office's name at either end, a slogan of two halves."""
        text = self._text(place)
        if not telling and names_office(text) and (place <= self._top or is_date(self._text(place + 1))):
            return False
        return telling or place >= self._top or self._is_below_title(place) or self._blocks[place].prominent

    def _is_below_title(self, place: int) -> bool:
        """Whether the line stands directly below the title, with prose below it, in a report without numbers."""
        return not self._numbered and place > 0 and (place - 1) in self._title and not names_office(self._text(place))

    def _inner(self, places: Sequence[int]) -> frozenset[int]:
        """The headings that stand below another one: those of a group of like ones right under it."""
        inner: set[int] = set()
        for number, place in enumerate(places[:-1]):
            if places[number + 1] != place + 1 and not self._leads(place, places[number + 1]):
                continue
            if place in inner:
                continue
            inner.update(self._group(places[number + 1 :]))
        return frozenset(inner)

    def _leads(self, place: int, following: int) -> bool:
        """Whether only a sentence that announces a list stands between two headings."""
        if following != place + 2:
            return False
        text = self._text(place + 1)
        return text.endswith(("：", ":")) and columns(text) <= _LEAD_IN

    def _group(self, places: Sequence[int]) -> list[int]:
        """The first of the headings, and those after it that are as long as it, or that hold no telling word."""
        widths = [columns(self._text(place)) for place in places]
        count = 1
        while count < len(places) and abs(widths[count] - widths[0]) <= 2:
            count += 1
        if count == 1:
            while count < len(places) and ends_with_kind(self._words(places[count])) is None:
                count += 1
        return list(places[:count])


def _is_prose(text: str) -> bool:
    """Whether a line is a paragraph or the row of a table: what may stand below a heading."""
    return (
        len(text) > _LONG
        or text.endswith(_PROSE_END)
        or text[0] in _BULLETS
        or " | " in text
        or "\t" in text
        or columns(text) > _LONG
    )
