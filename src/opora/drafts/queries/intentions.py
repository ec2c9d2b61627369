"""Whether something sent was carried out already."""

from dataclasses import dataclass

from opora.common.planning import ask_known

_ANSWER = "SELECT address, word FROM drafts_intention WHERE mark = %s"


@dataclass(frozen=True, slots=True)
class Answer:
    """Where a person is led after something was carried out, and with which word."""

    address: str
    word: str = ""


def answer_to(mark: str) -> Answer | None:
    """The answer to what bears this mark; None while nobody has carried it out."""
    found = ask_known(_ANSWER, [mark])
    return Answer(*found[0]) if found else None
