"""Where a child lives: changes are added, corrected by a new line, withdrawn; nothing is overwritten."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit.actions import record
from opora.common.dates import now, today
from opora.common.errors import Invalid, NotFound
from opora.common.news import tell
from opora.families import policies, queries
from opora.families.models import Person, Placement
from opora.families.rules import Belonging, placement_fault
from opora.families.words import PLACEMENT


@transaction.atomic
def record_placement(
    *, actor: Actor, child: Person, kind: str, from_on: date, case_ids: Sequence[int], on: date | None = None
) -> Placement:
    """Record that the child lives there from a day on; the place before ends on that day.

    A second entry for the same day is a correction: the former line is voided and stays readable. `on` is today.
    Raises Invalid by field, Refused, NotFound.
    """
    belongs = queries.belongings_of(child.pk, on=from_on)
    policies.check_can_place(actor=actor, family_ids=belongs)
    locked = Person.objects.select_for_update().get(pk=child.pk)
    # Before a role began somebody may have been a child of the family already.
    if not {Belonging.CHILD, Belonging.NOT_YET}.intersection(belongs.values()):
        raise Invalid(
            {
                "": _("%(code)s was no child on this day; only of children it is recorded where they live.")
                % {"code": locked.code}
            }
        )
    birth = queries.births([locked]).get(locked.pk)
    fault = placement_fault(kind, from_on, born_on=birth.earliest if birth else None, on=on or today())
    if fault is not None:
        field, sentence = PLACEMENT[fault]
        raise Invalid({field: sentence})
    former = Placement.objects.filter(child=locked, from_on=from_on, voided_at__isnull=True).first()
    if former is not None and former.kind == kind:
        return former
    if former is not None:
        former.voided_at = now()
        former.save(update_fields=["voided_at"])
    placement = Placement.objects.create(child=locked, kind=kind, from_on=from_on)
    verb = "families.placement_corrected" if former else "families.placement_recorded"
    _record(actor, verb, placement, locked, case_ids)
    return placement


@transaction.atomic
def withdraw_placement(*, actor: Actor, placement_id: int, case_ids: Sequence[int]) -> None:
    """Take back an entry that should not have been made; it stays readable as withdrawn."""
    placement = Placement.objects.select_for_update().select_related("child").filter(pk=placement_id).first()
    if placement is None:
        raise NotFound(_("There is no such entry."))
    policies.check_can_place(actor=actor, family_ids=queries.families_of(placement.child_id))
    if placement.voided_at is not None:
        return
    placement.voided_at = now()
    placement.save(update_fields=["voided_at"])
    _record(actor, "families.placement_withdrawn", placement, placement.child, case_ids)


def _record(actor: Actor, verb: str, placement: Placement, child: Person, case_ids: Sequence[int]) -> None:
    record(
        actor=actor,
        verb=verb,
        case_id=case_ids[0] if len(case_ids) == 1 else None,
        person_id=child.pk,
        code=child.code,
        day=placement.from_on.isoformat(),
        placement=placement.kind,
    )
    if case_ids:
        tell("families.changed", case_ids=list(case_ids))
