"""Two records of one person become one, with a way back: rows are moved by the table in ``bound.py``, not by chance."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit.actions import record
from opora.common.dates import now
from opora.common.errors import Conflict, Invalid, NotFound, Refused
from opora.common.news import tell
from opora.common.one_at_a_time import one_at_a_time
from opora.families import policies, queries
from opora.families.actions._moving import Moving, moves, rows_of, set_family, take_back
from opora.families.actions._sealing import check_identity, mark, seal
from opora.families.bound import To, bound_everywhere
from opora.families.models import Merge, Person, SearchIndex
from opora.families.rules import Identity
from opora.families.rules.merging import Choice, joined


@dataclass(frozen=True, slots=True)
class BothPeople:
    """Two records side by side, with how many rows of each kind would move."""

    kept: Person
    gone: Person
    kept_identity: Identity
    gone_identity: Identity
    moving: tuple[tuple[Any, int], ...]
    families_differ: bool


@transaction.atomic
def look_at_both(*, actor: Actor, case_id: int, person_id: int, other_id: int) -> BothPeople:
    """Open both identities side by side; each look is a line in the journal. NotFound, Refused."""
    family_id, kept, gone = _both(actor, case_id, person_id, other_id)
    identities = _opened(kept, gone)
    for person in (kept, gone):
        record(actor=actor, verb="families.identity_opened", case_id=case_id, person_id=person.pk, code=person.code)
    counted = [(one.words, rows_of(one, gone.pk).count()) for one in bound_everywhere() if moves(one, To.PERSON)]
    elsewhere = queries.families_of(gone.pk) - {family_id}
    moving = tuple((words, count) for words, count in counted if count)
    return BothPeople(kept, gone, identities[kept.pk], identities[gone.pk], moving, bool(elsewhere))


@transaction.atomic
def merge_people(
    *,
    actor: Actor,
    case_id: int,
    person_id: int,
    other_id: int,
    chosen: Mapping[str, str],
    reason: str,
    with_families: bool = False,
    seen: tuple[int, int] | None = None,
) -> Merge:
    """Keep the person of this case and bring everything of the other record to it.

    The other code stays known as another name of the kept person. `with_families` brings the other's family into the
    family of this case too. `seen` are the revisions that were looked at. Raises Invalid, Conflict, Refused, NotFound.
    """
    one_at_a_time("families.merging")
    family_id, kept, gone = _both(actor, case_id, person_id, other_id)
    if reason not in Merge.Reason.values:
        raise Invalid({"reason": _("Choose a reason from the list.")})
    if seen is not None and seen != (kept.revision, gone.revision):
        raise Conflict(_("Somebody changed one of the two records meanwhile. Look at both again."))
    identities = _opened(kept, gone)
    stays = joined(identities[kept.pk], identities[gone.pk], {name: Choice(value) for name, value in chosen.items()})
    elsewhere = sorted(queries.families_of(gone.pk) - {family_id}) if with_families else []
    if len(elsewhere) > 1:
        raise Refused(_("The other record belongs to several families. Bring the people together, not the families."))
    merge = Merge(
        kept=kept,
        gone=gone,
        kept_family_id=family_id if elsewhere else None,
        gone_family_id=elsewhere[0] if elsewhere else None,
        reason=reason,
        by_id=actor.user_id,
        former_identity=kept.identity,
        former_sex=kept.sex,
    )
    work = Moving()
    work.bring(To.PERSON, gone.pk, kept.pk)
    if elsewhere:
        work.bring(To.FAMILY, elsewhere[0], family_id)
        set_family(elsewhere[0], family_id)
    merge.moved, merge.taken, merge.case_ids = work.moved, work.taken, sorted(work.case_ids)
    Person.objects.filter(pk=gone.pk).update(merged_into=kept)
    SearchIndex.objects.filter(pk=gone.pk).delete()
    if not kept.sex and gone.sex:
        Person.objects.filter(pk=kept.pk).update(sex=gone.sex)
    if (whole := check_identity(stays, on=None)) is not None:
        seal({kept.pk: whole})
    merge.revision = Person.objects.values_list("revision", flat=True).get(pk=kept.pk)
    merge.save()
    _tell(actor, "families.merged", merge, case_id)
    return merge


@transaction.atomic
def undo_merge(*, actor: Actor, case_id: int, merge_id: int) -> Merge:
    """Take two records apart again, exactly as they were; Refused with every reason why it cannot be."""
    one_at_a_time("families.merging")
    held = Merge.objects.select_for_update(of=("self",)).select_related("kept", "gone")
    merge = held.filter(pk=merge_id, undone_at=None).first()
    if merge is None or merge.kept_id is None:
        raise NotFound(_("There is no such merge."))
    kept, gone = merge.people
    policies.check_can_merge(actor=actor, case_id=case_id, other_families=queries.families_of(merge.kept_id))
    queries.person_in_family(merge.kept_id, policies.standing_in(actor=actor, case_id=case_id).family_id)
    if why := queries.why_merge_stays(merge):
        raise Refused(" ".join(str(sentence) for sentence in why))
    take_back(merge.taken, merge.moved, lambda label, field: _pointed_at(merge, label, field))
    set_family(merge.gone_family_id, None)
    Person.objects.filter(pk=gone.pk).update(merged_into=None)
    Person.objects.filter(pk=kept.pk).update(
        identity=merge.former_identity, sex=merge.former_sex, revision=merge.revision + 1
    )
    people = Person.objects.filter(pk__in=(kept.pk, gone.pk)).select_related("key")
    mark({pk: identity for pk, identity in queries.unlocked(people).items() if not identity.is_empty})
    merge.undone_at, merge.undone_by_id = now(), actor.user_id
    merge.save(update_fields=["undone_at", "undone_by"])
    _tell(actor, "families.merge_undone", merge, case_id)
    return merge


def _both(actor: Actor, case_id: int, person_id: int, other_id: int) -> tuple[int, Person, Person]:
    """The two records, for whoever answers for both; the family of the case."""
    standing = policies.check_can_merge(actor=actor, case_id=case_id, other_families=queries.families_of(other_id))
    if person_id == other_id:
        raise Refused(_("This is one and the same record."))
    queries.person_in_family(person_id, standing.family_id)
    locked = Person.objects.select_for_update(of=("self",)).select_related("key")
    found = {one.pk: one for one in locked.filter(pk__in=(person_id, other_id), merged_into=None).order_by("pk")}
    if len(found) < 2:
        raise NotFound(_("There is no such person."))
    return standing.family_id, found[person_id], found[other_id]


def _opened(*people: Person) -> dict[int, Identity]:
    """The identities of both; Refused when one does not open or was destroyed: nobody could compare it."""
    opened = queries.unlocked(people)
    for person in people:
        if person.pk not in opened:
            raise Refused(queries.cannot_be_opened(person))
    return opened


def _pointed_at(merge: Merge, label: str, field: str) -> int | None:
    """At whom a moved row pointed before."""
    is_family = any(one.model == label and one.field == field and one.to is To.FAMILY for one in bound_everywhere())
    return merge.gone_family_id if is_family else merge.gone_id


def _tell(actor: Actor, verb: str, merge: Merge, case_id: int) -> None:
    about: Iterable[int] = {*merge.case_ids, case_id}
    kept, gone = merge.people
    record(
        actor=actor,
        verb=verb,
        case_id=case_id,
        family_id=merge.kept_family_id,
        person_id=merge.kept_id,
        code=kept.code,
        other=gone.code,
    )
    tell("families.changed", case_ids=sorted(about))
