"""What is wrong with a report in JSON, told to a person: where, what, and the cure."""

import json
import re
from collections.abc import Sequence

from tourview.i18n import N_, _

_LONGEST = 1 << 22
"""Characters of a file that is looked through once more, which is done in one go."""
_OBJECT = re.compile(r'\s*+\{\s*+(?:[",}]|\Z)')
_PROBLEMS: Sequence[tuple[str, str]] = (
    ("',' delimiter", N_("a comma is missing, or a bracket or quotation mark that closes")),
    ("':' delimiter", N_("a colon is missing between a name and its value")),
    ("property name", N_("a name in double quotes is wanted here, or a bracket that closes")),
    ("trailing comma", N_("a comma with nothing behind it; take it away")),
    ("Expecting value", N_("a value is missing here; text stands in double quotes")),
    ("Unterminated", N_("a quotation mark that is not closed")),
    ("control character", N_("a line break or tab inside a text; write \\n or \\t")),
    ("escape", N_("an unknown escape after a backslash; write \\\\ for a backslash")),
    ("Extra data", N_("there is more after the end; a file holds one report")),
)
"""Parts of what Python's JSON parser says, and what it means here; the first that fits counts."""


def is_json(text: str) -> bool:
    """Whether a report is meant to be JSON: an object in braces, its names in double quotes as YAML's need not be."""
    return _OBJECT.match(text) is not None


def problem_of_json(text: str, place: tuple[int, int]) -> tuple[str, tuple[int, int]]:
    """What is wrong with a JSON text that could not be read, and in which line and column, from 1.

    Args:
        text: The text.
        place: Where the reading stopped: what is told of a text that is too long to be looked through once more.
    """
    if len(text) > _LONGEST:
        return _("check the quotes, commas and brackets here"), place
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        meaning = next((meaning for part, meaning in _PROBLEMS if part in error.msg), None)
        problem = _(meaning) if meaning else _("check the quotes, commas and brackets here")
        return problem, (error.lineno, error.colno)
    except RecursionError:
        return _("nested too deeply"), place
    return _("an escape that is not understood; write the character itself"), place
