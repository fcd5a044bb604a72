"""Web pages of one's own for the tests of their reader."""

from tourview.readers.document import Document
from tourview.readers.html.reading import read_html

PROSE = "我们先后看了三个园区，开了两次座谈会，收获很大。回来以后又议了两天，大家都有话说。"


def read(markup: str, encoding: str = "utf-8") -> Document:
    return read_html(markup.encode(encoding), "a.html")


def words(markup: str) -> list[str]:
    return [block.passage.text for block in read(markup).blocks]


def chrome(document: Document) -> list[str]:
    return [document.text[start:end] for start, end in document.chrome]
