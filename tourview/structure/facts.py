"""Who went where and when, as the report states it. What it does not plainly state stays unknown.

Nearly all patterns are matched against folded text, so that they hold for traditional characters and full-width marks
too; what they find is cut from the text as it is.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

from tourview.readers.document import Block
from tourview.readers.portions import matches
from tourview.report import Facts, Passage, Progress, Site, fold

_PEOPLE = r"((?:约|近)?[\d一二三四五六七八九十百]+(?:余|多)?(?:人|名|位))"
_PARTY = re.compile(
    rf"(?:共计|总计|共|一行|等)\s?{_PEOPLE}|组织了?\s?{_PEOPLE}(?=[^,，。;；]{{0,12}}(?:赴|前往|到|去|考察))"
    r"|\b(?:party|delegation|group|team)\s+of\s+(?:some\s+|about\s+)?([\w-]+)",
    re.IGNORECASE,
)
_DAY = r"(?:\d{4}年)?\d{1,2}月\d{1,2}日?"
_DATES = re.compile(
    rf"{_DAY}\s?(?:至|到|—{{1,4}}|-|–|~)\s?(?:\d{{4}}年)?(?:\d{{1,2}}月)?\d{{1,2}}日|(?:\d{{4}}年)?\d{{1,2}}月\d{{1,2}}日"
    r"|\b\d{1,2}(?:\s?(?:-|–|to|and)\s?\d{1,2})?\s(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December)(?:\s\d{4})?",
    re.IGNORECASE,
)
_SET_OUT = re.compile(r"赴|前往|到.{1,20}?(?:考察|学习|参观|调研)|(?:visited|travelled to|went to|toured)")
_SENTENCE = re.compile(r"[。!?\n]|\.\s")
_DESTINATIONS = re.compile(r"(?:赴|到|前往)([^,。;:\n]{1,60}?)(?=就|学习|考察|参观|调研|开展|进行|培训|交流|外出)")
_ENGLISH_DESTINATIONS = re.compile(
    r"\b(?i:visits?\s+to|tour\s+(?:to|of)|trip\s+to|mission\s+to|visited|toured)\s+"
    r"([A-Z][\w'-]*(?:(?:,?\s+and\s+|,\s+|\s+)(?:the\s+)?[A-Z][\w'-]*)*)"
)
_NOWHERE = re.compile(r"(?:外地|外省|外市|外县|先进地区|先进|实地|基层|各地|兄弟)")
_PLACE = re.compile(r"[^的\s]{1,9}[省市县区州盟旗镇乡村港岛]$|[a-z].*$")
_PARTING = re.compile(r"[、和及与]|,?\s+and\s+|,\s+")
_DOCUMENT = re.compile(r"《[^《》\n]{2,100}》")
_LEAD_LENGTH = 6000  # characters of the lead-in that the facts are looked for in
_ISO = re.compile(r"(\d{4})\s?[年/.-]\s?(\d{1,2})\s?[月/.-]\s?(\d{1,2})日?")
_DATE_LINE = re.compile(
    rf"^\W*(?:时间|日期|Date)?\s*[:：]?\s*{_ISO.pattern}(?:\s?\d{{1,2}}[:：时]\d{{1,2}}(?:[:：分]\d{{0,2}})?)?\s*\W*$"
)
_SUBTITLE_DATE = re.compile(rf"^(?:[—\-–（(]*|\S{{4,30}}[，,\s]\s?){_ISO.pattern}(?:$|在|[）)])")
_PUBLISHED = re.compile(rf"\W*(?:[\u4e00-\u9fff]{{0,4}}(?:时间|日期|发布|发表于))?\s?[:：]?\s?{_ISO.pattern}")
_SIGNATURE = re.compile(
    r"^[\u4e00-\u9fff（）()·]{2,24}(?:委员会|办公室|局|委|厅|院|公司|中心|部|政府|学会|协会|集团|大学|考察组|调研组|考察团)$"
)
_WE = re.compile(r"我(委|局|厅|办|院|公司|集团|中心|校)")
_ENDING = 4  # blocks at the end among which a signature stands
_VISITED_ALIKE = "院校"
"""A hospital visits hospitals: one with a place before its name (湖南省某市人民医院) is another than one's own."""
_NAME_BEGINS = "(?:(?<![\u4e00-\u9fff])|(?<=[我由经为是织据按请]))"


