"""Texts made to keep a reader busy for ever; run as a program, it reads them one by one, naming each first."""

import sys

from tests.structure.trees import report_of

_VISIT = "一、考察的项目\n甲市："
_WRAPPED = "我们认真学习了“先进经验”，并且在实践中加以推广和应用，取得了很好的效果和广泛的好评并\n"
SIZE = 40_000

TEXTS = {
    "brackets.md": "[a](<)" + "][" * 50 + "x>)b\n",
    "opening brackets.md": "[" * SIZE,
    "stars.md": "*a " * (SIZE // 3),
    "emphasis on many lines.md": "**字**字\n" * (SIZE // 7),
    "links.md": "[a](b)" * (SIZE // 6),
    "one paragraph of many lines.md": "我们认真学习了“先进经验”，并且在实践中加以推广和应用\n" * (SIZE // 4),
    "blanks in front matter.md": "---\ntitle: a" + " " * 15_000 + "b\n---\n\nc\n",
    "table.md": "|a|b|\n|-|-|\n" + "|c|d|\n" * (SIZE // 6),
    "wrapped.txt": _WRAPPED * (SIZE // 8),
}


def main() -> None:
    """Read the texts whose names are given."""
    for name in sys.argv[1:]:
        print(name, flush=True)
        report_of(TEXTS[name], name)


if __name__ == "__main__":
    main()
