"""The report that comes with the program, in Chinese and in English."""

from pathlib import Path

from tourview.i18n import LANGUAGES, _, locale_language
from tourview.report import ReportError

_REPORT = "zunyi-2014"
_PACKAGE = Path(__file__).parent


def bundled_path(language: str | None = None) -> Path:
    """Where the bundled report's edition in a language (`zh` or `en`) lies; None: that of the locale, else Chinese.

    A wheel carries the reports inside the package; an editable install and a checkout have them beside it.

    Raises:
        ReportError: If the installation lacks it.
    """
    name = f"report.{language or locale_language() or LANGUAGES[0]}.yaml"
    places = [folder / "data" / _REPORT / name for folder in (_PACKAGE, _PACKAGE.parent)]
    for place in places:
        if place.is_file():
            return place
    raise ReportError(name, _("the bundled report is missing; install tourview again"))
