"""What a report's figures measure and whose they are, and how they compare. Knows only reports."""

from tourview.figures.account import Account, accounts_of
from tourview.figures.comparing import ORDERS, Group, grouped, number_written, ordered, shares_of_greatest

__all__ = [
    "ORDERS",
    "Account",
    "Group",
    "accounts_of",
    "grouped",
    "number_written",
    "ordered",
    "shares_of_greatest",
]
