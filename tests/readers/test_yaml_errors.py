"""Every mistake in a YAML report is one line with file, line, column and field."""

import time

import pytest

from tourview.readers.yaml.reading import read_yaml
from tourview.report import ReportError

HEAD = "title: 报告\nsections:\n"


def error_of(text: str) -> str:
    with pytest.raises(ReportError) as caught:
        read_yaml(text.encode("utf-8", "surrogatepass"), "report.yaml")
    message = str(caught.value)
    assert "\n" not in message
    return message


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HEAD + "  - heading: 启示\n    kind: leson\n", "report.yaml:4:11: kind: 'leson' is not one of background, "),
        (HEAD + "  - heading: 启示\n    kind: leson\n", "; did you mean lesson?"),
        (HEAD + "  - heading: 启示\n    headnig: x\n", "report.yaml:4:5: headnig: not a field here; "),
        (HEAD + "  - heading: 启示\n    headnig: x\n", "did you mean heading?"),
        (HEAD + "  - kind: gap\n", "report.yaml:3:5: heading: it must be stated"),
        (HEAD + "  - heading:\n", "report.yaml:3:13: heading: it must be stated"),
        (HEAD + "  - heading: a\n  - heading: ''\n", "report.yaml:4:14: heading: only the first section"),
        (HEAD + "  - heading: a\n    heading: b\n", "report.yaml:4:5: heading: stated twice; first in line 3"),
        (HEAD + "  - heading: a\n    ref: '2'\n", "report.yaml:4:10: ref: '2' is not where the section stands; "),
        (HEAD + "  - heading: a\n    level: 2\n", "report.yaml:4:12: level: '2' is not where"),
        (HEAD + "  - heading: [a]\n", "report.yaml:3:14: heading: text is wanted here"),
        (HEAD + "  - heading: a\n    paragraphs: b\n", "report.yaml:4:17: paragraphs: a list is wanted"),
        (HEAD + "  - heading: a\n    paragraphs: ['']\n", "report.yaml:4:18: paragraphs: a paragraph is empty"),
        (HEAD + "  - heading: a\n    span: [1]\n", "report.yaml:4:11: span: two whole numbers"),
        (HEAD + "  - heading\n", "report.yaml:3:5: section: a mapping"),
        (HEAD + "  - {heading: a, id: x}\n  - {heading: b, id: x}\n", "report.yaml:4:22: id: 'x' is the id of the"),
        (HEAD + "  - {heading: a, id: x y}\n", "id: an id is one word"),
        ("title: 报告\n", "report.yaml:1:1: sections: it must be stated"),
        ("title: 报告\nsections: []\n", "report.yaml:2:11: sections: it must be stated"),
        ("sections: [{heading: a}]\n", "report.yaml:1:1: title: it must be stated"),
        ("tourview: 2\ntitle: a\nsections: []\n", "report.yaml:1:11: tourview: '2' is not one of 1"),
        ("- a\n", "report.yaml:1:1: a report is a mapping"),
        (HEAD + '  - heading: a\n    kind: "a\\nb"\n', "kind: 'a b' is not one of"),
        ("title: 'a\n", "report.yaml:2:1: not valid YAML: "),
        ("title: a\n---\ntitle: b\n", "report.yaml:2:1: a second document"),
        ("? [a]\n: b\n", "report.yaml:1:3: a key must be a word"),
        ("# nothing\n", "report.yaml: it is empty"),
        ("title: a\x07b\n", "report.yaml:1:9: the character U+0007 is not allowed"),
        (HEAD + "  - heading: a\nlinks: [{from: '1', to: '12'}]\n", "report.yaml:4:25: to: there is no section 12"),
        (HEAD + "  - heading: a\nlinks: [{from: '1', to: '1', status: sure}]\n", "status: 'sure' is not one of sugg"),
        (HEAD + "  - heading: a\nfigures: [{ref: '1', text: 2天, value: two}]\n", "value: 'two' is not a number"),
        (HEAD + "  - heading: a\nfigures: [{ref: '1', text: 2天, value: 1e999}]\n", "4:39: value: '1e999' is beyond"),
        (HEAD + "  - heading: a\nfigures: [{ref: '1', text: 2, value: 1, to: -1e999}]\n", "to: '-1e999' is beyond"),
        (HEAD + "  - heading: a\nnotices: [{ref: '1', text: x, kind: typo}]\n", "kind: 'typo' is not one of redact"),
        (HEAD + "  - heading: a\nbetween: [[a, b]]\n", "report.yaml:4:11: between: each entry is"),
        (HEAD + "  - heading: a\nfacts: {sites: [{name: a, ref: '9'}]}\n", "ref: there is no section 9"),
    ],
    ids=lambda value: value[-40:] if value.startswith("report") else "",
)
def test_a_mistake_is_named_with_its_place(text: str, expected: str) -> None:
    assert expected in error_of(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"title": "a"\n "sections": []}', "report.yaml:2:2: not valid JSON: a comma is missing, or a bracket"),
        ('{"title": "a"', "report.yaml:1:14: not valid JSON: a comma is missing, or a bracket or quotation mark"),
        ('\n {"title" "a"}', "report.yaml:2:11: not valid JSON: a colon is missing between a name and its value"),
        ('{"title": "a", "sections": [{"heading": }', "report.yaml:1:41: not valid JSON: a value is missing here"),
        ('{"title": "a}', "report.yaml:1:11: not valid JSON: a quotation mark that is not closed"),
        ('{"title": "a\\d"}', "report.yaml:1:13: not valid JSON: an unknown escape after a backslash; write \\\\"),
        ("{\n", "report.yaml:2:1: not valid JSON: a name in double quotes is wanted here, or a bracket that closes"),
        ('{"title": "a"} {', "report.yaml:1:16: not valid JSON: there is more after the end"),
        ('{"title": "\\ud83d\\ude00"}', "not valid JSON: an escape that is not understood"),
        ('{"title": ["' + "园" * (1 << 22) + '"', ": not valid JSON: check the quotes, commas and brackets here"),
    ],
    ids=lambda value: "" if len(value) > 90 else None,
)
def test_broken_json_is_called_json(text: str, expected: str) -> None:
    assert expected in error_of(text)


