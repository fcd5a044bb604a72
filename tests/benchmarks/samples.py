"""Reports of any size, the same ones every time: made of a few sentences of our own, shuffled from a fixed seed."""

from collections.abc import Iterator
from random import Random

_SEED = 2014
_DIGITS = "零一二三四五六七八九"
_CHAPTERS = ("参观的基本情况", "看了以后的感受", "得到的主要启示", "对照先进找差距", "下一步的工作措施")
_SECTIONS = ("园区建设的做法", "项目推进的机制", "产业发展的方向", "为民服务的窗口", "干部队伍的作风", "规划编制的思路")
_ITEMS = ("思路要更加开阔", "项目要抓得更实", "服务要走到前面", "规划要管得长远", "办事要讲求时效", "队伍要敢于担当")
_SENTENCES = (
    "一行人先到东边的园区，在展厅里看了沙盘，又沿着新修的道路走了{n}公里。",
    "讲解员说，这里三年前还是一片荒坡，如今已经有{n}家企业落户，用工{m}多人。",
    "园区把审批的窗口搬到工地旁边，企业办一件事平均只要{n}天，比过去少跑{k}趟。",
    "当地去年完成投资{m}万元，同比增长{n}.{k}%，其中工业项目占了一大半。",
    "座谈会上大家问得最多的，是土地从哪里来、资金怎么筹、人才如何留得住。",
    "负责同志介绍，他们每周五开一次碰头会，“不拖到下周”已经成了习惯。",
    "相比之下，我们的项目储备只有{n}个，前期工作做得不深，有的连可行性研究都没有完成。",
    "这件事看似简单，做起来并不容易：既要有人牵头，也要有人兜底，还要经得起检查。",
    "要在年底以前拿出方案，明确由谁负责、何时完成，每个季度通报一次进度。",
    "发展不能只看眼前，宁可慢一些，也要把水、电、路和污水处理这些基础打牢。",
    "同行的同志感慨地说：看得见的是楼房，看不见的是背后{n}年如一日的坚持。",
    "会后我们又去了一个村子，村里用{m}平方米的旧仓库办起了合作社，带动{n}户增收。",
    "The guide called it a park of parks: {n} companies, one counter, no queue.",
    "经测算，一期工程需要{m}万元，二期还要再加{n}%，须尽早争取上级的支持。",
)


def numeral(number: int) -> str:
    """A number from 1 to 9999 in Chinese: `一百零五`."""
    written = ""
    gap = False
    for digit, place in zip(f"{number:04}", "千百十 ", strict=True):
        if digit == "0":
            gap = bool(written)
            continue
        written += ("零" if gap else "") + _DIGITS[int(digit)] + place.strip()
        gap = False
    return written.removeprefix("一") if written.startswith("一十") else written


def sentences(count: int, seed: int = _SEED) -> Iterator[str]:
    """So many sentences, figures and all."""
    chance = Random(seed)
    for _number in range(count):
        pattern = chance.choice(_SENTENCES)
        yield pattern.format(n=chance.randint(2, 99), m=chance.randint(100, 9999), k=chance.randint(1, 9))


def report(size: int) -> str:
    """A report of chapters, sections and items, of at least `size` bytes in UTF-8 and hardly more."""
    return "".join(_lines(size))


def one_line(size: int) -> str:
    """The words of such a report, all on one line."""
    return report(size).replace("\n", "")


def _lines(size: int) -> Iterator[str]:
    chance = Random(_SEED)
    supply = list(sentences(5000))
    written = 0
    for line in _endless(chance, supply):
        yield line + "\n"
        written += len(line.encode()) + 1
        if written >= size:
            return


def _endless(chance: Random, supply: list[str]) -> Iterator[str]:
    yield "赴外地园区学习考察报告"
    yield "".join(chance.choices(supply, k=3))
    for chapter in range(1, 10_000):
        yield f"{numeral(chapter)}、{_CHAPTERS[(chapter - 1) % len(_CHAPTERS)]}"
        yield "".join(chance.choices(supply, k=2))
        for section in range(1, chance.randint(3, 6)):
            yield f"（{numeral(section)}）{chance.choice(_SECTIONS)}"
            yield "".join(chance.choices(supply, k=chance.randint(2, 6)))
            for item in range(1, chance.randint(3, 6)):
                body = "".join(chance.choices(supply, k=chance.randint(2, 8)))
                yield f"{numeral(item)}是{chance.choice(_ITEMS)}。{body}"
