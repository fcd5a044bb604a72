"""A part of a text in which numbers are read with what stands around them."""

import re

from tourview.report import fold
from tourview.structure.figures import counting, qualifying, quantities
from tourview.structure.figures.amount import Amount
from tourview.structure.figures.measuring import Measure, measure_at
from tourview.structure.figures.quantities import LONGEST, Value
from tourview.structure.figures.ranks import is_ranked
from tourview.structure.figures.words import FigureWords

_QUOTED = re.compile(
    r"“[^“”\n]{0,40}”|「[^「」\n]{0,40}」|『[^『』\n]{0,40}』|‘[^‘’\n]{0,40}’|《[^《》\n]{0,60}》|〈[^〈〉\n]{0,60}〉"
    r"|\"[^\"\n]{0,40}\"|〔[^〔〕\n]{0,12}〕"
)
"""Names and slogans in quotation marks, titles, the years of document numbers; what is longer is speech."""
_GOES_ON = re.compile(r"[ ]?[-—–―~至到、和及与]{1,2}[\d近约超数几零一二两三四五六七八九十百千]")
_CHANGES = re.compile("[^,。;、]{0,6}[到至为成]")
_BEFORE_BARE = frozenset("第前由从")
_AFTER_BARE = frozenset("-—–―~至到、和及与")
_TIED = frozenset("._/+×*·@#&=〔[\\<>^")
_TIES_ON = frozenset("+×*·@#&=\\^")
_ENDS_IN_NUMBER = frozenset("人户次总件个参基岁指级系倍多少整分份函")
"""Characters that 数 ends a word after: 人数, 次数."""
_HALVES = {"一半": None, "半数": None, "过半": "过"}


