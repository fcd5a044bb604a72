"""Word's automatic numbering: the labels that stand in no text, as Word shows them."""

import pytest

from tests.readers.docx_files import level, listed, numbering, paragraph, part, word_file
from tourview.readers.docx.numerals import written, zero_padded
from tourview.readers.docx.reading import read_docx

CHAPTERS = level(0, "chineseCounting", "%1、")
SECTIONS = level(1, "chineseCounting", "（%2）")
POINTS = level(2, "decimal", "%3.")


def lines(body: str, numbers: str, styles: str = "<w:styles/>") -> list[str]:
    parts = {"numbering": numbers}
    if "xmlns" in styles:
        parts["styles"] = styles
    return read_docx(word_file(body, parts), "a.docx").text.split()


@pytest.mark.parametrize(
    ("number_format", "numbers"),
    [
        ("decimal", {1: "1", 101: "101"}),
        ("decimalZero", {1: "01", 10: "10"}),
        ("decimalFullWidth", {12: "１２"}),
        ("decimalEnclosedCircleChinese", {1: "①", 20: "⑳", 21: "21"}),
        ("decimalEnclosedParen", {2: "⑵"}),
        ("decimalEnclosedFullstop", {3: "⒊"}),
        ("upperRoman", {4: "IV", 9: "IX", 2014: "MMXIV"}),
        ("lowerRoman", {14: "xiv"}),
        ("upperLetter", {1: "A", 26: "Z", 27: "AA", 53: "AAA"}),
        ("lowerLetter", {2: "b"}),
        ("chineseCounting", {1: "一", 10: "十", 11: "十一", 20: "二十", 99: "九十九", 100: "一○○"}),
        ("taiwaneseCounting", {30: "三十"}),
        ("chineseCountingThousand", {10: "十", 15: "十五", 100: "一百", 101: "一百零一", 110: "一百一十"}),
        ("chineseCountingThousand", {111: "一百一十一", 1000: "一千"}),
        ("taiwaneseCountingThousand", {1001: "一千零一", 1010: "一千零一十", 20305: "二万零三百零五"}),
        ("japaneseCounting", {10: "十", 100: "百", 101: "百一", 1110: "千百十"}),
        ("chineseLegalSimplified", {1: "壹", 10: "壹拾", 12: "壹拾贰", 101: "壹佰零壹"}),
        ("ideographLegalTraditional", {3: "參"}),
        ("ideographDigital", {1: "一", 10: "一〇", 25: "二五"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "11"}),
        ("ideographZodiac", {1: "子", 12: "亥", 13: "13"}),
        ("ideographZodiacTraditional", {1: "甲子", 60: "癸亥"}),
        ("ideographEnclosedCircle", {1: "㊀"}),
        ("numberInDash", {1: "- 1 -"}),
        ("none", {1: ""}),
        ("bullet", {1: ""}),
        ("thaiLetters", {7: "7"}),
        ("chineseCounting", {0: "0", -3: "-3", 40000: "40000"}),
    ],
)  # fmt: skip
def test_number_formats(number_format: str, numbers: dict[int, str]) -> None:
    assert {number: written(number, number_format) for number in numbers} == numbers


def test_custom_format_is_as_wide_as_its_first_item() -> None:
    assert [zero_padded(number, "001, 002, 003, ...") for number in (1, 12, 1234)] == ["001", "012", "1234"]


def test_levels_count_and_restart_under_each_higher_one() -> None:
    body = "".join(
        (
            listed("甲"), listed("子", level=1), paragraph("正文"), listed("丑", level=1), listed("点", level=2),
            listed("乙"), listed("寅", level=1), listed("点", level=2),
        )
    )  # fmt: skip
    assert lines(body, numbering(CHAPTERS, SECTIONS, POINTS)) == [
        "一、甲", "（一）子", "正文", "（二）丑", "1.点", "二、乙", "（一）寅", "1.点",
    ]  # fmt: skip


