"""Closed cases counted by month of closing: counting them anew, and adding months up (IND-20, IND-30 to IND-35)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import Count, F, Func, IntegerField, Q, QuerySet
from django.db.models.functions import TruncMonth

from opora.access.rules import Actor, Scope, departments, scope
from opora.evidence.models import CaseFact, MonthTally
from opora.evidence.queries.palliative import COUNTS, count_apart, counts_of
from opora.evidence.queries.seen import ABILITY, facts
from opora.evidence.queries.tallies import KEPT, Added, count_up, figures_of
from opora.evidence.queries.years import Sums, Told, Whole, Year, add_sections, told_of, years_of
from opora.evidence.rules.counts import Counts
from opora.evidence.rules.months import whole_months
from opora.evidence.rules.palliative import Palliative
from opora.evidence.rules.rows import Cohort

# How long the work with a family took; the time a case stood closed before it was opened again is none.
DAYS_OF_WORK = Func(
    F("closed_on"),
    F("opened_on"),
    F("days_away"),
    template="(%(expressions)s)",
    arg_joiner=" - ",
    output_field=IntegerField(),
)

Group = tuple[int, int, date]
_FEW = 50

_PROFILES = """
SELECT program_id, department_id, date_trunc('month', closed_on)::date, place,
       count(section.entry), coalesce(sum(section.entry), 0), count(section.exit), coalesce(sum(section.exit), 0)
  FROM evidence_casefact fact
 CROSS JOIN LATERAL unnest(fact.entry_by_section, fact.exit_by_section) WITH ORDINALITY AS section(entry, exit, place)
 WHERE fact.closed_on IS NOT NULL AND NOT fact.is_palliative AND fact.change IS NOT NULL
   AND fact.entry_by_section IS NOT NULL AND fact.exit_by_section IS NOT NULL
   AND fact.program_id = ANY(%(programs)s) AND fact.department_id = ANY(%(departments)s)
   AND fact.closed_on >= %(first)s AND fact.closed_on < %(last)s::date + interval '1 month'
 GROUP BY 1, 2, 3, 4
 ORDER BY 1, 2, 3, 4
"""


@dataclass(frozen=True, slots=True)
class Cut:
    """A cohort as months that are kept, and the facts of odd days or of other people's departments beside them."""

    months: QuerySet[MonthTally]
    odd: Q | None
    loose: QuerySet[CaseFact] | None


def cut(seen: QuerySet[CaseFact], *, actor: Actor, cohort: Cohort) -> Cut | None:
    """How the facts in sight fall into kept months; None for whoever sees single cases and no department."""
    reach = scope(actor, ABILITY)
    span = whole_months(cohort.closed_from, cohort.closed_to)
    if reach < Scope.DEPARTMENT or span.is_empty:
        return None
    months = MonthTally.objects.all()
    odd = Q()
    if reach is Scope.DEPARTMENT:
        own = departments(actor, ABILITY)
        months = months.filter(department_id__in=own)
        odd |= ~Q(department_id__in=own)
    if cohort.program_ids:
        months = months.filter(program_id__in=cohort.program_ids)
    if cohort.department_ids:
        months = months.filter(department_id__in=cohort.department_ids)
    if span.first is not None:
        months = months.filter(month__gte=span.first)
        if cohort.closed_from != span.first:
            odd |= Q(closed_on__lt=span.first)
    if span.end is not None:
        months = months.filter(month__lt=span.end)
        if cohort.closed_to is not None and cohort.closed_to >= span.end:
            odd |= Q(closed_on__gte=span.end)
    return Cut(months, odd or None, seen.filter(odd) if odd else None)


def count_months(groups: Sequence[Group]) -> dict[Group, dict[str, Any]]:
    """What is kept of these months, counted from the facts as they are now; a month without a case is absent."""
    wanted = set(groups)
    closed = CaseFact.objects.filter(closed_on__isnull=False).filter(_within(groups))
    all_by_month = closed.annotate(month=TruncMonth("closed_on")).order_by()
    by_month = all_by_month.filter(is_palliative=False)
    found: dict[Group, dict[str, Any]] = {}
    keys = ("program_id", "department_id", "month")
    for row in by_month.values(*keys).annotate(**figures_of()):
        group = _group(row)
        if group in wanted:
            found[group] = {**_empty(), "figures": _figures(row)}
    for row in all_by_month.filter(is_palliative=True).values(*keys).annotate(**COUNTS):
        group = _group(row)
        if group in wanted:
            found.setdefault(group, _empty())["palliative"] = counts_of(row)
    for row in by_month.values(*keys, "entry", "exit").annotate(n=Count("*")).order_by("entry", "exit"):
        if (kept := found.get(_group(row))) is not None:
            kept["scores"].append([row["entry"], row["exit"], row["n"]])
    spelled = by_month.values(*keys, "number_series", "number_shape").annotate(n=Count("*"))
    for row in spelled.order_by("number_series", "number_shape"):
        if (kept := found.get(_group(row))) is not None:
            kept["spellings"].append([row["number_series"], row["number_shape"], row["n"]])
    for row in by_month.values(*keys, days=DAYS_OF_WORK).annotate(n=Count("*")).order_by("days"):
        if (kept := found.get(_group(row))) is not None:
            kept["days"].append([row["days"], row["n"]])
    for *key, _place, entries, entry, exits, exit_ in _profiles(groups):
        if (kept := found.get((key[0], key[1], key[2]))) is not None:
            kept["profile"].append([entries, int(entry), exits, int(exit_)])
    return found


