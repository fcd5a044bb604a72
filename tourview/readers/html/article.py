"""Which paragraphs of a web page are the article.

From the page inwards, step by step into the element that holds most of the prose, but only as long as nothing that
reads like a report stays behind: rather a button too many than a chapter lost. Elements that are furniture by their
names are left out, unless much of the prose stands in them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from tourview.readers.html.names import PARTS, holds_article, holds_post, holds_text, is_furniture, words_of
from tourview.readers.html.page import Holder, Page, Paragraph
from tourview.readers.items import ITEM
from tourview.readers.portions import between
from tourview.report import Progress

_SHARE_OF_FURNITURE = 0.4  # of the prose; an element with more is none, whatever its name
_SHARE_INWARDS = 0.5  # of the prose that the element to step into holds
_POST = 300  # code points of prose in a message that carries on the first
_PARAGRAPH = 25  # code points of one with a sentence in it that may not stay behind
_STEM = 2000  # code points of a paragraph that are looked at
_MARKS = re.compile("[。！？；，、：]|[.!?;,:](?:\\s|$)")
_SENTENCE = re.compile("[。！？；]|[.!?](?:\\s|$)")
_ITEM = re.compile(ITEM)
_IMPRINT = re.compile(
    "ICP备|公网安备|版权所有|网站标识码|主办单位|主办[:：]|承办[:：]|技术支持|不良信息|all rights reserved|copyright|©",
    re.IGNORECASE,
)
_LONGEST_IMPRINT = 400
_TOLD_EVERY = 4096


_Item = TypeVar("_Item")


@dataclass(slots=True)
class _Sums:
    """What an element holds, with all inside it: code points of prose, paragraphs of it, paragraphs with a marker."""

    prose: int = 0
    paragraphs: int = 0
    items: int = 0

    def add(self, other: "_Sums") -> None:
        self.prose += other.prose
        self.paragraphs += other.paragraphs
        self.items += other.items


_NOTHING = _Sums()
_ITEM_ALONE = _Sums(items=1)


@dataclass(frozen=True, slots=True)
class Article:
    """Which paragraphs of a page are the article.

    Attributes:
        paragraphs: Their numbers, ascending; never none where the page has a paragraph.
        furniture: The numbers of those within the article that are none of it.
        aside: Of each holder of the page, whether it is furniture or stands in such.
    """

    paragraphs: tuple[int, ...]
    furniture: frozenset[int]
    aside: tuple[bool, ...]


def article_of(page: Page, progress: Progress | None = None) -> Article:
    """The article of a page; the whole page but for its furniture where none can be told apart.

    Args:
        page: The page.
        progress: Told the share done; may raise to cancel.
    """
    holders, paragraphs = page.holders, page.paragraphs
    weights = [_weigh(paragraph) for paragraph in told(paragraphs, between(progress, 0, 0.5))]
    aside = _aside(holders, paragraphs, weights, between(progress, 0.5, 0.6))
    sums = _sums(holders, paragraphs, weights, aside, between(progress, 0.6, 0.7))
    chosen = _posts(holders, sums) or {_innermost(holders, sums, aside)}
    inside = [number in chosen for number in range(len(holders))]
    for number in range(1, len(holders)):
        inside[number] = inside[number] or inside[holders[number].above]
    places = tuple(place for place, each in enumerate(paragraphs) if inside[each.holder])
    furniture = (
        place
        for place in told(places, between(progress, 0.7, 1))
        if _is_furniture(paragraphs[place], aside[paragraphs[place].holder])
    )
    found = Article(places, frozenset(furniture), tuple(aside))
    return _without_furniture(found, everywhere=any(holders[number].tag in ("html", "body") for number in chosen))


def told(items: Sequence[_Item], progress: Progress | None) -> Iterator[_Item]:
    """The items, one by one, the share that went by told now and then."""
    for number, item in enumerate(items):
        if progress and number % _TOLD_EVERY == 0:
            progress(number / len(items))
        yield item


def is_prose(paragraph: Paragraph) -> bool:
    """Whether a paragraph reads like running text: several words with marks between them that are no links."""
    plain = len(paragraph.text) - paragraph.linked
    if plain < 15 or 2 * paragraph.linked > len(paragraph.text):
        return False
    stem = paragraph.text[:_STEM]
    if len(stem) <= _LONGEST_IMPRINT and _IMPRINT.search(stem):
        return False
    return _MARKS.search(stem) is not None


def _without_furniture(article: Article, *, everywhere: bool) -> Article:
    """The article without furniture at its ends, or without any, unless nothing else is there."""
    kept = [place for place in article.paragraphs if place not in article.furniture]
    if not kept:
        return Article(article.paragraphs, frozenset(), article.aside)
    if everywhere:
        return Article(tuple(kept), frozenset(), article.aside)
    places = tuple(place for place in article.paragraphs if kept[0] <= place <= kept[-1])
    return Article(places, article.furniture.intersection(places), article.aside)


def _is_furniture(paragraph: Paragraph, aside: bool) -> bool:
    """Whether a paragraph within the article is none of it: buttons, a row of links, what stands aside."""
    if aside:
        return True
    return paragraph.links > 1 and paragraph.linked * 10 >= 8 * len("".join(paragraph.text[:_STEM].split()))


def _aside(
    holders: Sequence[Holder], paragraphs: Sequence[Paragraph], weights: Sequence[_Sums], progress: Progress | None
) -> list[bool]:
    """Of each holder, whether it is furniture or stands in such."""
    sums = _sums(holders, paragraphs, weights, [False] * len(holders), progress)
    most = _SHARE_OF_FURNITURE * sums[0].prose
    aside = [False] * len(holders)
    for number, holder in enumerate(holders):
        inherited = number > 0 and aside[holder.above]
        named = is_furniture(holder.tag, holder.names) and not holds_text(holder.tag, holder.names)
        aside[number] = inherited or (named and sums[number].prose <= most)
    return aside


def _weigh(paragraph: Paragraph) -> _Sums:
    """What a paragraph adds to the elements that hold it."""
    plain = len(paragraph.text) - paragraph.linked
    if 2 * paragraph.linked > len(paragraph.text):
        return _NOTHING
    item = _ITEM.match(paragraph.text) is not None
    if not is_prose(paragraph):
        return _ITEM_ALONE if item else _NOTHING
    sentence = len(paragraph.text) >= _PARAGRAPH and _SENTENCE.search(paragraph.text[:_STEM]) is not None
    return _Sums(plain, int(sentence), int(item))


def _sums(
    holders: Sequence[Holder],
    paragraphs: Sequence[Paragraph],
    weights: Sequence[_Sums],
    aside: Sequence[bool],
    progress: Progress | None,
) -> list[_Sums]:
    sums = [_Sums() for _holder in holders]
    for paragraph, weight in zip(told(paragraphs, progress), weights, strict=True):
        if weight is not _NOTHING and not aside[paragraph.holder]:
            sums[paragraph.holder].add(weight)
    for number in range(len(holders) - 1, 0, -1):
        sums[holders[number].above].add(sums[number])
    return sums


def _posts(holders: Sequence[Holder], sums: Sequence[_Sums]) -> set[int]:
    """The messages of a forum that are the article: the first, and long ones after it; none where it is no forum."""
    posts = [number for number, each in enumerate(holders) if holds_post(each.names) and sums[number].prose]
    found = set(posts)
    posts = [number for number in posts if holders[number].above not in found]
    if sum(sums[number].prose for number in posts) < _SHARE_OF_FURNITURE * sums[0].prose:
        return set()
    return {number for place, number in enumerate(posts) if place == 0 or sums[number].prose >= _POST}


def _innermost(holders: Sequence[Holder], sums: Sequence[_Sums], aside: Sequence[bool]) -> int:
    """The smallest holder that surely holds the whole article."""
    inner: list[list[int]] = [[] for _holder in holders]
    for number in range(1, len(holders)):
        if sums[number].prose and not aside[number]:
            inner[holders[number].above].append(number)
    fullest = [max(numbers, key=lambda each: sums[each].prose, default=0) for numbers in inner]
    current = 0
    while fullest[current] and _may_step(holders, sums, current, fullest, inner[current]):
        current = fullest[current]
    return current


def _may_step(
    holders: Sequence[Holder], sums: Sequence[_Sums], current: int, fullest: Sequence[int], beside: Sequence[int]
) -> bool:
    """Whether nothing of the article stays behind with the step from a holder into the fullest one inside it."""
    following = fullest[current]
    here, there = sums[current], sums[following]
    if there.prose < _SHARE_INWARDS * here.prose or holders[following].tag in PARTS:
        return False
    if here.paragraphs == there.paragraphs and here.items == there.items:
        return True
    if here.items > there.items or not _leads_to_article(holders, sums, following, fullest):
        return False
    return not _has_likes(holders, sums, following, beside)


def _leads_to_article(holders: Sequence[Holder], sums: Sequence[_Sums], number: int, fullest: Sequence[int]) -> bool:
    """Whether the holder, or one inside it with nearly all of its prose, holds an article by its name."""
    prose = 0.9 * sums[number].prose
    while number and sums[number].prose >= prose:
        if holds_article(holders[number].tag, holders[number].names):
            return True
        number = fullest[number]
    return False


def _has_likes(holders: Sequence[Holder], sums: Sequence[_Sums], number: int, beside: Sequence[int]) -> bool:
    """Whether another holder with prose beside it has the same names: a further part of the article."""
    words = words_of(holders[number].names)
    tag = holders[number].tag
    return any(
        each != number
        and holders[each].tag == tag
        and sums[each].paragraphs
        and (not words or bool(words & words_of(holders[each].names)))
        for each in beside
    )
