"""Reading own fields: which there are, and which of them this person may see."""

from collections.abc import Iterable
from datetime import date

from opora.access.rules import Actor
from opora.common.bilingual import Text
from opora.common.errors import NotFound
from opora.fields import policies
from opora.fields.models import FieldDefinition
from opora.fields.rules import About, Choice, Kind, OwnField


def all_fields(*, actor: Actor) -> list[OwnField]:
    """Every field there is or was, in their order; for those who may change them."""
    if not policies.may_change(actor):
        raise NotFound
    return _read(FieldDefinition.objects.all())


def get_field(*, actor: Actor, field_id: int) -> OwnField:
    """One field, for those who may change it; raises NotFound."""
    for one in all_fields(actor=actor):
        if one.id == field_id:
            return one
    raise NotFound


def fields_seen(*, actor: Actor, on: date, about: Iterable[str] = ()) -> list[OwnField]:
    """The fields asked on a day that this person may see, in their order."""
    found = FieldDefinition.objects.filter(ended_on=None)
    wanted = found.filter(about__in=list(about)) if about else found
    return [one for one in _read(wanted) if one.is_asked(on) and may_see(actor, one)]


def fields_counted(*, actor: Actor, about: Iterable[str]) -> list[OwnField]:
    """The fields with a few known answers that this person may see, those asked no more too: figures look back."""
    rows = FieldDefinition.objects.filter(about__in=list(about))
    return [one for one in _read(rows) if one.is_counted and may_see(actor, one)]


def may_see(actor: Actor, field: OwnField) -> bool:
    """Whether the field itself is for this person; whether the record is, its own room says."""
    return actor.is_system or field.is_for(actor.roles)


def read_field(one: FieldDefinition) -> OwnField:
    """A row of the table as a plain value."""
    return OwnField(
        id=one.pk,
        code=one.code,
        about=About(one.about),
        kind=Kind(one.kind),
        title=Text(one.title_ru, one.title_en),
        help=Text(one.help_ru, one.help_en),
        choices=tuple(Choice(c["code"], Text(c["ru"], c["en"]), c["ended"]) for c in one.choices),
        roles=frozenset(one.roles),
        since=one.since,
        ended_on=one.ended_on,
    )


def _read(rows: Iterable[FieldDefinition]) -> list[OwnField]:
    return [read_field(one) for one in rows]
