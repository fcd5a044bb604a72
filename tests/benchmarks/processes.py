"""Programs run as a person runs them: in processes of their own, in a real pseudo-terminal, at what CPU time.

CPU time is user and system time of all of a process's threads, as the kernel's scheduler counts it, to the nanosecond:
another process's clock may be read while it runs, at the very moment its output arrives (Linux, clock_getcpuclockid).
"""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import clock_gettime, monotonic, perf_counter

from tests.benchmarks.harness import MeasureError
from tests.benchmarks.screen import Screen

ROOT = Path(__file__).parents[2]
COLUMNS, ROWS = 120, 40
TOURVIEW = ("-m", "tourview")
_CPUCLOCK_SCHED = 2
_PATIENCE = 60.0
_QUIT = b"\x11"
"""Control-Q: quits every Textual app."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A moment in a program's life.

    Attributes:
        cpu: Milliseconds of CPU time since it was launched.
        wall: Milliseconds of time since it was launched.
    """

    cpu: float
    wall: float


def environment(home: Path) -> dict[str, str]:
    """The variables a measured program sees: a terminal that can do everything, and a state of its own."""
    left_out = ("PYTHONDONTWRITEBYTECODE", "PYTHONPROFILEIMPORTTIME", "NO_COLOR", "LC_ALL", "LC_MESSAGES", "LANG")
    kept = {name: value for name, value in os.environ.items() if name not in left_out}
    folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CACHE", "CONFIG", "DATA", "STATE")}
    return {**kept, **folders, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}


@contextmanager
def own_state() -> Iterator[dict[str, str]]:
    """An environment whose folders for state and caches are empty, and gone afterwards."""
    with TemporaryDirectory(prefix="tourview-benchmark-") as home:
        yield environment(Path(home))


def finished(arguments: Sequence[str], variables: Mapping[str, str]) -> float:
    """The CPU milliseconds of a Python process, from launch to end; its output is thrown away.

    Raises:
        MeasureError: If it fails.
    """
    process = subprocess.Popen(
        [sys.executable, *arguments], cwd=ROOT, env=variables, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    )
    _pid, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise MeasureError(f"{' '.join(arguments)} ended with status {process.returncode}")
    return (usage.ru_utime + usage.ru_stime) * 1000


@dataclass(frozen=True, slots=True)
class Cost:
    """What a key takes, in milliseconds of CPU time.

    Attributes:
        whole: Until everything it changed has been drawn.
        first: Until the first of it has.
    """

    whole: float
    first: float


class Terminal:
    """A program in a pseudo-terminal of 120×40 that answers no question; leaves it when the context ends."""

    def __init__(self, arguments: Sequence[str], variables: Mapping[str, str]) -> None:
        """Launch it.

        Args:
            arguments: Those of the Python interpreter.
            variables: Its environment.
        """
        if not sys.platform.startswith("linux"):
            raise MeasureError("reading another process's CPU clock needs Linux")
        self._name = " ".join(arguments)
        self._screen = Screen(COLUMNS, ROWS)
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self._start = perf_counter()
        self._process = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=variables,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
        )
        os.close(slave)
        # MAKE_PROCESS_CPUCLOCK of the kernel, which is what clock_getcpuclockid(3) gives.
        self._clock = (~self._process.pid << 3) | _CPUCLOCK_SCHED

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_exception: object) -> None:
        """Quit the program; kill it if it stays."""
        with suppress(OSError):
            os.write(self._master, _QUIT)
        until = monotonic() + 3
        while self._process.poll() is None and monotonic() < until:
            self._read(0.02)
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
        os.close(self._master)

    @property
    def now(self) -> Stamp:
        """This moment."""
        return Stamp(clock_gettime(self._clock) * 1000, (perf_counter() - self._start) * 1000)

    def painted(self, *words: str) -> Stamp:
        """Wait until every cell has been painted and all the words stand on the screen; gives when that was.

        The output is looked at only while there is no more of it, so that the clock is read as soon as it arrives.

        Raises:
            MeasureError: If that does not come.
        """
        if self._shows(words):
            return self.now
        until = monotonic() + _PATIENCE
        while monotonic() < until and self._process.poll() is None:
            chunks: list[tuple[Stamp, bytes]] = []
            while output := self._read(0 if chunks else 0.5):
                chunks.append((self.now, output))
            found: Stamp | None = None
            for moment, output in chunks:
                self._screen.feed(output)
                if found is None and self._shows(words):
                    found = moment
            if found is not None:
                return found
        shown = " / ".join(part for part in self._screen.text.split("\n") if part.strip())
        raise MeasureError(f"{self._name}: no frame with {', '.join(words) or 'every cell'}; it shows: {shown[:300]}")

    def _shows(self, words: Sequence[str]) -> bool:
        return self._screen.complete and all(word in self._screen.text for word in words)

    def settled(self, quiet: float = 0.25, patience: float = _PATIENCE) -> Stamp:
        """Wait until nothing has been written for `quiet` seconds; gives the moment after that."""
        until = monotonic() + patience
        while monotonic() < until and (output := self._read(quiet)):
            self._screen.feed(output)
        return self.now

    def rested(self, share: float = 0.03) -> None:
        """Wait until the program takes less than a share of one processor: what it does in the background is done."""
        until = monotonic() + _PATIENCE
        while monotonic() < until:
            before = self.now
            self.settled(0.3, 0.6)
            after = self.now
            if after.cpu - before.cpu < share * (after.wall - before.wall):
                return
        raise MeasureError(f"{self._name}: does not come to rest")

    def press(self, keys: Sequence[str], quiet: float = 0.03) -> Cost:
        """Press keys one after the other, each when what the last one changed has been drawn.

        Returns:
            What a key takes on the average.
        """
        start = self.now.cpu
        first = 0.0
        for key in keys:
            before = self.now.cpu
            os.write(self._master, key.encode())
            output = self._read(0.3)
            first += self.now.cpu - before
            self._screen.feed(output)
            if output:
                self.settled(quiet)
        return Cost((self.now.cpu - start) / len(keys), first / len(keys))

    def _read(self, patience: float) -> bytes:
        """What has been written, waiting for it at most so many seconds; nothing if nothing came, or at the end."""
        ready, _writable, _wrong = select.select([self._master], [], [], patience)
        if not ready:
            return b""
        try:
            return os.read(self._master, 1 << 16)
        except OSError:
            return b""
