"""An expression over the reduced alphabet finds what it finds over Unicode."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tourview.typeset.alphabet import reduced

EXPRESSIONS = (
    "[一-龥]++|[0-9０-９]+(?:个|公里|km²)?",
    "(?<=[（《“])[^，。\\-\\]]|—(?=—)|[^\t-\r 　]",
    "(?<![统唯]一)[\\\\\\]\\[\\-^]|[\u200b\u3000]+|[🇦-🇿]{2}|μ",
)
TEXTS = st.text(st.sampled_from("一二统唯中龥个公里km²μ09０９（《“”—，。-]\\[^\t\n 　\u200b🇨🇳éß\x85\xa0a"), max_size=30)


@pytest.mark.parametrize("expression", EXPRESSIONS)
@settings(derandomize=True, max_examples=200)
@given(text=TEXTS)
def test_the_reduced_expression_finds_the_same(expression: str, text: str) -> None:
    plain = re.compile(expression, re.DOTALL)
    small = reduced(expression, re.DOTALL)
    shrunk = text.translate(small.reduction)
    assert len(shrunk) == len(text)
    assert not shrunk or max(shrunk) <= "\xff"
    assert [m.span() for m in small.pattern.finditer(shrunk)] == [m.span() for m in plain.finditer(text)]


def test_more_kinds_than_there_is_room_for_are_refused() -> None:
    with pytest.raises(ValueError, match="Latin-1"):
        reduced("".join(f"[{chr(0x4E00 + n)}-龥]" for n in range(300)))
