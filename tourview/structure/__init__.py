"""A Document becomes a Report: markers, outline, kinds, facts, notices."""

from tourview.structure.build import build_report

__all__ = ["build_report"]
