"""The language of a report, by its script."""

import re

_HAN = "[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
_LATIN_WORD = "[A-Za-z]+"
"""Compiled when first used, by `re` itself: a start that reads a cached report needs neither."""
_SAMPLE = 1 << 16


def language_of(text: str) -> str:
    """`zh` where there are at least as many Han characters as Latin words in the first pages, else `en`."""
    sample = text[:_SAMPLE]
    characters = len(re.findall(_HAN, sample))
    words = len(re.findall(_LATIN_WORD, sample))
    return "zh" if characters and characters >= words else "en"
