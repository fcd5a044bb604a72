"""A web page as it is laid out: its paragraphs in reading order, and the elements that hold them."""

from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words that stand in lines of their own.

    Attributes:
        text: The words, blanks collapsed as a browser does, without blanks around them.
        holder: The number of the holder it stands in.
        depth: Of the heading it is in, 1 to 6; else None.
        bold: Whether all of it is.
        centred: Whether it is.
        size: Of its smallest letters, in pixels.
        linked: How many of its code points are links.
        links: How many links there are in it.
        indent: How many blanks stood before the words; a wide one counts as two.
        broken: Whether only a line break parts it from the paragraph before.
    """

    text: str
    holder: int
    depth: int | None = None
    bold: bool = False
    centred: bool = False
    size: float = 16.0
    linked: int = 0
    links: int = 0
    indent: int = 0
    broken: bool = False

    def labelled(self, label: str) -> "Paragraph":
        """The paragraph with a label before its words."""
        return replace(self, text=label + self.text)


@dataclass(frozen=True, slots=True)
class Holder:
    """An element that holds paragraphs.

    Attributes:
        above: The number of the holder it stands in, smaller than its own; -1 for the page.
        tag: Its name, in lower case.
        names: Its id, classes, role and `itemprop`, as written.
    """

    above: int
    tag: str
    names: str


@dataclass(slots=True)
class Page:
    """What a page holds.

    Attributes:
        holders: The elements that hold text, each after the one around it; the first is the page.
        metas: What its `meta` elements state, by name or property in lower case; the first of each.
        title: Its `title` element's words.
        hidden: How many code points are not shown.
        frames: Whether it shows other pages in frames.
        inner: The markup of the longest page in a frame that is written out in this one (`srcdoc`); often none.
    """

    paragraphs: list[Paragraph] = field(default_factory=list)
    holders: list[Holder] = field(default_factory=lambda: [Holder(-1, "html", "")])
    metas: dict[str, str] = field(default_factory=dict)
    title: str = ""
    hidden: int = 0
    frames: bool = False
    inner: str = ""

    @property
    def letters(self) -> int:
        """How many code points its paragraphs have."""
        return sum(len(paragraph.text) for paragraph in self.paragraphs)
