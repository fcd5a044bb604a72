"""A file becomes a Document: its text and the blocks of it, or, where the format states the tree, a Report.

One package a format, each with a `reading` module whose function `read_…(data, name, progress)` raises `ReportError`
where the file cannot be read; `formats` tells which format a file is in, `encoding` how bytes are text. Nothing is
imported here, so that a file costs only what its own format needs.
"""
