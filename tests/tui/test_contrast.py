"""That text can be read in every theme, ours and Textual's, by the formula of WCAG 2."""

import pytest
from textual.app import App
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from tests.tui.house import SMALL, STANDARD, visit
from tourview.report import Kind
from tourview.tui.contrast import AA, contrast, mended, mended_variables
from tourview.tui.memory import Memory
from tourview.tui.themes import INK, PAPER

GROUNDS = ("background", "surface", "panel")
TEXTS = ("accent", "dim", *(f"kind-{kind}" for kind in Kind))
WHITE, GREY, BLACK = Color(255, 255, 255), Color(119, 119, 119), Color(0, 0, 0)


def test_the_ratio_is_that_of_wcag() -> None:
    assert contrast(BLACK, WHITE) == pytest.approx(21)
    assert contrast(WHITE, WHITE) == pytest.approx(1)
    assert contrast(GREY, WHITE) == contrast(WHITE, GREY) == pytest.approx(4.48, abs=0.01)


def test_a_colour_that_can_be_read_stays_as_it_is() -> None:
    blue = Color.parse("#2e4e7e")
    assert mended(blue, [WHITE], BLACK) == blue


def test_a_faint_colour_keeps_as_much_of_itself_as_can_be_read() -> None:
    orange = Color.parse("#fea62b")
    better = mended(orange, [WHITE], BLACK)
    assert AA <= contrast(better, WHITE) < 6
    assert better.r > better.g > better.b


def test_where_the_text_is_faint_too_black_or_white_helps() -> None:
    assert contrast(mended(GREY, [WHITE], GREY), WHITE) >= AA
    assert contrast(mended(GREY, [Color(60, 60, 60)], GREY), Color(60, 60, 60)) >= AA


@pytest.mark.parametrize("name", sorted(name for name, theme in BUILTIN_THEMES.items() if not theme.ansi))
async def test_every_text_colour_can_be_read_in_textuals_themes(name: str) -> None:
    async with visit(SMALL, STANDARD, Memory(theme=name, fresh=False)) as sitting:
        colours = {
            key: Color.parse(value) for key, value in sitting.app.get_css_variables().items() if key in GROUNDS + TEXTS
        }
        faint = [
            (text, ground) for text in TEXTS for ground in GROUNDS if contrast(colours[text], colours[ground]) < AA
        ]
        assert not faint
        assert sitting.app.look.accent.color == colours["accent"].rich_color
        signs = [segment for segment in sitting.strips()[0] if segment.text.startswith("tourview")]
        assert [segment.style.color for segment in signs if segment.style] == [colours["accent"].rich_color]


@pytest.mark.parametrize("theme", [INK, PAPER], ids=["ink", "paper"])
async def test_our_themes_stay_as_they_are(theme: Theme) -> None:
    async with visit(SMALL, STANDARD, Memory(theme=theme.name, fresh=False)) as sitting:
        shown = sitting.app.get_css_variables()
        assert shown == App.get_css_variables(sitting.app)
        assert {key: shown[key] for key in theme.variables} == theme.variables
        assert Color.parse(mended_variables(shown)["dim"]) == Color.parse(theme.variables["dim"])


@pytest.mark.parametrize("name", sorted(name for name, theme in BUILTIN_THEMES.items() if theme.ansi))
async def test_a_terminals_own_colours_are_left_to_it(name: str) -> None:
    async with visit(SMALL, STANDARD, Memory(theme=name, fresh=False)) as sitting:
        assert sitting.app.get_css_variables()["accent"].startswith("ansi_")


async def test_a_theme_chosen_later_is_mended_as_well() -> None:
    async with visit(SMALL, STANDARD) as sitting:
        sitting.app.theme = "textual-light"
        await sitting.settle()
        look = sitting.app.look
        assert look.accent.color is not None
        assert contrast(Color.from_rich_color(look.accent.color), Color.parse("#d0d0d0")) >= AA
