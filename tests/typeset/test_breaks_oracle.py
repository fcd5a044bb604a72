"""The permitted breaks, against ICU's line breaker for Chinese."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate, product

import pytest
from icu4py.breakers import LineBreaker

from tests.real_reports import real, real_paths
from tests.typeset.samples import paragraphs, sample_paragraphs
from tourview.typeset import break_offsets
from tourview.typeset.numbers import NUMERAL, ORDINAL, TAIL

#: Where we are stricter than ICU by design. These places do not count in the rate of agreement.
_STRICTER = {
    "number and unit": re.compile(
        rf"(?:US\$|[¥€$]|RMB|EUR|{ORDINAL})?\s?[0-9][0-9,.]*(?:[-—~～][0-9.]+)?(?:{TAIL})?"  # in digits
        rf"|{ORDINAL}?[{NUMERAL}]+(?:{TAIL})?"  # in Chinese: 十二层, 第一
    ),
    "dash pair": re.compile("(?s:.)——"),
}

#: Every other kind of difference: which side forbids the break, where, and why we keep it so.
_LISTED = {
    "connecting dash": (
        re.compile(r"[\u3001-\u9fff\uff01-\uff60”0-9]—"),
        "CLREQ 3.1.6: a connecting dash never starts a line; ICU breaks before — as before a dash in English",
    ),
    "interpunct": (
        re.compile("(?s:.)·"),
        "CLREQ 3.1.6: an interpunct never starts a line; UAX #14 takes U+00B7 for a letter",
    ),
    "wave dash": (
        re.compile("(?s:.)～"),
        "CLREQ 3.1.6: a connecting mark never starts a line; UAX #14 takes U+FF5E for an ideograph",
    ),
    "full-width word": (
        re.compile("[Ａ-Ｚａ-ｚ０-９]{2,}"),
        "a Latin word is never parted, in full-width letters neither; UAX #14 takes each for an ideograph",
    ),
    "blanks": (
        re.compile(r"\s+(?:[\s\u3000]|[)\]}!?/,.:;”])|[（“(]\s+(?s:.)"),
        "U+3000 is a blank, which hangs at a line's end with the blanks beside it and never parts a mark from its word",
    ),
}


def icu_offsets(text: str) -> set[int]:
    """Where ICU lets a line of Chinese break; its offsets count UTF-16 units, so the pieces are counted instead."""
    return set(accumulate(map(len, LineBreaker(text, "zh"))))


def inside(pattern: re.Pattern[str], text: str, offset: int) -> bool:
    """Whether `offset` lies strictly inside what `pattern` finds near it."""
    near = range(max(0, offset - 24), offset)
    return any((found := pattern.match(text, start)) and found.end() > offset for start in near)


def differences(text: str) -> Iterator[tuple[int, str]]:
    """Each offset where we and ICU differ, with the kind of difference."""
    ours, theirs = set(break_offsets(text)), icu_offsets(text)
    for offset in sorted(ours ^ theirs):
        kind = "unlisted: "
        if offset in ours:
            kind += "we break, ICU does not"
        else:
            patterns = _STRICTER | {name: pattern for name, (pattern, _) in _LISTED.items()}
            kind = next((name for name, pattern in patterns.items() if inside(pattern, text, offset)), kind)
        yield offset, kind


def check_agreement(texts: list[str]) -> None:
    """Holds that 99.9 % of the break opportunities agree, and that no difference is of an unlisted kind."""
    counts: Counter[str] = Counter()
    total = 0
    for text in texts:
        total += len(icu_offsets(text))
        for offset, kind in differences(text):
            counts[kind] += 1
            assert not kind.startswith("unlisted"), f"{kind}: {text[max(0, offset - 8) : offset]}|{text[offset:][:8]}"
    excused = sum(counts[kind] for kind in _STRICTER)
    differing = counts.total() - excused
    assert differing <= 0.001 * (total - excused), counts


def test_agrees_with_icu_on_the_samples() -> None:
    check_agreement(sample_paragraphs())


@real
def test_agrees_with_icu_on_real_reports() -> None:
    for path in real_paths():
        check_agreement(paragraphs(path))


_NEIGHBOURS = "汉a5 (（)）”“%-，/$’"
_BLOCKS = ("!-~", "\xa0-ÿ", "\u2010-\u2027", "\u2030-\u205e", "\u20a0-\u20c0", "\u2100-\u22ff", "\u2460-\u27bf")
_WIDE_BLOCKS = (
    "\u3001-\u30ff",
    "\u3220-\u32ff",
    "\ufe10-\ufe19",
    "\ufe30-\ufe6b",
    "\uff01-\uff65",
    "\U0001f300-\U0001f6ff",
)

#: Marks that CLREQ keeps from a line's start; and tone and voicing marks, which we draw on what they follow but do not
#: see through when a sign or a quotation mark comes next; and emoji modifiers, which hold to anything (UAX #29).
_DIFFERING = set("·—～") | set("\u302a\u302b\u302c\u302d\u302e\u302f\u3035\u3099\u309a") | set("🏻🏼🏽🏾🏿")


@pytest.mark.parametrize("block", _BLOCKS + _WIDE_BLOCKS)
def test_every_character_holds_to_its_neighbours_as_in_icu(block: str) -> None:
    differing = set()
    for code, other in product(range(ord(block[0]), ord(block[-1]) + 1), _NEIGHBOURS):
        for text in (f"字{other}{chr(code)}", f"汉{chr(code)}{other}字"):
            # No number and unit here: they are tested on their own.
            if any(kind not in _STRICTER for _, kind in differences(text)):
                differing.add(chr(code))
    assert differing <= _DIFFERING


_ALPHABET = "汉汉字abc 55.,:/?!)(（）“”‘’\"'-–…%$，。；、《》@&+~=_"


def test_agrees_with_icu_on_any_mixture_of_marks() -> None:
    # A linear congruential sequence: the same texts on every run and every Python.
    state, counts, total = 20141, Counter[str](), 0
    for _ in range(4000):
        text = ""
        for _ in range(7):
            state = (state * 1103515245 + 12345) % 2**31
            text += _ALPHABET[(state >> 16) % len(_ALPHABET)]
        total += len(icu_offsets(text))
        counts.update(kind for _, kind in differences("汉" + text))
    assert counts["unlisted: we break, ICU does not"] == 0
    assert counts.total() - sum(counts[kind] for kind in _STRICTER) <= 0.001 * total, counts


@pytest.mark.parametrize(
    ("kind", "example"),
    [
        ("number and unit", "面积548多万平方米"),
        ("dash pair", "然后——走"),
        ("connecting dash", "北京—上海"),
        ("interpunct", "山·水"),
        ("wave dash", "山～水"),
        ("full-width word", "ＧＤＰ"),
        ("blanks", "汉 　字"),
    ],
)
def test_every_listed_difference_exists(kind: str, example: str) -> None:
    assert kind in {found for _, found in differences(example)}


def test_icu_keeps_ellipses_as_we_do() -> None:
    assert not list(differences("汉……字"))
