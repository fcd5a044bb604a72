"""A report has the same tree on a web page as in plain text, however the page is made."""

import re
from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path

import pytest

from tests.real_reports import path_of, real
from tests.structure.trees import SAMPLES
from tourview.readers.html.reading import read_html
from tourview.readers.text.reading import read_text
from tourview.report import Report
from tourview.structure import build_report

_SITE = (
    '<html><head>{head}</head><body><div class="nav"><a href="a">首页</a><a href="b">要闻</a></div>{page}'
    '<div class="footer"><p>主办：某县人民政府办公室，承办：某中心，电话：000。</p></div></body></html>'
)
_MAKES: dict[str, Callable[[Sequence[str]], str]] = {
    "paragraphs": lambda lines: (
        f'<div class="TRS_Editor">{"".join(f"<p>　　{line}</p>{chr(10)}" for line in lines)}</div>'
    ),
    "breaks": lambda lines: f'<table><tr><td class="content">{"<br>&emsp;&emsp;".join(lines)}</td></tr></table>',
    "boxes": lambda lines: f"<div><div>{''.join(f'<div><span>{line}</span></div>' for line in lines)}</div></div>",
    "verbatim": lambda lines: f"<pre>{chr(10).join(lines)}</pre>",
    "sections": lambda lines: f"<article>{''.join(f'<section><p>{line}</p></section>' for line in lines)}</article>",
}


def tree(report: Report) -> list[tuple[str, ...]]:
    rows = [
        (row.ref, str(row.kind), row.label, row.title, *(each.text for each in row.paragraphs))
        for row in report.reading_order
    ]
    return [(report.title,), *rows]


def plain_lines(path: Path) -> list[str]:
    """The lines of a text that a page can show as they are; none where a page cannot.

    That is where lines are not its paragraphs, each for each, and where it counts on blanks, of which a page shows one.
    """
    document = read_text(path.read_bytes(), path.name)
    paragraphs = [block.passage.text for block in document.blocks]
    lines = [line.strip() for line in document.text.splitlines() if line.strip()]
    return paragraphs if paragraphs == lines and not any(re.search("\t|  ", line) for line in lines) else []


def check(path: Path, *pages: tuple[str, str]) -> None:
    """Compare a text with pages that show it, each told by how it is made and encoded."""
    lines = plain_lines(path)
    assert lines
    expected = tree(build_report(read_text("\n".join(lines).encode(), path.name)))
    for make, encoding in pages:
        page = _SITE.format(head="<meta charset=gb2312>", page=_MAKES[make]([escape(line) for line in lines]))
        assert tree(build_report(read_html(page.encode(encoding), path.name))) == expected, make


PLAIN = [path for path in sorted(SAMPLES.glob("*.txt")) if plain_lines(path)]


@pytest.mark.parametrize("path", PLAIN, ids=[path.stem for path in PLAIN])
def test_samples(path: Path) -> None:
    check(path, ("paragraphs", "utf-8"), ("breaks", "gb18030"), ("boxes", "utf-8"))


@real
def test_real_report() -> None:
    check(path_of(), *((make, "utf-8") for make in _MAKES))
