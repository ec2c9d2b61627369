"""By what one knows that the figures of a program are still those computed last: a mark of the records behind them.

Every change of a case counts its month anew or, in the facts beside whole months, writes the fact anew; either way the
mark is another one. Two readers with the same records in sight have the same mark, whatever their rights.
"""

import hashlib
from collections import defaultdict
from typing import Any

from django.db.models import BigIntegerField, Count, F, Func, QuerySet, Sum, TextField, Value
from django.db.models.functions import Cast, Concat

from opora.access.models import Department
from opora.access.rules import Actor
from opora.evidence.models import CaseFact
from opora.evidence.queries.monthly import cut
from opora.evidence.queries.seen import facts
from opora.evidence.queries.years import Told, told_of
from opora.evidence.rules.rows import Cohort

# A number that a fact has as long as it is not written anew; of several, their sum.
ONE = Func(
    Concat(Cast("case_id", TextField()), Value(" "), Cast("refreshed_at", TextField()), output_field=TextField()),
    Value(0),
    function="hashtextextended",
    output_field=BigIntegerField(),
)


def marks(*, actor: Actor, cohort: Cohort) -> dict[int, str]:
    """The mark of each program that has closed cases in the cohort, as far as this person sees them."""
    return marks_and_months(actor=actor, cohort=cohort)[0]


def marks_and_months(*, actor: Actor, cohort: Cohort) -> tuple[dict[int, str], list[Told]]:
    """The marks, and of the months that are kept what was read for them."""
    written: dict[int, Any] = defaultdict(hashlib.sha256)
    seen, apart = (facts(actor=actor, cohort=cohort, palliative=palliative) for palliative in (False, True))
    parts = cut(seen, actor=actor, cohort=cohort)
    months = [] if parts is None else told_of(parts.months)
    for program, pk, _month, counted_at in months:
        written[program].update(f"{pk} {counted_at.isoformat()} ".encode())
    if parts is None or parts.odd is not None:
        for beside in (seen, apart):
            _add(written, beside if parts is None else beside.filter(parts.odd))
    return {program: mark.hexdigest() for program, mark in written.items()}, months


def mark_of_names() -> str:
    """A mark of the departments' names, which stand in the rows and in no month."""
    names = Department.objects.order_by("pk").values_list("pk", "name")
    return hashlib.sha256(repr(list(names)).encode()).hexdigest()


def _add(written: dict[int, Any], beside: QuerySet[CaseFact]) -> None:
    found = beside.order_by().values("program_id", "is_palliative").annotate(n=Count("*"), told=Sum(ONE))
    for row in found.order_by(F("program_id"), F("is_palliative")):
        written[row["program_id"]].update(f"{row['is_palliative']} {row['n']} {row['told']} ".encode())
