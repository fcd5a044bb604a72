"""A web page's elements become paragraphs, one by one as the parser meets them: no tree is built.

So memory is bounded by the text that is shown, whatever the markup weighs; a page 100,000 elements deep costs no stack;
and the reading can stop anywhere. Made as a parser target of lxml.
"""

from collections import Counter
from collections.abc import Mapping

from tourview.i18n import _
from tourview.readers.html.lists import Numbering, is_labelled, numbering_of
from tourview.readers.html.names import BLOCKS, PLAIN, UNSEEN, holds_text
from tourview.readers.html.page import Holder, Page
from tourview.readers.html.style import Declared, Style, declared, is_hidden, styled
from tourview.readers.html.tables import Tables
from tourview.readers.html.words import Words
from tourview.readers.slices import is_wide
from tourview.report import ReportError

MAX_DEPTH = 4000
"""Elements inside one another; browsers give up at 512."""

_LISTS = frozenset(("ol", "ul", "menu", "dir"))
_LONGEST_NAMES = 200  # code points of an element's names that are looked at
_BACK_LINKS = ("doc-backlink", "footnote-backref")
_MOST_TITLE = 1000


class _Open:
    """An element that is open."""

    __slots__ = ("block", "holder", "is_label", "names", "style", "tag")

    def __init__(self, tag: str, style: Style, names: str, *, block: bool) -> None:
        self.tag = tag
        self.style = style
        self.names = names
        self.block = block
        self.is_label = False
        self.holder: int | None = None


