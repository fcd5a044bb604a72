"""Which lines of a text are furniture of the page or print that it was saved from, and no part of the report.

Words alone do not tell: 下载 is a button above a title and a word in a sentence. So words count only where furniture
stands: above the report's first sentence, and below its last. Page numbers, running heads and the like count anywhere.
The words are in `chrome.toml`, which people may extend.
"""

import re
from collections.abc import Sequence

from tourview.readers.chrome.furniture import Likeness, likeness
from tourview.readers.chrome.page_marks import marked_lines
from tourview.readers.items import ITEM
from tourview.report import Progress, fold, squeezed

_HEAD, _TAIL = 80, 120  # lines from either end among which furniture is looked for by its words
_PROSE = 80  # code points of a line that is no furniture and no title, but the report's own
_LINK = 60  # code points of a line that may be the link to another page
_REPORT = re.compile(
    "报告|汇报|总结|纪要|体会|感想|方案|启示|见闻|考察|调研|学习|要点|讲话|意见|建议"
)  # what titles hold
_SMALL = 6  # code points of a menu's entry
_ITEM = re.compile(ITEM)
_SENTENCE = re.compile("[。！？；]|[.!?](?:\\s|$)")
_SALUTATION = re.compile("^(?:各位|同志们|尊敬的).{0,30}[：:！]$")
_SHORTEST_SENTENCE = 9
_VALUE = 24  # code points of what stands on the line below 来源：
_NAMED = re.compile("^(?:信息|文件|文档)?(?:名称|标题|题名):")
_FILE_ENDING = re.compile(r"\.(?:docx?|pdf|wps|txt|pptx?|rtf|html?)$")
_CRUMB_MARKS = frozenset(">＞»›/")
_OPENING = 24  # lines at the report's beginning that a page may repeat at its end
_REMEMBERED = 2000  # code points of each
_SHORTEST_REPEAT = 6


def chrome_lines(lines: Sequence[str], progress: Progress | None = None) -> frozenset[int]:
    """The numbers, from 0, of the lines that are furniture; none where all of them would be.

    Args:
        lines: In the order of the page, without surrounding blanks, none of them empty.
        progress: Told the share done; may raise to cancel.
    """
    head = [lines[place] for place in range(min(_HEAD, len(lines)))]
    found = set(marked_lines(lines, progress))
    found |= _above(head)
    found |= _below(lines, max(max(found & set(range(len(head))), default=-1) + 1, len(lines) - _TAIL))
    return frozenset(found) if len(found) < len(lines) else frozenset()


def _above(head: Sequence[str]) -> set[int]:
    """The furniture among the first lines, up to the report's first sentence or numbered heading."""
    likes: list[Likeness] = []
    for line in head:
        like = likeness(line)
        if like is Likeness.NONE and _is_body(line):
            break
        likes.append(like)
    found: set[int] = set()
    crumbs: set[str] = set()
    for place, like in enumerate(likes):
        line, before = head[place], place - 1 in found
        is_crumb = bool(crumbs) and (like is Likeness.BESIDE or line in crumbs or head[place - 1][-1] in _CRUMB_MARKS)
        if like > Likeness.AUTHOR or (before and (is_crumb or _is_value(likes, place, line))):
            found.add(place)
        if like is Likeness.CRUMB or (crumbs and place in found):
            crumbs.add(line)
    found |= _said_twice(head[: len(likes)])
    if found:
        found.update(place for place, like in enumerate(likes) if like is Likeness.AUTHOR)
    _spread(found, likes, head)
    return found


def _said_twice(lines: Sequence[str]) -> set[int]:
    """The lines that are the title as the page's table or its file's name has it, where it stands by itself, too."""
    wholes = {squeezed(line) for line in lines}
    found = set()
    for place, line in enumerate(lines):
        plain = squeezed(line)
        bare = _FILE_ENDING.sub("", _NAMED.sub("", plain))
        if bare != plain and bare in wholes:
            found.add(place)
    return found


def _is_body(line: str) -> bool:
    return (
        len(line) > _PROSE
        or _ITEM.match(line) is not None
        or _SALUTATION.match(line) is not None
        or (_SENTENCE.search(line) is not None and len(line) > _SHORTEST_SENTENCE)
    )


def _is_value(likes: Sequence[Likeness], place: int, line: str) -> bool:
    """Whether the line is what a label alone on the line before it announces: a source, a name."""
    if likes[place - 1] is not Likeness.LABEL or len(line) > _VALUE or _SENTENCE.search(line):
        return False
    return not _REPORT.search(fold(line))


def _spread(found: set[int], likes: Sequence[Likeness], lines: Sequence[str]) -> None:
    """Take in marks and single characters beside furniture, and above the title short lines between two pieces."""
    for order in (range(len(likes)), range(len(likes) - 1, -1, -1)):
        for place in order:
            if likes[place] is Likeness.BESIDE and (place - 1 in found or place + 1 in found):
                found.add(place)
    menu: list[int] = []
    for place in range(len(likes)):
        if place in found:
            found.update(menu)
            menu = []
        elif len(lines[place]) > _SMALL or _SENTENCE.search(lines[place]) or _REPORT.search(fold(lines[place])):
            return  # the title, or what stands above it
        elif place and (menu or place - 1 in found):
            menu.append(place)


def _below(lines: Sequence[str], first: int) -> set[int]:
    """The furniture at the end: from a line that plainly is some on, where only such, links and repeats follow it."""
    begin: int | None = None
    likes: dict[int, Likeness] = {}
    for place in range(len(lines) - 1, first - 1, -1):
        line = lines[place]
        likes[place] = like = likeness(line)
        if like > Likeness.AUTHOR and _ITEM.match(line) is None:
            begin = place
            continue
        if like is Likeness.BESIDE or _is_link(line):
            continue
        if _ITEM.match(line) or not _repeats(lines, place):
            break
    if begin is None:
        return set()
    while begin - 1 in likes and likes[begin - 1] is Likeness.BESIDE:
        begin -= 1
    return set(range(begin, len(lines)))


def _is_link(line: str) -> bool:
    """Whether the line may be the heading of another page: short, no sentence, and nothing of a report's own end."""
    return len(line) <= _LINK and not line.endswith(("。", "；", "！", ".", ";")) and _ITEM.match(line) is None


def _repeats(lines: Sequence[str], place: int) -> bool:
    """Whether a line says again what the beginning said: a page's summary of itself."""
    line = lines[place]
    if len(line) > _REMEMBERED:
        return False
    words = squeezed(line)
    beginning = "".join(lines[at][:_REMEMBERED] for at in range(min(_OPENING, place)))
    return len(words) >= _SHORTEST_REPEAT and words in squeezed(beginning)
