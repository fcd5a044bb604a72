"""Programs that the project is measured against: what Textual itself costs for a like screen."""
