"""How long work says how far it is, and how it is cancelled."""

from collections.abc import Callable

Progress = Callable[[float], None]
"""Told the share done, from 0 to 1, never less than before, every now and then; may raise to cancel."""
