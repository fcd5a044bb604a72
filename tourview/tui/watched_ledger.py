"""A ledger as one screen uses it: opened for a moment at a time, and watched for what others write into it."""

from collections.abc import Iterator
from contextlib import contextmanager

from tourview.ledger.place import ledger_path
from tourview.ledger.store import Ledger
from tourview.ledger.watching import LedgerWatch, Mark
from tourview.ledger.words import system_user
from tourview.tui.ledger_choice import LedgerChoice


class WatchedLedger:
    """What every book of a screen builds on: which ledger it is, and in which state it was read last.

    Attributes:
        path: The file.
        actor: Who makes changes here.
    """

    def __init__(self, choice: LedgerChoice) -> None:
        """Prepare the ledger; nothing is opened yet.

        Args:
            choice: Which ledger it is, and whose changes are kept there.
        """
        self.path = ledger_path(choice.path)
        self.actor = choice.actor or system_user()
        self._today = choice.today
        self._watch = LedgerWatch(self.path)
        self._mark: Mark | None = None

    def unread(self) -> None:
        """Have the next look for news read the ledger in any case: what is shown may be older than what was read."""
        self._mark = None

    def close(self) -> None:
        """Let the ledger go."""
        self._watch.close()

    def _opened(self) -> Ledger:
        return Ledger(self.path, actor=self.actor, today=self._today)

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """Read the ledger within: if that succeeds, the state it was in before is known."""
        mark = self._watch.mark()
        yield
        self._mark = mark

    def _is_changed(self) -> bool:
        """Whether the ledger is in another state than the one known; not where that cannot be told just now."""
        return self._watch.mark() not in (None, self._mark)
