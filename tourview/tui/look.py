"""The colours of the theme in force, as Rich styles, and strips made of them."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.strip import Strip

from tourview.report import Kind


class Look(NamedTuple):
    """Foregrounds and highlights that the line-drawn widgets lay over their own background.

    Attributes:
        figure: A figure in a paragraph.
        notice: The words that a notice is about.
        current_notice: Those of the notice that the person stands at.
        notice_mark: The mark beside a line with a notice.
        ruler: The ruler's cell, by whether its part of the report is in view and whether it holds a hit.
        seal: A kind's seal as it stands below the section where the kind begins.
        seal_reversed: The seal where the kind begins, and in the reader's headings.
    """

    text: Style
    dim: Style
    bold: Style
    accent: Style
    hit: Style
    current_hit: Style
    selection: Style
    figure: Style
    notice: Style
    current_notice: Style
    notice_mark: Style
    cursor: Style
    cursor_blurred: Style
    ruler: Mapping[tuple[bool, bool], Style]
    seal: Mapping[Kind | None, Style]
    seal_reversed: Mapping[Kind | None, Style]


def look_of(variables: Mapping[str, str]) -> Look:
    """The look that a theme's variables describe; see `App.theme_variables`."""

    def colour(name: str) -> str:
        return Color.parse(variables[name]).rich_color.name

    text, ground = colour("foreground"), colour("background")
    kinds = {kind: colour(f"kind-{kind}") for kind in Kind}
    return Look(
        text=Style(color=text),
        dim=Style(color=colour("dim")),
        bold=Style(color=text, bold=True),
        accent=Style(color=colour("accent"), bold=True),
        hit=Style(color=colour("hit-text"), bgcolor=colour("hit")),
        current_hit=Style(color=ground, bgcolor=colour("accent"), bold=True),
        selection=Style(bgcolor=colour("cursor-line"), color=text),
        figure=Style(bold=True),
        notice=Style(underline=True),
        current_notice=Style(color=colour("accent"), bgcolor=colour("panel"), bold=True, underline=True),
        notice_mark=Style(color=colour("dim")),
        cursor=Style(bgcolor=colour("cursor-line"), bold=True),
        cursor_blurred=Style(bgcolor=colour("panel"), bold=True),
        ruler={
            (False, False): Style(),
            (True, False): Style(bgcolor=colour("panel")),
            (False, True): Style(bgcolor=colour("hit")),
            (True, True): Style(bgcolor=colour("accent")),
        },
        seal={None: Style(), **{kind: Style(color=value, bold=True) for kind, value in kinds.items()}},
        seal_reversed={
            None: Style(),
            **{kind: Style(color=ground, bgcolor=value, bold=True) for kind, value in kinds.items()},
        },
    )


def finished(segments: Iterable[Segment], width: int, base: Style) -> Strip:
    """The strip that segments make on a ground, `width` cells wide: one object, where `Strip`'s methods make three."""
    drawn = [Segment(text, base + style if style else base) for text, style, _control in segments if text]
    used = sum(segment.cell_length for segment in drawn)
    if used > width:
        return Strip(drawn, used).crop(0, width)
    if used < width:
        drawn.append(Segment(" " * (width - used), base))
    return Strip(drawn, width)


def in_view(line: int, height: int, total: int, top: int) -> bool:
    """Whether the line of a view's right edge is to be marked: it stands for a part of the whole that is in view.

    Args:
        line: The line, from 0.
        height: The lines of the view.
        total: The lines of the whole; where the view holds them all, nothing is marked.
        top: The first line of the whole that is in view.
    """
    if total <= height:
        return False
    length = max(1, height * height // total)
    first = round(top / (total - height) * (height - length))
    return first <= line < first + length
