"""PDF: what a person would copy out of it, what is no part of the report, what the file states itself."""

from dataclasses import replace
from hashlib import sha256
from itertools import pairwise

import pytest

from tests.readers.pdf_samples import samples
from tests.readers.pdf_writing import Part, Sheet, paragraphs, pdf_of
from tests.real_reports import path_of, real
from tests.structure.trees import SAMPLES
from tourview.readers.document import Document
from tourview.readers.pdf.reading import read_pdf
from tourview.readers.text.reading import read_text

LONG = "码头的吊机一共十二台，操作间里只有三个人，其余都在岸上的值班室里看屏幕，吊起一个箱子平均用两分钟，差不了几秒。"
LATER = "县里回来的人说，同样的活我们要用四十个人，还常常因为单子对不上停下来等，等来的往往是第二天的潮水。"
ENGLISH = (
    "The visitors counted twelve cranes and three operators; everything else was watched from a room ashore, where a "
    "container that is late shows up in red before anybody has to ask for it."
)
FLOW = [LONG + LATER, LATER + LONG, LONG + LONG, LATER + LATER]
"""Four paragraphs that take three of the small pages."""
SMALL = Sheet(90, 90, 100, 560, pitch=24)
"""Pages that hold seven lines."""


def read(parts: list[Part], sheet: Sheet | None = None) -> Document:
    return read_pdf(pdf_of(parts, sheet), "a.pdf")


def words(document: Document) -> list[str]:
    return [block.passage.text for block in document.blocks]


def chrome(document: Document) -> list[str]:
    return [document.text[start:end] for start, end in document.chrome]


def test_offsets_count_in_the_composed_text() -> None:
    data = samples()["bookmarks.pdf"]
    document = read_pdf(data, "b.pdf")
    assert all(
        document.text[block.passage.start : block.passage.end] == block.passage.text for block in document.blocks
    )
    spans = sorted([*document.chrome, *((block.passage.start, block.passage.end) for block in document.blocks)])
    assert all(before[1] < after[0] for before, after in pairwise(spans))
    assert "".join("".join(document.text[a:b] for a, b in spans).split()) == "".join(document.text.split())
    assert (document.source.name, document.source.sha256) == ("b.pdf", sha256(data).hexdigest())


@pytest.mark.parametrize("name", sorted(samples()))
def test_samples_are_what_their_script_makes(name: str) -> None:
    made, kept = read_pdf(samples()[name], name), read_pdf((SAMPLES / name).read_bytes(), name)
    assert made.text == kept.text


def test_lines_of_a_paragraph_are_joined() -> None:
    assert words(read(paragraphs([LONG, LATER, LONG]))) == [LONG, LATER, LONG]


def test_paragraph_goes_on_over_the_page() -> None:
    document = read(paragraphs(FLOW), replace(SMALL, foot="— {page} —"))
    assert words(document) == FLOW
    assert chrome(document) == ["— 1 —", "— 2 —", "— 3 —"]
    assert document.text.splitlines()[2] == "— 1 —"


def test_latin_words_keep_their_blank() -> None:
    document = read(
        [Part(ENGLISH, 12, indent=0), Part(ENGLISH, 12, indent=0, before=14)], Sheet(face="Helvetica", pitch=16)
    )
    assert words(document) == [ENGLISH, ENGLISH]


def test_two_columns_are_read_one_after_the_other() -> None:
    texts = [f"{number}号点位：{text}" for number in range(1, 9) for text in (LONG, LATER)]
    document = read([Part(text, 10.5) for text in texts], Sheet(60, 60, 80, 500, columns=2, pitch=17, foot="{page}"))
    assert words(document) == texts
    assert chrome(document) == [str(number) for number in range(1, len(document.chrome) + 1)]


def test_table_becomes_a_paragraph_a_row() -> None:
    rows = (("点位", "投资", "用工"), ("北港", "3.2亿元", "46人"), ("南港", "1.1亿元", "20人"))
    document = read([Part(LONG, 12), Part(rows=rows, size=12), Part(LATER, 12)])
    assert words(document) == [LONG, *(" | ".join(row) for row in rows), LATER]


@pytest.mark.parametrize(
    "foot", ["{page}", "— {page} —", "第{page}页 共3页", "{page}/3", "- {page} -", "Page {page} of 3"]
)
def test_page_numbers_are_chrome(foot: str) -> None:
    document = read(paragraphs(FLOW), replace(SMALL, foot=foot))
    assert chrome(document) == [foot.format(page=page) for page in (1, 2, 3)]


