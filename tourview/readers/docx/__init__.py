"""Word files: the package opened and bounded, its styles and numbering resolved, its body read into blocks."""
