"""People of families are put on the list of a group, and leave it."""

from collections.abc import Collection
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import SYSTEM, Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict, Invalid
from opora.groups import policies
from opora.groups.models import Group, Participant
from opora.groups.queries.finding import find_group, participant_in_sight
from opora.intake.actions.placing import strangers
from opora.process.queries import place_of_record
from opora.services.actions.placing import hold, keys_of


@transaction.atomic
def add_people(
    *,
    actor: Actor,
    group_id: int,
    route_id: int | None = None,
    case_id: int | None = None,
    person_ids: Collection[int],
    on: date,
) -> list[Participant]:
    """Put people of a family on the list; whoever stands there already stays there once."""
    find_group(actor=actor, group_id=group_id)
    place = hold(actor=actor, route_id=route_id, case_id=case_id, on=on)
    group = Group.objects.select_for_update().get(pk=group_id)
    if not person_ids:
        raise Invalid({"person_ids": _("Choose at least one person.")})
    if strangers(place, person_ids, on=on):
        raise Invalid({"person_ids": _("Choose people of this family from the list.")})
    if group.until_on is not None and on > group.until_on:
        raise Invalid({"on": _("The group was over by this day.")})
    there = Participant.objects.filter(group=group, person_id__in=person_ids, left_on=None)
    known = set(there.values_list("person_id", flat=True))
    made = Participant.objects.bulk_create(
        Participant(group=group, person_id=pk, joined_on=on, by_id=actor.user_id, **place.keys)
        for pk in dict.fromkeys(person_ids)
        if pk not in known
    )
    if made:
        audit.record(actor=actor, verb="groups.joined", group=group.pk, people=len(made), **keys_of(place))
    return made


@transaction.atomic
def leave(*, actor: Actor, participant_id: int, on: date) -> Participant:
    """Somebody comes no more; where he or she came stays counted."""
    found = participant_in_sight(actor=actor, participant_id=participant_id)
    place = place_of_record(actor=SYSTEM, record=found)
    if not policies.may_lead(actor, found.group):
        hold(actor=actor, route_id=place.route_id, case_id=None if place.route_id else place.case_id, on=on)
    one = Participant.objects.select_for_update(of=("self",)).get(pk=found.pk)
    if one.left_on is not None:
        raise Conflict(_("It is recorded already that this person left."))
    if on < one.joined_on:
        raise Invalid({"on": _("This day is earlier than the day the person joined.")})
    one.left_on = on
    one.save(update_fields=["left_on"])
    audit.record(actor=actor, verb="groups.left", group=one.group_id, day=on.isoformat(), **keys_of(place))
    return one