def _empty() -> dict[str, Any]:
    return {"figures": {}, "scores": [], "spellings": [], "days": [], "profile": []}


def _within(groups: Sequence[Group]) -> Q:
    """The facts of these months; of many, whatever lies between the first and the last."""
    if len(groups) > _FEW:
        days = [month for _program, _department, month in groups]
        return Q(program_id__in={group[0] for group in groups}, closed_on__gte=min(days)) & _before_end(max(days))
    wanted = Q(pk__in=())
    for program, department, month in groups:
        wanted |= Q(program_id=program, department_id=department, closed_on__gte=month) & _before_end(month)
    return wanted


def _before_end(month: date) -> Q:
    return Q(closed_on__lt=date(month.year + month.month // 12, month.month % 12 + 1, 1))


def _profiles(groups: Sequence[Group]) -> list[tuple[Any, ...]]:
    days = [month for _program, _department, month in groups]
    parameters: dict[str, Any] = {
        "programs": sorted({group[0] for group in groups}),
        "departments": sorted({group[1] for group in groups}),
        "first": min(days),
        "last": max(days),
    }
    with connection.cursor() as cursor:
        cursor.execute(_PROFILES, parameters)
        return cursor.fetchall()


def _group(row: Mapping[str, Any]) -> Group:
    return row["program_id"], row["department_id"], row["month"]


def _figures(row: Mapping[str, Any]) -> dict[str, int]:
    figures = {name: int(row[name]) for name in row if name.startswith(KEPT)}
    return figures | {"worst": row["worst"].days if row["worst"] else 0}


@dataclass(frozen=True, slots=True)
class Counted:
    """Facts added up by program; `apart` are the social palliative cases, which are in no other figure.

    `whole` is there for programs of which no case lies beside whole months.
    """

    added: dict[int, Added]
    apart: dict[int, Palliative]
    whole: dict[int, Whole] = field(default_factory=dict)


def counted(seen: QuerySet[CaseFact], *, actor: Actor, cohort: Cohort, told: Iterable[Told] | None = None) -> Counted:
    """The facts of a cohort added up by program: kept months as far as they reach, the rest one by one.

    `told` are the months of the cohort, if the caller has read already when they were counted.
    """
    parts = cut(seen, actor=actor, cohort=cohort)
    apart = facts(actor=actor, cohort=cohort, palliative=True)
    if parts is None:
        return Counted(count_up(seen), count_apart(apart, ()))
    whole: dict[int, Year] = defaultdict(Year)
    for program, year in years_of(told_of(parts.months) if told is None else told):
        whole[program].join(year)
    added = defaultdict(Added, {program: one.added for program, one in whole.items()})
    kept = [(program, counts) for program, one in whole.items() for counts in one.apart]
    if parts.loose is None:
        drawn = {
            program: Whole(one.sections, None if one.days is None else Counts.of(one.days))
            for program, one in whole.items()
        }
        return Counted(added, count_apart(None, kept), drawn)
    return Counted(count_up(parts.loose, added), count_apart(apart.filter(parts.odd), kept))


def section_sums(seen: QuerySet[CaseFact], *, actor: Actor, cohort: Cohort) -> dict[int, Sums]:
    """Of each program, section by section: rated entries, their weak sides, rated exits, their weak sides."""
    parts = cut(seen, actor=actor, cohort=cohort)
    added: dict[int, Sums] = defaultdict(list)
    loose = seen if parts is None else parts.loose
    for program, year in () if parts is None else years_of(told_of(parts.months)):
        add_sections(added[program], year.sections)
    if loose is not None:
        rated = loose.filter(change__isnull=False, entry_by_section__isnull=False, exit_by_section__isnull=False)
        for program, *both in rated.order_by().values_list("program_id", "entry_by_section", "exit_by_section"):
            add_sections(added[program], [[1, entry, 1, exit_] for entry, exit_ in zip(*both, strict=False)])
    return added
