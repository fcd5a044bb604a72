"""The key figures of a report: every quantity that a person would take down, with its value, unit and place.

What counts and what does not is told by measure words (`report/measures.txt`) and by the words of `figures.toml`.
A figure's text is its number with qualifier, scale and measure word, without the noun: `近70亿元`, `15个`.

A qualifier is the word as written (近, 多, 超过, 以上, nearly); the one inside the number goes before those around it.
A vague number has the smallest value it may stand for, in its scale: 数万人 10,000, 几十家 10. Parts of a whole
(三分之一, 一半, 百分之三十) are percentages; a place in a ranking has the unit 位, a fall no minus sign. A change
in one unit is one figure (由二层升为五层), one from a unit to another two: 由2天缩短到8小时 gives 2天 and 8小时.
"""

import re
from collections.abc import Iterator

from tourview.readers.portions import PORTION, between
from tourview.report import Figure, Passage, Progress, Report, Span, language_of
from tourview.structure.figures.amount import Amount
from tourview.structure.figures.amounts import amounts
from tourview.structure.figures.english_amounts import english_amounts
from tourview.structure.figures.joining import joined

MOST = 40_000
"""Figures beyond which no more are told: nobody reads them, and a big file must not fill the memory with them."""
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")


def figures_of(report: Report, progress: Progress | None = None) -> tuple[Figure, ...]:
    """The figures of a report's headings and paragraphs in the order of the text, 40,000 at most.

    The title and what is no part of the report (chrome) are in no section, and hold none.

    Args:
        report: The report without its figures.
        progress: Told the share done, 0 to 1; may raise to cancel.
    """
    found: list[Figure] = []
    texts: dict[str, str] = {}
    told, length = 0, max(1, len(report.text))
    for section in report.reading_order:
        for passage in (section.heading, *section.paragraphs) if section.heading else section.paragraphs:
            tell = None
            if progress and passage.end - told >= PORTION:
                tell = between(progress, max(told, passage.start) / length, passage.end / length)
                told = passage.end
            for figure in _figures_in(passage, section.ref, _is_chinese(passage.text, report.language), tell, texts):
                found.append(figure)
                if len(found) == MOST:
                    return tuple(found)
    return tuple(found)


def _span(passage: Passage, amount: Amount) -> Span:
    return passage.to_source(amount.start), passage.to_source(amount.end - 1) + 1


def _is_chinese(text: str, language: str) -> bool:
    """Whether a passage is to be read as Chinese: a name in Han characters does not make it so in an English report."""
    return _HAN.search(text) is not None and (language == "zh" or language_of(text) == "zh")


def _figures_in(
    passage: Passage, ref: str, chinese: bool, progress: Progress | None, texts: dict[str, str]
) -> Iterator[Figure]:
    """The figures of a passage; equal words of theirs are one object in memory, that of `texts`."""
    text, shift = passage.text, passage.start
    plain = len(passage.runs) == 1
    several = amounts(text, progress) if chinese else english_amounts(text, progress)
    for amount in joined(several, text):
        written = text[amount.start : amount.end]
        yield Figure(
            ref=ref,
            text=texts.setdefault(written, written),
            value=amount.value,
            unit=texts.setdefault(amount.unit, amount.unit),
            qualifier=texts.setdefault(amount.qualifier, amount.qualifier) if amount.qualifier else None,
            span=(amount.start + shift, amount.end + shift) if plain else _span(passage, amount),
            to=amount.to,
        )