def test_higher_numbers_stand_in_a_label_and_decimal_where_it_is_legal() -> None:
    legal = level(1, "decimal", "%1.%2", "<w:isLgl/>")
    body = listed("甲") + listed("子", level=1) + listed("丑", level=1) + listed("点", level=2)
    assert lines(body, numbering(CHAPTERS, legal, level(2, "decimal", "%1-%2-%3"))) == [
        "一、甲", "1.1", "子", "1.2", "丑", "一-2-1", "点",
    ]  # fmt: skip


def test_a_level_whose_higher_one_has_not_begun_shows_its_first_number() -> None:
    body = listed("子", level=1) + listed("甲") + listed("丑", level=1)
    assert lines(body, numbering(CHAPTERS, level(1, "decimal", "%1.%2、"))) == ["一.1、子", "一、甲", "一.1、丑"]


@pytest.mark.parametrize(
    ("restart", "labels"),
    [
        ("", ["1.", "1.", "1."]),
        ('<w:lvlRestart w:val="0"/>', ["1.", "2.", "3."]),
        ('<w:lvlRestart w:val="1"/>', ["1.", "2.", "1."]),
    ],
)
def test_what_restarts_a_level(restart: str, labels: list[str]) -> None:
    point = listed("", level=2)
    body = listed("甲") + point + listed("子", level=1) + point + listed("乙") + point
    points = level(2, "decimal", "%3.", restart)
    assert [line for line in lines(body, numbering(CHAPTERS, SECTIONS, points)) if line.endswith(".")] == labels


def test_another_list_goes_on_unless_it_states_a_start() -> None:
    numbers = numbering(
        CHAPTERS, overrides={2: "", 3: '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'}
    )
    body = listed("甲", 1) + listed("乙", 2) + listed("丙", 3) + listed("丁", 3) + listed("戊", 1)
    assert lines(body, numbers) == ["一、甲", "二、乙", "五、丙", "六、丁", "七、戊"]


def test_overridden_level_has_its_own_look() -> None:
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1.")}</w:lvlOverride>'
    assert lines(listed("甲") + listed("乙", 2), numbering(CHAPTERS, overrides={2: override})) == ["一、甲", "II.乙"]


def test_deleted_and_hidden_paragraphs_are_not_counted_but_empty_ones_are() -> None:
    list_one = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    body = "".join(
        (
            f"<w:p><w:pPr>{list_one}<w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>",
            f"<w:p><w:pPr>{list_one}<w:rPr><w:vanish/></w:rPr></w:pPr></w:p>",
            listed("甲"),
            f"<w:p><w:pPr>{list_one}</w:pPr></w:p>",
            listed("乙"),
        )
    )
    assert lines(body, numbering(CHAPTERS)) == ["一、甲", "二、", "三、乙"]


def style(name: str, title: str, properties: str, based_on: str = "", kind: str = "paragraph") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{title}"/>{base}'
        f"<w:pPr>{properties}</w:pPr></w:style>"
    )


def in_list(number: int) -> str:
    return f'<w:numPr><w:numId w:val="{number}"/></w:numPr>'


STYLED = part(
    "styles",
    style("H", "heading 1", in_list(1))
    + style("I", "heading 2", '<w:numPr><w:ilvl w:val="1"/></w:numPr>', "H")
    + style("J", "节", "", "I")
    + style("K", "无号", in_list(0), "H")
    + style("L", "公文", in_list(2), kind="numbering"),
)


def styled(text: str, style: str, more: str = "") -> str:
    return paragraph(text, f'<w:pStyle w:val="{style}"/>{more}')


def test_numbering_through_styles_and_those_they_are_based_on() -> None:
    body = styled("甲", "H") + styled("子", "I") + styled("丑", "J") + styled("丙", "K") + styled("乙", "H")
    assert lines(body, numbering(CHAPTERS, SECTIONS), STYLED) == ["一、甲", "（一）子", "（二）丑", "丙", "二、乙"]


