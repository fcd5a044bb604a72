"""The language the interface speaks, through gettext catalogues.

Message ids are English; `locale/zh/LC_MESSAGES/tourview.mo` holds the Chinese. Every text a person sees goes through
`_` (or `ngettext`) at the moment it is shown, never at import, so the language may be chosen after the imports.
"""

import errno
import gettext
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

_LOCALES = Path(__file__).parent / "locale"
LANGUAGES = ("zh", "en")
"""The languages that the interface speaks, that the bundled report comes in and that a report may be in."""


class _Speech:
    """The one catalogue in force; English needs none."""

    language: str = "en"
    catalogue: gettext.NullTranslations = gettext.NullTranslations()


def speak(language: str) -> None:
    """Choose the interface language: `en` or `zh`. A missing catalogue leaves the English ids."""
    _Speech.language = language
    if language == "en":
        _Speech.catalogue = gettext.NullTranslations()
    else:
        _Speech.catalogue = gettext.translation("tourview", _LOCALES, [language], fallback=True)


def language() -> str:
    """The interface language in force: `en` or `zh`."""
    return _Speech.language


def _(message: str) -> str:
    """The message in the interface language."""
    return _Speech.catalogue.gettext(message)


def N_(message: str) -> str:  # noqa: N802, the name gettext's tools know
    """Mark a message for translation where it is written down; `_` translates it where it is shown."""
    return message


def ngettext(one: str, many: str, count: int) -> str:
    """The message for `count` things in the interface language; the caller fills in the number."""
    return _Speech.catalogue.ngettext(one, many, count)


def listed(words: Iterable[str]) -> str:
    """Words in a row, as the interface language sets them: `json, yaml` or `json、yaml`."""
    # Translators: what stands between the words of a list.
    return _(", ").join(words)


_REASONS: Mapping[int, str] = {
    errno.ENOENT: N_("there is no such file or folder"),
    errno.EACCES: N_("it is not permitted"),
    errno.EPERM: N_("it is not permitted"),
    errno.EISDIR: N_("it is a folder"),
    errno.ENOTDIR: N_("a part of the path is no folder"),
    errno.EROFS: N_("the disk is read-only"),
    errno.ENOSPC: N_("the disk is full"),
    errno.EDQUOT: N_("the disk quota is used up"),
    errno.ENAMETOOLONG: N_("the name is too long"),
    errno.ELOOP: N_("its links lead in a circle"),
    errno.EIO: N_("the disk does not answer"),
}


def reason(error: OSError) -> str:
    """Why the system refused, in the interface language; in its own words where it is none of the usual reasons."""
    known = _REASONS.get(error.errno or 0)
    return _(known) if known else error.strerror or str(error)


def locale_language(environment: Mapping[str, str] | None = None) -> str | None:
    """The language that the POSIX locale variables ask for, by their precedence (LC_ALL, LC_MESSAGES, LANG).

    Returns:
        `zh`, or `en` for any other language, or None for C, POSIX and an unset locale.
    """
    env = os.environ if environment is None else environment
    value = next((env[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if env.get(name)), "")
    name = value.partition(".")[0].partition("@")[0].partition("_")[0].lower()
    if name in ("", "c", "posix"):
        return None
    return name if name in LANGUAGES else "en"
