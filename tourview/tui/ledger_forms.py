"""The forms of the ledger: what each asks for, and by which rules its answers are judged."""

from collections.abc import Callable, Mapping, Sequence

from tourview.i18n import N_, _, listed
from tourview.ledger import rules
from tourview.ledger.dates import day_of, month_named
from tourview.ledger.errors import LedgerError
from tourview.ledger.fields import FIELDS, text_of, written
from tourview.ledger.lights import Light, light_named
from tourview.ledger.row import Row
from tourview.ledger.rules import status_word
from tourview.ledger.selecting import Wanted
from tourview.ledger.status import ANSWERED, NEXT, Status, status_named
from tourview.ledger.words import label, light_word
from tourview.tui.ledger_book import State
from tourview.tui.ledger_question import Form, Question
from tourview.tui.ledger_words import problem_words
from tourview.typeset import shortened

_EDITED = (
    *("lead_unit", "responsible_units", "owner", "assigned", "due", "status"),
    *("baseline", "target", "unit", "current", "evidence", "reason"),
)
_EARLIER = ("lead_unit", "responsible_units", "owner", "reviewer", "unit", "reason")
_HINTS = {
    **dict.fromkeys(("assigned", "due", "extended_to"), N_("2026-09-30, or 2026年9月底")),
    **dict.fromkeys(("baseline", "target", "current"), N_("a number, such as 1200 or 1.2万")),
    "responsible_units": N_("one or several, with 、 between"),
    "evidence": N_("paths or addresses, with | between"),
}
_ASKED: Mapping[Status, tuple[str, ...]] = {
    Status.EXTENDED: ("extended_to", "reason"),
    Status.SUSPENDED: ("reason",),
    Status.NOT_APPLICABLE: ("reason",),
    Status.SUPERSEDED: ("superseded_by",),
}
"""What must be said when a row comes to a status."""
_REOPENED = (Status.DONE, Status.CLOSED)
_BAR = " | "
_COMMA = "、"
_TITLE = 36


def edit_form(row: Row, state: State) -> Form:
    """Who answers for a row, until when, how it is measured, how far it is."""
    return Form(_titled(_("Edit"), row), [_asking(name, row, state) for name in _EDITED], judged(row, state, {}))


def reachable(row: Row) -> list[Status]:
    """The statuses that may follow that of a row, but closing, which has a form of its own."""
    return [status for status in Status if status in NEXT[row.status] and status is not Status.CLOSED]


def status_form(row: Row, status: Status, state: State) -> Form:
    """What must be said so that a row can come to a status; there may be nothing."""
    names: list[str] = []
    if status in ANSWERED and not (row.lead_unit or row.owner):
        names += ["lead_unit", "owner"]
    if status is Status.EXTENDED and row.due is None:
        names.append("due")
    names += _ASKED.get(status, ("reason",) if row.status in _REOPENED else ())
    # A reason is given anew each time: the last one stands for another change.
    questions = [_asking(name, row, state, anew=name in ("reason", "extended_to")) for name in names]
    return Form(_titled(status_word(status), row), questions, judged(row, state, {"status": status.value}))


def log_form(row: Row, state: State) -> Form:
    """What was done, and when."""
    today = state.today.isoformat()

    def check(answers: Mapping[str, str]) -> str | None:
        if not answers.get("text"):
            return _("Write what was done.")
        if (day := answers.get("day", today)) > today:
            return _("{day} is yet to come; log what was done until today").format(day=day)
        return None

    text = Question("text", label("progress"), hint=_("what was done"))
    return Form(_titled(_("Log progress"), row), [text, _day_question(today)], check)


def close_form(row: Row, state: State) -> Form:
    """Who reviewed it, when, and what there is to be said."""
    today = state.today.isoformat()
    others = [
        name
        for name in state.earlier("reviewer")
        if not (rules.same_person(name, row.owner) or rules.same_person(name, row.lead_unit))
    ]
    reviewer = Question("reviewer", label("reviewer"), hint=_("who is not the owner"), offers=others)
    note = Question("note", _("Note"), hint=_("what the reviewer says, for the history"))

    def check(answers: Mapping[str, str]) -> str | None:
        values = {"reviewer": answers.get("reviewer", ""), "closed": answers.get("day", today)}
        return judged(row, state, {"status": Status.CLOSED.value})(values)

    return Form(_titled(_("Close"), row), [reviewer, _day_question(today), note], check)


def not_closable(row: Row, state: State) -> str | None:
    """Why a row cannot be closed, whoever reviews it; None if it can."""
    if row.status is Status.CLOSED:
        return _("It is closed already.")
    return None if row.status is Status.DONE else judged(row, state, {})({"status": Status.CLOSED.value})


def judged(row: Row, state: State, given: Mapping[str, str]) -> Callable[[Mapping[str, str]], str | None]:
    """What the rules of the ledger have against a change of a row; None if nothing.

    Args:
        row: The row as it is.
        state: The day, and the other rows.
        given: What is changed whatever is answered.
    """

    def check(answers: Mapping[str, str]) -> str | None:
        values = {**given, **answers}
        if not values:
            return None
        try:
            after = rules.changed(row, values, state.today)
        except LedgerError as error:
            return problem_words(error)
        successor = after.superseded_by
        if successor and successor not in state.histories:
            return _("there is no row {id} to take its place").format(id=successor)
        return None

    return check


