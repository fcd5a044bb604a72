import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tourview.report import Kind
from tourview.search import Query, parse


def words(query: Query) -> list[str]:
    return [term.text for term in query.terms]


def unwanted(query: Query) -> list[str]:
    return [term.text for term in query.excluded]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("", []),
        ("  \t\n　", []),
        ("园区", ["园区"]),
        ("园区 招商", ["园区", "招商"]),
        ("园区　招商", ["园区", "招商"]),
        ('"a b" c', ["a b", "c"]),
        ("“一年 有框架” 园区", ["一年 有框架", "园区"]),
        ("「大发展」招商", ["大发展", "招商"]),
        ("＂甲 乙＂", ["甲 乙"]),
        ('"not closed yet', ["not closed yet"]),
        ("“", []),
        ('"" "', []),
        ('"  "', []),
        ("don't", ["don't"]),
        ("招商-引资", ["招商-引资"]),
        ("@", []),
        ("name@place", ["name@place"]),
        ('"@lesson"', ["@lesson"]),
    ],
)
def test_terms(text: str, terms: list[str]) -> None:
    assert words(parse(text)) == terms
    assert unwanted(parse(text)) == []


@pytest.mark.parametrize(
    ("text", "terms", "excluded"),
    [
        ("-园区", [], ["园区"]),
        ("招商 -园区", ["招商"], ["园区"]),
        ("招商 －园区", ["招商"], ["园区"]),
        ('-"甲 乙" 丙', ["丙"], ["甲 乙"]),
        ("－“甲 乙", [], ["甲 乙"]),
        ("--园区", [], ["园区"]),
        ("-", [], []),
        ("- 园区", ["园区"], []),
        ("-- --", [], []),
        ('-""', [], []),
        ("-5 万", [], ["5 万"]),
    ],
)
def test_exclusions(text: str, terms: list[str], excluded: list[str]) -> None:
    query = parse(text)
    assert (words(query), unwanted(query)) == (terms, excluded)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("@lesson", {Kind.LESSON}),
        ("@Lessons", {Kind.LESSON}),
        ("@les", {Kind.LESSON}),
        ("@启示", {Kind.LESSON}),
        ("@启", {Kind.LESSON}),
        ("@啟示", {Kind.LESSON}),
        ("＠启示", {Kind.LESSON}),
        ("@点", {Kind.VISIT}),
        ("@启示,差距", {Kind.LESSON, Kind.GAP}),
        ("＠启示，差距、措", {Kind.LESSON, Kind.GAP, Kind.COMMITMENT}),
        ("@lesson,gap", {Kind.LESSON, Kind.GAP}),
        ("@lesson,", {Kind.LESSON}),
        ("@差距 @措施", {Kind.GAP, Kind.COMMITMENT}),
        ("园区 @gap @commit", {Kind.GAP, Kind.COMMITMENT}),
    ],
)
def test_scopes(text: str, kinds: set[Kind]) -> None:
    query = parse(text)
    assert query.kinds == kinds
    assert query.ignored == ()


@pytest.mark.parametrize("kind", Kind)
def test_every_name_of_a_kind_is_a_scope(kind: Kind) -> None:
    for name in (kind.value, kind.plural, kind.chinese, kind.chinese[0]):
        assert parse(f"@{name}").kinds == {kind}


def test_of_several_names_those_of_no_kind_are_told() -> None:
    query = parse("园区 @启示、差别，gap")
    assert query.kinds == {Kind.LESSON, Kind.GAP}
    assert query.ignored == ("@差别",)
    assert words(query) == ["园区"]


@pytest.mark.parametrize("text", ["@lesions", "@启发", "@lessonss", "-@lesson"])
def test_a_scope_that_means_nothing_is_told_and_has_no_effect(text: str) -> None:
    query = parse(f"园区 {text}")
    assert query.ignored == (text.lstrip("-"),)
    assert query.kinds == frozenset()
    assert words(query) == ["园区"]
    assert unwanted(query) == []


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("102 万平方米", ["102 万平方米"]),
        ("102　万 平方米", ["102　万 平方米"]),
        ("4.8 亿元投资", ["4.8 亿元投资"]),
        ("548多 万", ["548多 万"]),
        ("15 个", ["15 个"]),
        ("7 月 28 日", ["7 月", "28 日"]),
        ("91 ％", ["91 ％"]),
        ("20 million yuan", ["20 million yuan"]),
        ("3 km", ["3 km"]),
        ("3 万州", ["3", "万州"]),
        ("5 米粉", ["5", "米粉"]),
        ("园区 万", ["园区", "万"]),
        ("10 20", ["10", "20"]),
        ("10 -个", ["10"]),
        ('10 "个"', ["10", "个"]),
    ],
)
def test_a_number_and_its_unit_are_one_term(text: str, terms: list[str]) -> None:
    assert words(parse(text)) == terms


