"""What can be done with the report, and with the program."""

from tourview.i18n import N_
from tourview.tui.commands.base import Command, Group


class NextNotice(Command):
    """To the next thing a careful reader would flag."""

    action = "notice(1)"
    keys = ("m",)
    shown = "m"
    group = Group.REPORT
    title = N_("Next notice")


class PreviousNotice(Command):
    """To the previous thing a careful reader would flag."""

    action = "notice(-1)"
    keys = ("M",)
    shown = "M"
    group = Group.REPORT
    title = N_("Previous notice")


class Cite(Command):
    """Copy the passage as a citation."""

    action = "cite"
    keys = ("y",)
    shown = "y"
    group = Group.REPORT
    title = N_("Copy as a citation")
    hint = N_("cite")


class CopyRef(Command):
    """Copy the ref."""

    action = "copy_ref"
    keys = ("Y",)
    shown = "Y"
    group = Group.REPORT
    title = N_("Copy the ref")


class Export(Command):
    """Write the report in another format."""

    action = "app.export"
    keys = ("e",)
    shown = "e"
    group = Group.REPORT
    title = N_("Export the report")


class OpenAnother(Command):
    """Open another report."""

    action = "app.open_another"
    keys = ("o",)
    shown = "o"
    group = Group.REPORT
    title = N_("Open another report")


class Reload(Command):
    """Read the file again."""

    action = "app.reload"
    keys = ("r",)
    shown = "r"
    group = Group.REPORT
    title = N_("Read the file again")


class Help(Command):
    """The keys for where one is."""

    action = "help"
    keys = ("?", "？", "f1")
    shown = "? F1"
    group = Group.PROGRAM
    title = N_("Keys")
    hint = N_("help")


class Palette(Command):
    """All commands by name."""

    action = "app.command_palette"
    keys = ("ctrl+p",)
    shown = "Ctrl+P"
    group = Group.PROGRAM
    in_palette = False
    title = N_("Command palette")


class Quit(Command):
    """Leave."""

    action = "app.quit"
    keys = ("q", "ctrl+q")
    shown = "q Ctrl+Q"
    group = Group.PROGRAM
    title = N_("Quit")
    hint = N_("quit")


class AskHelp(Help):
    """Help, by its shortest key."""

    shown = "?"


class AskHelpTyping(Help):
    """Help, by the key that types nothing."""

    shown = "F1"


class Leave(Quit):
    """Leave, by the shortest key."""

    shown = "q"


COMMANDS: tuple[type[Command], ...] = (
    NextNotice,
    PreviousNotice,
    Cite,
    CopyRef,
    Export,
    OpenAnother,
    Reload,
    Help,
    Palette,
    Quit,
)
