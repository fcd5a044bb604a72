"""What a form of the ledger asks for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tourview.report import fold

_OFFERED = 6


def as_it_is(text: str) -> str:
    """The text without blanks around it."""
    return text.strip()


@dataclass(frozen=True)
class Question:
    """One field of a form.

    Attributes:
        name: What its answer is known by.
        label: What stands before it.
        value: The answer there is, in its canonical text; empty for none.
        hint: What the empty field shows.
        read: From what is typed to the canonical text. Raises ValueError, which says what is wrong and the cure.
        show: From the canonical text to what stands in the field.
        offers: Answers to offer, the likeliest first.
        joint: What stands between the parts of a list; empty for a single answer.
    """

    name: str
    label: str
    value: str = ""
    hint: str = ""
    read: Callable[[str], str] = as_it_is
    show: Callable[[str], str] = as_it_is
    offers: Sequence[str] = ()
    joint: str = ""

    def begun(self, typed: str) -> str:
        """What of a text is being typed: the last part of a list."""
        return typed.rpartition(self.joint)[2] if self.joint else typed

    def matching(self, typed: str) -> list[str]:
        """The answers to offer for a text, those that begin with it first; not what is typed already.

        The answer there was, and any that is offered, is one to be replaced: every other is offered.
        """
        word = fold(self.begun(typed)).strip()
        taken = {fold(part).strip() for part in typed.split(self.joint)} if self.joint else {word}
        if not self.joint and word in {fold(whole).strip() for whole in (self.show(self.value), *self.offers)}:
            word = ""
        fits = [offer for offer in self.offers if word in fold(offer) and fold(offer) not in taken]
        return sorted(fits, key=lambda offer: not fold(offer).startswith(word))[:_OFFERED]

    def taking(self, typed: str, offer: str) -> str:
        """The text with an answer in place of what is being typed."""
        return typed.removesuffix(self.begun(typed)) + offer


@dataclass(frozen=True)
class Form:
    """Some questions that are answered together.

    Attributes:
        title: What it is about.
        questions: The questions.
        check: What is wrong with the answers that were changed, by name; None if nothing is.
    """

    title: str
    questions: Sequence[Question]
    check: Callable[[Mapping[str, str]], str | None] = lambda _answers: None
