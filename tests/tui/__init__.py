"""The reading room, played like a person plays it."""
