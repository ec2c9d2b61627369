"""Two own fields of the demonstration, with the answers of some open families; of the others nobody asked yet."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from opora.access.rules import Actor
from opora.cases.models import Case
from opora.common.bilingual import Text
from opora.details.actions import answer_fields
from opora.details.rules import Answer
from opora.fields.actions import add_field
from opora.fields.models import FieldDefinition

ANSWERED: Final = 12
ANSWERED_ELSEWHERE: Final = 2
"""So many families are asked, so many of every other practice: enough for a table, few enough to stay quick."""
_HEARD: Final = (
    Text("От соседей и знакомых", "From neighbors and friends"),
    Text("В школе или детском саду", "At a school"),
    Text("Из интернета", "On the internet"),
)
_PETS: Final = ("yes", "no", "no", "unknown")


class DetailsWriter:
    """Asks two questions of the organization's own."""

    def __init__(self, actors: Mapping[str, Actor], *, today: date) -> None:
        self.actor, self.today = actors["head"], today

    def write(self, found: Sequence[Case]) -> None:
        """Both fields and their answers; once in a home."""
        if FieldDefinition.objects.exists():
            return
        heard = add_field(
            actor=self.actor,
            about="family",
            kind="several",
            title=Text("Откуда узнали о нас", "How they heard of us"),
            titles=_HEARD,
            on=self.today,
        )
        pet = add_field(
            actor=self.actor,
            about="case",
            kind="yes_no",
            title=Text("Есть домашние животные", "There are pets at home"),
            on=self.today,
        )
        codes = [one.code for one in heard.choices]
        for number, case in enumerate(found):
            said = tuple(codes[: 2 - number % 2]) if number % 3 else (codes[2],)
            typed: dict[tuple[str, int], Answer] = {
                (f"family-{case.family_id}", heard.id): said,
                (f"case-{case.pk}", pet.id): (_PETS[number % len(_PETS)],),
            }
            answer_fields(actor=self.actor, case_id=case.pk, typed=typed, seen=None, on=self.today)
