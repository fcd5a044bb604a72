"""Places in a ranking: 全国第2位, 居全国第一, 世界首位, 进入前十名."""

import re

_RANKED = re.compile(
    "(?:全国|全省|全市|全区|全州|全县|全球|世界|亚洲|国内|国际|[东西中南北]部|地区|同类|行业|系统|排名|位居|位列|名列|列|居|跃升|升至|升到)"
    "[^,。;、]{0,6}$"
)
_END = re.compile(r"[^\w]|$|的(?!一)|和")
_PUT = re.compile("[放摆][在到于]|置于|作为")
_LOOK = 16


def is_ranked(text: str, number: int, end: int, unit: str) -> bool:
    """Whether an ordinal is a place in a ranking.

    Args:
        text: The folded text.
        number: Where 第, 前 or 首位 begins.
        end: Behind the ordinal and its measure word.
        unit: 位 or 名 where one stands there, else empty; then what is ranked among must be told, and nothing follow.
    """
    around = text[max(0, number - _LOOK) : number]
    if _PUT.search(around[-6:]):
        return False
    if unit:
        return True
    return _RANKED.search(around) is not None and _END.match(text, end) is not None
