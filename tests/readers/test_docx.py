"""Word files: all that is text, in order, each paragraph with what marks it."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.readers.docx_files import archive, document, level, numbering, paragraph, part, row, table, word_file
from tourview.readers.document import Document
from tourview.readers.docx.reading import read_docx

CONTENTS_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> TOC \\o "1-3" </w:instrText>'
    '<w:fldChar w:fldCharType="separate"/></w:r>'
)
RUN = "<w:r><w:t>{}</w:t></w:r>"
HEADING_STYLES = part(
    "styles",
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="32"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="x"><w:name w:val="小节"/><w:basedOn w:val="y"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="y"><w:name w:val="节"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="z"><w:name w:val="三级标题"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="c"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="d"><w:name w:val="WPSOffice手动目录 2"/></w:style>'
    '<w:style w:type="character" w:styleId="s"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>',
)


def read(body: str, title: str = "", **parts: str) -> Document:
    return read_docx(word_file(body, parts, title), "a.docx")


def words(body: str, **parts: str) -> list[str]:
    return [block.passage.text for block in read(body, **parts).blocks]


def styled(text: str, style: str) -> str:
    return paragraph(text, f'<w:pStyle w:val="{style}"/>')


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        (RUN.format("甲") + RUN.format("乙"), "甲乙"),
        ("<w:r><w:t>\n  甲\n</w:t></w:r>" + RUN.format("乙"), "甲乙"),
        ('<w:r><w:t xml:space="preserve">a </w:t></w:r>' + RUN.format("b"), "a b"),
        ("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>", "甲\t乙"),
        ("<w:r><w:t>甲</w:t><w:noBreakHyphen/><w:t>乙</w:t><w:softHyphen/><w:t>丙</w:t></w:r>", "甲-乙丙"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:char="2103"/><w:sym w:char="x"/></w:r>', "✓℃"),
        ('<w:hyperlink r:id="none">' + RUN.format("链接") + "</w:hyperlink>", "链接"),
        ("<w:ins>" + RUN.format("新") + "</w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>", "新"),
        ("<w:moveFrom>" + RUN.format("旧") + "</w:moveFrom><w:moveTo>" + RUN.format("新") + "</w:moveTo>", "新"),
        ("<w:sdt><w:sdtPr/><w:sdtContent>" + RUN.format("控件") + "</w:sdtContent></w:sdt>", "控件"),
        ("<w:smartTag>" + RUN.format("甲") + "</w:smartTag>", "甲"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>" + RUN.format("见"), "见"),
        ("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>", "x+1"),
        ("<w:r><w:pict><v:textpath string='红头'/></w:pict></w:r>", "红头"),
        (
            "<w:r><w:ruby><w:rt>" + RUN.format("yǐ") + "</w:rt>"
            "<w:rubyBase>" + RUN.format("乙") + "</w:rubyBase></w:ruby></w:r>",
            "乙（yǐ）",
        ),
        ('<w:fldSimple w:instr="DATE">' + RUN.format("五月") + "</w:fldSimple>", "五月"),
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>' + RUN.format("码")
            + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + RUN.format("果")
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' + RUN.format("后"),
            "果后",
        ),
        ('<w:r><w:fldChar w:fldCharType="end"/></w:r>' + RUN.format("后"), "后"),
    ],
)  # fmt: skip
def test_what_a_paragraph_holds(inside: str, shown: str) -> None:
    assert words(f"<w:p>{inside}</w:p>") == [shown]


def test_field_left_open_swallows_nothing() -> None:
    opened = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>'
    assert words(opened + paragraph("甲")) == ["甲"]


def test_lines_of_a_paragraph_are_blocks_but_those_of_a_heading_are_one() -> None:
    broken = "<w:r><w:t>{}</w:t><w:br/><w:t>{}</w:t></w:r></w:p>"
    document = read(
        '<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
        + broken.format("关于某地的", "考察报告")
        + "<w:p>"
        + broken.format("甲", "乙")
    )
    assert document.text == "关于某地的\n考察报告\n甲\n乙\n"
    assert [block.passage.text for block in document.blocks] == ["关于某地的考察报告", "甲", "乙"]
    assert document.blocks[0].passage.runs == ((0, 0), (5, 6))


def test_deleted_end_of_paragraph_joins_it_to_the_next() -> None:
    open_end = paragraph("甲", "<w:rPr><w:del/></w:rPr>")
    assert words(open_end + paragraph("乙")) == ["甲乙"]
    assert words(open_end + table(row(open_end, "乙")) + open_end) == ["甲", "甲 | 乙", "甲"]


def test_text_box_is_read_once_after_its_paragraph() -> None:
    box = "<w:txbxContent>" + paragraph("框中") + "</w:txbxContent>"
    inside = (
        f"<mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx>{box}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    assert words(f"<w:p><w:r>{inside}</w:r>{RUN.format('正文')}</w:p>") == ["正文", "框中"]
    block = f"<mc:AlternateContent><mc:Choice>{paragraph('一')}</mc:Choice><mc:Fallback>{paragraph('二')}</mc:Fallback>"
    assert words(block + "</mc:AlternateContent>") == ["一"]


def test_rows_of_tables() -> None:
    merged = "<w:tcPr><w:vMerge/></w:tcPr>" + paragraph("")
    inner = table(row("子", "丑")) + "<w:p/>"
    assert words(
        table(
            row("甲", "乙", "丙"), row(merged, "", "丁"), row("戊", "", "己"), row("一、产业", "", ""), row(inner, "寅")
        )
    ) == ["甲 | 乙 | 丙", "丁", "戊 | | 己", "| 一、产业 |", "子 | 丑 | 寅"]


def test_deleted_row_is_left_out() -> None:
    gone = "<w:tr><w:trPr><w:del/></w:trPr><w:tc>" + paragraph("旧") + "</w:tc></w:tr>"
    assert words(table(gone, row("新", "行"))) == ["新 | 行"]


def test_table_that_only_lays_out_is_paragraphs() -> None:
    text = "".join(paragraph("考察组看了三个地方。" * 8) for _number in range(4))
    assert words(table(row(paragraph("标题") + paragraph("正文")))) == ["标题", "正文"]
    assert len(words(table(row("报告内容", text)))) == 5


def test_content_controls_around_blocks_rows_and_cells() -> None:
    wrap = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    cell = wrap.format("<w:tc>" + paragraph("甲") + "</w:tc>")
    rows = wrap.format(f"<w:tr>{cell}<w:tc>{paragraph('乙')}</w:tc></w:tr>")
    body = wrap.format(paragraph("上")) + f"<w:tbl>{rows}</w:tbl>" + wrap.format(wrap.format(paragraph("下")))
    assert words(body) == ["上", "甲 | 乙", "下"]


def test_notes_come_last_behind_their_numbers() -> None:
    def note(number: int, text: str) -> str:
        return f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/><w:t>{text}</w:t></w:r></w:p></w:footnote>'

    footnotes = part(
        "footnotes", '<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>' + note(5, "甲注") + note(6, "无主")
    )
    endnotes = part("endnotes", '<w:endnote w:id="5">' + paragraph("乙注") + paragraph("续") + "</w:endnote>")
    body = '<w:p><w:r><w:t>文</w:t><w:endnoteReference w:id="5"/></w:r><w:r><w:footnoteReference w:id="5"/></w:r></w:p>'
    assert words(body, footnotes=footnotes, endnotes=endnotes) == ["文[1][2]", "[1] 乙注", "续", "[2] 甲注"]


def test_heading_levels_by_name_outline_and_base() -> None:
    body = (
        styled("一", "1") + styled("二", "x") + styled("三", "z") + paragraph("四", '<w:outlineLvl w:val="3"/>')
        + paragraph("正文", '<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>')
        + styled("长" * 100, "1") + styled("文", "没有")
    )  # fmt: skip
    assert [block.depth for block in read(body, styles=HEADING_STYLES).blocks] == [1, 2, 3, 4, None, None, None]


def test_run_in_heading_states_no_depth() -> None:
    text = "（一）规划先行。先画图后动土，三年没有变过，一任接着一任干，到今天园区里已经有四十多家企业落户。"
    assert read(styled(text, "1"), styles=HEADING_STYLES).blocks[0].depth is None


def test_what_stands_out() -> None:
    body = paragraph("正文。" * 60, run='<w:rFonts w:eastAsia="仿宋"/>') + "".join(
        (
            paragraph("粗", run="<w:b/>"),
            paragraph("不粗", run='<w:b w:val="0"/>'),
            paragraph("中", '<w:jc w:val="center"/>'),
            paragraph("大", run='<w:sz w:val="44"/>'),
            paragraph("小", run='<w:sz w:val="21"/>'),
            paragraph("黑", run='<w:rFonts w:eastAsia="黑体"/>'),
            paragraph("强", run='<w:rStyle w:val="s"/>'),
            f"<w:p>{RUN.format('半')}<w:r><w:rPr><w:b/></w:rPr><w:t>粗</w:t></w:r></w:p>",
            paragraph("粗" * 90, run="<w:b/>"),
        )
    )
    blocks = read(body, styles=HEADING_STYLES).blocks
    assert [block.passage.text[:2] for block in blocks if block.prominent] == ["粗", "中", "大", "黑", "强"]


def test_what_everything_has_stands_out_nowhere() -> None:
    bold = [paragraph(text, '<w:jc w:val="center"/>', "<w:b/>") for text in ("标题", "正文一句。", "正文又一句。")]
    assert not any(block.prominent for block in read("".join(bold)).blocks)


def test_title_is_that_in_its_style_all_its_lines() -> None:
    document = read(
        styled("赴某地学习", "t") + styled("考察报告", "t") + paragraph("导语。"), "文档1", styles=HEADING_STYLES
    )
    assert document.metadata.title == "赴某地学习考察报告" == document.blocks[0].passage.text
    assert document.text == "赴某地学习\n考察报告\n\n导语。\n"


def test_titles_of_several_reports_are_headings() -> None:
    one = styled("报告", "t") + styled("一、情况", "1") + paragraph("正文。")
    document = read(one * 2, styles=HEADING_STYLES)
    assert document.metadata.title is None
    assert [block.depth for block in document.blocks] == [1, 2, None, 1, 2, None]


@pytest.mark.parametrize(("stated", "title"), [("甲 报告", "甲报告"), ("文档1", None), ("", None)])
def test_title_in_the_properties_counts_where_the_text_says_it(stated: str, title: str | None) -> None:
    assert read(paragraph("函") + paragraph("甲报告"), stated).metadata.title == title


def test_contents_headers_and_footers_are_chrome() -> None:
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    tab = "<w:r><w:tab/><w:t>3</w:t></w:r>"
    section = '<w:sectPr><w:headerReference r:id="header"/><w:footerReference r:id="footer"/></w:sectPr>'
    body = (
        paragraph("目  录") + f"<w:p>{CONTENTS_FIELD}{RUN.format('一、情况')}{tab}</w:p>"
        + styled("二、启示 5", "c") + styled("三、差距 7", "d") + f"<w:p>{end}</w:p>"
        + f"<w:p><w:pPr>{section}</w:pPr>{RUN.format('正文')}</w:p>" + section
    )  # fmt: skip
    page = '<w:p><w:r><w:t>— </w:t></w:r><w:fldSimple w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p>'
    document = read(body, styles=HEADING_STYLES, header=part("hdr", paragraph("内部资料")), footer=part("ftr", page))
    assert [block.passage.text for block in document.blocks] == ["正文"]
    assert [document.text[a:b] for a, b in document.chrome] == [
        "目  录", "一、情况\t3", "二、启示 5", "三、差距 7", "内部资料", "—2",
    ]  # fmt: skip


def test_what_a_pasted_page_leaves_behind_is_chrome() -> None:
    body = (
        paragraph("打印本页 关闭窗口") + paragraph("赴某地考察报告") + paragraph("考察组看了三个地方，听了两场介绍。")
        + paragraph("— 2 —") + paragraph("第二天又走了一遍，问得更细了。")
    )  # fmt: skip
    document = read(body)
    assert [document.text[a:b] for a, b in document.chrome] == ["打印本页 关闭窗口", "— 2 —"]


def test_open_contents_field_makes_nothing_but_contents_chrome() -> None:
    assert words(f"<w:p>{CONTENTS_FIELD}</w:p>" + paragraph("一、情况") + paragraph("正文。")) == ["一、情况", "正文。"]


def test_strict_form_and_odd_packages() -> None:
    strict = document(styled("甲", "1")).replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    bare = archive({"[Content_Types].xml": "<Types/>", "word\\Document.xml": strict})
    assert read_docx(bare, "a.docx").text == "甲\n"


def test_progress_grows_and_may_cancel() -> None:
    data = word_file(paragraph("甲" * 500) * 3000)
    shares: list[float] = []
    read_docx(data, "a.docx", shares.append)
    assert shares == sorted(shares)
    assert 0 < shares[0] < shares[-1] <= 1

    def cancel(_share: float) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        read_docx(data, "a.docx", cancel)


_LEAVES = (
    "<w:t>甲</w:t>", "<w:t>一、乙。</w:t>", "<w:br/>", "<w:tab/>", "<w:t> </w:t>", '<w:fldChar w:fldCharType="begin"/>',
    '<w:fldChar w:fldCharType="separate"/>', '<w:fldChar w:fldCharType="end"/>', "<w:instrText>TOC</w:instrText>",
    '<w:footnoteReference w:id="1"/>', "<w:rPr><w:b/><w:sz w:val='44'/></w:rPr>", "<w:rPr><w:vanish/></w:rPr>",
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>', '<w:pPr><w:pStyle w:val="t"/></w:pPr>',
    '<w:pPr><w:pStyle w:val="c"/></w:pPr>',
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>", "<w:vMerge/>",
)  # fmt: skip
_BRANCHES = (
    "p",
    "r",
    "p",
    "r",
    "tbl",
    "tr",
    "tc",
    "txbxContent",
    "sdtContent",
    "ins",
    "del",
    "hyperlink",
    "tcPr",
    "sdt",
)


def _branch(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    held = st.lists(inside, max_size=5).map("".join)
    return st.builds(lambda name, words: f"<w:{name}>{words}</w:{name}>", st.sampled_from(_BRANCHES), held)


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.lists(st.recursive(st.sampled_from(_LEAVES), _branch, max_leaves=12), max_size=12).map("".join))
def test_blocks_and_chrome_are_slices_in_order_whatever_the_file_holds(body: str) -> None:
    footnotes = part("footnotes", '<w:footnote w:id="1">' + paragraph("注") + "</w:footnote>")
    numbers = numbering(level(0, "chineseCounting", "%1、"))
    document = read(body + paragraph("末"), styles=HEADING_STYLES, footnotes=footnotes, numbering=numbers)
    spans = [(block.passage.start, block.passage.end) for block in document.blocks] + list(document.chrome)
    assert all(start < end for start, end in spans)
    ordered = sorted(spans)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(ordered))
    for block in document.blocks:
        assert block.passage.text == block.passage.text.strip()
        assert "".join(document.text[a:b] for a, b in block.passage.source_spans()) == block.passage.text
    ends = [0, *(end for _start, end in ordered)]
    starts = [*(start for start, _end in ordered), len(document.text)]
    assert not "".join(document.text[end:start] for end, start in zip(ends, starts, strict=True)).strip()
