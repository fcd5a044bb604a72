"""The language of queries, as the help explains it."""

from tourview.i18n import _


def query_rows() -> tuple[tuple[str, str], ...]:
    """What may be typed into a query, and what it means, in the interface language."""
    return (
        ("产业 园区", _("both words, anywhere in a section; capitals, width and traditional characters do not matter")),
        ("产业 AND 园区", _("the same; AND, OR and NOT are written in capitals, and are words in quotation marks")),
        ('"产业 园区"', _("the phrase; “” and 「」 do as well")),
        ("园区 OR 新城", _("one or the other, or both; so does 园区 | 新城")),
        ("-农业", _('not in the section; -"a phrase" and NOT 农业 do as well')),
        ("@lesson @gap", _("only lessons and gaps; the name may be begun (@les) or Chinese (@启示、差距)")),
        ("in:1.3", _("only the section 1.3 and those inside it")),
        ("report:海滨", _("only reports with it in their title or file name")),
        ("has:figure", _("only sections that have a figure; or a link, notice or site")),
        ("102万平方米", _("numbers, however written: 1,020,000平方米, 102 万平方米, 一百零二万平方米; 3% is 百分之三")),
        ("zhaoshang", _("pinyin: 招商; zhaoshang引资 is mixed")),
        ("jfsx", _("initials: 解放思想 in headings, where nothing has the letters themselves")),
    )
