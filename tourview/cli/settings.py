"""What a person has settled once for all: the library that is opened where no path is given.

`TOURVIEW_LIBRARY` names folders and reports, parted as in PATH. Without it, `library` in the file `config.yaml` of the
platform's configuration folder (`~/.config/tourview` on Linux) names one or a list of them.
"""

import os
from importlib import import_module
from pathlib import Path

from platformdirs import user_config_path

from tourview.i18n import _
from tourview.report import ReportError

_VARIABLE = "TOURVIEW_LIBRARY"


def configured_library() -> tuple[str, ...]:
    """The folders and reports of the library that is configured, `~` in their names resolved; none where none is.

    Raises:
        ReportError: If one of them is not there, or the configuration cannot be read; it names where it is configured.
    """
    named = os.environ.get(_VARIABLE, "")
    if named.strip():
        return _existing(_VARIABLE, [path for path in named.split(os.pathsep) if path.strip()])
    place = user_config_path("tourview", appauthor=False) / "config.yaml"
    return _existing(str(place), _listed_in(place)) if place.is_file() else ()


def _listed_in(place: Path) -> list[str]:
    """The paths under `library` in a configuration file."""
    yaml = import_module("yaml")
    try:
        settings = yaml.safe_load(place.read_bytes())
    except (OSError, ValueError, yaml.YAMLError) as error:
        message = _("it cannot be read: {reason}").format(reason=" ".join(str(error).split()))
        raise ReportError(str(place), message) from None
    named = settings.get("library") if isinstance(settings, dict) else None
    paths = [named] if isinstance(named, str) else named or []
    if not (isinstance(paths, list) and all(isinstance(path, str) for path in paths)):
        raise ReportError(str(place), _("write `library: FOLDER` in it, or a list of folders"))
    return [path for path in paths if path.strip()]


def _existing(place: str, paths: list[str]) -> tuple[str, ...]:
    resolved = tuple(os.path.expanduser(path.strip()) for path in paths)
    missing = next((path for path in resolved if not os.path.exists(path)), None)
    if missing is not None:
        message = _("the library {path} is not there; check the path")
        raise ReportError(place, message.format(path=missing))
    return resolved
