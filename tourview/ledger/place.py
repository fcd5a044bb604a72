"""Where a ledger lies, and on what kind of disk."""

import os
import sys
from pathlib import Path

from platformdirs import user_data_path

VARIABLE = "TOURVIEW_LEDGER"
_MOUNTS = Path("/proc/self/mounts")
_REMOTE = frozenset(
    (
        *("9p", "afs", "ceph", "cifs", "davfs", "gfs2", "gpfs", "lustre", "ncpfs", "nfs", "nfs4", "ocfs2", "prl_fs"),
        *("fuse.davfs2", "fuse.glusterfs", "fuse.rclone", "fuse.sshfs", "fuse.vmhgfs-fuse"),
        *("smb3", "smbfs", "vboxsf", "virtiofs"),
    )
)
_ESCAPES = (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\"))


def ledger_path(named: str | None = None) -> Path:
    """The file of the ledger: the one named, else that of TOURVIEW_LEDGER, else the one in the user's data folder."""
    name = named or os.environ.get(VARIABLE)
    return Path(name).expanduser() if name else default_path()


def default_path() -> Path:
    """The ledger of all reports of this user."""
    return user_data_path("tourview", appauthor=False) / "ledger.sqlite3"


def is_local(path: Path) -> bool:
    """Whether a file is on a disk of this computer, as far as can be told.

    The write-ahead log of SQLite needs memory shared by all who write, which no network has
    (https://sqlite.org/wal.html, section 1). Where the system does not tell, only the ledger in the user's own folder
    is taken to be on a local disk.
    """
    if not sys.platform.startswith("linux"):
        return path == default_path()
    try:
        return _file_system(path.resolve(), _MOUNTS.read_text("utf-8", "surrogateescape")) not in _REMOTE
    except OSError:
        return path == default_path()


def _file_system(path: Path, mounts: str) -> str:
    """The type of the file system that holds a path, by the table of mounts of the kernel (proc(5))."""
    best, kind = -1, ""
    for line in mounts.splitlines():
        parts = line.split(" ")
        if len(parts) < 3:
            continue
        folder = parts[1]
        for escape, character in _ESCAPES:
            folder = folder.replace(escape, character)
        if path.is_relative_to(folder) and len(folder) >= best:  # of two on one folder the later hides the earlier
            best, kind = len(folder), parts[2]
    return kind
