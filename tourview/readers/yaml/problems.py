"""What a YAML parser complains of, told to a person who writes a report: what is wrong and the cure."""

from collections.abc import Sequence

from tourview.i18n import N_, _

_PROBLEMS: Sequence[tuple[Sequence[str], str]] = (
    (("tab character", r"'\t' that cannot"), N_("a tab where blanks are wanted; indent with blanks")),
    (
        ("could not find expected ':'",),
        N_("a line without a field; write the name, a half-width colon, a blank, the value"),
    ),
    (
        ("values are not allowed",),
        N_("a colon out of place; put the text in quotes, or check the colons and the indentation above"),
    ),
    (
        ("entries are not allowed", "keys are not allowed"),
        N_("an entry that may not begin here; check the indentation"),
    ),
    (("expected ',' or",), N_("a list in brackets that is not closed, or lacks a comma")),
    (("end of stream", "document indicator", "document separator"), N_("a quotation mark that is not closed")),
    (
        ("<block end>", "expected key", "'-' indicator"),
        N_("it does not line up with the lines above; check the indentation"),
    ),
    (
        ("cannot start any token",),
        N_("a tab or a special character at the beginning; indent with blanks, put the text in quotes"),
    ),
    (("alphabetic or numeric",), N_("a text that begins with & or *; put it in quotes")),
    (("tag",), N_("a text that begins with an exclamation mark; put it in quotes")),
    (("comment or", "chomping"), N_("a text that begins with | or >; put it in quotes")),
    (("escape", "hexdecimal", "hexadecimal"), N_("an unknown escape after a backslash; put the text in single quotes")),
)
"""Parts of what libyaml and PyYAML's own parser say, and what it means here; the first that fits counts."""


def told(problem: str) -> str:
    """A parser's complaint in the interface language; a general one where it is not among the usual."""
    meaning = next((meaning for parts, meaning in _PROBLEMS if any(part in problem for part in parts)), None)
    return _(meaning) if meaning else _("check the quotes, colons and indentation here")
