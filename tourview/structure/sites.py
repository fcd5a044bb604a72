"""The places that were visited, out of sentences such as 参观考察了A、B和C等项目.

The patterns are matched against folded text, so that they hold for traditional characters and full-width marks, too.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from tourview.readers.portions import between, matches
from tourview.report import Kind, Passage, Progress, Section, Site, fold

_VISITED = re.compile(
    r"(?:(?:实地|现场|集中|重点|先后|分别|依次|一起|主要){0,4}(?:参观|考察|走访|察看|查看|观摩|调研|探访)(?:参观|考察|学习|走访|观摩|调研){0,4}了"
    r"|先后(?:到|前往|赴|走进|来到)|实地(?:参观|考察|走访|察看|查看|观摩)|(?:参观|考察)点(?:有|为|包括):?"
    r"|\b(?:visited|toured)\b)\s{0,3}"
)
_SENTENCE = re.compile(r"[。;!?]|\.(?=\s|$)")
_PART = re.compile(r"[、,]|\s{1,3}and\s{1,3}|(?:和|及|以及|与)")
_ETC = re.compile(r"等[^、,]{0,12}$|,?\s{0,3}(?:etc\.?|among others)$")
_GOES_ON = re.compile(
    r"(?:听取|观看|了解|详细|深入|并|还|与|同时|随后|期间|通过|查阅|召开|座谈|学习|感受|体验|进行)|.*(?:了|座谈|交流|汇报|介绍)"
)
_NAME_END = re.compile(
    r"(?:园区|园|区|基地|系统|中心|公司|集团|项目|厂|企业|工程|馆|村|镇|乡|县|市|街|街道|社区|学校|大学|学院|医院|站|港|城|广场|平台|"
    r"车间|码头|渡口|工坊|市场|超市|民宿|祠堂|服装|农场|合作社|景区|公园|大厅|大道|实验室|研究院|所|局|委|湖|山|寨|古镇|小镇|龙头|线|库|桥|机场)$"
)
_NO_NAME = re.compile(
    r"[\d一二三四五六七八九十两数多几]+(?:家|个|处|座|户|名|位|所)|部分|有关|相关|各|当地|一些|several|some|many"
)
_ARTICLE = re.compile(r"(?:the|a|an)\s+(?=[A-Z])")
_JOINTS = ("以及", "和", "及", "与")
_LONGEST_NAME = 40  # code points
_LONGEST_ENDING = 4  # code points of what names of places end in
_LONGEST_LIST = 600  # code points after the verb in which a sentence without an end is looked through


def sites_of(sections: Iterable[Section], length: int, progress: Progress | None = None) -> Iterator[Site]:
    """The sites that the leaves of kind visit name, in reading order; their region is the leaf's heading.

    Args:
        sections: Every section.
        length: Of the source.
        progress: Told the share done; may raise to cancel.
    """
    for section in sections:
        if section.kind is Kind.VISIT and not section.children:
            for paragraph in section.paragraphs:
                yield from _sites_in(paragraph, section, between(progress, paragraph.start / length, 1))


def _sites_in(paragraph: Passage, section: Section, progress: Progress | None) -> Iterator[Site]:
    """The sites of a paragraph: each sentence and each list is gone through once, whatever the words."""
    folded = fold(paragraph.text)
    read = sentence_end = 0
    for found in matches(_VISITED, folded, None if progress is None else lambda _share: progress(0)):
        if found.start() < read:
            continue
        if found.end() > sentence_end:
            longest = min(found.end() + _LONGEST_LIST, len(folded))
            sentence = _SENTENCE.search(folded, found.end(), longest)
            sentence_end = sentence.start() if sentence else longest
        for start, end in _names(folded, found.end(), sentence_end):
            part = paragraph.slice(start + _article_before(paragraph.text[start:end]), end)
            yield Site(" ".join(part.text.split()), section.title, section.ref, (part.start, part.end))
            read = end


def _article_before(name: str) -> int:
    """How many characters of a name are an English article."""
    article = _ARTICLE.match(name)
    return article.end() if article else 0


def _names(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names in a list, as [start, end); the list ends where a part is no name."""
    tail = max(start, end - _LONGEST_NAME)
    etc = _ETC.search(text[tail:end])
    if etc and tail + etc.start() > start:
        end = tail + etc.start()
    at = start
    for found in chain(_PART.finditer(text, start, end), (None,)):
        if found is not None and found[0] in _JOINTS and not _joins_names(text, at, found, end):
            if found.start() - at > _LONGEST_NAME:
                return
            continue
        stop = found.start() if found else end
        name = text[at:stop].strip()
        if not name or len(name) > _LONGEST_NAME or _GOES_ON.match(name):
            return
        first = text.index(name, at)
        if not _NO_NAME.match(name):
            yield first, first + len(name)
        at = found.end() if found else end


def _joins_names(text: str, start: int, joint: re.Match[str], end: int) -> bool:
    """Whether a 和 stands between two names, not inside one: each side ends as names of places do."""
    following = _PART.search(text, joint.end(), end)
    after = following.start() if following else end
    return _ends_name(text, start, joint.start()) and _ends_name(text, joint.end(), after)


def _ends_name(text: str, start: int, end: int) -> bool:
    return _NAME_END.search(text, max(start, end - _LONGEST_ENDING), end) is not None