class Layout:
    """Takes the events of a parser, from `start` to `close`."""

    def __init__(self, name: str, *, show_hidden: bool = False) -> None:
        """Begin a page.

        Args:
            name: What the file is called in an error.
            show_hidden: Whether elements are laid out that are not shown.
        """
        self._name = name
        self._show_hidden = show_hidden
        self._page = Page()
        self._tables = Tables()
        self._words = Words()
        self._label = ""
        self._broken = False
        self._open = [_Open("html", Style(), "", block=True)]
        self._open[0].holder = 0
        self._count: Counter[str] = Counter()
        self._lists: list[Numbering | None] = []
        self._unseen: list[str] = []
        self._is_hidden = False
        self._title: list[str] = []
        self._titled = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins.

        Raises:
            ReportError: If it stands deeper than `MAX_DEPTH`.
        """
        if len(self._open) + len(self._unseen) > MAX_DEPTH:
            message = _("its elements are nested deeper than {depth} levels; save the page as plain text and open that")
            raise ReportError(self._name, message.format(depth=MAX_DEPTH))
        if tag in ("frame", "iframe"):
            self._page.frames = True
            self._page.inner = max(self._page.inner, attributes.get("srcdoc") or "", key=len)
        if self._unseen:
            self._unseen.append(tag)
            return
        if tag in UNSEEN or tag.startswith("v:"):
            self._start_unseen(tag, attributes)
            return
        style = declared(attributes)
        if not self._show_hidden and attributes and _is_unseen(tag, attributes, style):
            self._unseen, self._is_hidden = [tag], True
            return
        self._start_seen(tag, attributes, style)

    def end(self, tag: str) -> None:
        """An element ends; those still open inside it do, too. One that is not open is nothing."""
        if self._unseen:
            if tag in self._unseen:
                self._end_unseen(tag)
                return
            if not self._count[tag]:
                return
            self._end_unseen(self._unseen[0])
        if self._count[tag]:
            while self._end_innermost() != tag:
                pass

    def data(self, text: str) -> None:
        """Characters of the page."""
        if self._unseen:
            if self._is_hidden:
                self._page.hidden += len(text.strip())
            elif self._unseen == ["title"] and not self._titled and len(self._title) < _MOST_TITLE:
                self._title.append(text[:_MOST_TITLE])
            return
        inner = self._open[-1]
        if inner.is_label:
            self._words.add("".join(text.split()), inner.style)
        elif inner.style.keeps_lines and "\n" in text:
            first, *others = text.split("\n")
            self._words.add(first, inner.style)
            for line in others:
                self._break(inner.style)
                self._words.add(line, inner.style)
        else:
            self._words.add(text, inner.style)

    def close(self) -> None:
        """The page ends, whatever is still open."""
        while self._open:
            self._end_innermost()
        self._page.paragraphs = self._tables.paragraphs
        self._page.title = " ".join("".join(self._title).split())

    @property
    def page(self) -> Page:
        """The page, once it has ended."""
        return self._page

    def _start_unseen(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "meta":
            name = attributes.get("name") or attributes.get("property") or attributes.get("itemprop")
            if name:
                self._page.metas.setdefault(name.lower(), (attributes.get("content") or "")[:_MOST_TITLE].strip())
        self._unseen, self._is_hidden = [tag], False

    def _end_unseen(self, tag: str) -> None:
        self._titled |= self._unseen == ["title"]
        while self._unseen.pop() != tag:
            pass

    def _start_seen(self, tag: str, attributes: Mapping[str, str], style: Declared) -> None:
        outer = self._open[-1].style
        if tag == "br":
            self._break(outer)
        block = tag in BLOCKS or style.block
        if block:
            self._flush()
        names = _names(attributes) if attributes else ""
        element = _Open(tag, styled(outer, tag, attributes, style), names, block=block)
        element.is_label = style.is_label or self._open[-1].is_label
        if tag in _LISTS:
            self._lists.append(numbering_of(attributes, style) if tag == "ol" else None)
        elif tag == "li":
            numbering = self._lists[-1] if self._lists else None
            self._label = numbering.next_label(attributes, style) if numbering else ""
        elif tag == "table":
            self._tables.begin_table()
        elif tag == "tr":
            self._tables.begin_row()
        elif tag in ("td", "th"):
            self._tables.begin_cell()
        self._open.append(element)
        self._count[tag] += 1

    def _end_innermost(self) -> str:
        """End the innermost element; returns its name."""
        element = self._open[-1]
        if element.block:
            self._flush()
        if element.tag == "table":
            self._tables.end_table()
        elif element.tag in _LISTS:
            self._lists.pop()
        elif element.tag == "li":
            self._label = ""
        elif element.tag == "a":
            self._words.end_link()
        self._open.pop()
        self._count[element.tag] -= 1
        if element.is_label and not self._open[-1].is_label and not is_wide(self._words.last or "、"):
            self._words.add(" ", element.style)
        return element.tag

    def _break(self, style: Style) -> None:
        """A line break: within a heading, words go on."""
        if style.depth is None:
            self._broken = self._flush()
        else:
            self._words.break_softly()

    def _flush(self) -> bool:
        """End the paragraph; returns whether there was one."""
        broken, self._broken = self._broken, False
        if self._words.is_empty:
            self._words.forget_gap()
            return False
        paragraph = self._words.take(self._holder(), self._open[-1].style, broken=broken)
        if paragraph is None:
            return False
        if self._label and not is_labelled(paragraph.text):
            paragraph = paragraph.labelled(self._label)
        self._label = ""
        self._tables.add(paragraph)
        return True

    def _holder(self) -> int:
        """The number of the innermost holder; those around it come to be where they are not yet."""
        waiting = []
        place = len(self._open) - 1
        while self._open[place].holder is None:
            waiting.append(self._open[place])
            place -= 1
        number = self._open[place].holder or 0
        for element in reversed(waiting):
            if element.block and (element.names or element.tag not in PLAIN):
                self._page.holders.append(Holder(number, element.tag, element.names))
                number = len(self._page.holders) - 1
            element.holder = number
        return number


def _is_unseen(tag: str, attributes: Mapping[str, str], style: Declared) -> bool:
    """Whether an element is not shown, or only leads back from a footnote.

    An article that is hidden by its own page is one that a program of the page shows when all is loaded.
    """
    if is_hidden(attributes, style):
        return not holds_text(tag, _names(attributes))
    return attributes.get("role") == _BACK_LINKS[0] or _BACK_LINKS[1] in (attributes.get("class") or "")


def _names(attributes: Mapping[str, str]) -> str:
    names = (attributes.get(name) for name in ("id", "class", "role", "itemprop"))
    return " ".join(name[:_LONGEST_NAMES] for name in names if name)
