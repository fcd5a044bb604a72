"""What the properties of a Word file state of the report (ECMA-376 part 2, core properties)."""

from collections.abc import Sequence

from tourview.readers.document import Block
from tourview.readers.docx.package import Package
from tourview.readers.docx.xml import parsed
from tourview.report import squeezed

_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_WITHIN = 30  # blocks from the top


def stated_title(package: Package, blocks: Sequence[Block]) -> str | None:
    """The title that the properties state, as the text has it; None where no line near its top says the same.

    Titles in properties are often a template's, those of a report that was written over, or 文档1; one that stands in
    the text is not.
    """
    places = (relation.target for relation in package.relations("") if relation.kind == "core-properties")
    part = next((part for part in map(package.part, places) if part is not None), None)
    element = None if part is None else parsed(part).find(_TITLE)
    wanted = squeezed("" if element is None else element.text or "")
    if not wanted:
        return None
    return next((block.passage.text for block in blocks[:_WITHIN] if squeezed(block.passage.text) == wanted), None)
