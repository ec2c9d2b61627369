"""The own fields of one family: who is asked what, what holds now, what was answered before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q
from django.db.models.functions import JSONObject

from opora.access.rules import Actor
from opora.details.models import Detail
from opora.details.queries.values import KEYS, answer_of
from opora.details.rules import Answer
from opora.families.models import FamilyMember
from opora.families.sealing import Envelope
from opora.fields.models import FieldDefinition
from opora.fields.queries import fields_seen, may_see, read_field
from opora.fields.rules import About as Asked
from opora.fields.rules import OwnField
from opora.intake.models import ContactRecord
from opora.process.queries import Place, records_of_family

MOST_CONTACTS = 10


@dataclass(frozen=True, slots=True)
class About:
    """Somebody or something that own fields ask about: of which kind, and its number."""

    kind: str
    id: int

    @property
    def key(self) -> str:
        """How a form names it."""
        return f"{self.kind}-{self.id}"


@dataclass(frozen=True, slots=True)
class Line:
    """An answer that holds: about whom, to which field, since when, by whom."""

    about: About
    field: OwnField
    answer: Answer
    on: date
    by: str


@dataclass(frozen=True, slots=True)
class Card:
    """The own fields on the page of a family: what is answered, and whether anything can be asked at all."""

    lines: tuple[Line, ...]
    is_asked: bool


def card_of(actor: Actor, place: Place) -> Card:
    """What holds now of this family, its people, its cases and contacts, as far as this person may see it.

    One question, whether there is anything or not: every field with its answers here.
    """
    answers = Detail.objects.filter(_of_place(actor, place), is_newest=True, field=OuterRef("pk")).order_by("pk")
    rows = FieldDefinition.objects.annotate(
        answers=ArraySubquery(answers.values(told=JSONObject(**{name: name for name in _TOLD})))
    )
    lines: list[Line] = []
    is_asked = False
    for row in rows:
        field = read_field(row)
        if not may_see(actor, field):
            continue
        is_asked = is_asked or field.ended_on is None
        lines += [line for told in row.answers if (line := _told(field, told)).answer is not None]
    return Card(tuple(lines), is_asked)


_TOLD = (
    "pk",
    "person_id",
    "family_id",
    "of_case_id",
    "contact_id",
    "words",
    "number",
    "day",
    "chosen",
    "on",
    "by__name",
)


def _told(field: OwnField, told: dict[str, Any]) -> Line:
    """An answer as the database puts it into one value: bytes in sixteens, days and numbers as text."""
    words = told["words"]
    row = Detail(
        words=Envelope(bytes.fromhex(words[2:])) if words else None,
        number=Decimal(str(told["number"])) if told["number"] is not None else None,
        day=date.fromisoformat(told["day"]) if told["day"] else None,
        chosen=told["chosen"],
    )
    about = About(field.about, told[KEYS[field.about]])
    return Line(about, field, answer_of(field, row), date.fromisoformat(told["on"]), told["by__name"] or "")


def history_of(actor: Actor, place: Place) -> list[Line]:
    """Every answer that was ever given here, the newest first, those taken away among them."""
    rows = Detail.objects.filter(_of_place(actor, place)).select_related("field", "by").order_by("-pk")
    return [line for row in rows if may_see(actor, (line := _line(row)).field)]


def subjects_of(actor: Actor, place: Place, on: date) -> list[tuple[About, list[OwnField]]]:
    """Whom this person may ask what, here and today: the family, its case, its people, its last contacts."""
    fields = fields_seen(actor=actor, on=on)
    by_about: dict[str, list[OwnField]] = {}
    for field in fields:
        by_about.setdefault(field.about, []).append(field)
    found: list[tuple[About, list[OwnField]]] = []
    if place.family_id is not None and (asked := by_about.get(Asked.FAMILY)):
        found.append((About(Asked.FAMILY, place.family_id), asked))
    if place.case_id is not None and (asked := by_about.get(Asked.CASE)):
        found.append((About(Asked.CASE, place.case_id), asked))
    if place.family_id is not None and (asked := by_about.get(Asked.PERSON)):
        people = FamilyMember.objects.filter(family_id=place.family_id, to_on=None).order_by("pk")
        found += [(About(Asked.PERSON, one), asked) for one in people.values_list("person_id", flat=True)]
    if asked := by_about.get(Asked.CONTACT):
        contacts = ContactRecord.objects.filter(records_of_family(actor=actor, place=place)).order_by("-on", "-pk")
        found += [(About(Asked.CONTACT, one.pk), asked) for one in contacts[:MOST_CONTACTS]]
    return found


def contacts_named(ids: Sequence[int]) -> Mapping[int, ContactRecord]:
    """The contacts of these numbers, for lines that speak of them."""
    return ContactRecord.objects.defer("notes", "whom").in_bulk(list(ids))


def _of_place(actor: Actor, place: Place) -> Q:
    """Answers recorded on this family's paths and cases that the person sees."""
    return records_of_family(actor=actor, place=place)


def _line(row: Detail) -> Line:
    field = read_field(row.field)
    number = getattr(row, KEYS[field.about])
    return Line(About(field.about, number), field, answer_of(field, row), row.on, row.by.name if row.by else "")
