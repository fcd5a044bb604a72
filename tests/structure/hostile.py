"""Texts made to keep a reader busy for ever; run as a program, it reads them one by one, naming each first."""

import resource
import sys

from tests.structure.trees import report_of

_VISIT = "一、考察的项目\n甲市："
_WRAPPED = "我们认真学习了“先进经验”，并且在实践中加以推广和应用，取得了很好的效果和广泛的好评并\n"
SIZE = 20_000

TEXTS = {
    "brackets.md": "[a](<)" + "][" * 50 + "x>)b\n",
    "opening brackets.md": "[" * SIZE,
    "stars.md": "*a " * (SIZE // 3),
    "emphasis on many lines.md": "**字**字\n" * (SIZE // 7),
    "links.md": "[a](b)" * (SIZE // 6),
    "one paragraph of many lines.md": "我们认真学习了“先进经验”，并且在实践中加以推广和应用\n" * (SIZE // 4),
    "blanks in front matter.md": "---\ntitle: a" + " " * 15_000 + "b\n---\n\nc\n",
    "table.md": "|a|b|\n|-|-|\n" + "|c|d|\n" * (SIZE // 6),
    "verbs of visiting.txt": _VISIT + "参观" * (SIZE // 2),
    "first and last.txt": _VISIT + "先后" * (SIZE // 2),
    "prefixes.txt": _VISIT + "实地现场" * (SIZE // 4),
    "lists that break off.txt": _VISIT + "参观了A、" * (SIZE // 5),
    "one list.txt": _VISIT + "参观了甲" + "、乙" * (SIZE // 2),
    "lists of villages.txt": _VISIT + "参观了甲村庄和乙" * (SIZE // 8),
    "ands.txt": _VISIT + "参观了甲村" + "和乙村" * (SIZE // 3),
    "blanks in a name.txt": _VISIT + "参观了甲" + " " * SIZE + "乙。",
    "visits of blanks.txt": "一、考察的项目\n甲：visited A" + " " * SIZE + "and B",
    "lead of blanks.txt": "赴甲县visited A" + " " * SIZE + "and\n参加的共 party" + " " * SIZE + "of\n一、概况\n甲",
    "one word.txt": "一、见闻\n" + "A" * SIZE + "\n" + "A " * SIZE,
    "open quotations.txt": "“" * SIZE,
    "open titles.txt": "《" * SIZE + "甲" * SIZE,
    "redactions.txt": "X" * SIZE + "\n" + "XX" * SIZE + "县\n" + "20XX年" * (SIZE // 5),
    "blanks.txt": "甲" + " " * SIZE + "乙\n" + "一、" + " " * SIZE + "丙\n" + " " * SIZE + "\n" * SIZE + "丁",
    "firsts.txt": "一是甲。乙。\n" * (SIZE // 7),
    "ones.txt": "1. 甲\n" * (SIZE // 5),
    "depths.txt": "".join(f"{n % 9 + 1}.{n // 9 % 9 + 1}.{n // 81 % 9 + 1} 甲\n" for n in range(SIZE // 8)),
    "names.txt": "一、见闻\n" + "甲村：好。\n" * (SIZE // 6),
    "titles.txt": "甲乙丙丁戊己庚报告\n" * (SIZE // 10),
    "numbers.txt": "一、见闻\n" + "9" * SIZE + "十" * SIZE + "1," * SIZE + "1,000" * (SIZE // 5) + "3、" * (SIZE // 2),
    "ranges.txt": "一、见闻\n" + "10%-" * (SIZE // 4) + "从3到" * (SIZE // 3) + "三分之1:1" * (SIZE // 6),
    "English numbers.txt": "1. Findings\n" + "one-" * (SIZE // 4) + "half a " * (SIZE // 7) + "tens of " * (SIZE // 8),
    "remedies.txt": "一、" + "补齐解决" * 16 + "\n" + "要加快。" * (SIZE // 4),
    "wrapped list.txt": _VISIT + "\n" + "先后到了东边的第一个大工厂、西边的第二个大工厂和北边的\n" * (SIZE // 28),
    "numbers without words on one line.txt": "一、" * SIZE
    + "\n"
    + "一是" * SIZE
    + "\n"
    + "（一）" * SIZE
    + "\n"
    + "1." * SIZE,
    "counts on one line.txt": "一、甲乙。二、丙丁。" * (SIZE // 10) + "\n" + "一是甲，二是乙。" * (SIZE // 8),
    "beginnings on one line.txt": "一是甲乙，" * (SIZE // 5) + "\n" + "（一）甲乙。1.丙丁。" * (SIZE // 12),
    "contents.txt": "目录\n" + "一、甲……1\n二、乙……2\n" * (SIZE // 16),
    "short lines.txt": "甲乙丙\n丁戊己。\n" * (SIZE // 8),
    "wrapped.txt": _WRAPPED * (SIZE // 8),
}


_PATIENCE = 20
"""Seconds of a processor for all of them together; they take about five."""


def main() -> None:
    """Read the texts whose names are given; killed by the system when that takes too long, however busy it is."""
    resource.setrlimit(resource.RLIMIT_CPU, (_PATIENCE, _PATIENCE))
    for name in sys.argv[1:]:
        print(name, flush=True)
        report_of(TEXTS[name], name)


if __name__ == "__main__":
    main()
