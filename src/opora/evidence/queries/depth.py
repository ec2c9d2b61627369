"""The form item by item over the closed cases of one program, as far as somebody may see them (S3-91, S3-92)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.db.models import QuerySet

from opora.access.rules import Actor
from opora.catalogue.models import Service
from opora.common.bilingual import Text
from opora.common.errors import NotFound
from opora.common.kept import Kept
from opora.evidence.models import CaseFact
from opora.evidence.queries.depth_forms import by_month, rated_forms, rows_around
from opora.evidence.queries.marks import marks
from opora.evidence.queries.rows import read_rows
from opora.evidence.queries.seen import facts
from opora.evidence.rules import depth as rules
from opora.evidence.rules.depth import ItemFigures, Rated, Together
from opora.evidence.rules.depth_help import HelpedItem, helped_items
from opora.evidence.rules.rows import Cohort, OutcomeRow
from opora.instruments.queries import published_definitions
from opora.programs.models import Program
from opora.services.queries.changes import mark_of_services

_KEPT = Kept(60)
# reads: assessments_assessment, process_route, services_provision
_GIVEN = (
    "WITH seen AS MATERIALIZED (SELECT found.case_id, found.department_id,"
    " date_trunc('month', found.closed_on)::date AS month, route.id AS route_id, entry.on AS since, exit.on AS until"
    " FROM (",
    ") found JOIN assessments_assessment entry ON entry.id = found.entry_id"
    " JOIN assessments_assessment exit ON exit.id = found.exit_id"
    " LEFT JOIN process_route route ON route.case_id = found.case_id)"
    " SELECT seen.case_id, given.service_id, seen.department_id, seen.month FROM seen"
    " JOIN services_provision given ON given.case_id = seen.case_id"
    " AND given.on BETWEEN seen.since AND seen.until AND given.state = 'held' AND given.voided_on IS NULL"
    " UNION SELECT seen.case_id, given.service_id, seen.department_id, seen.month FROM seen"
    " JOIN services_provision given ON given.route_id = seen.route_id"
    " AND given.on BETWEEN seen.since AND seen.until AND given.state = 'held' AND given.voided_on IS NULL",
)


@dataclass(frozen=True, slots=True)
class ItemNamed:
    """An item as the form has it: its code, its words, those of its section."""

    code: str
    text: Text
    section: Text


@dataclass(frozen=True, slots=True)
class Depth:
    """What the forms of a program tell item by item.

    `forms` are the closed cases with an entry form that has items, `pairs` those with an exit form too; `closed` all.
    Items nobody was rated by are left out.
    """

    program: Program
    cohort: Cohort
    closed: int = 0
    forms: int = 0
    pairs: int = 0
    items: Sequence[ItemFigures] = ()
    together: Sequence[Together] = ()
    helped: Sequence[HelpedItem] = ()
    names: Mapping[int, ItemNamed] = field(default_factory=dict)
    services: Mapping[int, Text] = field(default_factory=dict)

    @property
    def stubborn(self) -> list[ItemFigures]:
        """Items that hardly move, the most frequent first."""
        return sorted((one for one in self.items if one.is_stubborn), key=lambda one: (-one.entry.n, one.place))


@dataclass(frozen=True, slots=True)
class _Figures:
    """What is kept: figures and no forms."""

    closed: int
    forms: int
    pairs: int
    items: Sequence[ItemFigures]
    together: Sequence[Together]
    helped: Sequence[HelpedItem]


def depth(*, actor: Actor, cohort: Cohort, program: Program) -> Depth:
    """The form of one program in depth; computed anew only when a case, a form or a service has changed."""
    of_it = _of(cohort, program)
    mark = marks(actor=actor, cohort=of_it).get(program.pk)
    names = item_names(program.instrument_code)
    nothing = Depth(program, of_it, names=names, services={})
    if mark is None:
        return nothing
    key = (mark, program.instrument_code, mark_of_services())
    figures: _Figures = _KEPT.get(
        key,
        lambda: _compute(actor, of_it, rated_forms(actor=actor, cohort=of_it, instrument_code=program.instrument_code)),
    )
    service_ids = {one.service_id for one in figures.helped}
    services = {one.pk: one.title for one in Service.objects.filter(pk__in=service_ids)}
    return replace(nothing, **{name: getattr(figures, name) for name in _Figures.__slots__}, services=services)


def programs_with_cases(*, actor: Actor, cohort: Cohort) -> frozenset[int]:
    """The programs that have closed cases in sight."""
    return frozenset(marks(actor=actor, cohort=cohort))


def cases_behind_item(*, actor: Actor, cohort: Cohort, program: Program, code: str, what: str) -> list[int]:
    """The cases behind a figure of an item, in the order of the table; NotFound for what is no figure or no item."""
    place = place_of(program.instrument_code, code)
    if what not in rules.FIGURES:
        raise NotFound
    rated = rated_forms(actor=actor, cohort=_of(cohort, program), instrument_code=program.instrument_code)
    return rules.cases_of(rated, place, what) if place < rated.entry.shape[1] else []


def cases_beside(*, actor: Actor, cohort: Cohort, program: Program, code: str, service_id: int) -> list[int]:
    """The cases where an item was weak and rated again, and where this service was given between entry and exit."""
    place, of_it = place_of(program.instrument_code, code), _of(cohort, program)
    rated = rated_forms(actor=actor, cohort=of_it, instrument_code=program.instrument_code)
    if place >= rated.entry.shape[1]:
        return []
    asked = (rated.entry[:, place] == 1) & (rated.exit[:, place] != rules.UNKNOWN)
    given = {case for case, service in _given(actor, of_it) if service == service_id}
    return [int(case) for case in rated.case_ids[asked] if int(case) in given]


def rows_of_cases(
    *,
    actor: Actor,
    cohort: Cohort,
    program: Program,
    case_ids: Sequence[int],
    limit: int | None = None,
    offset: int = 0,
) -> tuple[OutcomeRow, ...]:
    """Those of these cases in sight, as rows of the outcome table."""
    seen = facts(actor=actor, cohort=_of(cohort, program)).filter(case_id__in=case_ids)
    return read_rows(seen, limit=limit, offset=offset)


def item_names(instrument_code: str) -> dict[int, ItemNamed]:
    """Every item the form ever had, by its place for ever; worded as the newest version that has it words it."""
    return {
        item.position: ItemNamed(item.code, item.text, section.title)
        for definition in published_definitions(code=instrument_code)
        for section in definition.sections
        for item in section.items
    }


def place_of(instrument_code: str, code: str) -> int:
    """The place of an item by its code; NotFound where the form has none such."""
    for place, item in item_names(instrument_code).items():
        if item.code == code:
            return place
    raise NotFound


def _of(cohort: Cohort, program: Program) -> Cohort:
    return replace(cohort, program_ids=(program.pk,), pooled=False)


def _compute(actor: Actor, cohort: Cohort, rated: Rated) -> _Figures:
    import numpy as np

    items = [one for one in rules.items_of(rated) if one.entry.total or one.exit.total]
    pairs = _given(actor, cohort) if rated.pairs else []
    service_ids = tuple(sorted({service for _case, service in pairs}))
    given = np.zeros((rated.forms, len(service_ids)), dtype=bool)
    lines = {int(case): line for line, case in enumerate(rated.case_ids)}
    columns = {service: column for column, service in enumerate(service_ids)}
    for case, service in pairs:
        if (line := lines.get(case)) is not None:
            given[line, columns[service]] = True
    return _Figures(
        closed=facts(actor=actor, cohort=cohort).count(),
        forms=rated.forms,
        pairs=rated.pairs,
        items=items,
        together=rules.together_of(rated),
        helped=helped_items(rated, given, service_ids),
    )


def _given(actor: Actor, cohort: Cohort) -> list[tuple[int, int]]:
    """Which services were given in which case between its two forms, on the case or on its path."""

    def read(within: "QuerySet[CaseFact]") -> list[Any]:
        return rows_around(_GIVEN, within.filter(entry_id__isnull=False, exit_id__isnull=False), ())

    def build(rows: Sequence[Any]) -> list[tuple[int, int]]:
        return [(case, service) for case, service, _whose, _month in rows]

    months = by_month(actor=actor, cohort=cohort, stamp=("given", *mark_of_services()), read=read, build=build)
    return [pair for pairs in months for pair in pairs]
