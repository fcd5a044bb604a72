"""What a web page says of its article beside it: the title, the date, who published it.

Government sites state them in `meta` elements of agreed names (ArticleTitle, PubDate, ContentSource, SiteName; 国办发
〔2017〕47号), others in those of Open Graph; the line below the title says them as well (来源：… 时间：…).
"""

import re
from collections.abc import Sequence
from datetime import date

from tourview.readers.document import Metadata
from tourview.readers.html.page import Page, Paragraph
from tourview.report import squeezed

_TITLES = ("articletitle", "og:title", "headline", "twitter:title")
_DATES = ("pubdate", "publishdate", "article:published_time", "datepublished", "og:release_date", "firstpublishedtime")
_SOURCES = ("contentsource", "source", "publisher")
_SITES = ("sitename", "og:site_name")
_OFFICE = re.compile("(?:政府|委|局|厅|廳|院|办|辦|部|会|會|中心|办公室)$")
_SITE_END = re.compile("(?:门户网站|門戶網站|政府网|官方网站|官网|网站|網站)$")
_BETWEEN = re.compile(r"\s*[_|｜·»]\s*|\s+[-–—]+\s+|-+(?=[^-]*$)|--+")
_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)")
_SOURCE = re.compile(r"(?:信息|稿件|文章)?(?:来源|來源|发布机构|发布单位|發布機構)\s?[:：]\s*([^\s:：|【】]{2,30})")
_LONGEST_TITLE = 110
_LONGEST_BYLINE = 200
_NEAR = 12  # paragraphs of the article among which its title may stand
_SITE_TITLE = re.compile("(?:网|網|门户|首页|政府|平台|论坛)$")


def title_place(page: Page, aside: Sequence[bool], first: int) -> tuple[int, int] | None:
    """Where a page shows its article's title: the numbers of its paragraphs, [begin, end); None where it does not.

    It is the first paragraph, or two, above the article's text or at its beginning that says what the page states as
    its title; else the last heading of depth 1 above the article.

    Args:
        page: The page.
        aside: Of each holder, whether it is furniture.
        first: The number of the article's first paragraph.
    """
    paragraphs = page.paragraphs
    end = min(len(paragraphs), first + _NEAR)
    likely = [place for place in range(end) if _may_be_title(paragraphs[place], aside)]
    plain = {place: squeezed(paragraphs[place].text) for place in likely}
    for wanted in map(squeezed, _stated_titles(page)):
        for place in likely:
            if plain[place] == wanted:
                return place, place + 1
            if place + 1 in plain and plain[place] + plain[place + 1] == wanted:
                return place, place + 2
    for place in reversed(likely):
        each = paragraphs[place]
        if place < first and each.depth == 1 and not _SITE_TITLE.search(each.text):
            return place, place + 1
    return None


def metadata_of(page: Page, title: str | None, around: Sequence[Paragraph]) -> Metadata:
    """The facts of an article.

    Args:
        page: Its page.
        title: The title it shows, None where it shows none.
        around: The paragraphs about its title, among which the line with date and source may be.
    """
    bylines = [each.text for each in around if len(each.text) <= _LONGEST_BYLINE]
    source = next(filter(None, (page.metas.get(name) for name in _SOURCES)), None)
    if source is None:
        source = next((found[1] for found in map(_SOURCE.search, bylines) if found), None)
    stated = (_day(page.metas.get(name, "")) for name in _DATES)
    return Metadata(
        title=title or next(filter(None, (page.metas.get(name) for name in _TITLES[:2])), None),
        organization=_office(source) or next(filter(None, map(_office, _sites(page))), None),
        date=next(filter(None, stated), None) or next(filter(None, map(_day, bylines)), None),
    )


def _may_be_title(paragraph: Paragraph, aside: Sequence[bool]) -> bool:
    if len(paragraph.text) > _LONGEST_TITLE or aside[paragraph.holder]:
        return False
    return not paragraph.linked or paragraph.depth is not None  # forums link the heading to the thread itself


def _stated_titles(page: Page) -> list[str]:
    """What the page states as its title, without the name of the site after it, the likeliest first."""
    titles = [page.metas[name] for name in _TITLES if page.metas.get(name)]
    for title in [*titles, page.title]:
        titles.append(title)
        ends = [found.start() for found in _BETWEEN.finditer(title[:300])]
        titles.extend(title[:end] for end in reversed(ends) if end > 3)
    return [title for title in titles if title.strip()]


def _sites(page: Page) -> list[str]:
    return [page.metas[name] for name in _SITES if page.metas.get(name)]


def _office(name: str | None) -> str | None:
    """The name where it is one of an office, without what only says that it is a site."""
    name = _SITE_END.sub("", (name or "").strip())
    return name if _OFFICE.search(name) and len(name) <= 40 else None


def _day(text: str) -> str | None:
    """The day in a text, as ISO 8601 has it; None where there is none."""
    found = _DAY.search(text)
    if found is None:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3])).isoformat()
    except ValueError:
        return None
