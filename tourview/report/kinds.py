"""What a section is for."""

from enum import StrEnum


class Kind(StrEnum):
    """The six kinds of section a study-tour report is made of, in the order such a report runs."""

    BACKGROUND = "background"
    VISIT = "visit"
    IMPRESSION = "impression"
    LESSON = "lesson"
    GAP = "gap"
    COMMITMENT = "commitment"

    @property
    def chinese(self) -> str:
        """The kind's name as Chinese reports have it: 启示, 差距, 措施."""
        return _CHINESE[self]

    @property
    def plural(self) -> str:
        """The English plural, as a person may type it: `lessons`."""
        return f"{self.value}s"


_CHINESE = {
    Kind.BACKGROUND: "背景",
    Kind.VISIT: "考察点",
    Kind.IMPRESSION: "感受",
    Kind.LESSON: "启示",
    Kind.GAP: "差距",
    Kind.COMMITMENT: "措施",
}


def kind_named(name: str) -> Kind | None:
    """The kind meant by `name`: English, singular or plural, in any case, or Chinese; None if there is none."""
    folded = name.strip().lower()
    return next((kind for kind in Kind if folded in (kind.value, kind.plural, kind.chinese)), None)
