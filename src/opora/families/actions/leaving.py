"""Somebody leaves a family: moved away, died, was not born, or never was of it; and the way back."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.common.errors import Conflict, Invalid, NotFound, Refused
from opora.families import policies, queries
from opora.families.actions.members import end_role, record_role
from opora.families.models import FamilyMember, Person
from opora.families.rules import Belonging, Ended

_VERBS = {
    Ended.MOVED: "families.member_moved",
    Ended.DIED: "families.member_died",
    Ended.UNBORN: "families.member_unborn",
    Ended.MISTAKE: "families.member_mistaken",
}


@transaction.atomic
def leave_family(
    *, actor: Actor, case_id: int, person_id: int, why: str, day: date | None = None, on: date
) -> FamilyMember:
    """From a day on somebody belongs to the family of a case no longer; without the day, from today on.

    Who died belongs to no family any more. Who was entered by mistake never belonged to it, and stays written down as
    such. Raises Invalid by field (`why`, `day`), Conflict when it is so already.
    """
    family_id = policies.check_can_change_family(actor=actor, case_id=case_id).family_id
    person = Person.objects.select_for_update().get(pk=queries.person_in_family(person_id, family_id).pk)
    member = _present(family_id, person)
    reasons = reasons_to_leave(queries.belongings_of(person.pk, on=on)[family_id])
    if why not in reasons:
        raise Invalid({"why": _("Choose what happened from the list.")})
    if day is not None and day > on:
        raise Invalid({"day": _("This day has not come yet. Leave it empty if it is not known.")})
    ending = on if day is None or why == Ended.MISTAKE else day
    leaving = [member]
    if why == Ended.DIED:
        others = FamilyMember.objects.select_for_update().select_related("person").filter(person=person, to_on=None)
        leaving += others.exclude(pk=member.pk).order_by("pk")
    for one in leaving:
        try:
            end_role(one, on=ending, why=why, is_day_known=day is not None)
        except Invalid as wrong:
            raise Invalid({"day": wrong.fields["on"]}) from wrong
        record_role(actor, _VERBS[Ended(why)], one, case_id if one is member else None)
    return member


def reasons_to_leave(belongs: Belonging) -> tuple[Ended, ...]:
    """What may be told of somebody who belongs to a family in such a way."""
    if belongs is Belonging.EXPECTED:
        return (Ended.UNBORN, Ended.MISTAKE)
    return (Ended.MOVED, Ended.DIED, Ended.MISTAKE)


@transaction.atomic
def return_to_family(*, actor: Actor, case_id: int, person_id: int) -> FamilyMember:
    """The last end of a role was written by mistake: the role holds again, as if it had never ended.

    A death taken back brings the roles in other families back too. Raises Conflict, Refused, NotFound.
    """
    family_id = policies.check_can_change_family(actor=actor, case_id=case_id).family_id
    person = Person.objects.select_for_update().get(pk=queries.person_in_family(person_id, family_id).pk)
    roles = FamilyMember.objects.select_for_update().select_related("person").filter(person=person)
    own = roles.filter(family=family_id)
    if own.filter(to_on=None).exists():
        raise Conflict(_("%(code)s belongs to the family already.") % {"code": person.code})
    last = own.order_by("-to_on", "-pk").first()
    if last is None:
        raise NotFound(_("There is no such person in this family."))
    if last.ended == Ended.GROWN:
        raise Refused(_("%(code)s has a family of the own now. The former role stays ended.") % {"code": person.code})
    returning = [last]
    if last.ended == Ended.DIED:
        same = roles.filter(ended=Ended.DIED, to_on=last.to_on).exclude(family=family_id)
        returning += [one for one in same if not roles.filter(family=one.family_id, to_on=None).exists()]
    for one in returning:
        one.to_on, one.ended, one.is_day_known = None, "", True
        one.save(update_fields=["to_on", "ended", "is_day_known"])
        record_role(actor, "families.member_returned", one, case_id if one is last else None)
    return last


def _present(family_id: int, person: Person) -> FamilyMember:
    found = FamilyMember.objects.select_for_update().select_related("person")
    member = found.filter(family=family_id, person=person, to_on=None).first()
    if member is None:
        raise Conflict(_("%(code)s belongs to the family no longer.") % {"code": person.code})
    return member
