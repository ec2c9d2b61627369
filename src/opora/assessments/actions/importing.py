"""Totals of the registry: assessments without items, written and corrected in bulk (X-03, S3-69)."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from django.db import transaction

from opora.access.rules import Actor
from opora.assessments.models import Assessment
from opora.assessments.rules import ImportedTotal, ImportedTotals
from opora.audit.actions import record_many
from opora.cases.models import Case
from opora.cases.policies import check_can_import
from opora.common.among import among
from opora.common.copying import copy_rows
from opora.common.dates import now
from opora.common.news import tell


class _Row(NamedTuple):
    """The columns that a total of a register fills; all others keep their defaults."""

    case_id: int
    point: str
    status: str
    instrument_code: str
    on: date
    is_total_only: bool
    weak: int
    revision: int
    episode: int
    replaces_id: int | None
    approved_by_id: int | None
    approved_at: datetime


@transaction.atomic
def import_totals(*, actor: Actor, totals: Sequence[ImportedTotal]) -> ImportedTotals:
    """Write the totals of registry rows as approved assessments; the same totals twice change nothing.

    A changed total becomes the next revision and a missing one is taken back. A point that was filled in item by
    item is kept as it is: items say more than a total.
    """
    case_ids = {total.case_id for total in totals}
    # Locked in one order, so that a form handed in at this moment waits and two imports do not block each other.
    locked = Case.objects.select_for_update().filter(among("pk", case_ids)).order_by("pk")
    check_can_import(actor, department_ids=set(locked.values_list("department_id", flat=True)))
    standing = _standing(case_ids)
    fresh: list[_Row] = []
    outdated: list[Assessment] = []
    removed: list[Assessment] = []
    kept: list[tuple[int, str]] = []
    unchanged = 0
    for total in totals:
        known = standing.get((total.case_id, total.point))
        if known is not None and not known.is_total_only:
            kept.append((total.case_id, total.point))
        elif total.total is None:
            if known is not None:
                removed.append(known)
        elif known is None:
            fresh.append(_new(actor, total, total.total))
        elif (known.weak, known.on, known.instrument_code) == (total.total, total.on, total.instrument_code):
            unchanged += 1
        else:
            outdated.append(known)
            fresh.append(_new(actor, total, total.total, known))
    gone = [one.pk for one in (*outdated, *removed)]
    Assessment.objects.filter(among("pk", gone)).update(status=Assessment.Status.REPLACED)
    copy_rows(Assessment, _Row._fields, fresh)
    _journal(actor, fresh, removed)
    changed = {one.case_id for one in fresh} | {one.case_id for one in removed}
    if changed:
        tell("assessments.changed", case_ids=sorted(changed))
    return ImportedTotals(
        created=len(fresh) - len(outdated),
        updated=len(outdated),
        unchanged=unchanged,
        removed=len(removed),
        kept=tuple(kept),
    )


def _standing(case_ids: set[int]) -> dict[tuple[int, str], Assessment]:
    """The last standing assessment per case and point."""
    rows = (
        Assessment.objects.filter(among("case_id", case_ids))
        .exclude(status=Assessment.Status.REPLACED)
        .defer("answers", "comments", "ratings")
        .order_by("on", "id")
    )
    return {(row.case_id, row.point): row for row in rows}


def _new(actor: Actor, total: ImportedTotal, weak: int, known: Assessment | None = None) -> _Row:
    return _Row(
        case_id=total.case_id,
        point=total.point,
        status=Assessment.Status.APPROVED.value,
        instrument_code=total.instrument_code,
        on=total.on,
        is_total_only=True,
        weak=weak,
        revision=known.revision + 1 if known else 1,
        episode=known.episode if known else 1,
        replaces_id=known.pk if known else None,
        approved_by_id=actor.user_id,
        approved_at=now(),
    )


def _journal(actor: Actor, fresh: list[_Row], removed: list[Assessment]) -> None:
    record_many(
        actor=actor,
        verb="assessments.imported",
        entries=[
            {"case_id": one.case_id, "point": one.point, "day": one.on.isoformat(), "weak": one.weak} for one in fresh
        ],
    )
    record_many(
        actor=actor,
        verb="assessments.import_removed",
        entries=[{"case_id": one.case_id, "point": one.point, "day": one.on.isoformat()} for one in removed],
    )
