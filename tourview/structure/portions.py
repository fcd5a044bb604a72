"""Looking through a long text portion by portion; lives with the readers, who need it first."""

from tourview.readers.portions import PORTION, between, matches

__all__ = ["PORTION", "between", "matches"]
