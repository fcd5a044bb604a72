"""The two themes of our own, *ink* and *paper*, and the colours of the kinds.

Every text colour keeps a contrast of at least 4.5:1 on background, surface and panel (WCAG 2 AA).
"""

from textual.theme import Theme

from tourview.report import Kind

_INK_KINDS = {
    Kind.BACKGROUND: "#8f939a",
    Kind.VISIT: "#9ab083",
    Kind.IMPRESSION: "#b692c8",
    Kind.LESSON: "#7fa3d8",
    Kind.GAP: "#dca55a",
    Kind.COMMITMENT: "#7cbf98",
}
_PAPER_KINDS = {
    Kind.BACKGROUND: "#655f55",
    Kind.VISIT: "#55653f",
    Kind.IMPRESSION: "#7a4e7e",
    Kind.LESSON: "#2e4e7e",
    Kind.GAP: "#8a4f0f",
    Kind.COMMITMENT: "#2a6546",
}


def _own_variables(dim: str, hit: str, hit_text: str, cursor: str, kinds: dict[Kind, str]) -> dict[str, str]:
    """The variables our style sheets and widgets use beside Textual's."""
    return {
        "dim": dim,
        "hit": hit,
        "hit-text": hit_text,
        "cursor-line": cursor,
        **{f"kind-{kind}": colour for kind, colour in kinds.items()},
    }


_INK = _own_variables("#8f939a", "#5b4a22", "#f3e3b3", "#3a3438", _INK_KINDS)
_PAPER = _own_variables("#655f55", "#ecd48a", "#2a2723", "#dccfb2", _PAPER_KINDS)


def _textual_variables(accent: str, panel: str, dim: str, cursor: str, text: str) -> dict[str, str]:
    """Textual's own variables, set so that its palette, fields and scroll bars keep to the page's look."""
    return {
        "block-cursor-background": cursor,
        "block-cursor-foreground": text,
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": cursor,
        "block-cursor-blurred-foreground": text,
        "block-cursor-blurred-text-style": "bold",
        "input-selection-background": f"{accent} 35%",
        "scrollbar": panel,
        "scrollbar-hover": dim,
        "scrollbar-active": accent,
        "scrollbar-background": "transparent",
        "scrollbar-background-hover": "transparent",
        "scrollbar-background-active": "transparent",
        "border": accent,
        "border-blurred": panel,
        "footer-key-foreground": accent,
    }


INK = Theme(
    name="ink",
    primary="#e8735f",
    secondary="#7fa3d8",
    accent="#e8735f",
    warning="#dca55a",
    error="#e8735f",
    success="#7cbf98",
    foreground="#dcd6c8",
    background="#16181c",
    surface="#1c1f24",
    panel="#262a31",
    dark=True,
    text_alpha=1.0,
    variables={**_INK, **_textual_variables("#e8735f", "#262a31", "#8f939a", "#3a3438", "#dcd6c8")},
)

PAPER = Theme(
    name="paper",
    primary="#a83226",
    secondary="#2e4e7e",
    accent="#a83226",
    warning="#8a4f0f",
    error="#a83226",
    success="#2a6546",
    foreground="#2a2723",
    background="#f6f1e5",
    surface="#efe8d8",
    panel="#e6ddc8",
    dark=False,
    text_alpha=1.0,
    variables={**_PAPER, **_textual_variables("#a83226", "#e6ddc8", "#655f55", "#dccfb2", "#2a2723")},
)


def own_variables(dark: bool) -> dict[str, str]:
    """Our variables for a theme that does not know them, by whether it is a dark one."""
    return dict(_INK if dark else _PAPER)
