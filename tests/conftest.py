"""What the whole suite stands on."""

import gc

import pytest


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Look for garbage seldom, and never among what has been imported and collected, which stays to the end.

    Else a third of the time of the tests of the screen goes into looking through it again and again.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 10, 20)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish() -> None:
    """Look once through what the tests have left; pytest would do so five times as it leaves."""
    gc.collect()
    gc.freeze()
