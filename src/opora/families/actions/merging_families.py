"""Two families with nobody in common become one, with a look first and a way back."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit.actions import record
from opora.common.dates import now
from opora.common.errors import Invalid, NotFound, Refused
from opora.common.news import tell
from opora.common.one_at_a_time import one_at_a_time
from opora.families import policies, queries
from opora.families.actions._moving import Moving, moves, rows_of, set_family, take_back
from opora.families.actions.people_names import name_people
from opora.families.bound import To, bound_everywhere
from opora.families.models import Family, Merge
from opora.families.queries import NamedFamily

REASONS = (Merge.Reason.FAMILY_TWICE, Merge.Reason.FAMILY_JOINED, Merge.Reason.OTHER)


@dataclass(frozen=True, slots=True)
class BothFamilies:
    """Two families side by side, with how many rows of each kind would move."""

    kept: NamedFamily
    gone: NamedFamily
    moving: tuple[tuple[Any, int], ...]


@transaction.atomic
def look_at_families(*, actor: Actor, case_id: int, other_family_id: int, on: date) -> BothFamilies:
    """Show both families by name; each look at a name is a line in the journal. NotFound, Refused."""
    family_id = _both(actor, case_id, other_family_id)
    bound = [one for one in bound_everywhere() if moves(one, To.FAMILY)]
    counted = [(one.words, rows_of(one, other_family_id).count()) for one in bound]
    return BothFamilies(
        kept=name_people(actor=actor, family_id=family_id, case_id=case_id, on=on, may_read=True),
        gone=name_people(actor=actor, family_id=other_family_id, on=on, may_read=True),
        moving=tuple((words, count) for words, count in counted if count),
    )


@transaction.atomic
def merge_families(*, actor: Actor, case_id: int, other_family_id: int, reason: str) -> Merge:
    """Everybody and everything of the other family belongs to the family of this case from now on.

    Raises Invalid by field, Refused, NotFound.
    """
    one_at_a_time("families.merging")
    family_id = _both(actor, case_id, other_family_id)
    if reason not in REASONS:
        raise Invalid({"reason": _("Choose a reason from the list.")})
    work = Moving()
    work.bring(To.FAMILY, other_family_id, family_id)
    set_family(other_family_id, family_id)
    merge = Merge.objects.create(
        kept_family_id=family_id,
        gone_family_id=other_family_id,
        reason=reason,
        by_id=actor.user_id,
        moved=work.moved,
        taken=work.taken,
        case_ids=sorted(work.case_ids),
    )
    _tell(actor, "families.families_merged", merge, case_id)
    return merge


@transaction.atomic
def part_families(*, actor: Actor, case_id: int, merge_id: int) -> Merge:
    """Take two families apart again, exactly as they were; Refused with every reason why it cannot be."""
    one_at_a_time("families.merging")
    standing = policies.standing_in(actor=actor, case_id=case_id)
    policies.check_can_merge(actor=actor, case_id=case_id, other_families=[standing.family_id])
    found = Merge.objects.select_for_update().filter(pk=merge_id, kept=None, undone_at=None)
    merge = found.filter(kept_family=standing.family_id).first()
    if merge is None:
        raise NotFound(_("There is no such merge."))
    if why := queries.why_families_stay(merge):
        raise Refused(" ".join(str(sentence) for sentence in why))
    take_back(merge.taken, merge.moved, lambda _label, _field: merge.gone_family_id)
    set_family(merge.gone_family_id, None)
    merge.undone_at, merge.undone_by_id = now(), actor.user_id
    merge.save(update_fields=["undone_at", "undone_by"])
    _tell(actor, "families.families_parted", merge, case_id)
    return merge


def _both(actor: Actor, case_id: int, other_family_id: int) -> int:
    """The family of the case, for whoever answers for both; both are held until the transaction ends."""
    standing = policies.check_can_merge(actor=actor, case_id=case_id, other_families=[other_family_id])
    if standing.family_id == other_family_id:
        raise Refused(_("This is one and the same family."))
    held = Family.objects.select_for_update().filter(pk__in=(standing.family_id, other_family_id), merged_into=None)
    if len(held.order_by("pk")) < 2:
        raise NotFound(_("There is no such family."))
    return standing.family_id


def _tell(actor: Actor, verb: str, merge: Merge, case_id: int) -> None:
    record(actor=actor, verb=verb, case_id=case_id, family_id=merge.kept_family_id, other_family=merge.gone_family_id)
    tell("families.changed", case_ids=sorted({*merge.case_ids, case_id}))
