"""What a report's figures measure and whose they are, and how they compare. Knows only reports."""
