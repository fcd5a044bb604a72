"""The language of a report, by its script."""

import re

_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_LATIN_WORD = re.compile("[A-Za-z]+")
_SAMPLE = 1 << 16


def language_of(text: str) -> str:
    """`zh` where there are at least as many Han characters as Latin words in the first pages, else `en`."""
    sample = text[:_SAMPLE]
    characters = len(_HAN.findall(sample))
    words = len(_LATIN_WORD.findall(sample))
    return "zh" if characters and characters >= words else "en"
