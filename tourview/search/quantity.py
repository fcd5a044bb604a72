"""Telling a number and its unit, typed with a blank between them, from two words."""

import re
from itertools import pairwise

_NUMBER = re.compile(r"[¥$]?\d[\d,.]*[多余几来]?")
_SCALE = re.compile(r"[多余几来]?(?P<scale>[十百千万亿]+|hundred|thousand|million|billion|trillion)?")
_UNIT_LIST = """
元 美元 欧元 港元 日元 块 角 分 个 家 户 人 人次 名 位 口 项 件 条 次 种 类 所 座 处 栋 幢 层 间 套 台 辆 架 艘 部
本 份 篇 批 届 期 倍 成 度 岁 年 月 日 号 天 周 季度 个月 小时 分钟 秒 % ‰ ℃ 百分点 个百分点
吨 公斤 千克 克 斤 标准煤 公里 千米 米 厘米 毫米 里 平方公里 平方千米 平方米 平米 立方米 方 亩 公顷 升 毫升
瓦 瓦时 千瓦 千瓦时 兆瓦 兆瓦时 伏 千伏 赫兹 兆
yuan rmb cny usd eur km km2 km² m m2 m² m3 m³ cm mm kg g t mu ha kw kwh mw mwh gw gwh kv mb gb tb
percent people persons households hectares tonnes tons kilometres kilometers metres meters years months days
"""
_UNITS = frozenset(_UNIT_LIST.split())
"""Measure words and units that official reports count in, folded."""


def loose_gaps(words: tuple[str, ...]) -> tuple[bool, ...]:
    """For each two neighbouring words, whether they are one quantity, so that the blank between them means nothing.

    They are if the first is a number and the second a scale (万, 亿, million), a unit, or a scale with a unit
    (万平方米); and if the first is the scale of such a quantity and the second its unit (`20 million yuan`).

    Args:
        words: Folded words without blanks.

    Returns:
        One value fewer than there are words; nothing for no word.
    """
    gaps: list[bool] = []
    for left, right in pairwise(words):
        if gaps and gaps[-1] and _is_scale(left):
            gaps.append(right in _UNITS)
        else:
            gaps.append(_NUMBER.fullmatch(left) is not None and _measures(right))
    return tuple(gaps)


def _is_scale(word: str) -> bool:
    match = _SCALE.fullmatch(word)
    return match is not None and match["scale"] is not None


def _measures(word: str) -> bool:
    """Whether the word can follow a number: a scale, a unit, or both and then a noun (亿元投资, but not 万州)."""
    match = _SCALE.match(word)
    rest = word[match.end() :] if match else word
    if word in _UNITS or rest in _UNITS or _is_scale(word):
        return True
    scaled = match is not None and match["scale"] is not None
    return scaled and any(rest[:length] in _UNITS for length in range(1, len(rest)))
