"""Adding an own field, calling it otherwise, moving it, ending it and asking it again."""

from collections.abc import Collection, Sequence
from datetime import date

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from opora.access.rules import ROLES, Actor
from opora.audit import actions as audit
from opora.common.bilingual import EMPTY, Text
from opora.common.errors import Invalid, NotFound
from opora.common.one_at_a_time import one_at_a_time
from opora.common.seen import check_seen, mark_of
from opora.fields import policies
from opora.fields.models import FieldDefinition
from opora.fields.queries import read_field
from opora.fields.rules import Choice, OwnField, choices_kept, problems_of

PROBLEMS = {
    "title": _("Say in a few words what is asked, 80 characters at most."),
    "help": _("Keep the help under 300 characters."),
    "kind": _("Choose of what kind the answers are."),
    "about": _("Choose of whom it is asked."),
    "few": _("Name at least two answers, each on its own line."),
    "many": _("Keep it to 40 answers of 80 characters at most."),
    "twice": _("One answer stands twice."),
}


@transaction.atomic
def add_field(
    *,
    actor: Actor,
    about: str,
    kind: str,
    title: Text,
    help_: Text = EMPTY,
    titles: Sequence[Text] = (),
    roles: Collection[str] = (),
    on: date,
) -> OwnField:
    """A new field, last among those about the same; it is asked from this day on."""
    policies.check_can_change(actor)
    one_at_a_time("fields")
    _check(title=title, help_=help_, kind=kind, about=about, titles=titles)
    number = (FieldDefinition.objects.aggregate(last=Max("pk"))["last"] or 0) + 1
    made = FieldDefinition.objects.create(
        code=f"own{number}",
        about=about,
        kind=kind,
        choices=_kept(choices_kept((), titles)),
        place=FieldDefinition.objects.filter(about=about).count(),
        since=on,
        made_by_id=actor.user_id,
        **_words(title, help_, roles),
    )
    audit.record(actor=actor, verb="fields.added", field=made.code)
    return read_field(made)


@transaction.atomic
def change_field(
    *,
    actor: Actor,
    field_id: int,
    title: Text,
    help_: Text = EMPTY,
    titles: Sequence[Text] = (),
    roles: Collection[str] = (),
    seen: int | None = None,
) -> OwnField:
    """The field is called otherwise, offers other answers, is for others; of whom and of what kind stays."""
    made = _held(actor, field_id)
    before = read_field(made)
    check_seen(mark_of_field(before), seen, _("A colleague changed this field meanwhile. Look at it once more."))
    _check(title=title, help_=help_, kind=made.kind, about=made.about, titles=titles)
    for name, value in _words(title, help_, roles).items():
        setattr(made, name, value)
    made.choices = _kept(choices_kept(before.choices, titles))
    made.save()
    audit.record(actor=actor, verb="fields.changed", field=made.code)
    return read_field(made)


@transaction.atomic
def end_field(*, actor: Actor, field_id: int, on: date) -> None:
    """The field is asked no more; what was answered stays readable."""
    made = _held(actor, field_id)
    if made.ended_on is None:
        made.ended_on = on
        made.save(update_fields=["ended_on"])
        audit.record(actor=actor, verb="fields.ended", field=made.code)


@transaction.atomic
def ask_again(*, actor: Actor, field_id: int) -> None:
    """A field that was ended is asked again."""
    made = _held(actor, field_id)
    if made.ended_on is not None:
        made.ended_on = None
        made.save(update_fields=["ended_on"])
        audit.record(actor=actor, verb="fields.asked_again", field=made.code)


@transaction.atomic
def shift_field(*, actor: Actor, field_id: int, by: int) -> None:
    """The field stands earlier (-1) or later (1) among those about the same."""
    made = _held(actor, field_id)
    beside = list(FieldDefinition.objects.filter(about=made.about, ended_on=None).order_by("place", "pk"))
    at = next((number for number, one in enumerate(beside) if one.pk == made.pk), None)
    if at is None or not 0 <= at + by < len(beside):
        return
    beside[at], beside[at + by] = beside[at + by], beside[at]
    for place, one in enumerate(beside):
        FieldDefinition.objects.filter(pk=one.pk).update(place=place)
    audit.record(actor=actor, verb="fields.changed", field=made.code)


def mark_of_field(field: OwnField) -> int:
    """What may be changed of a field, as a number."""
    return mark_of((field.title, field.help, field.choices, sorted(field.roles)))


def _held(actor: Actor, field_id: int) -> FieldDefinition:
    policies.check_can_change(actor)
    one_at_a_time("fields")
    made = FieldDefinition.objects.select_for_update(of=("self",)).filter(pk=field_id).first()
    if made is None:
        raise NotFound
    return made


def _check(*, title: Text, help_: Text, kind: str, about: str, titles: Sequence[Text]) -> None:
    problems = problems_of(title=title, help_=help_, kind=kind, about=about, titles=titles)
    if problems:
        raise Invalid({place: PROBLEMS[problem] for place, problem in problems.items()})


def _words(title: Text, help_: Text, roles: Collection[str]) -> dict[str, object]:
    return {
        "title_ru": title.ru,
        "title_en": title.en[:80],
        "help_ru": help_.ru,
        "help_en": help_.en[:300],
        "roles": sorted(set(roles) & set(ROLES)),
    }


def _kept(choices: Sequence[Choice]) -> list[dict[str, object]]:
    return [{"code": one.code, "ru": one.title.ru, "en": one.title.en, "ended": one.is_ended} for one in choices]
