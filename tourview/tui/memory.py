"""What the program remembers from one start to the next: the theme, what was sought, where one stopped in each report.

One small JSON file in the platform's state folder. A home that is missing or cannot be written is no error: nothing
is remembered then.
"""

import json
import os
from dataclasses import dataclass, field
from pathlib import Path

from platformdirs import user_state_path

from tourview.tui.history import History

_MOST_PLACES = 500


@dataclass
class Memory:
    """The remembered things.

    Attributes:
        theme: The theme's name.
        places: Source offsets by report (its resolved path), least recently read first.
        fresh: Whether nothing was remembered: the very first start.
        history: What was sought.
    """

    theme: str = "ink"
    places: dict[str, int] = field(default_factory=dict)
    fresh: bool = True
    history: History = field(default_factory=History)

    def remember(self, report: str, offset: int) -> None:
        """Note where one stopped in a report."""
        self.places.pop(report, None)
        self.places[report] = offset
        while len(self.places) > _MOST_PLACES:
            del self.places[next(iter(self.places))]


def state_folder() -> Path:
    """Where the program keeps what it remembers."""
    return user_state_path("tourview", appauthor=False)


def recall() -> Memory:
    """What was remembered; a fresh memory if there is none or it cannot be read."""
    try:
        stored = json.loads((state_folder() / "reading.json").read_text(encoding="utf-8"))
        theme, places = stored["theme"], stored["places"]
        if not isinstance(theme, str) or not isinstance(places, dict):
            return Memory()
        queries = stored.get("queries")
        history = History()
        for query in queries if isinstance(queries, list) else ():
            history.note(str(query))
        return Memory(theme, {str(path): int(offset) for path, offset in places.items()}, fresh=False, history=history)
    except (OSError, ValueError, KeyError, TypeError, ArithmeticError, RuntimeError):
        return Memory()


def keep(memory: Memory) -> None:
    """Store the memory, whole or not at all; silently not where the folder cannot be written."""
    try:
        folder = state_folder()
        folder.mkdir(parents=True, exist_ok=True)
        draft = folder / f"reading.json.{os.getpid()}"
        # In ASCII: a path may hold bytes that are no text, for which there is an escape, but no UTF-8.
        kept = {"theme": memory.theme, "places": memory.places, "queries": memory.history.queries}
        draft.write_text(json.dumps(kept), encoding="ascii")
        draft.replace(folder / "reading.json")
    except (OSError, RuntimeError):
        return
