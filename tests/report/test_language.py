"""The language of a report, by its script."""

import pytest

from tourview.report import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("考察报告 2020 v2.1", "zh"),
        ("A report on 园区", "en"),
        ("关于 Smart City Platform 的考察报告", "zh"),
        ("12", "en"),
        ("", "en"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert language_of(text) == language
