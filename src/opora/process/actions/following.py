"""The path follows its case: begun beside a case opened directly, ended with it, begun anew when it is re-opened."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import F

from opora.access.rules import SYSTEM
from opora.audit import actions as audit
from opora.cases.models import Case, TeamMember
from opora.common.among import among
from opora.common.dates import now
from opora.pathways.models import RouteVersion
from opora.pathways.queries import definition_of, latest_versions
from opora.pathways.rules import Definition, carried, due_on
from opora.pathways.words import journal_words
from opora.process.actions.voiding import follow_void
from opora.process.models import Paper, Route, RouteStep


def follow_cases(*, case_ids: Sequence[int], **_news: Any) -> None:
    """Every open case stands on a path, and no closed one does; a case from a register that has ended has none.

    Where that is so already, as after a step of the path itself, nothing is done.
    """
    held = Route.every.filter(among("case_id", case_ids)).select_related("version", "case__program")
    pairs = [(route, route.case) for route in held.select_for_update(of=("self",)).order_by("pk") if route.case]
    for route, case in pairs:
        follow_void(route, case)
    standing = [(route, case) for route, case in pairs if route.voided_on is None]
    for route, case in standing:
        _follow_program(route, case)
    _begin_missing(set(case_ids) - {case.pk for _route, case in standing})
    for route, case in standing:
        if (route.ended_on is None) is not (case.closed_on is None):
            _lead(route, case, definition_of(route.version))
    if standing:
        _hand_over([route for route, _case in standing], _managers_of(case_ids))


def begin_paths(*, case_ids: Sequence[int]) -> None:
    """Open cases that cannot have a path yet get one: those opened for newcomers in this very transaction."""
    _begin_missing(case_ids)


def _follow_program(route: Route, case: Case) -> None:
    """The program or department of a case was corrected: its path begins anew by the right process.

    What was gathered goes along, and the history of the path stays.
    """
    was = (route.program_id, route.department_id)
    if was == (case.program_id, case.department_id):
        return
    version = _versions_by_program().get(case.program.code)
    route.program_id, route.department_id = case.program_id, case.department_id
    if was[0] != route.program_id and version is not None and route.ended_on is None:
        _begin_anew(route, version)
    route.save()


def _begin_anew(route: Route, version: RouteVersion) -> None:
    definition = definition_of(version)
    Paper.objects.filter(route=route, step_count=route.step_count).update(step_count=F("step_count") + 1)
    route.version, route.step_count = version, route.step_count + 1
    route.stage = definition.case_start or definition.start
    route.due_on = due_on(definition, route.stage, route.entered_on)
    RouteStep.objects.create(
        route=route, version=version, number=route.step_count, to_stage=route.stage, on=route.entered_on
    )


def _begin_missing(case_ids: Collection[int]) -> None:
    """A path for each of these cases that is open, in the hands of whoever manages it."""
    missing = _open_cases(case_ids) if case_ids else []
    if not missing:
        return
    versions = _versions_by_program()
    routes = [_new_route(case, versions[case.program]) for case in missing if case.program in versions]
    if not routes:
        return
    columns = [list(column) for column in zip(*routes, strict=True)]
    with connection.cursor() as cursor:
        cursor.execute(_BEGIN, [*columns, now()])


class _Open(NamedTuple):
    """What the beginning of a path needs of an open case."""

    case_id: int
    program_id: int
    department_id: int
    family_id: int
    opened_on: date
    program: str
    worker_id: int | None


# reads: cases_case, cases_teammember, programs_program
_OPEN = """
SELECT DISTINCT ON (told.id) told.id, told.program_id, told.department_id, told.family_id, told.opened_on,
       program.code, member.user_id
  FROM cases_case told
  JOIN programs_program program ON program.id = told.program_id
  LEFT JOIN cases_teammember member
    ON member.case_id = told.id AND member.part = 'case_manager' AND member.to_on IS NULL
 WHERE told.id = ANY(%s) AND told.closed_on IS NULL AND told.voided_on IS NULL
 ORDER BY told.id
