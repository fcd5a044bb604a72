"""How well a colour can be read on another: the contrast ratio of WCAG 2, and colours mended until it is enough."""

from collections.abc import Mapping, Sequence

from textual.color import Color

from tourview.report import Kind

AA = 4.5
"""The least contrast ratio of text, by WCAG 2 level AA."""

_STEPS = 20
_GROUNDS = ("background", "surface", "panel")
_TEXTS = ("accent", "dim", *(f"kind-{kind}" for kind in Kind))


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of two colours without alpha, from 1 to 21; the order does not matter."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Color) -> float:
    """The relative luminance, from 0 to 1, as WCAG 2 defines it for sRGB."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def mended(colour: Color, grounds: Sequence[Color], text: Color) -> Color:
    """The colour mixed with that of the text, as little as lets it be read on all grounds.

    Where even the text is too faint, it is mixed with black or white, whichever is further from the grounds.
    """
    extreme = max((Color(0, 0, 0), Color(255, 255, 255)), key=lambda end: _least(end, grounds))
    target = text if _least(text, grounds) >= AA else extreme
    mixtures = (colour.blend(target, step / _STEPS) for step in range(_STEPS + 1))
    return next((mixture for mixture in mixtures if _least(mixture, grounds) >= AA), target)


def _least(colour: Color, grounds: Sequence[Color]) -> float:
    return min(contrast(colour, ground) for ground in grounds)


def mended_variables(variables: Mapping[str, str]) -> dict[str, str]:
    """A theme's variables, accent, dim and the colours of the kinds mended for its three grounds."""
    grounds = [Color.parse(variables[name]) for name in _GROUNDS]
    text = Color.parse(variables["foreground"])
    colours = {name: mended(Color.parse(variables[name]), grounds, text).hex for name in _TEXTS}
    return {**variables, **colours}