def facts_of(
    title: str, lead: Sequence[Passage], sites: Iterable[Site], text: str, progress: Progress | None = None
) -> Facts:
    """The facts of a tour.

    Args:
        title: The report's title.
        lead: The paragraphs of the lead-in, or of the first section where there is none.
        sites: The places visited.
        text: The source.
        progress: Told the share of the source looked through; may raise to cancel.
    """
    found = tuple(sites)
    opening = "\n".join(passage.text[:_LEAD_LENGTH] for passage in lead[:20])[:_LEAD_LENGTH]
    party = _PARTY.search(fold(opening))
    return Facts(
        party=opening[slice(*party.span(party.lastindex or 0))] if party else None,
        dates=tuple(dict.fromkeys(_tour_dates(opening))),
        destinations=_destinations(title) or tuple(name for name in _destinations(opening) if _PLACE.match(fold(name))),
        documents=tuple(dict.fromkeys(_documents(text, progress))),
        sites=found,
    )


def _tour_dates(lead: str) -> list[str]:
    """When the party set out: the date next to the word that says so; else every date in the lead-in's sentences."""
    folded = fold(lead)
    start = 0
    for end in [*(found.start() for found in _SENTENCE.finditer(folded)), len(folded)]:
        set_out = _SET_OUT.search(folded, start, end)
        if set_out:
            before = list(_DATES.finditer(folded, start, set_out.start()))
            after = list(_DATES.finditer(folded, set_out.end(), end))
            if before or after:
                return [lead[slice(*found.span())] for found in before[-1:] or after[:1]]
        start = end
    prose = [line for line in lead.split("\n") if line.endswith(("。", "；", ".", "：", ":"))]
    return [line[slice(*found.span())] for line in prose for found in _DATES.finditer(fold(line))]


def _destinations(text: str) -> tuple[str, ...]:
    folded = fold(text)
    found = _DESTINATIONS.search(folded) or _ENGLISH_DESTINATIONS.search(text)
    if found is None:
        return ()
    names: list[str] = []
    at, end = found.span(1)
    for parting in chain(_PARTING.finditer(folded, at, end), (None,)):
        names.append(text[at : parting.start() if parting else end].strip())
        at = parting.end() if parting else end
    return tuple(name for name in names if name and not _NOWHERE.match(fold(name)))


def _documents(text: str, progress: Progress | None) -> Iterator[str]:
    """The words of every 《…》, in reading order."""
    return (found[0][1:-1] for found in matches(_DOCUMENT, text, progress))


def date_of(blocks: Sequence[Block], lead: int, page: Sequence[str] = ()) -> str | None:
    """The report's date, YYYY-MM-DD: of the signature at its end, the line under its title, or a date line above.

    Where the report itself tells none, it is when the page it was saved from was published.

    Args:
        blocks: The document's blocks.
        lead: How many of them stand before the first chapter.
        page: The lines of the page around it, its chrome.
    """
    tail = [block.passage.text for block in blocks[-_ENDING:]]
    head = [block.passage.text for block in blocks[: min(lead, 30)]]
    for pattern, lines in ((_DATE_LINE, reversed(tail)), (_SUBTITLE_DATE, head), (_DATE_LINE, head)):
        for line in lines:
            found = pattern.match(fold(line)) if len(line) < 80 else None
            if found and (date := _iso(found)):
                return date
    published = (_PUBLISHED.match(fold(line)) for line in page if len(line) < 80)
    return next((date for found in published if found and (date := _iso(found))), None)


def _iso(found: re.Match[str]) -> str | None:
    """The date of a match whose groups are year, month and day; None where the calendar has none such."""
    year, month, day = (int(found[group]) for group in (1, 2, 3))
    return f"{year:04}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else None


def organization_of(blocks: Sequence[Block], lead: Sequence[Passage]) -> str | None:
    """Whose report it is: who signs it above the date at its end, or who the lead-in means by 我委, 我局 and so on."""
    tail = [block.passage.text for block in blocks[-_ENDING:]]
    for line, following in pairwise(tail):
        if len(line) < 40 and _SIGNATURE.match(fold(line)) and _DATE_LINE.match(fold(following[:80])):
            return line
    opening = "\n".join(passage.text[:_LEAD_LENGTH] for passage in lead[:10])[:_LEAD_LENGTH]
    folded = fold(opening)
    we = _WE.search(folded)
    if we is None:
        return None
    begins = _NAME_BEGINS if we[1] in _VISITED_ALIKE else ""
    named = re.search(rf"{begins}[省市县区州](?:(?![省市县区州两几各])[\u4e00-\u9fff]){{1,6}}?{we[1]}", folded)
    return opening[slice(*named.span())] if named else None
