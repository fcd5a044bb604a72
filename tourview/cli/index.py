"""`tourview index`: the indexes by which folders are searched are built, refreshed, told of and deleted."""

import json
import os
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from tourview.cli.errors import UsageError
from tourview.cli.folders import check_folder, named_below
from tourview.cli.progress import Bar
from tourview.cli.terminal import complain
from tourview.i18n import _, listed, ngettext
from tourview.library import Library, Summary, index_place, statuses
from tourview.report import ReportError
from tourview.search.index import Status
from tourview.typeset import visible

_UNITS = ("kB", "MB", "GB")


def run(*, folders: Sequence[str], status: bool, rebuild: bool, remove: bool, as_json: bool) -> int:
    """Bring the index of each folder up to date, or tell of it, or delete it.

    Each folder has an index of its own, which `tourview search` uses. What goes wrong with one folder is told on
    standard error, and the others are still seen to.

    Returns:
        0 done; 1 if there is no index to tell of or to delete; 2 if a folder or a report in it could not be read.

    Raises:
        UsageError: If the call makes no sense.
    """
    if status + rebuild + remove > 1:
        raise UsageError(_("tourview index: --status, --rebuild and --remove are three things; choose one"))
    if not (folders or status):
        raise UsageError(_("tourview index: name a folder of reports, or ask for the --status"))
    done: list[dict[str, Any]] = []
    if status:
        result = _tell(folders, done, as_json)
    elif remove:
        result = max([_remove(folder, done, as_json) for folder in folders])
    else:
        result = max([_build(folder, done, anew=rebuild, as_json=as_json) for folder in folders])
    if as_json:
        print(json.dumps({"indexes": done}, ensure_ascii=not _takes_all_characters(), indent=2))
    return result


def _build(folder: str, done: list[dict[str, Any]], *, anew: bool, as_json: bool) -> int:
    """Build or refresh the index of a folder, and tell in a line what was done."""
    try:
        library = Library([check_folder(folder)])
        if anew:
            library.close()
            _delete(folder)
            library = Library([folder])
        with Bar(folder) as bar:
            summary = library.refresh(bar)
    except ReportError as error:
        complain(str(error))
        return 2
    state = library.index.status()
    failed = [entry for entry in library.index.entries() if entry.error is not None]
    library.close()
    if summary.word:
        complain(f"{folder}: {summary.word}")
    for entry in failed:  # whose message begins with the file's name
        complain(os.path.join(os.path.dirname(named_below(folder, entry.path)), str(entry.error)))
    done.append(
        {
            "path": folder,
            "added": summary.added,
            "changed": summary.changed,
            "removed": summary.removed,
            "unchanged": summary.unchanged,
            "unreadable": [{"path": named_below(folder, entry.path), "message": entry.error} for entry in failed],
            "seconds": round(summary.seconds, 3),
            **_plain(state),
        }
    )
    if not as_json:
        told = _("{folder}: {done}; {size}; {seconds} s")
        done_so = told.format(folder=folder, done=_done(summary), size=_size(state), seconds=f"{summary.seconds:.1f}")
        print(visible(done_so))
    return 2 if failed else 0


def _done(summary: Summary) -> str:
    """What was done, the numbers that are not 0; that nothing was to be done."""
    numbers = (
        (summary.added, _("{count} added")),
        (summary.changed, _("{count} changed")),
        (summary.removed, _("{count} removed")),
        (summary.failed, _("{count} unreadable")),
    )
    told = listed(text.format(count=f"{count:,}") for count, text in numbers if count)
    return told or _("nothing has changed")


def _tell(folders: Sequence[str], done: list[dict[str, Any]], as_json: bool) -> int:
    """Tell of the indexes of some folders, or of all there are."""
    known = {status.path: status for status in statuses()}
    result = 0 if known or folders else 1
    if result and not as_json:
        complain(_("tourview index: there is no index yet; `tourview index FOLDER` builds one"))
    wanted: list[tuple[Path | None, str]] = [(index_place([folder]), folder) for folder in folders]
    for place, name in wanted or [(place, "") for place in known]:
        state = known.get(place)
        if state is None:
            complain(_no_index(name))
            result = 1
            continue
        done.append({"paths": [str(root) for root in state.roots], **_plain(state)})
        if not as_json:
            print("\n".join(map(visible, _status_lines(name or listed(map(str, state.roots)), state))))
    return result


def _status_lines(name: str, state: Status) -> Iterator[str]:
    """What is told of an index."""
    changed = _changed(state.path)
    yield f"{name}: {_size(state)}"
    yield "    " + _("last changed {when}, in {place}").format(
        when="" if changed is None else f"{changed:%Y-%m-%d %H:%M}", place=state.path
    )


def _remove(folder: str, done: list[dict[str, Any]], as_json: bool) -> int:
    """Delete the index of a folder, which need not be there any more itself."""
    place = index_place([folder])
    if not _delete(folder):
        complain(_no_index(folder))
        return 1
    done.append({"path": folder, "place": str(place)})
    if not as_json:
        print(visible(_("{folder}: the index is deleted").format(folder=folder)))
    return 0


def _no_index(folder: str) -> str:
    return _("{folder}: there is no index; `tourview index {folder}` builds it").format(folder=folder)


def _delete(folder: str) -> bool:
    """Delete the files of a folder's index; False if there are none.

    Raises:
        ReportError: If they cannot be deleted.
    """
    place = index_place([folder])
    there = place.exists()
    for file in sorted(place.parent.glob(f"{place.name}*")):
        try:
            file.unlink(missing_ok=True)
        except OSError as error:
            raise ReportError(str(file), _("it cannot be deleted: {reason}").format(reason=error.strerror)) from None
    return there


def _plain(state: Status) -> dict[str, Any]:
    changed = _changed(state.path)
    return {
        "place": None if state.path is None else str(state.path),
        "bytes": state.bytes,
        "reports": state.reports,
        "passages": state.passages,
        "modified": None if changed is None else changed.isoformat(timespec="seconds"),
    }


def _changed(place: Path | None) -> datetime | None:
    """When an index was last written to, by the local clock; None for one in memory."""
    if place is None:
        return None
    files = (place, place.with_name(f"{place.name}-wal"))
    times = [file.stat().st_mtime for file in files if file.exists()]
    return datetime.fromtimestamp(max(times)).astimezone() if times else None


def _size(state: Status) -> str:
    """How much is in an index: `34 reports, 812 passages, 1.2 MB`."""
    reports = ngettext("{count} report", "{count} reports", state.reports).format(count=f"{state.reports:,}")
    passages = ngettext("{count} section", "{count} sections", state.passages).format(count=f"{state.passages:,}")
    return listed((reports, passages, _bytes(state.bytes)))


def _bytes(number: int) -> str:
    """Bytes as people tell them, in the units of the SI."""
    size = number / 1000
    for unit in _UNITS[:-1]:
        if size < 1000:
            return f"{size:.1f} {unit}"
        size /= 1000
    return f"{size:.1f} {_UNITS[-1]}"


def _takes_all_characters() -> bool:
    return (sys.stdout.encoding or "").lower().startswith("utf")