def test_running_head_is_chrome_and_the_title_is_not() -> None:
    parts = [Part("港口考察报告", 22, align="center"), *paragraphs(FLOW)]
    document = read(parts, replace(SMALL, head="港口考察报告"))
    assert words(document)[0] == "港口考察报告"
    assert chrome(document) == ["港口考察报告"] * 3


def test_numbered_heading_at_the_top_of_a_page_is_text() -> None:
    parts = []
    for label in "一二三四":
        parts += [Part(f"{label}、看了什么"), *(Part("又走一处，没有停留。") for _line in range(6))]
    document = read(parts, SMALL)
    assert chrome(document) == []
    assert sum(text.endswith("看了什么") for text in words(document)) == 4


def test_lone_page_keeps_its_first_and_last_line() -> None:
    document = read([Part("考察日程"), Part(LONG), Part("2019年9月20日", align="right")])
    assert words(document) == ["考察日程", LONG, "2019年9月20日"]
    assert chrome(document) == []


def test_watermark_is_chrome() -> None:
    document = read(paragraphs(FLOW), replace(SMALL, watermark="内部资料"))
    assert words(document) == FLOW
    assert chrome(document) == ["内部资料"] * 3


def test_larger_bold_and_centred_lines_are_prominent() -> None:
    parts = [
        Part("港口考察报告", 22, align="center"),
        Part("我们的差距", bold=True),
        *paragraphs([LONG, LATER]),
        Part("下一步打算", 20, indent=0),
        *paragraphs([LATER]),
    ]
    document = read(parts)
    assert [block.passage.text for block in document.blocks if block.prominent] == [
        "港口考察报告",
        "我们的差距",
        "下一步打算",
    ]


def test_title_on_two_lines_is_one() -> None:
    parts = [
        Part("关于赴北港、南港和东港三地", 22, bold=True, align="center"),
        Part("学习考察情况的报告", 22, bold=True, align="center"),
        Part("（二〇一九年九月）", align="center"),
        *paragraphs([LONG]),
    ]
    assert words(read(parts))[:2] == ["关于赴北港、南港和东港三地学习考察情况的报告", "（二〇一九年九月）"]


def test_bookmarks_state_the_depth() -> None:
    parts = [
        Part("一、看到的", bookmark=0),
        Part(LONG),
        Part("（一）北港", bookmark=1),
        Part(LATER),
        Part("二、想到的", bookmark=0),
        Part(LONG),
    ]
    depths = [(block.passage.text, block.depth) for block in read(parts).blocks if block.depth]
    assert depths == [("一、看到的", 1), ("（一）北港", 2), ("二、想到的", 1)]


@pytest.mark.parametrize(
    ("stated", "meant"), [("港口考察报告", "港口考察报告"), ("Microsoft Word - 1.doc", None), ("", None)]
)
def test_title_of_the_properties_counts_where_the_text_has_it(stated: str, meant: str | None) -> None:
    document = read([Part("港口考察报告", 22, align="center"), Part(LONG)], Sheet(title=stated))
    assert document.metadata.title == meant


def test_progress_never_falls_and_ends_at_one() -> None:
    told: list[float] = []
    read_pdf(samples()["official.pdf"], "a.pdf", told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_cancelling_ends_the_reading() -> None:
    class CancelledError(Exception):
        pass

    def cancel(share: float) -> None:
        if share > 0:
            raise CancelledError

    with pytest.raises(CancelledError):
        read_pdf(samples()["official.pdf"], "a.pdf", cancel)


@real
@pytest.mark.parametrize(
    ("sheet", "size", "indent", "gap"),
    [
        (Sheet(foot="— {page} —"), 16, 2, 0),
        (Sheet(60, 60, 80, 80, columns=2, pitch=17, head="工作报告", foot="{page}"), 10.5, 2, 0),
        (Sheet(foot="{page}", pitch=22), 12, 0, 8),
    ],
    ids=["official", "columns", "flush"],
)
def test_real_reports_come_back_from_a_pdf_as_they_were(sheet: Sheet, size: float, indent: float, gap: float) -> None:
    for path in sorted(path_of().parent.glob("*.txt")):
        texts = [block.passage.text for block in read_text(path.read_bytes(), path.name).blocks]
        document = read([Part(text, size, indent=indent, before=gap) for text in texts], sheet)
        assert ["".join(text.split()) for text in words(document)] == ["".join(text.split()) for text in texts]
