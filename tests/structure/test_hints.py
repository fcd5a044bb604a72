"""The outline where the format says of some blocks that they are headings, or sets them apart."""

import pytest

from tests.structure.outlines import ASKED, MOVED, hinted, outlined, stated

HINTED = {
    "every heading of one depth": (
        [
            ("某县考察报告", 1, False), (ASKED, None, False), ("一、基本情况", 1, False), ("（一）行程", 1, False),
            (ASKED, None, False), ("（二）地点", 1, False), (ASKED, None, False), ("二、启示", 1, False),
        ],
        "一、|基本情况\n （一）|行程\n （二）|地点\n二、|启示",
    ),
    "depth that contradicts the numbers": (
        [
            ("某县考察报告", 1, False), ("一、基本情况", 2, False), ("（一）行程", 2, False), (ASKED, None, False),
            ("（二）地点", 3, False), (ASKED, None, False), ("二、启示", 3, False), ("三、建议", 2, False),
        ],
        "一、|基本情况\n （一）|行程\n （二）|地点\n二、|启示\n三、|建议",
    ),
    "depth of some headings only": (
        [
            ("某县考察报告", None, True), (ASKED, None, False), ("一、基本情况", 1, False), ("（一）行程", None, False),
            (ASKED, None, False), ("二、启示", 1, False), (MOVED, None, False), ("三、建议", None, False),
        ],
        "一、|基本情况\n （一）|行程\n二、|启示\n三、|建议",
    ),
    "depth without numbers": (
        [
            ("某县考察报告", 1, False), ("所见", 2, False), ("甲镇", 3, False), (ASKED, None, False),
            ("乙镇", 3, False), (ASKED, None, False), ("所想", 2, False), ("一是路要修。" + MOVED, None, False),
            ("二是树要种。" + ASKED, None, False),
        ],
        "|所见\n |甲镇\n |乙镇\n|所想\n 一是|路要修\n 二是|树要种",
    ),
    "lines that stand out": (
        [
            ("某县考察报告", None, True), (ASKED, None, False), ("一路所见", None, True), (ASKED, None, False),
            ("先把路修好。路是根本。", None, True), (MOVED, None, False), ("今后怎么办", None, True),
            (ASKED, None, False), ("某县政府办公室", None, True), ("2020年5月1日", None, True),
        ],
        "|一路所见\n|今后怎么办",
    ),
    "lines that stand out inside numbers": (
        [
            ("某县考察报告", None, True), (ASKED, None, False), ("一、所见", None, True), ("甲镇", None, True),
            (ASKED, None, False), ("乙镇", None, True), (ASKED, None, False), ("二、所想", None, True),
            (MOVED, None, False), ("路是根本", None, True), (ASKED, None, False),
        ],
        "一、|所见\n |甲镇\n |乙镇\n二、|所想\n |路是根本",
    ),
    "lines without depth inside headings with one": (
        [
            ("某县考察报告", 1, False), (ASKED, None, False), ("所见", 2, False), ("甲镇的路", None, False),
            (ASKED, None, False), ("乙镇的水", None, False), (MOVED, None, False), ("所想", 2, False),
            ("先修后管", None, False), (ASKED, None, False), ("先难后易", None, False), (MOVED, None, False),
        ],
        "|所见\n |甲镇的路\n |乙镇的水\n|所想\n |先修后管\n |先难后易",
    ),
    "lines without depth over numbers with one": (
        [
            ("某省工作报告", None, False), (ASKED, None, False), ("2025年工作回顾", None, False),
            ("一、路修好了", 1, False),
            ("（一）桥", 2, False), (ASKED, None, False), ("二、水通上了", 1, False), (MOVED, None, False),
            ("2026年工作安排", None, False), (MOVED, None, False), ("一、修桥", 1, False), (ASKED, None, False),
            ("二、种树", 1, False), (MOVED, None, False),
        ],
        "|2025年工作回顾\n 一、|路修好了\n  （一）|桥\n 二、|水通上了\n|2026年工作安排\n 一、|修桥\n 二、|种树",
    ),
    "lines without depth beside headings that tell as much": (
        [
            ("某县考察报告", None, False), (ASKED, None, False), ("考察概况", 1, False), (ASKED, None, False),
            ("主要做法", None, False), (ASKED, None, False), ("几点启示", 1, False), (MOVED, None, False),
            ("下一步打算", None, False), (ASKED, None, False),
        ],
        "|考察概况\n|主要做法\n|几点启示\n|下一步打算",
    ),
    "captions among headings with a depth": (
        [
            ("某县考察报告", 1, False), (ASKED, None, False), ("所见", 2, False), (ASKED, None, False),
            ("村口的牌子", None, False), (MOVED, None, False), ("所想", 2, False), (MOVED, None, False),
            ("新修的水渠", None, False), (ASKED, None, False),
        ],
        "|所见\n|所想",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "tree"), HINTED.values(), ids=HINTED)
def test_outline_of_blocks_with_hints(rows: list[tuple[str, int | None, bool]], tree: str) -> None:
    assert outlined(hinted(rows)) == stated(tree)
