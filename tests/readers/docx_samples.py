"""Makes the Word samples: `python -m tests.readers.docx_samples` writes them to tests/samples."""

import io
from collections.abc import Callable, Mapping
from pathlib import Path
from zipfile import ZipFile

import docx
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.parser import parse_xml
from docx.shared import Pt

from tests.readers.docx_files import archive, level, numbering, paragraph, part, row, table, word_file

SAMPLES = Path(__file__).parents[1] / "samples"

NUMBERED = """\
0 赴临江市学习数字政务服务考察报告
- 5月中旬，市行政审批局组织窗口、信息和督查三个科室共12人，赴临江市学习考察数字政务服务。3天里看了4个点，\
开了2场座谈会，拷回来的流程图有60多张。现将有关情况报告如下。
1 考察的基本情况
2 考察的行程
- 头两天看大厅、看机房，第三天上午座谈，下午随机走访了5家办过事的企业。
2 参观的点位
- 政务服务中心：大厅建筑面积1.2万平方米，进驻部门38个，窗口由过去的116个减到54个，排队的人反而少了。
- 城市数据中心：机房不大，接入的系统却有210个，每天交换数据320万条，值班的只有4个人。
1 考察的主要感受
- 走进大厅，先听不到吵，再看不到队，最后找不到章。给我们带路的导办员说，现在群众带得最多的材料是身份证，\
有时候连身份证也忘了带。
- 更让人感慨的是后台。一张表从前台传到后台，再从后台传回来，走了几步、停在谁手里，屏幕上清清楚楚。
1 几点启示
2 减材料先要减章
3 把依据一条一条翻出来
- 临江用半年时间清理了1460项证明材料，凡是找不到法律依据的一律取消，最后只留下217项。
3 把数据一家一家要过来
- 能从系统里查到的，就不让群众开口。公安、民政、社保的数据全部打通，核验一次平均只要3秒。
2 减环节就是减权力
- 审批科室由31个并成9个，有人丢了位子，有人丢了章子，但企业开办的时间从9天压到了半天。
2 减时间要靠敢担当
- 容缺受理说起来容易，签字的时候手会抖。临江的办法是谁受理谁签字、局长兜底，3年来没有一件出过问题。
1 对照之下的差距
2 系统各唱各的调
- 我市的业务系统有27套，互相不认账，窗口人员一件事要在5个系统里各录一遍。
2 大厅有形无神
- 部门进了厅，权力没有进厅，首席代表签不了字的事项占到四成，群众戏称为“收发室”。
1 下一步工作打算
3 三个月内清完材料
- 由法规科牵头，对全市现行的证明材料逐项过筛，8月底以前公布保留清单，清单之外不得再要。
3 年底以前并完系统
- 成立专班，先把使用率最高的6套系统并到一个平台，明年上半年再并其余的21套。
3 每个季度晒一次账
- 办件量、办结率、差评数按季度公开，连续两次排在末位的窗口，由分管领导到窗口坐班一周。
"""
"""A line a paragraph: 0 the title, 1 to 3 a numbered heading, - running text."""

PLAIN = """\
T 关于赴青岩、云坪两地学习|乡村旅游工作的考察报告
C （农业农村局，2019年10月）
- 9月下旬，局党组带队一行8人，到青岩镇和云坪村学习乡村旅游。一路上车少话多，看的是别人的山水，想的是自家的田坎。
H 一、考察的基本情况
- 青岩镇：古镇核心区0.6平方公里，有商户420户，去年接待游客310万人次。镇里规定灯笼不许挂满街，卤猪脚不许摆出门。
- 云坪村：全村只有87户人家，开了29家民宿，平均每间房一年住满190个晚上，旺季要提前一个月预订。
H 二、考察的几点体会
B （一）好风景要有好规矩
- 青岩的店招用什么木头、刷什么漆，都有一本册子管着。册子薄薄的，只有16页，却从来没有人敢说看不懂。
B （二）好房子要有好主人
- 云坪的民宿没有一家是外人开的。村里请人来教铺床、教泡茶、教算账，先后办了11期，六十多岁的老人也学会了在手机上接单。
H 三、存在的差距
- 与两地相比，我们有山有水有老屋，缺的是下面这些。一是没有统一的规划。五个村各搞各的，\
同一条河边建了3个一模一样的观景台。
- 二是没有过夜的客人。去年来了18万人次，住下来的不到一成，钱都花在了回城的路上。
- 三是没有讲故事的人。讲解词是从网上抄来的，导游自己都背不下来。
H 四、下一步的措施
- 一要先画一张图。请专业院校用4个月时间，把五个村当作一个村来规划，定了就不再改。
- 二要先办一所学校。每年培训房东和导游200人，办班的钱由县里和景区各出一半。
- 三要先树一个样板。选基础最好的梨树坪起步，投入600万元，做成了再推开。
"""
"""A line a paragraph: T title (| breaks its line), C centred, H bold and centred, B bold, - running text."""

_STYLES = part(
    "styles",
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="32"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="b0"><w:name w:val="公文标题基准"/><w:basedOn w:val="a"/>'
    '<w:pPr><w:outlineLvl w:val="0"/><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="b1"><w:name w:val="公文一级"/><w:basedOn w:val="b0"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="b2"><w:name w:val="公文二级"/><w:basedOn w:val="b0"/>'
    '<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>',
)
_NUMBERS = numbering(
    level(0, "chineseCountingThousand", "%1、", '<w:pStyle w:val="b1"/><w:suff w:val="nothing"/>'),
    level(1, "chineseCountingThousand", "（%2）", '<w:pStyle w:val="b2"/><w:suff w:val="nothing"/>'),
)
_FOOTNOTES = part(
    "footnotes",
    '<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>'
    '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>'
    "<w:r><w:t>对口就业率按毕业当年12月底的数据计算。</w:t></w:r></w:p></w:footnote>",
)
_PLAQUE = (
    "<mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice>"
    "<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
).format(
    box=f"<wps:txbx><w:txbxContent>{paragraph('实训楼门口的铜牌上写着：先把手弄脏，再把图画好。')}</w:txbxContent></wps:txbx>"
)


