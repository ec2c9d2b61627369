"""Whether something sent was carried out already."""

from dataclasses import dataclass

from opora.drafts.models import Intention


@dataclass(frozen=True, slots=True)
class Answer:
    """Where a person is led after something was carried out, and with which word."""

    address: str
    word: str = ""


def answer_to(mark: str) -> Answer | None:
    """The answer to what bears this mark; None while nobody has carried it out."""
    found = Intention.objects.filter(mark=mark).values_list("address", "word").first()
    return Answer(*found) if found else None
