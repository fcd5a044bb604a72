"""What `tourview ledger` can do and what each action takes, as data."""

from tourview.cli.arguments import Argument, Command, Table, exit_statuses
from tourview.i18n import _, language, listed
from tourview.ledger.fields import FIELDS, headings
from tourview.ledger.lights import RED_LAG, YELLOW_DAYS, YELLOW_LAG, Light
from tourview.ledger.status import Status

NAME = "ledger"
FORMATS = ("md", "html")


def ledger_command() -> Command:
    """The command with its actions, described in the interface language."""
    actions = (
        *(_list(), _show(), _history(), _set(), _log(), _close(), _split(), _undo()),
        *(_import(), _export(), _summary()),
    )
    names = tuple(action.name for action in actions)
    options = {argument.names: argument for action in actions for argument in action.arguments if argument.is_option}
    action = Argument((_("ACTION"),), "action", _("what to do; list where none is named"), nargs="?", choices=names)
    rest = Argument((_("WORD"),), "words", _("what the action is about"), nargs="*", hint="path")
    return Command(
        NAME,
        _("follow what becomes of the commitments: owner, due date, progress, closing"),
        (action, rest, *options.values()),
        (
            "tourview ledger report.txt",
            "tourview ledger set kfhm lead_unit=市发展改革委 owner=王主任 due=2026年9月底 status=正在办理",
            "tourview ledger log kfhm 已召开推进会 --date 2026-03-05",
            "tourview ledger set kfhm status=done",
            "tourview ledger close kfhm --by 李主任",
            "tourview ledger summary -f html > notice.html",
            "tourview ledger set --help",
        ),
        (_places(), *_words()),
        actions=actions,
    )


def _places() -> Table:
    return Table(
        _("where it is kept:"),
        (
            ("--ledger FILE", _("a ledger of that name, on a shared drive, say")),
            ("TOURVIEW_LEDGER", _("the same, in the environment")),
            (_("otherwise"), _("one ledger for all reports, in the user's data folder; no report is ever written to")),
        ),
    )


def _words() -> tuple[Table, ...]:
    place = 0 if language() == "zh" else 1
    statuses = tuple((status.value, status.chinese) for status in Status)
    yellow = _("{days} days or less are left, or progress is behind plan by {lag:.0%} of the whole or more")
    lights = (
        (Light.GREEN.value, _("done, or in time")),
        (Light.YELLOW.value, yellow.format(days=YELLOW_DAYS, lag=YELLOW_LAG)),
        (Light.RED.value, _("overdue, or behind plan by {lag:.0%} or more").format(lag=RED_LAG)),
        (Light.NONE.value, _("no due date, or nothing left to do")),
    )
    fields = tuple((name, headings(name)[1 - place] if place else headings(name)[0]) for name in FIELDS)
    return Table(_("status:"), statuses), Table(_("light:"), lights), Table(_("fields:"), fields)


def _action(
    name: str, text: str, arguments: tuple[Argument, ...], examples: tuple[str, ...], tables: tuple[Table, ...] = ()
) -> Command:
    calls = tuple(f"tourview {NAME} {example}" for example in examples)
    return Command(name, text, (*arguments, *_common()), calls, tables, group=NAME)


def ledger_option() -> Argument:
    """What says which ledger is used."""
    text = _("the ledger; otherwise that of TOURVIEW_LEDGER, or the user's own")
    return Argument(("--ledger",), "ledger", text, value=_("FILE"), hint="path")


def ledger_options(today: str) -> tuple[Argument, ...]:
    """What says which ledger is used, by whom, and on which day; `today` explains that one."""
    return (
        ledger_option(),
        Argument(
            ("--actor",), "actor", _("who makes the change; otherwise the user of this computer"), value=_("NAME")
        ),
        Argument(("--today",), "today", today, value=_("DAY")),
    )


def _common() -> tuple[Argument, ...]:
    today = _(
        "the day it is taken to be: list, show, summary and exported tables tell how things stood at its end; a change"
        " counts from it"
    )
    return (*ledger_options(today), Argument(("--json",), "as_json", _("print it as JSON")))


def _id() -> Argument:
    return Argument((_("ID"),), "row", _("the row: its id, the beginning of it, or the section's ref"))


def _report(text: str) -> Argument:
    return Argument((_("PATH"),), "path", text, nargs="?", hint="path")


def _filters() -> tuple[Argument, ...]:
    return (
        Argument(("--unit",), "unit", _("rows whose units have this in their names"), value=_("NAME")),
        Argument(("--owner",), "owner", _("rows whose owner has this in the name"), value=_("NAME")),
        Argument(
            ("--light",),
            "light",
            _("rows with one of these lights: {lights}").format(lights=listed(light.value for light in Light)),
            value=_("LIGHT[,LIGHT]"),
        ),
        Argument(("--status",), "status", _("rows with one of these statuses"), value=_("STATUS[,STATUS]")),
        Argument(("--due",), "due", _("rows due in this month"), value=_("MONTH")),
        Argument(("--gap",), "gap", _("rows that answer a gap of this ref, or with these words"), value=_("GAP")),
        Argument(("--overdue",), "overdue", _("rows that are overdue")),
    )


