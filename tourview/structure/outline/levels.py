"""How far out each way of opening a section stands, learned from the whole document.

No order is fixed. By default styles nest as `Style` lists them; where one count goes on after another one has begun and
ended inside it, the other is the inner one, whatever the default says. The level of a format's heading counts for
sections without a number; a number that runs through the document goes before it.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from statistics import median_low

from tourview.structure.kinds.heading_words import ends_with_kind
from tourview.structure.outline.markers import ENUMERATIONS, Style
from tourview.structure.outline.openings import Opening

Way = tuple[str, int, str]
"""A way of opening a section: by number, by heading level, by a plain line; the style or level; the variant of it."""

_NUMBERED, _DEPTH, _PLAIN, _TOP, _FRONT = "numbered", "depth", "plain", "top", "front"
_MOST_FIRSTS = 3000  # beginnings of a count that are looked at
_OUTERMOST = -100.0
_INNER = 0.25
_WITHIN = 0.1  # how much further in a count is that lies inside one of the same style
_COLLECTIONS = (Style.PART, Style.CHAPTER)
_LISTS = frozenset((Style.NAME, *ENUMERATIONS))


def ranks_of(openings: Sequence[Opening]) -> list[float]:
    """For each opening how far in it stands: a section lies inside the last one before it of a smaller rank.

    Args:
        openings: In reading order.
    """
    ways = _ways(openings)
    evidence = _evidence(openings, ways)
    ranks = _ranks(openings, ways, evidence)
    found = [ranks[way] for way in ways]
    for place in _counts_within(openings, ways, found):
        found[place] += _WITHIN
    return found


def _ways(openings: Sequence[Opening]) -> list[Way]:
    """In which way each opening opens; a list that begins inside a paragraph is another than one of paragraphs."""
    last: dict[tuple[int, str], int] = {}
    found: list[Way] = []
    for opening in openings:
        style, word = opening.style, opening.word
        if opening.outermost:
            found.append((_TOP, 0, ""))
        elif opening.is_front:
            found.append((_FRONT, 0, ""))
        elif style is None:
            found.append((_PLAIN, 0, word) if opening.depth is None else (_DEPTH, opening.depth, ""))
        elif style in ENUMERATIONS:
            variant = _variant(opening, style, last)
            last.pop((style, variant), None)  # the list that was last gone on with comes last
            last[style, variant] = opening.number
            found.append((_NUMBERED, style, variant))
        else:
            found.append((_NUMBERED, style, word))
    return found


def _variant(opening: Opening, style: Style, last: Mapping[tuple[int, str], int]) -> str:
    """Whether an item belongs to a list of paragraphs or to one inside a paragraph, and of which word."""
    paragraphs, inside = opening.word, opening.word + "+"
    choices = (inside, paragraphs) if opening.inside else (paragraphs, inside)
    if opening.number == 1:
        return choices[0]
    goes_on = [choice for (other, choice), number in last.items() if other is style and number == opening.number - 1]
    if any(choice in choices for choice in goes_on):
        return next(choice for choice in reversed(goes_on) if choice in choices)
    begun = any((style, choice) in last for choice in choices)
    return choices[0] if begun or not opening.word else "+" if opening.inside else ""


def _evidence(openings: Sequence[Opening], ways: Sequence[Way]) -> Counter[tuple[Way, Way]]:
    """How often each way goes on after another one has begun: (outer, inner) and a count."""
    places: dict[Way, list[int]] = defaultdict(list)
    for place, way in enumerate(ways):
        places[way].append(place)
    counts = {way: found for way, found in places.items() if way[0] == _NUMBERED and way[1] != Style.NAME}
    evidence: Counter[tuple[Way, Way]] = Counter()
    plain_since: dict[Way, bool] = {}
    firsts = 0
    for place, (opening, way) in enumerate(zip(openings, ways, strict=True)):
        if way[0] == _PLAIN:
            plain_since = dict.fromkeys(plain_since, True)
        if way[0] in (_TOP, _FRONT) or (opening.number > 1 and opening.style is not None):
            continue
        firsts += 1
        if firsts > _MOST_FIRSTS:
            break
        if way in counts:
            evidence[(_PLAIN, 0, ""), way] += plain_since.get(way, False)
            plain_since[way] = False
        for other, found in counts.items():
            if other != way and _goes_on_over(openings, found, place):
                evidence[other, way] += 1
    return evidence


def _goes_on_over(openings: Sequence[Opening], places: Sequence[int], place: int) -> bool:
    """Whether the count at the places goes on after `place` as if nothing had come between."""
    after = bisect_right(places, place)
    if not 0 < after < len(places):
        return False
    return openings[places[after]].number == openings[places[after - 1]].number + 1


def _ranks(openings: Sequence[Opening], ways: Sequence[Way], evidence: Counter[tuple[Way, Way]]) -> dict[Way, float]:
    stated = _stated_depths(openings, ways)
    order = _ordered([way for way in stated if way[0] == _NUMBERED], evidence)
    depths = sorted(way[1] for way in stated if way[0] == _DEPTH)
    ranks: dict[Way, float] = {(_TOP, 0, ""): _OUTERMOST}
    before = (depths[-1] if depths and not any(stated[way] for way in order) else 0.0) if order else 0.0
    for number, way in enumerate(order):
        own = stated[way]
        later = [depth for following in order[number + 1 :] if (depth := stated[following]) and depth > before]
        step = 0.5 if later and later[0] <= before + 1 else 1
        ranks[way] = before = float(own) if own > before else before + step
    for depth in depths:
        inside = [ranks[way] for way in order if evidence[way, (_DEPTH, depth, "")]]
        ranks[_DEPTH, depth, ""] = max([float(depth), *(rank + 0.5 for rank in inside)])
    for way in stated:
        if way[0] == _PLAIN:
            ranks[way] = _plain_rank(way, order, ranks, evidence, sum(other == way for other in ways))
            if depths:
                first = ways.index(way) < min(ways.index((_DEPTH, depth, "")) for depth in depths)
                beside = first or all(_tells(openings, ways, other) for other in (way, (_DEPTH, depths[0], "")))
                ranks[way] = depths[0] if beside else max(ranks[way], depths[-1] + 0.5) + _further_in(way)
    proper = [
        rank for way, rank in ranks.items() if way[0] != _TOP and not (way[0] == _NUMBERED and way[1] == Style.PART)
    ]
    ranks[_FRONT, 0, ""] = min(proper, default=0.0)
    return ranks


def _tells(openings: Sequence[Opening], ways: Sequence[Way], way: Way) -> bool:
    """Whether most headings of a way say what they are for, as those of chapters do: 主要做法, 下一步打算."""
    told = [
        ends_with_kind(opening.heading.text) is not None
        for opening, own in zip(openings, ways, strict=True)
        if own == way
    ]
    return 2 * sum(told) > len(told)


def _further_in(way: Way) -> float:
    """How much further in than others lines stand that are in a group below another line."""
    return _INNER if way[2] else 0.0


def _stated_depths(openings: Sequence[Opening], ways: Sequence[Way]) -> dict[Way, int]:
    """The heading level that the format states for most openings of each way; 0 where for fewer than half."""
    depths: dict[Way, list[int]] = defaultdict(list)
    for opening, way in zip(openings, ways, strict=True):
        depths[way].append(opening.depth or 0)
    return {way: median_low(found) for way, found in depths.items()}


def _ordered(ways: list[Way], evidence: Counter[tuple[Way, Way]]) -> list[Way]:
    """The numbered ways, the outermost first: as styles nest by default, but for what the document shows."""
    order = sorted(ways, key=_default_order)
    for _round in range(len(order)):
        moved = False
        for at in range(len(order) - 1):
            outer, inner = order[at], order[at + 1]
            if evidence[inner, outer] > evidence[outer, inner]:
                order[at], order[at + 1] = inner, outer
                moved = True
        if not moved:
            break
    return order


def _default_order(way: Way) -> tuple[int, int, str]:
    """By style; 壹、 goes before 一、."""
    return way[1], way[2] != "壹" if way[1] == Style.LISTED else 0, way[2]


def _plain_rank(
    way: Way, order: Sequence[Way], ranks: Mapping[Way, float], evidence: Counter[tuple[Way, Way]], count: int
) -> float:
    """The rank of lines without a number: inside what goes on over them, else outside all that is numbered."""
    inner = _further_in(way)
    numbers = [other for other in order if other[1] not in _LISTS]
    around = [
        ranks[other]
        for other in numbers
        if evidence[other, way] and evidence[other, way] >= evidence[(_PLAIN, 0, ""), other]
    ]
    if around:
        return max(around) + 0.5 + inner
    within = [ranks[other] for other in order if other[1] not in _COLLECTIONS]
    if not within:
        return max((ranks[other] for other in order), default=0.0) + 0.5 + inner
    alone = count == 1 and not inner and bool(numbers) and not evidence[(_PLAIN, 0, ""), numbers[0]]
    return min(within) if alone and min(within) == ranks[numbers[0]] else min(within) - 0.5 + inner


def _counts_within(openings: Sequence[Opening], ways: Sequence[Way], ranks: Sequence[float]) -> Iterator[int]:
    """The places of counts that lie inside a count of the same way: 1. 2. between 2. and 3."""
    runs: dict[Way, list[int]] = defaultdict(list)
    for place, way in enumerate(ways):
        opening = openings[place]
        for other in [other for other in runs if ranks[runs[other][0]] > ranks[place]]:
            yield from _within(openings, runs.pop(other))
        if opening.number and way[0] == _NUMBERED:
            runs[way].append(place)
    for run in runs.values():
        yield from _within(openings, run)


def _within(openings: Sequence[Opening], run: Sequence[int]) -> Iterator[int]:
    """Those of the places, which no section further out divides, that a count inside the count takes."""
    outer: int | None = None
    inner: list[int] = []
    last = 0
    for place in run:
        number = openings[place].number
        if number == 1 and last:
            outer = last if outer is None else outer
            inner.append(place)
        elif outer is not None and number == last + 1:
            inner.append(place)
        else:
            if outer is not None and number == outer + 1:
                yield from inner
            outer, inner = None, []
        last = number
