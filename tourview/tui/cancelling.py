"""Stopping work that a thread does when nobody waits for it any more."""

from textual.worker import get_current_worker

from tourview.report import Progress


class CancelledError(Exception):
    """The person has gone on: the work is of no use any more."""


def until_cancelled(tell: Progress | None = None) -> Progress:
    """A progress function for the thread worker it is made in: it stops the work once the worker is cancelled.

    Args:
        tell: Told the share of the work done as well.

    Raises:
        CancelledError: From the function returned.
    """
    worker = get_current_worker()

    def progress(share: float) -> None:
        if worker.is_cancelled:
            raise CancelledError
        if tell is not None:
            tell(share)

    return progress
