"""What `tourview figures` and `tourview trace` take, as data."""

from tourview.cli.arguments import Argument, Command, exit_statuses
from tourview.cli.ledger_grammar import ledger_option
from tourview.figures import ORDERS
from tourview.i18n import _


def figures_command() -> Command:
    """The command that tells the key figures, described in the interface language."""
    return Command(
        "figures",
        _("list the key figures of reports: what they measure, whose they are, how they compare"),
        (
            Argument((_("PATH"),), "path", _("the reports"), nargs="+", hint="path"),
            Argument(("--unit",), "unit", _("only figures of this unit, for example 平方米 or %"), value=_("UNIT")),
            Argument(
                ("--kind",), "kinds", _("only figures of sections of these kinds"), value=_("KIND[,KIND]"), hint="kind"
            ),
            Argument(
                ("--sort",),
                "sort",
                _("value: the greatest first; unit: in groups with bars, as without it; ref: as the report has them"),
                choices=ORDERS,
                value=_("ORDER"),
            ),
            Argument(("--limit",), "limit", _("print only so many rows"), value=_("NUMBER")),
            Argument(
                ("--ratio",), "ratio", _("print how the figures of two rows compare, for example 3,7"), value=_("ROWS")
            ),
            Argument(("--json",), "as_json", _("print it as JSON")),
            Argument(("--csv",), "as_csv", _("print it as CSV")),
        ),
        (
            "tourview figures report.txt",
            "tourview figures report.txt --unit 平方米 --ratio 2,1",
            "tourview figures *.txt --kind commitment --csv > figures.csv",
        ),
        (exit_statuses(_("done"), _("there are no figures")),),
    )


def trace_command() -> Command:
    """The command that traces lessons to commitments, described in the interface language."""
    return Command(
        "trace",
        _("trace lessons to gaps and commitments: what answers what, and what is left open"),
        (
            Argument((_("PATH"),), "path", _("the report; - for standard input"), hint="path"),
            Argument(("--lessons",), "lessons", _("only lessons, with all that they lead to")),
            Argument(("--gaps",), "gaps", _("only gaps, with what leads to them and what answers them")),
            Argument(("--commitments",), "commitments", _("only commitments, with what they answer")),
            Argument(
                ("--min",),
                "least",
                _("leave out suggested links of less weight; the report's weightiest pair has 1"),
                value=_("WEIGHT"),
            ),
            Argument(
                ("--over",),
                "over",
                _("weigh shared words by how many reports of this folder have them; its index is brought up to date"),
                value=_("FOLDER"),
                hint="folder",
            ),
            ledger_option(),
            Argument(("--json",), "as_json", _("print it as JSON")),
            Argument(("--csv",), "as_csv", _("print the links as CSV")),
        ),
        (
            "tourview trace report.txt",
            "tourview trace report.txt --gaps --min 0.3",
            "tourview trace report.txt --over reports/",
            "tourview trace report.txt --json",
        ),
        (exit_statuses(_("done"), _("there are no lessons, gaps or commitments")),),
    )
