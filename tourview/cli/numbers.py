"""Numbers in the words of a call."""

import re

from tourview.i18n import _

_LONGEST = 9
"""Digits: no report has more sections or figures."""
_BELOW_NOTHING = re.compile(r"[-−－]\d+")


def is_number(text: str) -> bool:
    """Whether a text is a whole number of some digits, without a sign."""
    return text.isascii() and text.isdecimal() and len(text) <= _LONGEST


def number_of(text: str) -> int:
    """The number that a text is, 0 or more.

    Raises:
        ValueError: If it is none; the text of the error says why.
    """
    if is_number(text):
        return int(text)
    if _BELOW_NOTHING.fullmatch(text):
        raise ValueError(_("it must be 0 or more, not {number}").format(number=text))
    raise ValueError(_("'{text}' is not a number").format(text=text))
