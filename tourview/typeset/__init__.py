"""Line breaking and widths for Chinese and Latin text in a terminal: UAX #14, with the prohibitions of CLREQ."""

from tourview.typeset.breaks import break_offsets
from tourview.typeset.cells import cell_width, shortened, visible
from tourview.typeset.page import BLANK, HEADING, NOTE, TITLE, Line, Measure, Page, label_gap, lay_out, measure_for
from tourview.typeset.wrapping import wrap, wrap_iter

__all__ = [
    "BLANK",
    "HEADING",
    "NOTE",
    "TITLE",
    "Line",
    "Measure",
    "Page",
    "break_offsets",
    "cell_width",
    "label_gap",
    "lay_out",
    "measure_for",
    "shortened",
    "visible",
    "wrap",
    "wrap_iter",
]
