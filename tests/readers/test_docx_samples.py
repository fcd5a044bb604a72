"""The Word samples: what their maker makes of them is what stands among the samples."""

import pytest

from tests.readers.docx_samples import MAKERS, SAMPLES
from tourview.readers.docx.reading import read_docx


@pytest.mark.parametrize("name", MAKERS)
def test_samples_are_what_their_maker_makes(name: str) -> None:
    kept = read_docx((SAMPLES / name).read_bytes(), name)
    made = read_docx(MAKERS[name](), name)
    assert (kept.text, kept.blocks, kept.chrome, kept.metadata) == (made.text, made.blocks, made.chrome, made.metadata)


def test_numbers_and_hints_of_the_samples() -> None:
    numbered = read_docx((SAMPLES / "word_numbered.docx").read_bytes(), "a.docx")
    headings = {block.passage.text: block.depth for block in numbered.blocks if block.depth}
    assert headings["一、考察的基本情况"] == 1
    assert headings["（三）减时间要靠敢担当"] == 2
    assert headings["3.每个季度晒一次账"] == 3
    plain = read_docx((SAMPLES / "word_plain.docx").read_bytes(), "a.docx")
    assert [block.passage.text for block in plain.blocks if block.prominent][2:4] == [
        "一、考察的基本情况",
        "二、考察的几点体会",
    ]
    styled = read_docx((SAMPLES / "word_styled.docx").read_bytes(), "a.docx")
    assert {"学校 | 专业数 | 在校生", "实训楼门口的铜牌上写着：先把手弄脏，再把图画好。"} <= {
        block.passage.text for block in styled.blocks
    }
    assert styled.blocks[-1].passage.text.startswith("[1] ")
