"""Two records of one person become one, with a way back: rows are moved by the table in ``bound.py``, not by chance."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import connection, transaction
from django.db.models import Model, ProtectedError
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit.actions import record
from opora.common.dates import now
from opora.common.errors import Conflict, Invalid, NotFound, Refused
from opora.common.news import tell
from opora.common.one_at_a_time import one_at_a_time
from opora.families import policies, queries
from opora.families.actions._sealing import check_identity, mark, seal
from opora.families.bound import Bound, To, bound_everywhere
from opora.families.models import Family, Merge, Person, SearchIndex
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
    counted = [(one.words, _rows(one, gone.pk).count()) for one in bound_everywhere() if _moves(one, To.PERSON)]
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
    work = _Moving()
    work.bring(To.PERSON, gone.pk, kept.pk)
    if elsewhere:
        work.bring(To.FAMILY, elsewhere[0], family_id)
        _set_family(elsewhere[0], family_id)
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
    merge = Merge.objects.select_for_update().select_related("kept", "gone").filter(pk=merge_id, undone_at=None).first()
    if merge is None:
        raise NotFound(_("There is no such merge."))
    policies.check_can_merge(actor=actor, case_id=case_id, other_families=queries.families_of(merge.kept_id))
    queries.person_in_family(merge.kept_id, policies.standing_in(actor=actor, case_id=case_id).family_id)
    if why := queries.why_merge_stays(merge):
        raise Refused(" ".join(str(sentence) for sentence in why))
    for taken in reversed(merge.taken):
        _put_back(taken["model"], taken["row"])
    for label, field, ids in reversed(merge.moved):
        target = _pointed_at(merge, label, field)
        _manager(label).filter(pk__in=ids).update(**{f"{field}_id": target})
    _set_family(merge.gone_family_id, None)
    Person.objects.filter(pk=merge.gone_id).update(merged_into=None)
    Person.objects.filter(pk=merge.kept_id).update(
        identity=merge.former_identity, sex=merge.former_sex, revision=merge.revision + 1
    )
    people = Person.objects.filter(pk__in=(merge.kept_id, merge.gone_id)).select_related("key")
    mark({pk: identity for pk, identity in queries.unlocked(people).items() if not identity.is_empty})
    merge.undone_at, merge.undone_by_id = now(), actor.user_id
    merge.save(update_fields=["undone_at", "undone_by"])
    _tell(actor, "families.merge_undone", merge, case_id)
    return merge


class _Moving:
    """What is moved and taken away while two records become one."""

    def __init__(self) -> None:
        self.moved: list[tuple[str, str, list[int]]] = []
        self.taken: list[dict[str, Any]] = []
        self.case_ids: set[int] = set()

    def bring(self, to: To, gone_id: int, kept_id: int) -> None:
        """Let every row that points at the one that goes point at the one that stays."""
        for one in bound_everywhere():
            if not _moves(one, to):
                continue
            rows = list(_rows(one, gone_id).select_for_update().order_by("pk"))
            if not rows:
                continue
            if one.case:
                cases = _rows(one, gone_id).values_list(one.case, flat=True)
                self.case_ids |= {case_id for case_id in cases if case_id is not None}
            doubled = {row.pk for row in rows if _is_doubled(one, row, kept_id)}
            ids = [row.pk for row in rows if row.pk not in doubled]
            self._take_away(one.model, [row for row in rows if row.pk in doubled])
            if ids:
                _manager(one.model).filter(pk__in=ids).update(**{f"{one.field}_id": kept_id})
                self.moved.append((one.model, one.field, ids))

    def _take_away(self, model: str, rows: list[Model]) -> None:
        for row in rows:
            self.taken.append({"model": model, "id": row.pk, "row": _as_it_stands(row)})
            try:
                row.delete()
            except ProtectedError as error:
                raise Refused(
                    _("Both records have an entry of their own here on which others depend: %(what)s.")
                    % {"what": row._meta.verbose_name}
                ) from error


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


def _moves(one: Bound, to: To) -> bool:
    return one.to is to and not one.stays


def _rows(one: Bound, pk: int) -> Any:
    return _manager(one.model).filter(**{one.field: pk})


def _manager(label: str) -> Any:
    return apps.get_model(label)._base_manager


def _is_doubled(one: Bound, row: Any, kept_id: int) -> bool:
    """Whether the kept record has a row of its own that may stand only once."""
    if not one.once or any(getattr(row, name) != value for name, value in one.when.items()):
        return False
    same = {name: getattr(row, name) for name in one.once}
    return bool(_rows(one, kept_id).filter(**same, **one.when).exists())


def _as_it_stands(row: Model) -> str:
    """A row by the database's own words: its moments to the microsecond, its sealed bytes as they are."""
    with connection.cursor() as cursor:
        name = connection.ops.quote_name(row._meta.db_table)
        cursor.execute(f"SELECT to_jsonb(row)::text FROM {name} AS row WHERE id = %s", [row.pk])  # noqa: S608
        return str(cursor.fetchone()[0])


def _put_back(label: str, row: str) -> None:
    with connection.cursor() as cursor:
        name = connection.ops.quote_name(apps.get_model(label)._meta.db_table)
        cursor.execute(f"INSERT INTO {name} SELECT * FROM jsonb_populate_record(NULL::{name}, %s)", [row])  # noqa: S608


def _pointed_at(merge: Merge, label: str, field: str) -> int | None:
    """At whom a moved row pointed before."""
    is_family = any(one.model == label and one.field == field and one.to is To.FAMILY for one in bound_everywhere())
    return merge.gone_family_id if is_family else merge.gone_id


def _set_family(family_id: int | None, into: int | None) -> None:
    if family_id is not None:
        Family.objects.filter(pk=family_id).update(merged_into=into)


def _tell(actor: Actor, verb: str, merge: Merge, case_id: int) -> None:
    about: Iterable[int] = {*merge.case_ids, case_id}
    record(
        actor=actor,
        verb=verb,
        case_id=case_id,
        family_id=merge.kept_family_id,
        person_id=merge.kept_id,
        code=merge.kept.code,
        other=merge.gone.code,
    )
    tell("families.changed", case_ids=sorted(about))
