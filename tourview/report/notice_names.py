"""What the kinds of notices are called."""

from tourview.i18n import _


def notice_name(kind: str) -> str:
    """A notice's kind in the interface language."""
    names = {
        "redaction": _("redaction"),
        "duplicate": _("repeated"),
        "numbering": _("numbering"),
        "character": _("odd character"),
        "spelling": _("spelling"),
        "pairing": _("unpaired mark"),
        "chrome": _("not of the report"),
    }
    return names.get(kind, kind)
