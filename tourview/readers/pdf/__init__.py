"""PDF files: a process of its own tells the characters of each page; lines, columns and paragraphs are made of them."""
