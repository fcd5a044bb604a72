"""The places that were visited, out of sentences such as 参观考察了A、B和C等项目."""

import re
from collections.abc import Iterator

from tourview.report import Kind, Passage, Section, Site

_VISITED = re.compile(
    r"(?:(?:实地|现场|集中|重点|先后|分别|依次|一起|主要)*(?:参观|考察|走访|察看|查看|观摩|调研|探访)(?:参观|考察|学习|走访|观摩|调研)*了"
    r"|先后(?:到|前往|赴|走进|来到)|实地(?:参观|考察|走访|察看|查看|观摩)|(?:参观|考察)点(?:有|为|包括)[:：]?"
    r"|\b(?:visited|toured)\b)\s*"
)
_SENTENCE = re.compile(r"[。；;！!？?]|\.(?=\s|$)")
_PART = re.compile(r"[、，,]|\s+and\s+|(?:和|及|以及|与)")
_ETC = re.compile(r"等(?:[^、，,]{0,12})$|,?\s*(?:etc\.?|among others)$")
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
_LONGEST_NAME = 40


def sites_of(sections: Iterator[Section]) -> Iterator[Site]:
    """The sites that the leaves of kind visit name, in reading order; their region is the leaf's heading."""
    for section in sections:
        if section.kind is Kind.VISIT and not section.children:
            for paragraph in section.paragraphs:
                yield from _sites_in(paragraph, section)


def _sites_in(paragraph: Passage, section: Section) -> Iterator[Site]:
    text = paragraph.text
    for found in _VISITED.finditer(text):
        sentence = _SENTENCE.search(text, found.end())
        for start, end in _names(text, found.end(), sentence.start() if sentence else len(text)):
            part = paragraph.slice(start, end)
            yield Site(" ".join(part.text.split()), section.title, section.ref, (part.start, part.end))


def _names(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names in a list, as [start, end); the list ends where a part is no name."""
    etc = _ETC.search(text[start:end])
    if etc and etc.start():
        end = start + etc.start()
    at = start
    for found in [*_PART.finditer(text, start, end), None]:
        if found is not None and found[0].strip() in _JOINTS and not _joins_names(text, at, found, end):
            continue
        stop = found.start() if found else end
        name = text[at:stop].strip()
        if not name or len(name) > _LONGEST_NAME or _GOES_ON.match(name):
            return
        first = text.index(name, at)
        article = _ARTICLE.match(name)
        if not _NO_NAME.match(name):
            yield first + (article.end() if article else 0), first + len(name)
        at = found.end() if found else end


def _joins_names(text: str, start: int, joint: re.Match[str], end: int) -> bool:
    """Whether a 和 stands between two names, not inside one: each side ends as names of places do."""
    following = _PART.search(text, joint.end(), end)
    after = text[joint.end() : following.start() if following else end]
    return bool(_NAME_END.search(text[start : joint.start()]) and _NAME_END.search(after))
