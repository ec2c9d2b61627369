"""Merges of a person, and what prevents taking one back."""

from typing import Any

from django.apps import apps
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.common.errors import Invalid
from opora.families import policies
from opora.families.bound import To, bound_everywhere
from opora.families.models import FamilyMember, Merge, PersonKey
from opora.families.queries.belonging import families_of
from opora.families.queries.search import people_by_code


def merges_of(person_id: int) -> list[Merge]:
    """The merges that hold, of a person whose page is shown already; the newest first."""
    return list(Merge.objects.filter(kept=person_id, undone_at=None).select_related("gone", "by"))


def merges_of_family(family_id: int) -> list[Merge]:
    """The merges of whole families that hold, of a family whose page is shown already; the newest first."""
    return list(Merge.objects.filter(kept=None, kept_family=family_id, undone_at=None).select_related("by"))


def other_family(*, actor: Actor, code: str, but: int) -> int:
    """The family of whoever has a code, to be looked at beside another; Invalid when there is none to look at."""
    found = people_by_code(actor=actor, text=code).first()
    families = families_of(found) if found else frozenset()
    seen = policies.reached_families(actor=actor, family_ids=families)
    if found is None or not seen:
        raise Invalid({"code": _("You see nobody with this code. Check it, or ask the head of the organization.")})
    if seen == {but}:
        sentence = _("This person belongs to this very family. Enter the code of somebody of the other one.")
        raise Invalid({"code": sentence})
    if len(others := seen - {but}) > 1:
        sentence = _("This person belongs to several families. Enter the code of somebody else of that one.")
        raise Invalid({"code": sentence})
    return next(iter(others))


def why_families_stay(merge: Merge) -> list[Any]:
    """Every reason why a merge of two families cannot be taken back; none when it can."""
    found: list[Any] = []
    families = {merge.kept_family_id, merge.gone_family_id}
    later = Merge.objects.filter(undone_at=None, pk__gt=merge.pk)
    moved = {pk for label, _field, ids in merge.moved if label == "families.FamilyMember" for pk in ids}
    people = set(FamilyMember.objects.filter(pk__in=moved).values_list("person_id", flat=True))
    if later.filter(Q(kept_family__in=families) | Q(kept__in=people) | Q(gone__in=people)).exists():
        found.append(_("One of the two was brought together with somebody else later. Take that back first."))
    if any(not _still_there(merge, label, field, ids) for label, field, ids in merge.moved):
        found.append(_("Something that moved was changed or taken away since."))
    return found


def other_record(*, actor: Actor, code: str, but: int) -> int:
    """The id of the person with a code, to be looked at beside another; Invalid when there is none to look at."""
    found = people_by_code(actor=actor, text=code).first()
    if found is None or not policies.reached_families(actor=actor, family_ids=families_of(found)):
        raise Invalid({"code": _("You see nobody with this code. Check it, or ask the head of the organization.")})
    if found == but:
        raise Invalid({"code": _("This is the same record already. Enter the code of the other one.")})
    return found


def why_merge_stays(merge: Merge) -> list[Any]:
    """Every reason why a merge cannot be taken back; none when it can."""
    found: list[Any] = []
    kept, gone = merge.people
    people = {kept.pk, gone.pk}
    later = Merge.objects.filter(undone_at=None, pk__gt=merge.pk)
    if later.filter(kept__in=people).exists() or later.filter(gone__in=people).exists():
        found.append(_("One of the two was brought together with somebody else later. Take that back first."))
    if kept.revision != merge.revision:
        found.append(_("What is known of the person was changed since."))
    with_keys = set(PersonKey.objects.filter(pk__in=people).values_list("pk", flat=True))
    if any(person.revision and person.pk not in with_keys for person in (kept, gone)):
        found.append(_("The identity was destroyed for good."))
    if any(not _still_there(merge, label, field, ids) for label, field, ids in merge.moved):
        found.append(_("Something that moved was changed or taken away since."))
    return found


def _still_there(merge: Merge, label: str, field: str, ids: list[int]) -> bool:
    """Whether the rows that moved still point at the one that stayed."""
    is_family = any(one.model == label and one.field == field and one.to is To.FAMILY for one in bound_everywhere())
    kept = merge.kept_family_id if is_family else merge.kept_id
    taken = {one["id"] for one in merge.taken if one["model"] == label}
    ids = [pk for pk in ids if pk not in taken]
    return apps.get_model(label)._base_manager.filter(pk__in=ids, **{field: kept}).count() == len(ids)
