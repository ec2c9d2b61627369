"""Answering own fields: all that changed on a page at once, each with its line in the journal."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import SYSTEM, Actor
from opora.audit import actions as audit
from opora.common.errors import Invalid
from opora.common.one_at_a_time import one_at_a_time
from opora.common.seen import check_seen, mark_of
from opora.details.models import Detail
from opora.details.queries.card import Line, card_of, history_of, subjects_of
from opora.details.queries.values import KEYS
from opora.details.rules import Answer, is_right, parts_of
from opora.process.queries import Place, place_of, recordable, records_of_family

Typed = Mapping[tuple[str, int], Answer]
"""Answers by whom they are about (`About.key`) and the number of the field."""


@transaction.atomic
def answer_fields(
    *,
    actor: Actor,
    route_id: int | None = None,
    case_id: int | None = None,
    typed: Typed,
    seen: int | None,
    on: date,
) -> int:
    """Keep what differs from what holds; gives back how many answers that were. Nothing is overwritten unseen."""
    place = recordable(actor=actor, route_id=route_id, case_id=case_id)
    one_at_a_time(f"details.{place.family_id or place.route_id}")
    now = card_of(actor, place).lines
    overtaken = _("A colleague changed these details meanwhile. What you typed is kept; look at it once more.")
    check_seen(mark_of_lines(now), seen, overtaken)
    held = {(line.about.key, line.field.id): line.answer for line in now}
    subjects = subjects_of(actor, place, on)
    asked = {(about.key, field.id): (about, field) for about, fields in subjects for field in fields}
    known = {key: answer for key, answer in typed.items() if key in asked}
    wrong = [key for key, answer in known.items() if not is_right(asked[key][1], answer, held.get(key))]
    if wrong:
        raise Invalid({f"{key}-{field}": _("This answer does not fit the question.") for key, field in wrong})
    changed, whole = 0, records_of_family(actor=SYSTEM, place=place)
    for key, answer in known.items():
        if answer == held.get(key):
            continue
        about, field = asked[key]
        of = {KEYS[field.about]: about.id}
        # Somebody may belong to two families; what the other family's colleagues wrote down stays theirs.
        Detail.objects.filter(whole, field_id=field.id, is_newest=True, **of).update(is_newest=False)
        Detail.objects.create(
            **place.keys, **of, field_id=field.id, on=on, by_id=actor.user_id, **parts_of(field.kind, answer)
        )
        audit.record(
            actor=actor, verb="details.changed", case_id=place.case_id, family_id=place.family_id, field=field.code
        )
        changed += 1
    return changed


@transaction.atomic
def read_details(*, actor: Actor, route_id: int | None = None, case_id: int | None = None) -> tuple[Place, list[Line]]:
    """Everything that was answered about this family, with a line in the journal."""
    place = place_of(actor=actor, route_id=route_id, case_id=case_id)
    lines = history_of(actor, place)
    audit.record(actor=actor, verb="details.read", case_id=place.case_id, family_id=place.family_id)
    return place, lines


def mark_of_lines(lines: Iterable[Line]) -> int:
    """What holds now, as a number."""
    return mark_of(sorted((line.about.key, line.field.id, str(line.answer)) for line in lines))
