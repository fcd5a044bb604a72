"""What stands around a report and looks like its outline but is none: contents pages, lists of attachments, repeats."""

import re
from collections.abc import Iterator, Sequence

from tourview.readers.document import Block
from tourview.readers.widths import columns
from tourview.report import squeezed
from tourview.structure.outline.lines import names_annex
from tourview.structure.outline.markers import marker_of

_CONTENTS = re.compile(r"(?:目录|目次|contents|table of contents)[:.]?$")
_LEADER = re.compile(r"(?:[.．·…‥﹒・\-_—]{3,}|\s{3,}|\t)\s*[(（]?\s?[0-9０-９IVXivx]{1,4}\s?[)）]?$")
_TAIL = re.compile(r"[\s.．·…‥﹒・\-_—]*[(（]?[0-9０-９IVXivx]{0,4}[)）]?$")
_ATTACHED = re.compile(r"附(?:件|表|录)?\s?[:：]")
_LONGEST = 60  # columns of an entry
_FEWEST = 3  # entries that make a list of contents without the word
_SEARCHED = 120  # blocks from the top among which contents are looked for
_MOST_ATTACHED = 40  # entries of a list of attachments
_TOP = 12  # blocks from the top at one of which a second copy begins
_SHORTEST_COPY = 4  # blocks
_SENTENCE_END = ("。", "；", "！", "？", ";", "!", "?")


def outside_outline(blocks: Sequence[Block]) -> frozenset[int]:
    """The blocks that open no section, whatever they look like.

    They are the entries of a contents page or of a list of attachments, and the blocks of a report's second copy.
    """
    return frozenset((*_contents(blocks), *_attachments(blocks), *_second_copy(blocks)))


def _contents(blocks: Sequence[Block]) -> Iterator[int]:
    top = min(len(blocks), _SEARCHED)
    if not _may_hold_contents(blocks[:top]):
        return
    later = _last_places(blocks)
    run: list[int] = []
    titled = False
    for place in range(top):
        text = blocks[place].passage.text
        if len(text) <= _LONGEST and _CONTENTS.match(squeezed(text)):
            yield from run if titled or len(run) >= _FEWEST else ()
            run, titled = [place], True
            continue
        if _is_entry(text, place, later):
            run.append(place)
            continue
        if titled or len(run) >= _FEWEST:
            yield from run
        run, titled = [], False
    if titled or len(run) >= _FEWEST:
        yield from run


def _may_hold_contents(blocks: Sequence[Block]) -> bool:
    """Whether the blocks hold the word, or short lines enough in a row."""
    run = 0
    for block in blocks:
        text = block.passage.text
        if len(text) <= _LONGEST and _CONTENTS.match(squeezed(text)):
            return True
        run = run + 1 if len(text) <= 2 * _LONGEST and not text.endswith(_SENTENCE_END) else 0
        if run >= _FEWEST:
            return True
    return False


def _is_entry(text: str, place: int, later: dict[str, int]) -> bool:
    """Whether a line has a leader and a page number, or stands again further down, as headings do."""
    if len(text) > 2 * _LONGEST:
        return False
    if _LEADER.search(text):
        return True
    words = squeezed(text)
    again = later.get(words, later.get(squeezed(_TAIL.sub("", text)), -1))
    return again > place and columns(text) <= _LONGEST and len(words) > 1


def _last_places(blocks: Sequence[Block]) -> dict[str, int]:
    """Where each short line, and the lead words of each numbered block, stand last."""
    places: dict[str, int] = {}
    for place, block in enumerate(blocks):
        text = block.passage.text
        if len(text) <= _LONGEST:
            places[squeezed(text)] = place
        elif marker_of(text):
            lead = re.split("[。：:]", text[:_LONGEST], maxsplit=1)[0]
            places[squeezed(lead)] = place
    return places


def _attachments(blocks: Sequence[Block]) -> Iterator[int]:
    """The entries of 附件：1.… 2.…, at the end of a report."""
    for place in range(len(blocks)):
        text = blocks[place].passage.text
        if text[0] != "附" or not _ATTACHED.match(text) or len(text) > 2 * _LONGEST:
            continue
        if blocks[place].depth is not None:  # a heading is no entry
            continue
        if place + 1 < len(blocks) and names_annex(text, blocks[place + 1].passage.text):
            continue
        yield place
        for entry in range(place + 1, min(len(blocks), place + _MOST_ATTACHED)):
            words = blocks[entry].passage.text
            if len(words) > _LONGEST or words.endswith(_SENTENCE_END) or marker_of(words) is None:
                break
            yield entry


def _second_copy(blocks: Sequence[Block]) -> Iterator[int]:
    """The blocks of a page that prints the whole report once more, from where its copy begins."""
    tops: dict[str, int] = {}
    for place in range(min(_TOP, len(blocks))):
        text = blocks[place].passage.text
        if len(text) > 7:
            tops.setdefault(text, place)
    for place in range(_TOP, len(blocks)):
        first = tops.get(blocks[place].passage.text)
        if first is None:
            continue
        length = 0
        while (
            first + length < place
            and place + length < len(blocks)
            and blocks[first + length].passage.text == blocks[place + length].passage.text
        ):
            length += 1
        whole = first + length == place or place + length == len(blocks)
        if length >= _SHORTEST_COPY and whole:
            yield from range(place, place + length)
            return