@pytest.mark.parametrize("text", ["{title: a, sections: [", "{'title': a, sections: [", "{标题: a, sections: ["])
def test_broken_yaml_in_braces_is_called_yaml(text: str) -> None:
    assert "not valid YAML: " in error_of(text)


@pytest.mark.parametrize("tag", ["!!python/object/apply:os.system", "!!str", "!x", "!"])
def test_tags_are_refused(tag: str) -> None:
    assert error_of(f"title: {tag} [a]\n").startswith("report.yaml:1:8: tags (")


def test_an_alias_bomb_is_refused_at_its_first_anchor() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdef", "bcdefg", strict=True))
    assert error_of(bomb).startswith("report.yaml:1:4: anchors and aliases")


def test_a_cycle_is_refused() -> None:
    assert "anchors and aliases" in error_of("title: &a [*a]\n")
    assert "anchors and aliases" in error_of("title: *a\n")


@pytest.mark.parametrize(
    "text",
    [
        "title: " + "[" * 10_000,
        "title: " + "[" * 10_000 + "]" * 10_000,
        "title: " + "{a: " * 10_000,
        "a:\n" + "- " * 10_000,
        "".join(" " * level + "a:\n" for level in range(1_000)),
    ],
    ids=["sequences", "closed sequences", "mappings", "blocks", "indented blocks"],
)
def test_depth_is_refused_at_once(text: str) -> None:
    started = time.process_time()
    assert "nested deeper than 64 levels" in error_of(text)
    assert time.process_time() - started < 2


def test_thirty_levels_of_sections_are_not_too_deep() -> None:
    text = "{heading: x}"
    for _level in range(29):
        text = f"{{heading: x, children: [{text}]}}"
    report = read_yaml(f"title: t\nsections: [{text}]\n".encode(), "a.yaml")
    assert report.reading_order[-1].level == 30
