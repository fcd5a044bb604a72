"""What can be wrong with a call."""


class UsageError(Exception):
    """A call that makes no sense; its text is one line that says so and how to do better."""
