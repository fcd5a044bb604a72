"""Items without a number that a short name and a colon open, as 贵安新区：参观了… does."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tourview.readers.document import Block
from tourview.report import Kind, fold
from tourview.structure.kinds.heading_words import heading_kind
from tourview.structure.outline.markers import Style
from tourview.structure.outline.openings import Opening

_NAME = re.compile(
    r"(?P<name>[^\s，。、；：！？“”‘’《》（）,.;:!?\"'()<>【】\[\]—…|/\\]{2,12}(?:[（(][^\s，。；：:)）]{1,12}[)）])?"
    r"|[A-Z][\w'-]{0,40}(?: (?:of|the|and|[A-Z][\w'-]{0,40})){0,4})\s?[:：]\s*(?=\S)"
)
_NAMES_NOTHING = re.compile(
    r"(?:比如|例如|譬如|如|又如|再如|像|其中|即|注|备注|说明|注意|附|附件|附表|来源|稿源|时间|日期|地点|编辑|责任编辑|校对|审核|记者|作者"
    r"|组长|副组长|团长|副团长|领队|带队|成员|人员|秘书长|联络员|顾问|执笔|电话|传真|邮编|邮箱|网址|联系人|联系电话|抄送|主送|主题词|关键词|摘要|总之|综上|可见|结论|单位|问|答|版权|图|表"
    r"|note|notes|example|date|from|to|source|author|by|tel|email|figure|table|keywords|abstract)\d*$"
    r"|.*(?:如下|主要是|就是|认为|指出|强调|表示|要求|提出|介绍说?|说|[说问答知写讲笑]道|问|讲|写着|刻着|看到|发现|想到|各位|同志们|代表)$"
)
_SET_IN = frozenset((Kind.VISIT, Kind.IMPRESSION))
_SMALL = frozenset((Style.ORDINAL, Style.FIRSTLY, Style.AMONG))


def names_of(blocks: Sequence[Block], openings: Sequence[Opening]) -> Iterator[Opening]:
    """The items that a short name and a colon open: where two stand in a section, or one in a section on visits.

    Args:
        blocks: The document's blocks.
        openings: Those found so far.
    """
    region: list[Opening] = []
    kind: Kind | None = None
    own: Kind | None = None
    last = len(blocks)
    for opening, after in pairwise([*openings, None]):
        if opening is None:
            break
        if opening.style not in _SMALL:
            yield from _believed(region, own or kind)
            region = []
            own = heading_kind(opening.heading.text) if opening.is_section else None
            kind = own or kind
        region.extend(_names_between(blocks, opening.last + 1, after.block if after else last))
    yield from _believed(region, own or kind)


def names_nothing(words: str) -> bool:
    """Whether words before a colon are no name of anything: 例如, 时间, 会议指出.

    Args:
        words: What stands before the colon.
    """
    return _NAMES_NOTHING.match(fold(words)) is not None


def _believed(region: list[Opening], kind: Kind | None) -> list[Opening]:
    return region if len(region) > 1 or kind in _SET_IN else []


def _names_between(blocks: Sequence[Block], start: int, end: int) -> Iterator[Opening]:
    for place in range(start, end):
        block = blocks[place]
        passage = block.passage
        found = _NAME.match(passage.text)
        if found and block.depth is None and not names_nothing(found["name"]):
            heading = passage.slice(0, found.end("name"))
            body = passage.slice(found.end(), len(passage.text))
            yield Opening(place, place, "", heading, body, passage.start, Style.NAME)