def _asking(name: str, row: Row, state: State, *, anew: bool = False) -> Question:
    """The question for a field of `FIELDS`."""
    field = FIELDS[name]
    value = "" if anew else text_of(row, name)
    hint = _(_HINTS[name]) if name in _HINTS else ""
    if name == "status":
        offers = [status_word(status) for status in reachable(row) if not _ASKED.get(status)]
        return Question(name, label(name), value, hint, _status_value, _status_shown, offers)
    if name == "evidence":

        def pieces(text: str) -> str:
            return written(field.read(text.replace("|", "\n")), field.joint)

        return Question(name, label(name), value, hint, pieces, _in_a_row, joint=_BAR)
    if name == "superseded_by":
        others = [f"{other.id}" for other in state.rows if other.id != row.id]
        hint = listed(f"{other.id} {shortened(other.text, 12)}" for other in state.rows[:3] if other.id != row.id)
        return Question(name, label(name), value, hint, offers=others)
    offers = list(state.earlier(name)) if name in _EARLIER else []
    return Question(
        name,
        label(name),
        value,
        hint,
        read=lambda text: written(field.read(text), field.joint),
        offers=offers,
        joint=field.joint,
    )


def _day_question(today: str) -> Question:
    return Question("day", _("Day"), today, _(_HINTS["due"]), read=lambda text: _day_or(text, today))


def _day_or(text: str, today: str) -> str:
    return day_of(text).isoformat() if text.strip() else today


def _status_value(text: str) -> str:
    return str(FIELDS["status"].read(text).value) if text.strip() else Status.UNASSIGNED.value


def _status_shown(value: str) -> str:
    status = status_named(value)
    return status_word(status) if status else value


def _in_a_row(value: str) -> str:
    return value.replace("\n", _BAR)


def _titled(deed: str, row: Row) -> str:
    return f"{deed}  {row.id}  {shortened(row.text, _TITLE)}"


# Filtering


def filter_form(asked: Mapping[str, str], state: State) -> Form:
    """Which rows are to be shown; what is asked already stands in the fields."""
    rows = state.rows
    units = dict.fromkeys(name for row in rows for name in (row.lead_unit, *row.responsible_units) if name)
    months = sorted({f"{row.deadline:%Y-%m}" for row in rows if row.deadline})
    gaps = dict.fromkeys(f"{end.ref} {end.heading}" for row in rows for end in row.gaps)
    lights = [light_word(each) for each in Light]
    statuses = [status_word(each) for each in Status]
    present = [word for word, each in zip(statuses, Status, strict=True) if any(row.status is each for row in rows)]
    value = asked.get
    questions = [
        Question("unit", _("Unit"), value("unit", ""), _("a part of its name"), offers=tuple(units)),
        Question(
            "light", label("light"), value("light", ""), listed(lights), _read_lights, offers=lights, joint=_COMMA
        ),
        Question(
            *("status", label("status"), value("status", ""), listed(statuses), _read_statuses),
            offers=present,
            joint=_COMMA,
        ),
        Question("due", _("Due in"), value("due", ""), "2026-09", _read_month, offers=months),
        Question("gap", label("gaps"), value("gap", ""), _("a ref, or words of it"), offers=tuple(gaps)),
    ]
    return Form(_("Filter"), questions)


def wanted_of(asked: Mapping[str, str]) -> Wanted:
    """What the answers of a filter form ask for."""
    month = asked.get("due", "")
    gap = asked.get("gap", "")
    return Wanted(
        unit=asked.get("unit", ""),
        lights=frozenset(filter(None, map(light_named, _parts(asked.get("light", ""))))),
        statuses=frozenset(filter(None, map(status_named, _parts(asked.get("status", ""))))),
        due=month_named(month) if month else None,
        # A gap that was offered goes by its ref, which stands before its heading.
        gap=gap.partition(" ")[0] if gap[:1].isdecimal() else gap,
    )


def _parts(text: str) -> Sequence[str]:
    return [part.strip() for part in text.replace(",", _COMMA).replace("，", _COMMA).split(_COMMA) if part.strip()]


def _read_lights(text: str) -> str:
    return _each_known(text, lambda word: light_named(word) is not None, [light_word(each) for each in Light])


def _read_statuses(text: str) -> str:
    return _each_known(text, lambda word: status_named(word) is not None, [status_word(each) for each in Status])


def _each_known(text: str, known: Callable[[str], bool], choices: Sequence[str]) -> str:
    for word in _parts(text):
        if not known(word):
            raise ValueError(_("'{text}' is not one of {choices}").format(text=word, choices=listed(choices)))
    return _COMMA.join(_parts(text))


def _read_month(text: str) -> str:
    if not text.strip():
        return ""
    year, month = month_named(text)
    return f"{year}-{month:02}"