class Window:
    """A part of a text that numbers are looked for in.

    Attributes:
        text: It, folded, in which the pattern of numbers is matched.
    """

    def __init__(self, original: str, offset: int, words: FigureWords) -> None:
        """Fold it and find what is quoted.

        Args:
            original: The part.
            offset: Where it begins; amounts are told in offsets of the whole.
            words: The words that tell figures.
        """
        self._original = original
        self.text = fold(original)
        self._offset = offset
        self._words = words
        self._quoted = [found.span() for found in _QUOTED.finditer(original)]
        self._next_quoted = 0

    def listed(self, found: re.Match[str]) -> int:
        """Where the first number ends, if a match took two with a Chinese comma between them for one: 100，200; else 0.

        Digits of full width have a comma of full width.
        """
        digits = found["digits"]
        if not digits or "," not in digits:
            return 0
        comma = self._original.find("，", found.start(), found.end())
        return comma if comma > 0 and self._original[comma - 1].isascii() else 0

    def amount(self, found: re.Match[str]) -> Amount | None:
        """What a match of the numbers' pattern counts, or None; matches are given in the order of the text."""
        kind, start = found.lastgroup, found.start()
        if kind == "idiom" or found.end() - start > LONGEST or self._is_quoted(start):
            return None
        if not self._is_free(start, found.end()):
            return None
        if kind == "arabic":
            return self._arabic(found)
        if kind == "han":
            return self._han(found)
        if kind == "first":
            return self._rank(start, 1, Measure("位", found.end()))
        return self._share(found)

    def plain(self, found: re.Match[str]) -> Amount | None:
        """A plain count, matched with its measure word: None where it is quoted."""
        digits, scale, unit = found.group("count", "times", "unit")
        start, end = found.span()
        if self._quoted and self._is_quoted(start):
            return None
        value, factor = quantities.arabic(digits, scale), quantities.times(scale) if scale else 1
        return Amount(start + self._offset, end + self._offset, value, unit, None, factor)

    def _is_quoted(self, at: int) -> bool:
        while self._next_quoted < len(self._quoted) and self._quoted[self._next_quoted][1] <= at:
            self._next_quoted += 1
        return self._next_quoted < len(self._quoted) and self._quoted[self._next_quoted][0] < at

    def _is_free(self, start: int, end: int) -> bool:
        """Whether the number is no part of a word, a code, an address, a date with dots or a clock time."""
        text = self.text
        before, after = text[start - 1 : start], text[end : end + 1]
        if before in _TIED or (before.isascii() and before.isalnum()) or after in _TIES_ON:
            return False
        if before in ("-", ":"):
            earlier = text[max(0, start - 2) : start - 1]
            if earlier.isascii() and (earlier.isalpha() or (earlier.isdigit() and before == ":")):
                return False
        return not (after in (".", ":") and text[end + 1 : end + 2].isdigit())

    def _arabic(self, found: re.Match[str]) -> Amount | None:
        text, start, digits, scale = self.text, found.start(), found["digits"], found["scale"] or ""
        more = found["inner"] or found["outer"] or found["rest"] or None
        value, factor = quantities.arabic(digits, scale), quantities.times(scale)
        measure = measure_at(text, self._original, found.end(), self._words, arabic=True)
        if text.startswith("级", found.end()) and "." in digits:
            measure = Measure("级", found.end() + 1)
        if _ranks(text, start, measure):
            return self._rank(start - 1, value, measure or Measure("", found.end()))
        if measure is None:
            return self._unmeasured(found, value, more, factor)
        plain = digits.isdecimal() and not scale and not more
        if plain and not counting.is_plain_count(text, start, digits, measure.unit, measure.end):
            return None
        if counting.is_negative(text, start, measure.unit):
            start, value = start - 1, -value
        return self._counted(start, value, measure, more, factor=factor, arabic=True)

    def _unmeasured(self, found: re.Match[str], value: Value, more: str | None, factor: int) -> Amount | None:
        """A number in Arabic digits that nothing measures: 160万, or one of a list."""
        text, end = self.text, found.end()
        after = text[end : end + 1]
        if (after.isascii() and after.isalpha()) or not counting.is_counted_before(text, found.start()):
            return None
        if factor > 1:
            whole = Measure("", end)
            return None if after == "级" else self._made(found.start(), whole, value, more, factor=factor)
        return None if more or "," in found["digits"] else self._bare(found.start(), end, value)

    def _han(self, found: re.Match[str]) -> Amount | None:
        text, start, end, numeral = self.text, found.start(), found.end(), found["run"]
        if numeral[0] == "数" and text[start - 1 : start] in _ENDS_IN_NUMBER:
            numeral, start = numeral[1:], start + 1
        measure = measure_at(text, self._original, end, self._words, arabic=False)
        means = measure or numeral[-1:] in ("万", "亿") or _may_stand_alone(text, start, end)
        number = _value(numeral) if means else None
        if number is None:
            return None
        value, to, vague = number
        if _ranks(text, start, measure):
            return self._rank(start - 1, value, measure or Measure("", end))
        more = found["more"] or vague or None
        if not numeral.strip("百千万亿"):
            start, qualifier = self._scale_start(numeral, start, measure, more)
            if start < 0:
                return None
            more = more or qualifier
        if measure is None:
            return self._without_measure(numeral, start, end, value, more)
        if not more and not measure.half and not self._counts_small(numeral, start, measure):
            return None
        return self._counted(start, value, measure, more, to=to)

    def _scale_start(
        self, numeral: str, start: int, measure: Measure | None, more: str | None
    ) -> tuple[int, str | None]:
        """Where a scale alone begins as a number, and its qualifier (上千, 超百亿元); -1 where it counts nothing."""
        qualifier = qualifying.before_scale(self.text, start)
        counts = qualifier or more or (measure and len(numeral) > 1)
        if not counts:
            return -1, None
        return start - (len(qualifier) if qualifier in ("上", "破") else 0), qualifier or None

    def _without_measure(self, numeral: str, start: int, end: int, value: Value, more: str | None) -> Amount | None:
        """A Chinese numeral that nothing measures: 三百二十万, 上千万, or one of a list; anything else is a word."""
        if not counting.is_counted_before(self.text, start):
            return None
        if numeral[-1] in "万亿" and "亿万" not in numeral and not self.text.startswith("级", end):
            return self._made(start, Measure("", end), value, more)
        return None if more else self._bare(start, end, value)

    def _counts_small(self, numeral: str, start: int, measure: Measure) -> bool:
        """Whether 一 or 二 is a count here, not an article or an ordinal."""
        if numeral == "一":
            return counting.counts_one(self.text, start, measure.end, measure.unit, self._words)
        return numeral != "二" or measure.unit in ("层", "成", "倍", "%")

    def _counted(
        self,
        start: int,
        value: Value,
        measure: Measure,
        more: str | None,
        *,
        factor: int = 1,
        arabic: bool = False,
        to: Value | None = None,
    ) -> Amount | None:
        """The amount, unless what stands around it makes it an ordinal, a time, a slogan or structure talk."""
        text, words, unit, end = self.text, self._words, measure.unit, measure.end
        if not counting.is_counted_before(text, start) or counting.is_ordinal_unit(text, end, unit, arabic):
            return None
        if counting.is_talk(text, end, value, unit, words) or (
            not arabic and counting.is_slogan(text, end, value, unit)
        ):
            return None
        if unit == "大" and not 2 < value <= 10:
            return None
        if not arabic and text.startswith("级", end):
            return None
        word = qualifying.before(text, start)
        if unit in words.durations and not counting.counts_time(text, start, end, words, word):
            return None
        return self._made(start, measure, value + 0.5 if measure.half else value, more, factor=factor, to=to)

    def _made(
        self,
        start: int,
        measure: Measure,
        value: Value,
        more: str | None,
        *,
        factor: int = 1,
        to: Value | None = None,
    ) -> Amount:
        """The amount with the qualifiers around it."""
        text, end = self.text, measure.end
        word = qualifying.before(text, start)
        loose = measure.unit in self._words.durations or measure.unit == "倍"
        if loose and text.startswith("半", end) and measure.unit in ("年", "天"):
            value, end = value + 0.5, end + 1
        trailing = qualifying.behind(text, end, loose)
        qualifier = more or measure.qualifier or word or trailing or None
        begin, end = start - len(word) + self._offset, end + len(trailing) + self._offset
        return Amount(begin, end, value, measure.unit, qualifier, factor, to)

    def _bare(self, start: int, end: int, value: Value) -> Amount | None:
        """A number alone, where it may be part of a list, a range or a change."""
        text = self.text
        changes = text[start - 1 : start] in ("由", "从") and _CHANGES.match(text, end)
        if not changes and not _GOES_ON.match(text, end):
            return None
        return Amount(start + self._offset, end + self._offset, value, "", bare=True)

    def _rank(self, start: int, value: Value, measure: Measure) -> Amount | None:
        """A place in a ranking, from 第, 前 or 首位 on."""
        unit = measure.unit if measure.unit in ("位", "名") else ""
        if measure.unit and not unit:
            return None
        first = self.text.startswith("首", start)
        if not is_ranked(self.text, start, measure.end, "" if first else unit):
            return None
        qualifier = "前" if self.text.startswith("前", start) else None
        return Amount(start + self._offset, measure.end + self._offset, value, unit or "位", qualifier)

    def _share(self, found: re.Match[str]) -> Amount | None:
        """百分之三十, 三分之二, 一半 and 2.9∶1; all but the last as a percentage."""
        start, measure = found.start(), Measure("%", found.end())
        if found["half"]:
            return self._made(start, measure, 50, _HALVES[found["half"]])
        if found["antecedent"]:
            return self._made(start, Measure(":1", found.end()), quantities.arabic(found["antecedent"]), None)
        if found["part"]:
            part, whole = int(found["part"]), int(found["whole"])
            return (
                self._made(start, measure, quantities.whole(round(100 * part / whole, 2)), None)
                if part < whole
                else None
            )
        if found["percent"]:
            digits = found["hundredths"]
            percent = quantities.arabic(digits) if digits else quantities.han(found["parts"])
            return None if percent is None else self._made(start, measure, percent, None)
        return self._part(start, measure, quantities.han(found["above"]), quantities.han(found["below"]))

    def _part(self, start: int, measure: Measure, above: Value | None, below: Value | None) -> Amount | None:
        if not above or not below or above >= below:
            return None
        return self._made(start, measure, quantities.whole(round(100 * above / below, 2)), None)


def _may_stand_alone(text: str, start: int, end: int) -> bool:
    """Whether a Chinese numeral without measure word may be more than a part of a word: a rank, one of a list."""
    return text[start - 1 : start] in _BEFORE_BARE or text[end : end + 1] in _AFTER_BARE


def _ranks(text: str, start: int, measure: Measure | None) -> bool:
    """Whether a number is an ordinal: 第3位, 前十名, 前三, but not 提前3天."""
    before = text[start - 1 : start]
    return before == "第" or (before == "前" and (measure is None or measure.unit in ("位", "名")))


def _value(numeral: str) -> tuple[Value, Value | None, str | None] | None:
    """What a Chinese numeral comes to: its value, its greater value where it gives two, and the vague word in it."""
    if numeral == "半":
        return 0.5, None, None
    pair = quantities.neighbours(numeral)
    if pair:
        return (*pair, None)
    vague = next((char for char in numeral if char in "多余来数几"), None)
    value = quantities.han(numeral.translate(_WITHOUT_MORE))
    if not value or (vague and vague in "数几" and len(numeral) == 1):
        return None
    return value, None, vague


_WITHOUT_MORE = {ord(char): None for char in "多余来"}