def test_only_the_gaps_of_a_quantity_are_loose() -> None:
    (phrase,) = parse('"建成 102 万平方米 厂房"').terms
    assert phrase.parts == ("建成", "102", "万平方米", "厂房")
    assert phrase.loose == (False, True, False)


def test_equal_terms_count_once() -> None:
    assert words(parse("園區 园区 “园区”")) == ["園區"]


@pytest.mark.parametrize(
    ("text", "empty"),
    [("", True), ("-", True), ("@", True), ("@nothing", True), ("园", False), ("-园", False), ("@gap", False)],
)
def test_empty(text: str, empty: bool) -> None:
    assert parse(text).empty is empty


@settings(derandomize=True, max_examples=500)
@given(st.text(st.sampled_from('园區 a5万米"“”「」-－@＠启\n　') | st.characters()))
def test_anything_typed_is_a_query(text: str) -> None:
    query = parse(text)
    assert query.text == text
    for term in query.terms + query.excluded:
        assert term.text in text
        assert len(term.loose) == len(term.parts) - 1
        assert all(part and not any(map(str.isspace, part)) for part in term.parts)


def test_a_long_text_is_read_in_linear_time() -> None:
    assert parse("-" * 200_000).empty
    assert len(parse("1 " * 50_000 + "2 万").terms) == 2


def alternatives(text: str) -> list[list[str]]:
    return [[term.text for term in group] for group in parse(text).groups]


@pytest.mark.parametrize(
    ("text", "groups", "ignored"),
    [
        ("甲 OR 乙", [["甲", "乙"]], ()),
        ("甲 | 乙", [["甲", "乙"]], ()),
        ("甲 ＯＲ 乙", [["甲", "乙"]], ()),
        ("甲 OR 乙 丙", [["甲", "乙"], ["丙"]], ()),
        ("丙 甲 OR 乙 OR 丁", [["丙"], ["甲", "乙", "丁"]], ()),
        ('"甲 乙" OR 丙', [["甲 乙", "丙"]], ()),
        ("甲 or 乙", [["甲"], ["or"], ["乙"]], ()),
        ('甲 "OR" 乙', [["甲"], ["OR"], ["乙"]], ()),
        ("甲 OR 甲", [["甲"]], ()),
        ("甲 OR", [["甲"]], ("OR",)),
        ("OR 甲", [["甲"]], ("OR",)),
        ("甲 OR OR 乙", [["甲", "乙"]], ("OR",)),
        ("甲 OR -乙", [["甲"]], ("OR",)),
        ("-甲 OR 乙", [["乙"]], ("OR",)),
        ("甲 OR @gap", [["甲"]], ("OR",)),
        ("5 万 OR 六万", [["5 万", "六万"]], ()),
        ('OR OR "(', [], ("OR", "OR", '"(')),
        ('甲 OR "', [["甲"]], ("OR", '"')),
        ("甲 “（ ", [["甲"]], ("“（",)),
        ('甲 -"', [["甲"]], ('-"',)),
        ('甲 "("', [["甲"], ["("]], ()),
        ('甲 "乙 丙', [["甲"], ["乙 丙"]], ()),
        ('甲 ""', [["甲"]], ()),
    ],
)
def test_alternatives(text: str, groups: list[list[str]], ignored: tuple[str, ...]) -> None:
    assert alternatives(text) == groups
    assert parse(text).ignored == ignored


