"""The key figures of English text, and what is none."""

import pytest

from tests.structure.trees import report_of


def told(text: str) -> list[tuple[str, float, str, str | None, float | None]]:
    report = report_of(f"1. Findings\n{text}\n")
    return [(one.text, one.value, one.unit, one.qualifier, one.to) for one in report.figures]


@pytest.mark.parametrize(
    ("text", "value", "unit", "qualifier"),
    [
        ("1.2 million square metres", 1_200_000, "square metres", None),
        ("US$ 3 bn", 3_000_000_000, "US dollars", None),
        ("RMB 3.5 million", 3_500_000, "yuan", None),
        ("nearly 7 billion yuan", 7_000_000_000, "yuan", "nearly"),
        ("45 people", 45, "people", None),
        ("more than 60", 60, "", "more than"),
        ("7.2 per cent", 7.2, "per cent", None),
        ("91%", 91, "%", None),
        ("3.5 percentage points", 3.5, "percentage points", None),
        ("120 MW", 120, "MW", None),
        ("300 yuan/mu", 300, "yuan/mu", None),
        ("tens of thousands of people", 10_000, "people", "tens"),
        ("twenty-five households", 25, "households", None),
        ("half a year", 0.5, "year", None),
        ("24", 24, "", None),
    ],
)
def test_value_unit_and_qualifier(text: str, value: float, unit: str, qualifier: str | None) -> None:
    assert told(f"The park has {text} small firms in all.") == [(text, value, unit, qualifier, None)]


@pytest.mark.parametrize(
    ("text", "figure", "value", "unit", "to"),
    [
        ("The blocks went from two storeys to five.", "from two storeys to five", 2, "storeys", 5),
        ("The number rose from 2 to 5.", "from 2 to 5", 2, "", 5),
        ("It employs 40-50 people.", "40-50 people", 40, "people", 50),
        ("It has grown two to three times.", "two to three times", 2, "times", 3),
        ("It was ranked 3rd in the province.", "3rd", 3, "place", None),
    ],
)
def test_changes_ranges_and_places(text: str, figure: str, value: float, unit: str, to: float | None) -> None:
    assert told(text) == [(figure, value, unit, None, to)]


@pytest.mark.parametrize(
    "text",
    [
        "In 2012, on 23 July, on July 23, on 27 and 28 July, at 10:30, in January 2014.",
        "Document No. 2, page 5, Section 3, the 13th Five-Year Plan, the 85 Factory, the first stage.",
        "5G, PM2.5, COP15, 24/7, A4, and one thing after another; two places.",
        'They call it "two mountains and 3 rivers" there.',
        "In the last three years and in the next 5 years.",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert told(text) == []