def test_style_stands_for_the_level_that_names_it() -> None:
    linked = level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="J"/>')
    assert lines(styled("甲", "H") + styled("丑", "J"), numbering(CHAPTERS, linked), STYLED) == ["一、甲", "（一）丑"]


def test_paragraph_takes_itself_out_of_its_style_s_list() -> None:
    out = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
    assert lines(styled("甲", "H", out) + styled("乙", "H"), numbering(CHAPTERS), STYLED) == ["甲", "一、乙"]


def test_list_that_points_to_a_numbering_style() -> None:
    pointing = '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="L"/></w:abstractNum>'
    holding = f'<w:abstractNum w:abstractNumId="8"><w:styleLink w:val="L"/>{CHAPTERS}</w:abstractNum>'
    lists = (
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="{}"/></w:num>'
    )
    body = listed("甲", 1) + listed("乙", 2)
    assert lines(body, part("numbering", pointing + holding + lists.format(8)), STYLED) == ["一、甲", "二、乙"]
    by_style = holding.replace('<w:styleLink w:val="L"/>', "")
    assert lines(body, part("numbering", pointing + by_style + lists.format(8)), STYLED) == ["一、甲", "二、乙"]
    assert lines(body, part("numbering", pointing + lists.format(7)), STYLED) == ["甲", "乙"]


@pytest.mark.parametrize(
    ("pattern", "suffix", "text", "shown"),
    [
        ("%1、", "", "甲", "一、甲"),
        ("第%1章", "", "总则", "第一章 总则"),
        ("第%1章", '<w:suff w:val="nothing"/>', "总则", "第一章总则"),
        ("%1", "", "甲", "一 甲"),
        ("%1.", "", "Findings", "一. Findings"),
        ("", "", "甲", "甲"),
        ("%2、", "", "甲", "、甲"),
    ],
)
def test_what_stands_between_label_and_words(pattern: str, suffix: str, text: str, shown: str) -> None:
    numbers = numbering(level(0, "chineseCounting", pattern, suffix))
    assert read_docx(word_file(listed(text), {"numbering": numbers}), "a.docx").text == f"{shown}\n"


def test_bullets_are_written_as_one_that_every_font_has_but_not_before_headings() -> None:
    wingdings = '<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr>'
    levels = (level(0, "bullet", "\uf0b7"), level(1, "bullet", "l", wingdings), level(2, "bullet", "——"))
    heading = paragraph("标题", '<w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/>')
    body = listed("甲") + listed("乙", level=1) + listed("丙", level=2) + listed("") + heading
    assert read_docx(word_file(body, {"numbering": numbering(*levels)}), "a.docx").text == "• 甲\n• 乙\n—— 丙\n\n标题\n"


@pytest.mark.parametrize(
    "broken", ['<w:numId w:val="9"/>', '<w:ilvl w:val="77"/><w:numId w:val="1"/>', '<w:numId w:val="x"/>']
)
def test_list_or_level_that_is_not_there_numbers_nothing(broken: str) -> None:
    assert lines(paragraph("甲", f"<w:numPr>{broken}</w:numPr>"), numbering(CHAPTERS)) == ["甲"]


def test_cells_and_text_boxes_are_counted_in_their_place() -> None:
    box = f"<w:p><w:r><w:pict><v:textbox><w:txbxContent>{listed('框')}</w:txbxContent></v:textbox></w:pict></w:r></w:p>"
    cells = f"<w:tbl><w:tr><w:tc>{listed('子')}</w:tc><w:tc>{listed('丑')}</w:tc></w:tr></w:tbl>"
    text = read_docx(
        word_file(listed("甲") + cells + box + listed("乙"), {"numbering": numbering(CHAPTERS)}), "a.docx"
    ).text
    assert text == "一、甲\n| 二、子 | 三、丑 |\n四、框\n五、乙\n"
