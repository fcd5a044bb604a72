"""Markup becomes a page, through lxml's parser: libxml2 2.14, whose tokens are those of HTML 5, malformed or not."""

import re
from typing import Any

from lxml import etree

from tourview.readers.html.layout import Layout
from tourview.readers.html.page import Page
from tourview.readers.html.wrapping import unwrapped
from tourview.report import Progress

_PORTION = 1 << 16  # code points at a time, so that progress is told and a cancel heard
_DOCTYPE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>)?(?:\s|<!--[^>]{0,2000}-->)*<!DOCTYPE\s[^\[>]{0,500}\[", re.IGNORECASE
)
_END = re.compile(r"\]\s*>")
_MOST_DECLARATIONS = 1 << 20  # code points of declarations within a doctype


def laid_out(text: str, name: str, progress: Progress | None = None) -> Page:
    """The page that the markup makes.

    Nothing is fetched, no entity of the document's own is expanded, no program is run. What is not shown is left out,
    unless that is most of the page: then a program of the page would show it. A page that only frames another which is
    written out in it gives the other.

    Args:
        text: The markup.
        name: What the file is called in an error.
        progress: Told the share read; may raise to cancel.

    Raises:
        ReportError: If the elements are nested too deep.
    """
    page = _parsed(text, Layout(name), progress)
    if page.hidden > 2 * page.letters:
        page = _parsed(text, Layout(name, show_hidden=True), None)
    if page.inner:
        inner = _parsed(page.inner, Layout(name), None)
        return inner if inner.letters > 2 * page.letters else page
    return page


def _parsed(text: str, layout: Layout, progress: Progress | None) -> Page:
    target: Any = layout  # told str alone, where the interface of lxml 1 would have allowed bytes
    parser = etree.HTMLParser(target=target, huge_tree=True)
    for start in range(_after_declarations(text), len(text), _PORTION):
        parser.feed(text[start : start + _PORTION])
        if progress:
            progress(min(1.0, (start + _PORTION) / len(text)))
    parser.feed(" ")  # a parser fed nothing at all has no page to close
    parser.close()
    page = layout.page
    page.paragraphs = unwrapped(page.paragraphs)
    return page


def _after_declarations(text: str) -> int:
    """Where the page begins after the declarations in an XHTML doctype, which HTML has no use for; else 0."""
    found = _DOCTYPE.match(text)
    if found is None:
        return 0
    end = _END.search(text, found.end(), found.end() + _MOST_DECLARATIONS)
    return end.end() if end else 0
