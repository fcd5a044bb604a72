"""The look: our two themes, Textual's beside them, and no colour at all."""

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from tests.tui.house import SMALL, STANDARD, visit
from tourview.report import Kind
from tourview.tui.memory import Memory
from tourview.tui.themes import INK, PAPER

GROUNDS = ("background", "surface", "panel")
TEXTS = ("foreground", "accent", "primary", "secondary", "warning", "error", "success")
AA = 4.5


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, by WCAG 2."""

    def luminance(colour: str) -> float:
        channels = [part / 255 for part in Color.parse(colour).rgb]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_contrast_is_wcag_s() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", [INK, PAPER], ids=["ink", "paper"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_every_text_colour_can_be_read_on_every_ground(theme: Theme, ground: str) -> None:
    behind = getattr(theme, ground)
    colours = {name: getattr(theme, name) for name in TEXTS}
    colours["dim"] = theme.variables["dim"]
    colours |= {kind: theme.variables[f"kind-{kind}"] for kind in Kind}
    ratios = {name: contrast(colour, behind) for name, colour in colours.items()}
    assert {name: ratio for name, ratio in ratios.items() if ratio < AA} == {}


@pytest.mark.parametrize("theme", [INK, PAPER], ids=["ink", "paper"])
def test_reversed_text_can_be_read(theme: Theme) -> None:
    assert theme.foreground
    assert theme.background
    assert contrast(theme.variables["hit-text"], theme.variables["hit"]) >= AA
    assert contrast(theme.background, theme.accent or "") >= AA
    assert contrast(theme.background, theme.foreground) >= AA
    assert contrast(theme.foreground, theme.variables["cursor-line"]) >= AA
    for kind in Kind:
        assert contrast(theme.background, theme.variables[f"kind-{kind}"]) >= AA


@pytest.mark.parametrize("theme", [INK, PAPER], ids=["ink", "paper"])
def test_what_stands_on_the_cursor_s_line_can_be_read(theme: Theme) -> None:
    """The row's name and number; its seal stands beside the line."""
    line = theme.variables["cursor-line"]
    assert theme.foreground
    assert theme.accent
    for colour in (theme.foreground, theme.variables["dim"], theme.accent):
        assert contrast(colour, line) >= 3
    assert contrast(theme.foreground, line) >= AA


@pytest.mark.parametrize("name", sorted(BUILTIN_THEMES))
async def test_textuals_themes_serve_as_well(name: str) -> None:
    async with visit(SMALL, STANDARD, Memory(theme=name, fresh=False)) as sitting:
        assert sitting.app.theme == name
        assert "一、考察的基本情况" in sitting.text()


async def test_a_theme_chosen_later_redraws_all() -> None:
    async with visit(SMALL, STANDARD) as sitting:
        await sitting.press("/", *"园区", "enter")
        sitting.app.theme = "solarized-light"
        await sitting.settle()
        ours = {
            Color.parse(colour).rich_color
            for colour in (INK.background, INK.surface, INK.panel, INK.foreground)
            if colour
        }
        for strip in sitting.strips():
            for segment in strip:
                if segment.style is not None and segment.text.strip():
                    assert segment.style.bgcolor not in ours
                    assert segment.style.color not in ours


async def test_in_monochrome_hits_and_cursor_can_still_be_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with visit(SMALL, STANDARD) as sitting:
        await sitting.press("down", "down", "/", *"园区", "enter", "tab", "n")
        segments = [
            segment for strip in sitting.strips() for segment in strip if segment.style and segment.text.strip()
        ]
        for segment in segments:
            assert segment.style is not None
            for colour in (segment.style.color, segment.style.bgcolor):
                assert colour is None or len(set(colour.get_truecolor())) == 1
        grounds: dict[str, set[str]] = {}
        for segment in segments:
            if segment.style is not None and segment.style.bgcolor is not None:
                grounds.setdefault(segment.text, set()).add(segment.style.bgcolor.name)
        page = grounds["，办法都是试出来"]
        assert len(grounds["园区"] - page) >= 2