@pytest.mark.parametrize(
    ("text", "groups", "excluded", "ignored"),
    [
        ("甲 AND 乙", [["甲"], ["乙"]], [], ()),
        ("甲 ＡＮＤ 乙", [["甲"], ["乙"]], [], ()),
        ("甲 NOT 乙", [["甲"]], ["乙"], ()),
        ("甲 ＮＯＴ 乙", [["甲"]], ["乙"], ()),
        ("NOT 乙 甲", [["甲"]], ["乙"], ()),
        ("甲 AND NOT 乙", [["甲"]], ["乙"], ()),
        ('甲 NOT "乙 丙"', [["甲"]], ["乙 丙"], ()),
        ("甲 NOT 5 万", [["甲"]], ["5 万"], ()),
        ("甲 NOT -乙", [["甲"]], ["乙"], ()),
        ("甲 AND 乙 OR 丙", [["甲"], ["乙", "丙"]], [], ()),
        ("@gap AND 甲 AND in:1", [["甲"]], [], ()),
        ("-甲 AND 乙", [["乙"]], ["甲"], ()),
        ("甲 and 乙", [["甲"], ["and"], ["乙"]], [], ()),
        ("甲 not 乙", [["甲"], ["not"], ["乙"]], [], ()),
        ('甲 "AND" "NOT" 乙', [["甲"], ["AND"], ["NOT"], ["乙"]], [], ()),
        ("甲 -AND", [["甲"]], ["AND"], ()),
        ("甲 AND", [["甲"]], [], ("AND",)),
        ("AND 甲", [["甲"]], [], ("AND",)),
        ("甲 NOT", [["甲"]], [], ("NOT",)),
        ("甲 AND NOT", [["甲"]], [], ("AND", "NOT")),
        ("甲 AND AND 乙", [["甲"], ["乙"]], [], ("AND",)),
        ("甲 AND OR 乙", [["甲"], ["乙"]], [], ("OR",)),
        ("甲 OR AND 乙", [["甲", "乙"]], [], ("AND",)),
        ("甲 OR NOT 乙", [["甲"]], ["乙"], ("OR",)),
        ("甲 NOT OR 乙", [["甲", "乙"]], [], ("NOT",)),
        ("甲 NOT NOT 乙", [["甲"]], ["乙"], ("NOT",)),
        ("甲 NOT @gap", [["甲"]], [], ("@gap",)),
        ('甲 NOT "', [["甲"]], [], ("NOT", '"')),
    ],
)
def test_and_is_a_blank_and_not_excludes(
    text: str, groups: list[list[str]], excluded: list[str], ignored: tuple[str, ...]
) -> None:
    query = parse(text)
    assert alternatives(text) == groups
    assert [term.text for term in query.excluded] == excluded
    assert query.ignored == ignored


@pytest.mark.parametrize(
    ("text", "within", "ignored"),
    [
        ("in:1.3", ("1.3",), ()),
        ("in:1.3,2", ("1.3", "2"), ()),
        ("in:1 在：2.1", ("1", "2.1"), ()),
        ("IN:1", ("1",), ()),
        ("in:", (), ()),
        ("in:一", (), ("in:一",)),
        ("in:1..2", (), ("in:1..2",)),
        ("-in:1", (), ("in:1",)),
    ],
)
def test_parts(text: str, within: tuple[str, ...], ignored: tuple[str, ...]) -> None:
    query = parse(f"园区 {text}")
    assert (query.within, query.ignored, words(query)) == (within, ignored, ["园区"])


def test_a_part_is_a_section_and_what_is_inside_it() -> None:
    query = parse("in:1.3")
    assert [query.admits_ref(ref) for ref in ("1.3", "1.3.2", "1", "1.30", "2")] == [True, True, False, False, False]


def test_reports_by_name() -> None:
    query = parse('report:贵安 报告:"a b"')
    assert query.reports == ("贵安", "a b")
    assert query.admits_report("赴貴安新区的报告", "x.txt")
    assert query.admits_report("赴某地的报告", "A B.txt")
    assert not query.admits_report("赴某地的报告", "ab.txt")
    assert parse("园区").admits_report("", "")


@pytest.mark.parametrize(
    ("text", "features", "ignored"),
    [
        ("has:figure", {"figure"}, ()),
        ("has:fig", {"figure"}, ()),
        ("has:figures,links", {"figure", "link"}, ()),
        ("有:数字", {"figure"}, ()),
        ("has:旁注", {"notice"}, ()),
        ("has:money", set(), ("has:money",)),
    ],
)
def test_features(text: str, features: set[str], ignored: tuple[str, ...]) -> None:
    query = parse(text)
    assert query.features == features
    assert query.ignored == ignored


@pytest.mark.parametrize("text", ["https://a.b", "目标:一百", "9:30", "a:b", '"in:1"'])
def test_a_colon_in_a_word_is_no_scope(text: str) -> None:
    query = parse(text)
    assert (words(query), query.within) == ([text.strip('"')], ())
