"""Plain text: lines, paragraphs that were wrapped at a width or broken by a page's end."""
