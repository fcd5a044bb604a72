"""Choosing what the outline shows."""

from tourview.i18n import N_
from tourview.tui.commands.base import Command, Group
from tourview.tui.commands.leading import Figures, Trace


class Views(Command):
    """Stands for the views at the foot of the screen."""

    action = "view('')"
    keys = ()
    shown = "1-5"
    group = Group.VIEW
    in_palette = False
    in_help = False
    title = N_("Choose a view")
    hint = N_("views")


class WholeReport(Command):
    """All sections."""

    action = "view('')"
    keys = ("1",)
    shown = "1"
    group = Group.VIEW
    title = N_("Whole report")


class Visits(Command):
    """Only what was visited."""

    action = "view('visit')"
    keys = ("2",)
    shown = "2"
    group = Group.VIEW
    title = N_("Visits")


class Lessons(Command):
    """Only what was learned."""

    action = "view('lesson')"
    keys = ("3",)
    shown = "3"
    group = Group.VIEW
    title = N_("Lessons")


class Gaps(Command):
    """Only where we fall short."""

    action = "view('gap')"
    keys = ("4",)
    shown = "4"
    group = Group.VIEW
    title = N_("Gaps")


class Commitments(Command):
    """Only what was promised."""

    action = "view('commitment')"
    keys = ("5",)
    shown = "5"
    group = Group.VIEW
    title = N_("Commitments")


class OpenLedger(Command):
    """What became of the commitments."""

    action = "app.ledger"
    keys = ("8",)
    shown = "8"
    group = Group.VIEW
    title = N_("Ledger of the commitments")
    hint = N_("ledger")


class Zoom(Command):
    """The reader alone."""

    action = "zoom"
    keys = ("z",)
    shown = "z"
    group = Group.VIEW
    title = N_("Reader at full width")
    hint = N_("wide")


class NextTheme(Command):
    """From ink to paper and back."""

    action = "app.toggle_theme"
    keys = ("t",)
    shown = "t"
    group = Group.VIEW
    title = N_("Light or dark page")


KINDS: tuple[type[Command], ...] = (Visits, Lessons, Gaps, Commitments)
COMMANDS: tuple[type[Command], ...] = (Views, WholeReport, *KINDS, Figures, Trace, OpenLedger, Zoom, NextTheme)
