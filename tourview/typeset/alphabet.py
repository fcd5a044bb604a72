"""A regular expression over all of Unicode, compiled over the few kinds of character that it can tell apart.

Compiling a set of characters beyond Latin-1 costs a table of 65,536 entries, and an expression for line breaking has a
hundred such sets. So the text is first reduced: every character becomes the one in Latin-1 that stands for all that
belong to the same sets, ASCII to itself. Over that alphabet the expression compiles in a third of the time, and runs
faster on a text of one byte a character.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

_SET = re.compile(r"\\.|\[(?P<not>\^?)(?P<body>(?:\\.|[^\]\\])+)\]|(?P<literal>[^\x00-\x7f])", re.DOTALL)
_PRINTABLE = range(0x20, 0x7F)
_SPARE = [code for code in range(0x100) if code not in _PRINTABLE]
_END = 0x110000


class Reduction(dict[int, int]):
    """What stands for each character, by code point, for `str.translate`; looked up once for each character."""

    def __init__(self, starts: list[int], stand_ins: list[int]) -> None:
        super().__init__((code, code) for code in _PRINTABLE)
        self._starts = starts
        self._stand_ins = stand_ins

    def __missing__(self, code: int) -> int:
        stand_in = self[code] = self._stand_ins[bisect_right(self._starts, code) - 1]
        return stand_in


class Reduced(NamedTuple):
    """An expression over the reduced alphabet: match `pattern` against `text.translate(reduction)`."""

    pattern: re.Pattern[str]
    reduction: Reduction


def reduced(expression: str, flags: int = 0) -> Reduced:
    r"""Compile an expression over a reduced alphabet.

    Args:
        expression: It may name characters singly, in sets and by the escapes of ASCII marks, but by no class (`\w`).
        flags: As for `re.compile`; ignoring case holds for ASCII only.

    Raises:
        ValueError: If it tells more kinds of character apart than Latin-1 has room for.
    """
    bodies = list(dict.fromkeys(match["body"] or match["literal"] for match in _SET.finditer(expression) if match[0]))
    bits = {body: 1 << place for place, body in enumerate(body for body in bodies if body)}
    turns: dict[int, int] = defaultdict(int)
    for body, bit in bits.items():
        for low, high in _merged(body):
            turns[low] ^= bit
            turns[high + 1] ^= bit
    kinds = _kinds(turns)
    spare = iter(_SPARE)
    try:
        stand_ins = {kind: next(spare) for kind in dict.fromkeys(kind for start, kind in kinds if start < _END)}
    except StopIteration:
        raise ValueError("more kinds of character than Latin-1 has room for") from None
    starts = [start for start, _kind in kinds]
    members = [*((stand_in, kind) for kind, stand_in in stand_ins.items())]
    members += [(code, kinds[bisect_right(starts, code) - 1][1]) for code in _PRINTABLE]
    sets = _sets(list(bits), members)

    def rewrite(match: re.Match[str]) -> str:
        if match["literal"]:
            return sets[match["literal"]]
        return f"[{match['not']}{sets[match['body']]}]" if match["body"] else match[0]

    reduction = Reduction(starts, [stand_ins[kind] for _start, kind in kinds])
    return Reduced(re.compile(_SET.sub(rewrite, expression), flags), reduction)


def _sets(bodies: list[str], members: list[tuple[int, int]]) -> dict[str, str]:
    """The inside of each set over the reduced alphabet: those of its members that are in it, by their bits."""
    found: list[list[str]] = [[] for _body in bodies]
    for code, kind in members:
        written = re.escape(chr(code))
        left = kind
        while left:
            lowest = left & -left
            found[lowest.bit_length() - 1].append(written)
            left ^= lowest
    return {body: "".join(inside) for body, inside in zip(bodies, found, strict=True)}


def _kinds(turns: dict[int, int]) -> list[tuple[int, int]]:
    """Where each stretch of characters of one kind begins, and the sets it is in, as bits."""
    kinds, kind = [(0, turns.pop(0, 0))], 0
    kind = kinds[0][1]
    for start in sorted(turns):
        kind ^= turns[start]
        kinds.append((start, kind))
    return kinds


def _merged(body: str) -> list[tuple[int, int]]:
    """The ranges of a set's body, first and last code point, ascending and apart."""
    merged: list[tuple[int, int]] = []
    for low, high in sorted(_ranges(body)):
        if merged and low <= merged[-1][1] + 1:
            merged[-1] = merged[-1][0], max(merged[-1][1], high)
        else:
            merged.append((low, high))
    return merged


def _ranges(body: str) -> Iterator[tuple[int, int]]:
    """The ranges of a set's body as written."""
    at, size = 0, len(body)
    while at < size:
        at += body[at] == "\\"
        low = ord(body[at])
        at += 1
        if at + 1 < size and body[at] == "-":
            at += 1 + (body[at + 1] == "\\")
            yield low, ord(body[at])
            at += 1
        else:
            yield low, low