def numbered() -> bytes:
    """Headings in Word's own styles, numbered automatically: 一、 （一） 1."""
    word = docx.Document()
    _set_numbering(
        word, level(0, "chineseCounting", "%1、") + level(1, "chineseCounting", "（%2）") + level(2, "decimal", "%3.")
    )
    for line in NUMBERED.splitlines():
        mark, _space, text = line.partition(" ")
        if mark == "-":
            word.add_paragraph(text)
            continue
        heading = word.add_heading(text, int(mark))
        if mark != "0":
            properties = heading.paragraph_format.element.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_ilvl().val = int(mark) - 1
            properties.get_or_add_numId().val = 1
    return _saved(word)


def styled() -> bytes:
    """Numbering through the styles of an office's template; a table, a text box and a footnote."""

    def chapter(text: str) -> str:
        return paragraph(text, '<w:pStyle w:val="b1"/>')

    def section(text: str) -> str:
        return paragraph(text, '<w:pStyle w:val="b2"/>')

    noted = (
        "<w:p><w:r><w:t>三所学校的毕业生，对口就业率</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r>"
        f"<w:r><w:t>都在90%以上。楼道里贴的不是名人名言，是往届学生的工资条。</w:t></w:r><w:r>{_PLAQUE}</w:r></w:p>"
    )
    body = (
        paragraph("赴江州市学习职业教育的考察报告", '<w:pStyle w:val="a3"/>'),
        paragraph(
            "11月上旬，县教育局、人社局和3所职业学校的负责人共15人，赴江州市学习考察职业教育，为期4天。现报告如下。"
        ),
        chapter("考察概况"),
        paragraph("考察组看了三所学校，情况见下表。"),
        table(
            row("学校", "专业数", "在校生"),
            row("江州机电学校", "14个", "5200人"),
            row("江州护理学校", "6个", "3100人"),
            row("江州农艺学校", "9个", "2400人"),
        ),
        chapter("学校给我们的印象"),
        noted,
        chapter("值得借鉴的做法"),
        section("专业跟着工厂走"),
        paragraph("机电学校的校长每年要跑40家工厂，回来就改课表。工厂停了的专业，学校第二年就停招。"),
        section("老师跟着师傅走"),
        paragraph("专业课的老师5年里必须有6个月在车间上班，工资由学校照发，师傅的评语记入职称档案。"),
        section("学生跟着订单走"),
        paragraph("护理学校与26家医院签了订单，学生入学就有单位，家长不再问“毕业了到哪里去”。"),
        chapter("我们存在的不足"),
        section("专业陈旧"),
        paragraph("全县职校开设的17个专业，有8个是十年前设的，教材里的机床工厂早已不用。"),
        section("双师太少"),
        paragraph("专业课老师里进过车间的不到三成，能上手操作的更少。"),
        chapter("工作建议"),
        section("砍掉一批专业"),
        paragraph("明年春季学期前，停招连续两年招不满20人的专业，腾出的编制用来引进技师。"),
        section("建好一个基地"),
        paragraph("在工业园区建一处公共实训基地，投资2800万元，三所学校共用，不再各买各的设备。"),
        paragraph("县教育局", '<w:jc w:val="right"/>'),
        paragraph("2018年11月20日", '<w:jc w:val="right"/>'),
    )
    parts = {"styles": _STYLES, "numbering": _NUMBERS, "footnotes": _FOOTNOTES}
    return word_file("".join(body), parts, title="文档1")


def plain() -> bytes:
    """No styles: headings bold and centred by hand, numbers typed, a header and a page number."""
    word = docx.Document()
    for line in PLAIN.splitlines():
        mark, _space, text = line.partition(" ")
        added = word.add_paragraph()
        run = added.add_run(text.replace("|", "\n"))
        run.font.size = Pt(22 if mark == "T" else 16)
        run.bold = True if mark in "THB" else None
        if mark in "TCH":
            added.alignment = WD_ALIGN_PARAGRAPH.CENTER
    section = word.sections[0]
    section.header.paragraphs[0].text = "内部参考"
    section.footer.paragraphs[0].text = "— 1 —"
    return _saved(word)


MAKERS: Mapping[str, Callable[[], bytes]] = {
    "word_numbered.docx": numbered,
    "word_styled.docx": styled,
    "word_plain.docx": plain,
}


def _set_numbering(word: WordDocument, levels: str) -> None:
    """Put one list, number 1, in the place of those of the template."""
    element = word.part.numbering_part.element
    for child in list(element):
        element.remove(child)
    for child in parse_xml(numbering(levels)):
        element.append(child)


def _saved(word: WordDocument) -> bytes:
    """The file, its parts as python-docx writes them but for the clock's time."""
    stream = io.BytesIO()
    word.save(stream)
    with ZipFile(stream) as written:
        return archive({name: written.read(name) for name in written.namelist()})


if __name__ == "__main__":
    for name, make in MAKERS.items():
        (SAMPLES / name).write_bytes(make())
        print(name)
