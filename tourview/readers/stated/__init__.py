"""A tree of sections that is stated as such gets a text that it lies in."""
