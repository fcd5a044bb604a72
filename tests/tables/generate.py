"""Writes the package's tables from their sources: `python -m tests.tables.generate`."""

from pathlib import Path

import opencc

FOLD_TABLE = Path(__file__).parents[2] / "tourview" / "report" / "fold.txt"

_IDEOGRAPHS = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000), range(0xF900, 0xFB00), range(0x20000, 0x32400))
"""Extension A, the unified ideographs, the compatibility ideographs, and the supplementary and tertiary planes."""

_HEAD = """\
# Traditional characters, and under each the simplified one it is compared as.
# Made by `python -m tests.tables.generate` from OpenCC's t2s, one character at a time. OpenCC: Apache License 2.0.
"""


def simplified_characters() -> dict[str, str]:
    """Each ideograph that OpenCC turns into one other character when it stands alone, and that character.

    Where OpenCC would turn the other character into a third, the third is taken: folding twice must change nothing.
    """
    convert = opencc.OpenCC("t2s").convert
    single = {}
    for code in (code for block in _IDEOGRAPHS for code in block):
        character = chr(code)
        other = convert(character)
        if other != character and len(other) == 1:
            single[character] = other
    for character, other in single.items():
        final = other
        while final in single:
            final = single[final]
        single[character] = final
    return single


def fold_table() -> str:
    """The contents of `fold.txt`."""
    pairs = simplified_characters()
    return f"{_HEAD}{''.join(pairs)}\n{''.join(pairs.values())}\n"


if __name__ == "__main__":
    FOLD_TABLE.write_text(fold_table(), "utf-8")
    print(f"{FOLD_TABLE.name}: {FOLD_TABLE.stat().st_size} bytes")
