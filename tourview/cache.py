"""Reports that were read before, kept by the hash of their file, so that one opened again costs no parsing.

An entry that is missing, cut off or made by other code is no entry, and a folder that cannot be written to is no error.
"""

import json
import os
from functools import cache
from hashlib import sha256
from importlib.machinery import PathFinder
from pathlib import Path

from platformdirs import user_cache_dir

from tourview import __version__
from tourview.packing import dumped, unpack
from tourview.report import Report

_KEPT = 64
_KEPT_BYTES = 128 << 20
_LONGEST = 4_000_000
"""Code points of text beyond which an entry would take too long in one go, without progress or a way to cancel."""
_MAKERS = ("", "report", "readers", "structure", "tracing")
"""The rooms whose code decides what a file becomes; the package's own folder has the table of readers."""
_LIBRARIES = ("lxml", "markdown_it", "pypdfium2", "yaml")
"""What the readers stand on."""


def load(data_hash: str, name: str) -> Report | None:
    """The report that a file of this hash and name gave when it was last read; None if that is not known.

    Args:
        data_hash: The SHA-256 of the file's bytes, in hex.
        name: The file's name without folders: a report without a title is called by it.
    """
    try:
        return unpack(json.loads(_place(data_hash, name).read_bytes()))
    except (OSError, RuntimeError, ValueError, LookupError, TypeError, AttributeError):
        return None


def store(data_hash: str, name: str, report: Report) -> None:
    """Keep a report for `load`, unless it is very long; the oldest entries beyond 64, or beyond 128 MB, go."""
    if len(report.text) > _LONGEST:
        return
    try:
        place = _place(data_hash, name)
        passing = place.with_suffix(f".{os.getpid()}.part")
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            with passing.open("w", encoding="utf-8") as file:
                file.writelines(dumped(report))
            os.replace(passing, place)
        finally:
            passing.unlink(missing_ok=True)
        _prune(place.parent)
    except (OSError, RuntimeError, ValueError):
        return


def _prune(folder: Path) -> None:
    """Let the oldest entries go, those beyond the number or the size that is kept."""
    entries = sorted(((entry.stat(), entry) for entry in folder.iterdir()), key=lambda pair: -pair[0].st_mtime_ns)
    total = 0
    for number, (state, entry) in enumerate(entries):
        total += state.st_size
        if number >= _KEPT or total > _KEPT_BYTES:
            entry.unlink(missing_ok=True)


def _place(data_hash: str, name: str) -> Path:
    key = "\n".join((__version__, code_state(), data_hash, name))
    digest = sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
    return Path(user_cache_dir("tourview", appauthor=False), "reports", f"{digest}.json")


@cache
def code_state() -> str:
    """When the code that makes reports last changed, ours and the libraries': what other code made is no entry.

    It takes a millisecond; the libraries are found and not loaded.
    """
    package = os.path.dirname(__file__)
    changed = [_last_change(os.path.join(package, room), deep=bool(room)) for room in _MAKERS]
    return " ".join(map(str, (max(changed, default=0), *map(_installed, _LIBRARIES))))


def _last_change(folder: str, *, deep: bool) -> int:
    """When a file in a folder last changed, or in one of the folders inside it; 0 for none."""
    latest = 0
    for entry in os.scandir(folder):
        if entry.is_file():
            latest = max(latest, entry.stat().st_mtime_ns)
        elif deep and not entry.name.startswith("__"):
            latest = max(latest, _last_change(entry.path, deep=True))
    return latest


def _installed(library: str) -> int:
    """When a library was installed, by its folder; 0 if it is not there."""
    spec = PathFinder.find_spec(library)
    return os.stat(os.path.dirname(spec.origin)).st_mtime_ns if spec and spec.origin else 0
