"""What a reader makes of a file: its text, cut into blocks with hints; structure comes later."""

from dataclasses import dataclass, field

from tourview.report import Passage, Source, Span


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph as the format marks it: a line of a text file, a paragraph or heading of Markdown.

    Attributes:
        passage: Its words, stripped of surrounding blanks and of the format's own marks, and where they lie.
        depth: The heading level the format itself states (1 for `#`), or None where it states none.
        prominent: Whether the format sets the whole block apart from running text, in bold, centred or larger type: a
            weaker hint that it is a heading than `depth`.
    """

    passage: Passage
    depth: int | None = None
    prominent: bool = False


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the format itself states of a report (front matter, properties), beside its text; None: nothing."""

    title: str | None = None
    organization: str | None = None
    date: str | None = None
    party: str | None = None
    destinations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A file's decoded text and its blocks in reading order; blocks are not empty and do not overlap.

    Attributes:
        text: Without BOM, newlines as LF; every offset counts its code points.
        metadata: What the format states; it goes before what the text seems to say.
        chrome: The spans of the text, ascending, that are no part of the report though they stand in its file: page
            numbers, running heads, navigation. No block holds them; each becomes a notice.
    """

    text: str
    blocks: tuple[Block, ...]
    source: Source
    metadata: Metadata = field(default_factory=Metadata)
    chrome: tuple[Span, ...] = ()
