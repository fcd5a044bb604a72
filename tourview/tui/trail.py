"""The way one came through a report, for going back."""


class Trail:
    """Places one has left by a jump, as source offsets, latest last."""

    def __init__(self) -> None:
        self._places: list[int] = []
        self._drifting = False

    @property
    def depth(self) -> int:
        """How many places one has left, and not come back to."""
        return len(self._places)

    def leave(self, offset: int, *, drifting: bool = False) -> None:
        """Remember a place one is about to leave.

        Args:
            offset: The place.
            drifting: Whether one moves step by step, as along the outline; of such a walk only the start is kept.
        """
        if not (drifting and self._drifting):
            self._places.append(offset)
        self._drifting = drifting

    def back(self, here: int) -> int | None:
        """Take the latest place that is not `here` off the trail; None at its beginning."""
        self._drifting = False
        while self._places:
            place = self._places.pop()
            if place != here:
                return place
        return None

    def clear(self) -> None:
        """Forget the way: the report has changed."""
        self._places.clear()
        self._drifting = False
