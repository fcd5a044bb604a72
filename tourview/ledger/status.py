"""How far a commitment has come, and which step may follow which."""

from collections.abc import Mapping
from enum import StrEnum


class Status(StrEnum):
    """The states of a row in the order in which work goes, then those aside of it."""

    UNASSIGNED = "unassigned"
    NOT_STARTED = "not-started"
    IN_PROGRESS = "in-progress"
    DONE = "done"
    CLOSED = "closed"
    EXTENDED = "extended"
    SUSPENDED = "suspended"
    NOT_APPLICABLE = "not-applicable"
    SUPERSEDED = "superseded"

    @property
    def chinese(self) -> str:
        """What a 台账 calls it: 待明确, 正在办理, 已销号."""
        return _CHINESE[self]

    @property
    def open(self) -> bool:
        """Whether work is still to be done, so that its row can be overdue."""
        return self in OPEN


_CHINESE = {
    Status.UNASSIGNED: "待明确",
    Status.NOT_STARTED: "未启动",
    Status.IN_PROGRESS: "正在办理",
    Status.DONE: "已办结",
    Status.CLOSED: "已销号",
    Status.EXTENDED: "延期",
    Status.SUSPENDED: "中止",
    Status.NOT_APPLICABLE: "不再适用",
    Status.SUPERSEDED: "被替代",
}
_ALSO = {
    "未明确": Status.UNASSIGNED,
    "待办": Status.NOT_STARTED,
    "未开始": Status.NOT_STARTED,
    "在办": Status.IN_PROGRESS,
    "办理中": Status.IN_PROGRESS,
    "推进中": Status.IN_PROGRESS,
    "正在推进": Status.IN_PROGRESS,
    "进行中": Status.IN_PROGRESS,
    "办结": Status.DONE,
    "完成": Status.DONE,
    "已完成": Status.DONE,
    "销号": Status.CLOSED,
    "已延期": Status.EXTENDED,
    "已中止": Status.SUSPENDED,
    "暂停": Status.SUSPENDED,
}
"""Other words that ledgers in use have for the same."""

OPEN = frozenset((Status.UNASSIGNED, Status.NOT_STARTED, Status.IN_PROGRESS, Status.EXTENDED))
ANSWERED = frozenset((Status.NOT_STARTED, Status.IN_PROGRESS, Status.EXTENDED, Status.DONE, Status.CLOSED))
"""States in which somebody must be named who answers for the work."""
_ASIDE = (Status.SUSPENDED, Status.NOT_APPLICABLE, Status.SUPERSEDED)
_WORK = (Status.NOT_STARTED, Status.IN_PROGRESS)

NEXT: Mapping[Status, frozenset[Status]] = {
    Status.UNASSIGNED: frozenset((*_WORK, Status.EXTENDED, Status.DONE, *_ASIDE)),
    Status.NOT_STARTED: frozenset((Status.UNASSIGNED, Status.IN_PROGRESS, Status.EXTENDED, Status.DONE, *_ASIDE)),
    Status.IN_PROGRESS: frozenset((Status.NOT_STARTED, Status.EXTENDED, Status.DONE, *_ASIDE)),
    Status.EXTENDED: frozenset((Status.IN_PROGRESS, Status.EXTENDED, Status.DONE, *_ASIDE)),
    Status.DONE: frozenset((Status.IN_PROGRESS, Status.CLOSED)),
    Status.CLOSED: frozenset((Status.IN_PROGRESS,)),
    Status.SUSPENDED: frozenset((*_WORK, Status.NOT_APPLICABLE, Status.SUPERSEDED)),
    Status.NOT_APPLICABLE: frozenset((Status.UNASSIGNED, *_WORK)),
    Status.SUPERSEDED: frozenset((Status.UNASSIGNED, *_WORK)),
}
"""What each state may be followed by. Done work comes back to work, closed work is opened again, only with a reason."""


def status_named(name: str) -> Status | None:
    """The status meant by `name`: its English or Chinese name, with a blank or underscore for the dash; else None."""
    plain = name.strip().lower().replace("_", "-").replace(" ", "-")
    return next((each for each in Status if plain in (each.value, each.chinese)), _ALSO.get(plain))
