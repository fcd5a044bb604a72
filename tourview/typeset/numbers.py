"""Numbers and their units, which a line never parts: `548多万平方米`, `102 万平方米`, `7.2 %`, `US$ 20 million`.

UAX #14 keeps digits together, and a percent sign with them, but not the measure words of Chinese, nor a unit that
stands a space away; here is what follows a number, as the parts of a regular expression.
"""

from tourview.typeset.classes import BLANK

#: Full-width digits, then Chinese ones with their scales and 第; a single 一 is a number too (`一个`).
WIDE_DIGIT = "０-９"
HAN_NUMERAL = "〇零一二两三四五六七八九十百千万亿兆"
ORDINAL = "第"
NUMERAL = "0-9" + WIDE_DIGIT + HAN_NUMERAL

_SCALE = "[十百千万亿兆]"
_QUALIFIER = "[多余几]"

#: Measure words and units of two characters and more; the longer of two with one beginning comes first.
_WORDS = (
    "平方公里 平方千米 平方厘米 立方厘米 吨标准煤 摄氏度 千瓦时 平方米 "
    "立方米 百分点 标准箱 标准煤 人民币 吨公里 工作日 交易日 个月 公里 千米 厘米 毫米 "
    "微米 纳米 海里 英里 公顷 公亩 平方 立方 公斤 千克 毫克 毫升 公升 小时 分钟 "
    "秒钟 周年 年头 年度 年代 年级 季度 月份 星期 礼拜 世纪 美元 欧元 日元 港元 "
    "英镑 卢布 人次 人份 人日 户次 车次 架次 班次 台次 台套 标箱 千瓦 兆瓦 度电 "
    "字节 赫兹 兆帕 分贝 课时 学时 学年 卡路里"
)

#: Measure words of one character, and the units of time, money, length, area, volume and weight.
_SIGNS = (
    "个名人户口家项条款件座处所次期批套台辆架艘列节栋幢层楼间位支张把份本册卷篇部类种样级届任轮场站号版页章字句"
    "元角分钱年月日天时秒周岁代旬亩顷吨斤两克升米里尺寸丈度倍成折股笔宗起例片块棵株头只匹尾羽枚颗粒根盏枝朵瓦伏安"
    "家对双副组队班排师团营岗席点门面幅首部场趟回遍眼井孔台"
)

_LATIN_SCALE = "hundred|thousand|million|billion|trillion|bn|mn"

#: Units in Latin letters: symbols first, then words.
_LATIN_UNITS = (
    "[kcm]?m[²³23]|[kcmμn]?m|[km]?g|t|ha|mu|m?l|[kMGT]Wh|[kMG]?W|k?V|[kMG]?Hz|[KMGT]B|h|min|"
    f"per[{BLANK}]?cent|percentage[{BLANK}]points?|"
    f"(?:square|cubic)[{BLANK}](?:kilo|centi)?(?:met(?:re|er)|mile|f(?:oo|ee)t)s?|"
    "hectares?|acres?|miles?|(?:kilo|centi|milli)?met(?:re|er)s?|(?:kilo)?grams?|tons?|tonnes?|lit(?:re|er)s?|"
    "years?|months?|weeks?|days?|hours?|minutes?|seconds?|times|people|persons?|households?|"
    "yuan|RMB|CNY|USD|dollars?|euros?|pounds?"
)

#: What a price or a speed is counted by, after a slash: 元/kWh, km/h.
_PER = "(?:kWh|km²|m²|km|kg|m|t|h|s|ha|mu|min)(?![A-Za-z])"


def _pattern() -> str:
    """What may follow a number without a break: at most one blank, a scale with its qualifier, and a unit."""
    signs = "".join(dict.fromkeys(_SIGNS))
    unit = f"(?:个?(?:{'|'.join(_WORDS.split())})|[{signs}])"
    scale = f"{_QUALIFIER}?{_SCALE}++{_QUALIFIER}?|{_QUALIFIER}"
    latin = f"(?:(?:(?:{_LATIN_SCALE})[{BLANK}])?(?:{_LATIN_UNITS})|{_LATIN_SCALE})(?![A-Za-z])"
    han = f"(?:(?:{scale})?+{unit}|{scale})"
    return f"[{BLANK}]?(?:{han}(?:/(?:{unit}|{_PER}))?|{latin}(?:/{_PER})?|[%‰℃°])"


#: What follows a numeral and belongs to it; match it where the character before is one of NUMERAL.
TAIL = _pattern()
