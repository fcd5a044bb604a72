"""The links that a reader would draw in sample reports; the weights of suggesting were settled with them in view."""

from collections.abc import Mapping

Link = tuple[str, str]

_LINKS = {
    "wind_farms.txt": "3.1-4.1 3.2-4.2 3.3-4.3",
    "street_order.txt": "2.1-4.1 2.3-4.3 2.2-4.2",
    "wetlands.txt": "3.1-4.1 3.2-4.3",
    "elder_care.txt": "4.2-5.1 4.2-5.2 4.3-5.3 2.2-4.3 2.2-5.3 2.1-4.2 2.1-5.2",
    "metro_doors.txt": "3.1-4.1 2.1.2-4.2",
    "hospitals.txt": "2.2.1-4.2 2.1.1-4.1",
    "libraries.txt": "3.1-4.1 3.2-4.2 2.2-4.3",
    "water_numbers.txt": "3.2-4.2 3.3-4.3 2.2-3.2 2.2-4.2",
    "snow_clearing.txt": "3.1-4.1 2.3-4.3 2.2-4.1",
    "tea_hills.txt": "3.2-4.1 3.3-4.2",
    "weavers.md": "2.1-3.1 2.2-3.2 2.3-3.3 1.3.2-3.2",
    "parking.txt": "2.3-4.3 2.2-4.2 3.1-4.1 3.3-2.3",
    "kindergartens.txt": "2.2.1-3.2.1",
    "office_hall.txt": "3.1-5.3 3.3-5.4 4.1-5.1 4.2-5.2",
}

DRAWN: Mapping[str, set[Link]] = {
    name: {(one, other) for one, _dash, other in (link.partition("-") for link in links.split())}
    for name, links in _LINKS.items()
}
"""By file: the refs of lesson or gap and of gap or commitment."""
