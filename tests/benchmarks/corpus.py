"""A library of any size, the same one every time: made-up prose, its words as unevenly frequent as those of reports.

A million characters of it have some two hundred thousand different pairs of neighbours, about what reports have.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, islice
from random import Random

from tourview.report import Kind, Passage, Report, Section, Source
from tourview.search.pinyin import sounds

_SEED = 2014
_COMMON_WORDS = """
发展 建设 工作 园区 企业 项目 产业 服务 管理 推进 加强 提升 改革 创新 招商 招商引资 环境 营商环境 政策 资金 土地
规划 干部 队伍 作风 机制 思想 解放思想 群众 乡村 乡村振兴 生态 旅游 教育 医疗 交通 城市 基层 落实 责任 目标 任务
问题 差距 经验 做法 启示 学习 考察 先进 地区 合作 开放 市场 投资 消费 技术 人才 平台 基地 龙头 特色 优势 资源 数据
智慧 绿色 低碳 转型 升级 高质量 高质量发展 标准 厂房 标准厂房 审批 窗口 流程 效率 监督 考核 激励 保障 安全 稳定
风险 防范 统筹 协调 重点 突破 关键 基础 设施 基础设施 工业 农业 现代 体系 能力 水平 结构 优化 完善 制度 深入 全面
坚持 进一步 切实 加快 着力 努力 积极 主动 充分 认真 扎实 有效 不断 持续 一批 一流 第一 同志 领导 部门 单位 全市
全县 我市 我们 他们 这里 当地 近年来 目前 下一步 同时 特别 通过 围绕 按照 结合 形成 实现 达到 超过 增长 完成 引进
签约 落户 投产 建成 打造 培育 壮大 延伸 链条 产业链 集群 配套 仓储 物流 冷链 电商 大数据 新能源 装备 制造
"""
_COMMON = _COMMON_WORDS.split()
_PARTICLES = (
    "的",
    "和",
    "了",
    "是",
    "在",
    "与",
    "对",
    "为",
    "要",
    "也",
    "把",
    "从",
    "以",
    "更",
    "都",
    "而",
    "不",
    "有",
)
_LATIN = ("park", "GDP", "AI", "one-stop", "smart", "PPP", "start-up", "Art", "5G", "App")
_FIGURES = ("102万", "3.5%", "2014年", "15个", "160亿元", "7天", "30余家", "1200亩")
_MARKS = ("，", "，", "，", "、", "。", "；", "：", "“", "”", "（", "）")
_RARE = 20_000
"""Words that are made of any characters: names, mostly."""
_PHRASES = 30_000
_STEEP = 1.25
"""How much rarer words are than those that come before them: Zipf's exponent."""
_WORDS_AT_ONCE = 200_000
_SECTIONS = 20
"""Sections of a report."""
_KINDS = (Kind.BACKGROUND, Kind.VISIT, Kind.IMPRESSION, Kind.LESSON, Kind.GAP, Kind.COMMITMENT, None)
_LABELS = ("一是", "二是", "三是", "（一）", "（二）", "1.", "")


def vocabulary() -> list[str]:
    """Words, the most frequent first."""
    chance = Random(_SEED)
    characters = sorted(sounds())
    chance.shuffle(characters)
    weights = list(accumulate(1 / (rank + 20) for rank in range(len(characters))))
    lengths = chance.choices((2, 2, 2, 3), k=_RARE)
    rare = ["".join(chance.choices(characters, cum_weights=weights, k=length)) for length in lengths]
    frequent = [*_PARTICLES, *_MARKS, *_COMMON, *_FIGURES, *_LATIN]
    chance.shuffle(frequent)
    frequent.sort(key=lambda word: word not in _PARTICLES and word not in _MARKS)
    return [*frequent, *rare]


def reports(passages: int) -> Iterator[Report]:
    """Reports that have so many sections in all, of 40 to 200 characters."""
    chance = Random(_SEED)
    supply = _words(chance)
    for number in range(0, passages, _SECTIONS):
        yield _report(chance, supply, number // _SECTIONS, min(_SECTIONS, passages - number))


def _words(chance: Random) -> Iterator[str]:
    """Words without end, two in three of them in set phrases, as officials write."""
    words = vocabulary()
    weights = list(accumulate(1 / (rank + 3) ** _STEEP for rank in range(len(words))))
    phrases = [tuple(chance.choices(words, cum_weights=weights, k=chance.randint(2, 6))) for _number in range(_PHRASES)]
    often = list(accumulate(1 / (rank + 50) ** _STEEP for rank in range(_PHRASES)))
    while True:
        single = iter(chance.choices(words, cum_weights=weights, k=_WORDS_AT_ONCE))
        for phrase in chance.choices(phrases, cum_weights=often, k=_WORDS_AT_ONCE // 2):
            yield from phrase
            yield from islice(single, 2)


def _report(chance: Random, supply: Iterator[str], number: int, sections: int) -> Report:
    text: list[str] = []
    made: list[Section] = []
    at = 0
    for place in range(1, sections + 1):
        label = chance.choice(_LABELS)
        heading = _prose(supply, chance.randint(6, 16)) if chance.random() < 0.8 else ""
        body = _prose(supply, chance.randint(40, 200))
        source = f"{label}{heading}\n{body}\n"
        begin, end = at + len(label), at + len(label) + len(heading)
        made.append(
            Section(
                ref=str(place),
                id=f"{number}-{place}",
                label=label,
                heading=Passage(heading, ((0, begin),)) if heading else None,
                level=1,
                kind=chance.choice(_KINDS),
                paragraphs=(Passage(body, ((0, end + 1),)),),
                span=(at, at + len(source)),
                own_end=at + len(source),
            )
        )
        text.append(source)
        at += len(source)
    return Report(f"第{number}号报告", "".join(text), "zh", Source(f"{number}.txt", ""), tuple(made))


def _prose(supply: Iterator[str], length: int) -> str:
    found: list[str] = []
    size = 0
    while size < length:
        word = next(supply)
        found.append(f" {word} " if word in _LATIN else word)
        size += len(found[-1])
    return "".join(found).strip()


def words_in(text: str, chance: Random, length: int) -> str:
    """So many neighbouring characters of a text, anywhere in it, without blanks or quotation marks in between."""
    while True:
        begin = chance.randrange(len(text) - length)
        words = text[begin : begin + length]
        if not set(words) & set(' \n“”"-@|:：'):
            return words


def pick(chance: Random, among: Sequence[str]) -> str:
    """One of the words, the frequent ones as likely as the rare."""
    return among[min(len(among) - 1, int(len(among) ** chance.random()))]
