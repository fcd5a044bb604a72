"""Searching a report: what a person typed becomes a query, and a query finds sections and where in them."""

from tourview.search.excerpt import Excerpt, excerpt, hit_excerpt
from tourview.search.matching import Searcher, find
from tourview.search.query import Query, Term, parse
from tourview.search.ranking import ranked
from tourview.search.result import NO_SPANS, Hit, Result, Spans

__all__ = [
    "NO_SPANS",
    "Excerpt",
    "Hit",
    "Query",
    "Result",
    "Searcher",
    "Spans",
    "Term",
    "excerpt",
    "find",
    "hit_excerpt",
    "parse",
    "ranked",
]
