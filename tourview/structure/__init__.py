"""A Document becomes a Report: markers, outline, kinds, facts, figures, notices."""

from tourview.structure.build import build_report
from tourview.structure.figures.finding import figures_of
from tourview.structure.notices.finding import text_notices

__all__ = ["build_report", "figures_of", "text_notices"]
