"""A file becomes a Document: its text and the blocks of it, or, where the format states the tree, a Report.

One module a format (`text`, `markdown`, `yaml_report`), each with a function `read_…(data, name, progress)` that raises
`ReportError` where the file cannot be read; `encoding` tells how bytes are text. Nothing is imported here, so that a
file costs only what its own format needs.
"""
