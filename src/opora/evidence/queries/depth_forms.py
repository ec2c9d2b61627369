"""Forms of closed cases as matrices, read month by month: those of a month without a change are kept as they were read.

Ratings are read in one statement, as text: a hundred thousand forms become two matrices without a row being touched.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from opora.access.rules import Actor
from opora.common.dates import add_months
from opora.common.kept import Kept
from opora.evidence.models import CaseFact
from opora.evidence.queries.monthly import cut
from opora.evidence.queries.seen import facts
from opora.evidence.rules import depth as rules
from opora.evidence.rules.depth import Rated
from opora.evidence.rules.rows import Cohort
from opora.instruments.models import InstrumentVersion

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Built = TypeVar("Built")
# A month of a hundred thousand cases takes some hundred kilobytes.
_KEPT = Kept(800)
# What stands for "not rated" where ratings are read as text.
_NOTHING = -999
# reads: assessments_assessment
_RATINGS = (
    "SELECT seen.case_id, entry.version_id, exit.version_id,"
    " array_to_string(entry.ratings, ' ', '-999'), array_to_string(exit.ratings, ' ', '-999'),"
    " seen.department_id, date_trunc('month', seen.closed_on)::date FROM (",
    ") seen JOIN assessments_assessment entry ON entry.id = seen.entry_id"
    " LEFT JOIN assessments_assessment exit ON exit.id = seen.exit_id AND NOT exit.is_total_only"
    " WHERE entry.ratings IS NOT NULL AND NOT entry.is_total_only AND entry.instrument_code = %s"
    " ORDER BY seen.case_id",
)


def rated_forms(*, actor: Actor, cohort: Cohort, instrument_code: str) -> Rated:
    """The forms of the closed cases of one program in sight, by the number of the case."""
    weak_from = _weak_from(instrument_code)
    return _together(
        by_month(
            actor=actor,
            cohort=cohort,
            stamp=("forms", instrument_code),
            read=lambda within: _rows(within, instrument_code),
            build=lambda rows: _rated(rows, weak_from),
        )
    )


def by_month(
    *,
    actor: Actor,
    cohort: Cohort,
    stamp: Hashable,
    read: "Callable[[QuerySet[CaseFact]], list[Any]]",
    build: Callable[[Sequence[Any]], Built],
) -> list[Built]:
    """What is built of the closed cases of one program in sight, month by month; of a month without a change as kept.

    Rows that are read end in the department and the month of their case. The stamp names all that the rows hang on
    beside the cases.
    """
    seen = facts(actor=actor, cohort=cohort)
    parts = cut(seen, actor=actor, cohort=cohort)
    if parts is None:
        return [build(read(seen))]
    months = parts.months.order_by("pk").values_list("pk", "counted_at", "department_id", "month")
    # A month is counted anew with every change of a case that was closed in it.
    keys = {(department, month): (pk, counted_at, stamp) for pk, counted_at, department, month in months}
    found = {place: _KEPT.find(key) for place, key in keys.items()}
    missing = [place for place, built in found.items() if built is None]
    if missing:
        first, last = min(month for _whose, month in missing), max(month for _whose, month in missing)
        within = seen.filter(
            closed_on__gte=first, closed_on__lt=add_months(last, 1), department_id__in={whose for whose, _in in missing}
        )
        rows: dict[tuple[int, date], list[Any]] = defaultdict(list)
        for row in read(within):
            rows[row[-2], row[-1]].append(row)
        for place in missing:
            found[place] = _KEPT.put(keys[place], build(rows[place]))
    beside = [build(read(seen.filter(parts.odd)))] if parts.odd is not None else []
    return [*found.values(), *beside]


def rows_around(around: tuple[str, str], seen: "QuerySet[CaseFact]", more: tuple[Any, ...]) -> list[Any]:
    """The rows of a statement around the facts in sight."""
    wanted = seen.order_by().values_list("case_id", "entry_id", "exit_id", "department_id", "closed_on")
    try:
        statement, parameters = wanted.query.sql_with_params()
    except EmptyResultSet:
        return []
    with connection.cursor() as cursor:
        cursor.execute(statement.join(around), (*parameters, *more))
        return cursor.fetchall()


def _rows(seen: "QuerySet[CaseFact]", instrument_code: str) -> list[Any]:
    return rows_around(_RATINGS, seen.filter(entry_id__isnull=False), (instrument_code,))


def _rated(rows: Sequence[Any], weak_from: Mapping[int, int | None]) -> Rated:
    import numpy as np

    width = max((text.count(" ") + 1 for row in rows for text in row[3:5] if text), default=0)
    entry = _weak([row[3] for row in rows], [weak_from.get(row[1]) for row in rows], width)
    exit_ = _weak([row[4] for row in rows], [weak_from.get(row[2]) for row in rows], width)
    paired = np.array([row[4] is not None for row in rows], dtype=bool)
    return Rated(np.array([row[0] for row in rows], dtype=np.int64), entry, exit_, paired)


def _weak_from(instrument_code: str) -> dict[int, int | None]:
    versions = InstrumentVersion.objects.filter(instrument__code=instrument_code)
    return dict(versions.values_list("pk", "definition__scale__weak_from"))


def _together(parts: Sequence[Rated]) -> Rated:
    """Forms read apart, as if they had been read at once; an older form may have fewer places."""
    import numpy as np

    if not parts:
        return _rated((), {})
    width = max(one.entry.shape[1] for one in parts)

    def wide(matrix: "NDArray[np.int8]") -> "NDArray[np.int8]":
        missing = width - matrix.shape[1]
        return np.pad(matrix, ((0, 0), (0, missing)), constant_values=rules.UNKNOWN) if missing else matrix

    case_ids = np.concatenate([one.case_ids for one in parts])
    order = np.argsort(case_ids, kind="stable")
    entry, exit_ = (
        np.concatenate([wide(matrix) for matrix in matrices])[order]
        for matrices in ([one.entry for one in parts], [one.exit for one in parts])
    )
    return Rated(case_ids[order], entry, exit_, np.concatenate([one.paired for one in parts])[order])


def _weak(texts: Sequence[str | None], weak_from: Sequence[int | None], width: int) -> "NDArray[np.int8]":
    """Ratings as weak, not weak or unknown; a form of an older version may have fewer places."""
    import numpy as np

    blank = " ".join([str(_NOTHING)] * width)
    short = f" {_NOTHING}"
    filled = [blank if not text else text + short * (width - 1 - text.count(" ")) for text in texts]
    numbers = np.fromstring(" ".join(filled), dtype=np.int32, sep=" ").reshape(len(texts), width)
    limits = np.array([_NOTHING if one is None else one for one in weak_from], dtype=np.int32)[:, None]
    unknown = (numbers == _NOTHING) | (limits == _NOTHING)
    return np.where(unknown, rules.UNKNOWN, numbers >= limits).astype(np.int8)
