"""How wide words are on paper, in columns: what "short" means for a heading, and "full" for a line, in any script.

Not `typeset.cell_width`, which counts what a terminal draws and loads Rich for it.
"""

import re

_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\U0001f300-\U0001f64f\U0001f900-\U0001f9ff\U00020000-\U0003fffd]"
)


def columns(text: str) -> int:
    """The columns that the text takes: two for each wide character, one for any other."""
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))
