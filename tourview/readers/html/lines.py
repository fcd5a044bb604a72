"""The lines that the article of a web page comes down to: its title, what stands below that, its paragraphs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tourview.readers.chrome.lines import chrome_lines
from tourview.readers.document import Metadata
from tourview.readers.html.article import Article, article_of, is_prose
from tourview.readers.html.metadata import metadata_of, title_place
from tourview.readers.html.page import Page, Paragraph
from tourview.readers.portions import between
from tourview.readers.slices import is_wide
from tourview.report import Progress, Span

_BYLINE = re.compile(
    r"[【\[(（]?(?:作者|来源|來源|信息来源|稿件来源|文章来源|发布\w{0,4}|发表\w{0,4}|时间|時間|日期|成文日期|点击\w{0,2}|浏览\w{0,2}|阅读\w{0,2}"
    r"|访问\w{0,2}|字号|字体|编辑|责编|责任编辑|录入|审核|供稿|更新\w{0,4}|date|source|author|posted|published)\s?[:：]"
    r"|(?:\D{0,6}[:：])?\s*(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?[\d\s:：]*$",
    re.IGNORECASE,
)
"""A line above the article that says when and by whom the page was published."""
_LONGEST_BYLINE = 200
_AROUND = 12  # paragraphs about the title among which the line with date and source is looked for


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the article.

    Attributes:
        chrome: Whether it is none of the report, though it stands in it.
        title: Whether it is the report's title.
    """

    paragraph: Paragraph
    chrome: bool = False
    title: bool = False


def article_lines(page: Page, progress: Progress | None = None) -> tuple[list[Line], Metadata]:
    """The lines of a page's article in reading order, and what the page states of it.

    The title often stands above the element that holds the text: it comes first then, with what lies between, unless
    that is furniture.

    Args:
        page: The page; it has a paragraph.
        progress: Told the share done; may raise to cancel.
    """
    article = article_of(page, between(progress, 0, 0.6))
    first = article.paragraphs[0]
    title = title_place(page, article.aside, first)
    above = _above(page, article, title)
    lines = _with_title(page, article, title, above)
    outside = 0 if title is None or title[0] >= first else 1 + len(above)
    chrome = chrome_lines([line.paragraph.text for line in lines], between(progress, 0.6, 1))
    marked = [
        replace(line, chrome=not line.title and (line.chrome or number in chrome)) for number, line in enumerate(lines)
    ]
    kept = [line for number, line in enumerate(marked) if number >= outside or not line.chrome]
    return kept, metadata_of(page, _words_of(lines), _around(page, title, first))


def _with_title(page: Page, article: Article, title: Span | None, above: Sequence[int]) -> list[Line]:
    paragraphs = page.paragraphs
    lines = [] if title is None or title[0] in set(article.paragraphs) else [_title(paragraphs, title)]
    lines.extend(Line(paragraphs[place]) for place in above)
    for place in article.paragraphs:
        if title is None or not title[0] <= place < title[1]:
            lines.append(Line(paragraphs[place], chrome=place in article.furniture))
        elif place == title[0]:
            lines.append(_title(paragraphs, title))
    return lines


def _above(page: Page, article: Article, title: Span | None) -> list[int]:
    """The paragraphs between the title and the article that may be of the report: those that stand beside either."""
    if title is None:
        return []
    paragraphs = page.paragraphs
    around = _common(page, paragraphs[title[0]].holder, paragraphs[article.paragraphs[0]].holder)
    found = []
    for place in range(title[1], article.paragraphs[0]):
        each = paragraphs[place]
        beside = around in (each.holder, page.holders[each.holder].above) or is_prose(each)
        outside = article.aside[each.holder] or 2 * each.linked > len(each.text) or _is_byline(each.text)
        if beside and not outside:
            found.append(place)
    return found


def _is_byline(text: str) -> bool:
    return len(text) <= _LONGEST_BYLINE and _BYLINE.match(text) is not None


def _common(page: Page, one: int, other: int) -> int:
    """The innermost holder around two holders."""
    while one != other:
        if one < other:
            other = page.holders[other].above
        else:
            one = page.holders[one].above
    return one


def _title(paragraphs: Sequence[Paragraph], title: Span) -> Line:
    """The line of a title; one in two paragraphs becomes one."""
    first = paragraphs[title[0]]
    text = first.text
    for place in range(title[0] + 1, title[1]):
        following = paragraphs[place].text
        text += following if is_wide(text[-1]) and is_wide(following[0]) else f" {following}"
    return Line(replace(first, text=text), title=True)


def _words_of(lines: Sequence[Line]) -> str | None:
    return next((line.paragraph.text for line in lines if line.title), None)


def _around(page: Page, title: Span | None, first: int) -> list[Paragraph]:
    start = first if title is None else title[1]
    return page.paragraphs[max(0, start - (_AROUND if title is None else 0)) : start + _AROUND]