def _list() -> Command:
    return _action(
        "list",
        _("list rows; a report that is named is entered first, its commitments at 待明确"),
        (
            _report(_("a report; without it all rows, or those of the bundled report where there are none")),
            *_filters(),
        ),
        ("list report.txt", "list --light red --unit 发展改革", "list --status 已办结 --json", "list --due 2026-09"),
        (exit_statuses(_("there are such rows"), _("there are none")),),
    )


def _show() -> Command:
    return _action("show", _("show everything about a row"), (_id(),), ("show kfhm", "show 3.1 --json"))


def _history() -> Command:
    return _action("history", _("list all that was ever done to a row"), (_id(),), ("history kfhm",))


def _set() -> Command:
    return _action(
        "set",
        _("set fields of a row"),
        (
            _id(),
            Argument(
                (_("FIELD=VALUE"),),
                "values",
                _("a field and its value; nothing behind = empties it, += adds to a list"),
                nargs="+",
            ),
            Argument(("--note",), "note", _("why, for the history"), value=_("TEXT")),
        ),
        (
            "set kfhm owner=王主任 due=2026-09-30",
            "set kfhm status=extended extended_to=2026年底 reason=用地审批延后",
            "set kfhm 责任单位+=市财政局 evidence+=https://example.org/a.pdf",
            "set kfhm baseline=0 target=12 unit=家 current=5",
        ),
        _words(),
    )


def _log() -> Command:
    return _action(
        "log",
        _("add to the progress of a row; what is added is never rewritten"),
        (
            _id(),
            Argument((_("TEXT"),), "text", _("what was done")),
            Argument(("--date",), "day", _("when; otherwise today"), value=_("DAY")),
        ),
        ("log kfhm 已召开推进会", "log kfhm 园区开工 --date 2026-03-05"),
    )


def _close() -> Command:
    return _action(
        "close",
        _("close a row that is done, as its reviewer, who is not its owner"),
        (
            _id(),
            Argument(("--by",), "by", _("the reviewer"), value=_("NAME")),
            Argument(("--date",), "day", _("when; otherwise today"), value=_("DAY")),
            Argument(("--note",), "note", _("what the reviewer says, for the history"), value=_("TEXT")),
        ),
        ("close kfhm --by 李主任",),
    )


def _split() -> Command:
    return _action(
        "split",
        _("split an undertaking off into a row of its own"),
        (_id(), Argument((_("TEXT"),), "text", _("its words"))),
        ("split kfhm 年底前建成园区服务大厅",),
    )


def _undo() -> Command:
    return _action("undo", _("take the last change of a row back; the history keeps both"), (_id(),), ("undo kfhm",))


def _import() -> Command:
    return _action(
        "import",
        _("take changes from a table, or from a ledger as JSON; shows them first"),
        (
            Argument((_("FILE"),), "file", _("a .csv or .xlsx table with the usual columns, or .json"), hint="path"),
            Argument(("--apply",), "apply", _("make the changes; otherwise they are only shown")),
        ),
        ("import ledger.xlsx", "import ledger.xlsx --apply"),
        (
            Table(
                _("how a table is read:"),
                (
                    (_("columns"), _("in any order, with Chinese or English headings, below a title or not")),
                    (_("rows"), _("belong to the row of their id, or else of the same text")),
                    (_("empty cells"), _("empty the field; a column that is missing leaves it")),
                    (_("progress"), _("is only added to, one entry a line")),
                    (_("bad rows"), _("are named by their line and left out")),
                ),
            ),
            exit_statuses(_("every row could be read"), _("some rows were left out")),
        ),
    )


def _export() -> Command:
    return _action(
        "export",
        _("write all rows to a file: .csv or .xlsx as a table, .json with the whole history"),
        (Argument((_("FILE"),), "file", _("the file to write"), hint="path"),),
        ("export ledger.xlsx", "export ledger.csv", "export ledger.json"),
    )


def _summary() -> Command:
    return _action(
        "summary",
        _("sum up: what was closed this month, is under way, is overdue, unit by unit; ready to send"),
        (
            _report(_("a report; without it all rows")),
            Argument(
                ("-f", "--format"), "to", _("md or html; md where none is named"), choices=FORMATS, value=_("FORMAT")
            ),
            Argument(("--unit",), "unit", _("rows whose units have this in their names"), value=_("NAME")),
        ),
        ("summary", "summary report.txt -f html > notice.html"),
    )
