"""Word files made in memory, of parts written out as XML: what no writer of Word files would make among them."""

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

W_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W_NAMESPACE}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'
_DATE = (2020, 1, 1, 0, 0, 0)


def paragraph(text: str, properties: str = "", run: str = "") -> str:
    """A paragraph of one run: its text, and the XML of its properties and the run's."""
    stated = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{stated}<w:r>{f'<w:rPr>{run}</w:rPr>' if run else ''}<w:t>{text}</w:t></w:r></w:p>"


def listed(text: str, list_id: int = 1, level: int = 0) -> str:
    """A paragraph of a list."""
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def row(*cells: str) -> str:
    """A row of a table, its cells given as their text or, where it begins with a tag, their XML."""
    inside = (cell if cell.startswith("<") else paragraph(cell) for cell in cells)
    return "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in inside) + "</w:tr>"


def table(*rows: str) -> str:
    """A table of rows."""
    return "<w:tbl>" + "".join(rows) + "</w:tbl>"


def document(body: str) -> str:
    """The main part with this body."""
    return f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"


def part(name: str, inside: str) -> str:
    """A part whose root is the element of that name: `styles`, `numbering`, `footnotes`, `hdr`."""
    return f"<w:{name} {NAMESPACES}>{inside}</w:{name}>"


def level(place: int, number_format: str, text: str, more: str = "") -> str:
    """A level of a list, starting from 1."""
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(*levels: str, overrides: Mapping[int, str] | None = None) -> str:
    """A numbering part: one abstract list, list 1 without overrides, and further lists with theirs."""
    lists = {1: "", **(overrides or {})}
    return part(
        "numbering",
        f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
        + "".join(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="0"/>{inside}</w:num>'
            for number, inside in lists.items()
        ),
    )


def word_file(body: str, parts: Mapping[str, str] | None = None, title: str = "") -> bytes:
    """A Word file.

    Args:
        body: The XML inside the body.
        parts: Further parts by the kind of their relation (`styles`, `footnotes`, `header`), which is their id, too.
        title: The title in its properties.
    """
    parts = parts or {}
    files = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _relations(
            {"officeDocument": "word/document.xml", **({"core": "docProps/core.xml"} if title else {})}
        ),
        "word/document.xml": document(body),
        "word/_rels/document.xml.rels": _relations({kind: f"{kind}.xml" for kind in parts}),
        **{f"word/{kind}.xml": inside for kind, inside in parts.items()},
    }
    if title:
        files["docProps/core.xml"] = (
            f'<c:coreProperties xmlns:c="{_PACKAGE}/metadata/core-properties" '
            f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></c:coreProperties>'
        )
    return archive(files)


def archive(files: Mapping[str, str | bytes]) -> bytes:
    """A zip archive, the same bytes every time."""
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as out:
        for name, content in files.items():
            entry = ZipInfo(name, _DATE)
            entry.compress_type = ZIP_DEFLATED
            out.writestr(entry, content)
    return stream.getvalue()


def _relations(targets: Mapping[str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="{kind}" Target="{target}" Type="{_kind(kind)}"/>' for kind, target in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def _kind(kind: str) -> str:
    if kind == "core":
        return f"{_PACKAGE}/relationships/metadata/core-properties"
    return f"{_RELATIONS}/{kind}"
