"""Web pages and web archives: what a browser would show, the article on it found, read into blocks."""
