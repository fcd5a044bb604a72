"""A Document becomes a Report: markers, outline, kinds, facts, notices."""

from tourview.structure.build import build_report
from tourview.structure.notices import text_notices

__all__ = ["build_report", "text_notices"]