"""


# The paths and the first step of each, in the order of their cases.
_BEGIN = """
WITH begun AS (
    INSERT INTO process_route (version_id, program_id, department_id, family_id, case_id, worker_id, stage,
                               entered_on, started_on, due_on, facts, is_palliative, step_count)
    SELECT version_id, program_id, department_id, family_id, case_id, worker_id, stage, since, since, due_on,
           '{}', FALSE, 1
      FROM unnest(%s::bigint[], %s::bigint[], %s::bigint[], %s::bigint[], %s::bigint[], %s::bigint[], %s::text[],
                  %s::date[], %s::date[])
           WITH ORDINALITY AS one (version_id, program_id, department_id, family_id, case_id, worker_id, stage,
                                   since, due_on, place)
     ORDER BY place
    RETURNING id, version_id, stage, started_on
)
INSERT INTO process_routestep (route_id, version_id, number, action, from_stage, to_stage, "on", waited, at, decisions,
                               papers, is_override)
SELECT id, version_id, 1, '', '', stage, started_on, 0, %s, '{}', '[]', FALSE FROM begun ORDER BY id
"""


def _open_cases(case_ids: Collection[int]) -> list[_Open]:
    with connection.cursor() as cursor:
        cursor.execute(_OPEN, [list(case_ids)])
        return [_Open(*row) for row in cursor.fetchall()]


class _Begun(NamedTuple):
    """A path as it begins, in the order of the columns it is written into."""

    version_id: int
    program_id: int
    department_id: int
    family_id: int
    case_id: int
    worker_id: int | None
    stage: str
    since: date
    due_on: date | None


def _new_route(case: _Open, version: RouteVersion) -> _Begun:
    definition = definition_of(version)
    stage = definition.case_start or definition.start
    return _Begun(
        version_id=version.pk,
        program_id=case.program_id,
        department_id=case.department_id,
        family_id=case.family_id,
        case_id=case.case_id,
        worker_id=case.worker_id,
        stage=stage,
        since=case.opened_on,
        due_on=due_on(definition, stage, case.opened_on),
    )


def _versions_by_program() -> dict[str, RouteVersion]:
    return {program: version for version in latest_versions() for program in version.programs}


def _lead(route: Route, case: Case, definition: Definition) -> None:
    """One step that nobody took on the path itself: the case was closed or re-opened beside it."""
    if case.closed_on is not None:
        to, on = _exit_of(case, definition), max(case.closed_on, route.entered_on)
    else:
        closing = case.closings.order_by("-on", "-pk").first()
        to = _last_stage(route, definition)
        on = max(closing.reopened_on or closing.on, route.entered_on) if closing else route.entered_on
    step = RouteStep.objects.create(
        route=route,
        version=route.version,
        number=route.step_count + 1,
        waited=(on - route.entered_on).days,
        from_stage=route.stage,
        to_stage=to,
        on=on,
        is_override=True,
    )
    route.stage, route.entered_on, route.due_on = to, on, due_on(definition, to, on)
    route.ended_on = on if to in definition.exits else None
    route.step_count, route.facts = step.number, carried(definition, route.facts)
    route.save(update_fields=["stage", "entered_on", "due_on", "ended_on", "step_count", "facts"])
    audit.record(
        actor=SYSTEM,
        verb="process.followed",
        case_id=route.case_id,
        family_id=route.family_id,
        route=route.pk,
        from_stage=step.from_stage,
        to_stage=to,
        words=journal_words(definition, from_stage=step.from_stage, to_stage=to),
    )


def _exit_of(case: Case, definition: Definition) -> str:
    """The exit that speaks of the reason of the closing; else the one that says the work is done."""
    reason = case.closings.filter(reopened_on=None).values_list("reason", flat=True).first()
    fitting = [key for key, one in definition.exits.items() if one.case_reason == reason]
    success = [key for key, one in definition.exits.items() if one.kind == "success"]
    return (fitting or success or list(definition.exits))[0]


def _last_stage(route: Route, definition: Definition) -> str:
    """A family that returns begins where cases begin."""
    return definition.case_start or definition.start


def _managers_of(case_ids: Collection[int]) -> dict[int, int]:
    """Who manages each of these cases at present."""
    managing = TeamMember.objects.filter(case_id__in=case_ids, part=TeamMember.Part.CASE_MANAGER, to_on=None)
    return dict(managing.values_list("case_id", "user_id"))


def _hand_over(routes: Iterable[Route], managers: Mapping[int, int]) -> None:
    """Whoever manages the case answers for its path."""
    by_user: dict[int, list[int]] = {}
    for route in routes:
        manager_id = managers.get(route.case_id or 0)
        if manager_id is not None and manager_id != route.worker_id:
            by_user.setdefault(manager_id, []).append(route.pk)
    for user_id, theirs in by_user.items():
        Route.objects.filter(pk__in=theirs).update(worker_id=user_id)
