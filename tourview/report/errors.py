"""What can be wrong with a report, told in one line."""


class ReportError(Exception):
    """A report that cannot be read: what is wrong, where, and the cure.

    Its text is one line, `name:line:column: message`, as compilers have it; line and column count from 1 and are left
    out where they mean nothing.
    """

    def __init__(self, name: str, message: str, line: int | None = None, column: int | None = None) -> None:
        self.name = name
        self.message = message
        self.line = line
        self.column = column
        place = ":".join(str(part) for part in (name, line, column) if part is not None)
        super().__init__(f"{place}: {message}")
