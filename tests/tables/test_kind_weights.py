"""The table of what words say of kinds."""

from statistics import mean

import pytest

from tests.structure.trees import sample_names
from tests.tables.kind_weights import kind_name, lessons_of, weight_table
from tourview.report import Kind
from tourview.structure.kinds.evidence import (
    CHOICES,
    HUNDREDTH,
    WEIGHTS,
    Words,
    features,
    log_shares,
    parse_weights,
    shares,
    weights,
)

_DIFFERENCE = 3  # hundredths: logarithms are not the same to the last bit on every machine


def test_the_table_is_what_the_samples_teach() -> None:
    made = _rows(weight_table([lessons_of(name) for name in sample_names()]))
    kept = _rows(WEIGHTS.read_text("utf-8"))
    few = len(kept) // 500
    assert len(made.keys() ^ kept.keys()) <= few
    far = [key for key in made.keys() & kept.keys() if _distance(made[key], kept[key]) > _DIFFERENCE]
    assert len(far) <= few


def test_every_row_has_a_number_for_each_choice() -> None:
    assert {len(row) for row in _rows(WEIGHTS.read_text("utf-8")).values()} == {len(CHOICES)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("实地参观了展厅，随后走进车间，听取了负责人的介绍。", Kind.VISIT),
        ("他们的做法启示我们，只有敢闯敢试，才能走在前列。", Kind.LESSON),
        ("与先进地区相比，我们还有不小的差距，人才缺乏，办法不多。", Kind.GAP),
        ("要加快推进园区建设，着力抓好招商，年内完成三个项目。", Kind.COMMITMENT),
    ],
)
def test_words_speak_for_a_kind(text: str, kind: Kind) -> None:
    told = shares(Words("几句话", text, 1, 4, 1, latin=False), weights())
    assert CHOICES[told.index(max(told))] is kind


def test_what_is_taught_is_told() -> None:
    """A table learned from few samples tells most of their kinds, and has no words that they do not have."""
    lessons = [lesson for name in sample_names()[:12] for lesson in lessons_of(name)]
    taught = parse_weights(weight_table([lessons]))
    words = {gram for lesson in lessons for table, gram, _amount in features(lesson.words) if table == "text"}
    assert 0 < len(taught.text) < len(weights().text)
    assert taught.text.keys() <= words
    known = [lesson for lesson in lessons if lesson.known is not None]
    told = [shares(lesson.words, taught) for lesson in known]
    right = [
        kind_name(CHOICES[share.index(max(share))]) == lesson.known for share, lesson in zip(told, known, strict=True)
    ]
    assert mean(right) > 0.8


@pytest.mark.parametrize("name", ["plain.txt", "english.txt"])
def test_shares_sum_the_weights_of_all_features(name: str) -> None:
    known = weights()
    tables = {"text": known.text, "heading": known.heading, "place": known.place}
    for lesson in lessons_of(name):
        totals = [0.0] * len(CHOICES)
        for table, gram, amount in features(lesson.words):
            row = tables[table].get(gram, (0,) * len(CHOICES))
            totals = [total + HUNDREDTH * weight * amount for total, weight in zip(totals, row, strict=True)]
        assert shares(lesson.words, known) == pytest.approx(log_shares(totals))


def _rows(table: str) -> dict[tuple[str, str], list[int]]:
    lines = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return {(table, name): list(map(int, numbers)) for table, name, *numbers in lines}


def _distance(one: list[int], other: list[int]) -> int:
    return max(abs(left - right) for left, right in zip(one, other, strict=True))
