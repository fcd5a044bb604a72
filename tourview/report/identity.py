"""What a section is known by for good.

A ref moves when a chapter is inserted; an id does not: it is a hash of the folded heading and own text, so it holds
for as long as the words do, whatever their script, width or spacing.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from hashlib import sha256
from itertools import chain

from tourview.report.fold import squeezed

_DIGITS = 12
_PORTION = 1 << 16  # code points hashed at a time, so that a paragraph of any length takes little memory


def section_id(
    heading: str, paragraphs: Iterable[str], seen: Counter[str], pause: Callable[[], None] | None = None
) -> str:
    """A section's id: 12 hex digits of SHA-256 over its folded words without blanks.

    Args:
        heading: The heading without its label.
        paragraphs: The section's own text.
        seen: How often each hash came up so far in the report; equals get an ordinal, `-2` from the second on.
        pause: Called every now and then within a long text; may raise to cancel.
    """
    hashing = sha256()
    for number, part in enumerate(chain((heading,), paragraphs)):
        if number:
            hashing.update(b"\n")
        for start in range(0, len(part), _PORTION):
            words = squeezed(part[start : start + _PORTION])
            hashing.update(words.encode("utf-8", "surrogatepass"))
            if pause and start:
                pause()
    digest = hashing.hexdigest()[:_DIGITS]
    seen[digest] += 1
    return digest if seen[digest] == 1 else f"{digest}-{seen[digest]}"
