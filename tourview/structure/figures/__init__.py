"""The key figures of a report, out of its numbers."""
