"""The parts of a Word file: a zip archive of XML (ECMA-376 part 2, Open Packaging Conventions).

Only the parts that hold text are ever inflated, each up to a stated limit; pictures and whatever else is in the archive
are not touched, and a relation that points outside the file is not followed.
"""

import posixpath
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import unquote
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from lxml import etree

from tourview.i18n import _
from tourview.readers.docx.xml import Part, parsed
from tourview.readers.formats import cure, signature_of
from tourview.report import ReportError

MAX_PART = 64 << 20
"""Bytes that one part may inflate to: about 3,000 pages."""
_MAX_ENTRIES = 20_000
_ENTRY = b"PK\x01\x02"  # what an entry of the archive's list of contents begins with
_ENCRYPTED = 0x1
_PORTION = 1 << 20
_USUAL = "word/document.xml"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True, slots=True)
class Relation:
    """That a part names another: under which id, as what (`styles`, `header`), and where it is."""

    id: str
    kind: str
    target: str


@dataclass(frozen=True, slots=True)
class Package:
    """An open archive: the file's name, its entries by their names in lower case, and its main part."""

    name: str
    archive: ZipFile
    entries: Mapping[str, ZipInfo]
    main: str

    def part(self, name: str) -> Part | None:
        """A part; None where there is none.

        Raises:
            ReportError: If it is damaged, encrypted or larger than `MAX_PART`.
        """
        entry = self.entries.get(name.lower())
        return None if entry is None else Part(self.name, name, _inflated(self.name, self.archive, entry))

    def relations(self, name: str) -> tuple[Relation, ...]:
        """What a part refers to inside the file, in order; of the file itself for an empty name."""
        folder, base = posixpath.split(name)
        part = self.part(posixpath.join(folder, "_rels", f"{base}.rels"))
        return () if part is None else tuple(_relations(parsed(part), folder))

    def related(self, kind: str) -> Part | None:
        """The part of a kind that the main part refers to first: its `styles`, its `numbering`."""
        targets = (relation.target for relation in self.relations(self.main) if relation.kind == kind)
        return next((part for part in map(self.part, targets) if part is not None), None)


def open_package(data: bytes, name: str) -> Package:
    """Open a Word file.

    Args:
        data: The file.
        name: What it is called in an error.

    Raises:
        ReportError: If it is no Word file (.docx, .docm, .dotx, .dotm), is encrypted, or is damaged.
    """
    kind = signature_of(data)
    if kind not in ("docx", "archive"):
        raise ReportError(name, cure(kind) if kind else _("it is no Word file; open it under its own ending"))
    if data.count(_ENTRY) > _MAX_ENTRIES:
        raise ReportError(name, _("the archive holds too many files to be a Word file"))
    try:
        archive = ZipFile(BytesIO(data))
        entries = {entry.filename.replace("\\", "/").lower(): entry for entry in archive.infolist()}
    except (BadZipFile, NotImplementedError, ValueError, OverflowError, EOFError):
        raise ReportError(name, _("the Word file is cut off or damaged; fetch it again and open that")) from None
    package = Package(name, archive, entries, _USUAL)
    main = next((relation.target for relation in package.relations("") if relation.kind == "officeDocument"), "")
    if main.lower() not in entries:
        main = _USUAL
    if main not in entries and main.lower() not in entries:
        message = _("it holds no Word document; save it as docx in Word or WPS and open that")
        raise ReportError(name, cure("archive") if kind == "archive" else message)
    return Package(name, archive, entries, main)


def _relations(root: etree._Element, folder: str) -> Iterator[Relation]:
    for element in root.iter(_RELATION):
        target = element.get("Target", "")
        if element.get("TargetMode") == "External" or not target:
            continue
        place = posixpath.normpath(posixpath.join("/", folder, unquote(target.replace("\\", "/")))).lstrip("/")
        yield Relation(element.get("Id", ""), element.get("Type", "").rpartition("/")[2], place)


def _inflated(name: str, archive: ZipFile, entry: ZipInfo) -> bytes:
    """The bytes of an entry; the archive's word for its size is not taken."""
    if entry.flag_bits & _ENCRYPTED:
        raise ReportError(name, cure("encrypted"))
    too_large = ReportError(
        name,
        _("{part} inflates to more than {limit} MB; split the report in Word").format(
            part=entry.filename, limit=MAX_PART >> 20
        ),
    )
    if entry.file_size > MAX_PART:
        raise too_large
    portions: list[bytes] = []
    size = 0
    try:
        if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):  # the only two that ECMA-376 part 2 allows
            raise BadZipFile
        with archive.open(entry) as stream:
            while portion := stream.read(_PORTION):
                size += len(portion)
                if size > MAX_PART:
                    raise too_large
                portions.append(portion)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError):
        message = _("{part} inside the file is damaged; fetch it again and open that")
        raise ReportError(name, message.format(part=entry.filename)) from None
    return b"".join(portions)
