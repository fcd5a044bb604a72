"""One report written in many ways: its labels, where its headings stand, how its lines are broken."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

_NUMERALS = "一二三四五六七八九十"
_TITLE = "赴江城、河口学习园区建设的考察报告"
_LEAD = "为学习先进经验，县发改局组织有关部门一行12人赴外地考察。现将情况报告如下："
_CHAPTERS: Mapping[str, Sequence[str]] = {
    "考察的基本情况": ("行程安排", "参观地点"),
    "主要做法和经验": ("规划先行、一张蓝图绘到底", "服务上门", "队伍过硬"),
    "几点启示": ("思想要先解放", "项目要抓在手上"),
    "存在的差距": ("理念上的差距", "作风上的差距"),
    "下一步工作打算": ("抓紧修编规划", "尽快建好平台"),
}
_ITEMS = ("认识不够到位", "办法不够管用", "落实不够有力")
_WITH_ITEMS = ("服务上门", "理念上的差距")
_PROSE = (
    "我们从六月起走访了四个乡镇，看了十二处现场。",
    "这件事看似简单，做起来并不容易，既要有人牵头，也要有人兜底。",
    "去年全县完成投资4.6亿元，同比增长12.5%。",
    "这里三年前还是一片荒坡，如今已经有八十多家企业落户。",
)
_LABELS: Mapping[str, Callable[[int], str]] = {
    "一、": lambda n: f"{_NUMERALS[n - 1]}、",
    "一．": lambda n: f"{_NUMERALS[n - 1]}．",
    "壹、": lambda n: f"{'壹贰叁肆伍'[n - 1]}、",
    "第一章": lambda n: f"第{_NUMERALS[n - 1]}章 ",
    "第一部分": lambda n: f"第{_NUMERALS[n - 1]}部分 ",
    "（一）": lambda n: f"（{_NUMERALS[n - 1]}）",
    "(一)": lambda n: f"({_NUMERALS[n - 1]})",
    "一）": lambda n: f"{_NUMERALS[n - 1]}）",
    "㈠": lambda n: "㈠㈡㈢㈣㈤"[n - 1],
    "Ⅰ、": lambda n: f"{'ⅠⅡⅢⅣⅤ'[n - 1]}、",
    "1.": lambda n: f"{n}.",
    "1、": lambda n: f"{n}、",
    "（1）": lambda n: f"（{n}）",
    "⑴": lambda n: "⑴⑵⑶⑷⑸"[n - 1],
    "①": lambda n: "①②③④⑤"[n - 1],
    "一是": lambda n: f"{_NUMERALS[n - 1]}是",
    "一要": lambda n: f"{_NUMERALS[n - 1]}要",
    "第一，": lambda n: f"第{_NUMERALS[n - 1]}，",
    "其一，": lambda n: f"其{_NUMERALS[n - 1]}，",
    "": lambda n: "",
}
_OUTER = ("一、", "壹、", "第一章", "第一部分", "（一）", "㈠", "Ⅰ、", "1.", "1、", "")
_INNER = ("（一）", "(一)", "一）", "1.", "1、", "（1）", "⑴", "")
_INMOST = ("一是", "一要", "第一，", "其一，", "①")
_SAME = ({"（一）", "(一)", "一）", "㈠"}, {"1.", "1、"})
_ONLY_ON_LINES = ("第一章", "第一部分", "")
LAYOUTS = ("lines", "indented", "block a chapter", "block a chapter, no blanks", "one block", "one block, no blanks")


@dataclass(frozen=True, slots=True)
class Shape:
    """A way of writing the report.

    Attributes:
        outer: The label of its chapters, as the first has it.
        inner: The label of its sections.
        inmost: The label of its items.
        runs_in: Whether the sections' headings run into their paragraphs.
        layout: How its lines are broken; one of `LAYOUTS`.
    """

    outer: str
    inner: str
    inmost: str
    runs_in: bool
    layout: str


def shapes() -> Iterator[Shape]:
    """Every shape that a careful reader could still read."""
    for shape in map(Shape, *zip(*product(_OUTER, _INNER, _INMOST, (False, True), LAYOUTS), strict=True)):
        alike = any({shape.outer, shape.inner} <= same for same in _SAME) or shape.outer == shape.inner
        on_lines = shape.layout in LAYOUTS[:2]
        needs_lines = shape.outer in _ONLY_ON_LINES or shape.inner in _ONLY_ON_LINES
        if not alike and (on_lines or not needs_lines) and not (shape.runs_in and not shape.inner):
            yield shape


def written(shape: Shape) -> tuple[str, list[str]]:
    """The report in that shape, and its outline as `outlines.outlined` has it."""
    pages = [_TITLE, _LEAD]
    tree: list[str] = []
    flat = shape.layout not in LAYOUTS[:2]
    joint = "" if shape.layout.endswith("no blanks") else " "
    for number, (chapter, sections) in enumerate(_CHAPTERS.items(), start=1):
        rows = [f"{_LABELS[shape.outer](number)}{chapter}{'。' if flat and not joint else ''}"]
        tree.append(f"{_LABELS[shape.outer](number).strip()}|{chapter}")
        if number > 1:
            rows.append(_PROSE[number % len(_PROSE)])
        for place, section in enumerate(sections, start=1):
            rows.extend(_section(shape, place, section, flat))
            tree.append(f" {_LABELS[shape.inner](place)}|{section}")
            if section in _WITH_ITEMS:
                tree.extend(f"  {_LABELS[shape.inmost](at)}|{item}" for at, item in enumerate(_ITEMS, start=1))
        pages.extend([joint.join(rows)] if flat else rows)
    return _laid_out(pages, shape.layout, joint), tree


def _section(shape: Shape, place: int, section: str, flat: bool) -> Iterator[str]:
    """The rows of a section: heading, paragraph, items."""
    opened = f"{_LABELS[shape.inner](place)}{section}"
    words = _PROSE[place % len(_PROSE)] + _PROSE[(place + 1) % len(_PROSE)]
    if shape.runs_in or flat:
        yield f"{opened}。{words}"
    else:
        yield opened
        yield words
    if section in _WITH_ITEMS:
        for number, item in enumerate(_ITEMS, start=1):
            yield f"{_LABELS[shape.inmost](number)}{item}。{_PROSE[number]}{_PROSE[0]}"


def _laid_out(pages: Sequence[str], layout: str, joint: str) -> str:
    if layout == "indented":
        return "\n\n".join((pages[0], *(f"　　{page}" for page in pages[1:])))
    if layout.startswith("one block"):
        return f"{pages[0]} {joint.join(pages[1:])}"
    return "\n".join(pages)
