"""The ways of invented families through the process, told by the simulator of the demonstration, written in bulk."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain
from typing import Any

from django.db import connection
from psycopg.types.json import Jsonb

from opora.common.dates import now
from opora.demo.rules.lives import InventedLife
from opora.demo.rules.walks import Walk, Walker
from opora.families.sealing import sealed_field
from opora.pathways.models import RouteVersion
from opora.pathways.queries import definition_of
from opora.pathways.rules import carried, due_on
from opora.process.models import Paper, Route, RouteStep

# Of so many cases there is one more signal that led to none, or has not yet.
SIGNAL_EVERY = 10
SOURCE = "bench"


class PathFiller:
    """Writes the walks of cases and signals down as steps and papers; the same seed tells the same walks."""

    def __init__(self, version: RouteVersion, *, seed: int, today: date) -> None:
        self.version = version
        self.definition = definition_of(version)
        self.walker = Walker(self.definition, seed=seed, today=today)

    def of_cases(
        self, lives: Sequence[InventedLife], cases: Sequence[tuple[int, int, int, int]], workers: Sequence[int]
    ) -> None:
        """The paths of cases, each given as case, family, program and department, with who answers for it."""
        walks = [self.walker.of_case(life) for life in lives]
        routes = [
            self._route(walk, program_id, department_id, case_id=case_id, family_id=family_id, worker_id=worker_id)
            for walk, (case_id, family_id, program_id, department_id), worker_id in zip(
                walks, cases, workers, strict=True
            )
        ]
        self._write(walks, routes)

    def of_signals(self, count: int, *, program_id: int, department_id: int, workers: Sequence[int]) -> None:
        """The paths of signals without a case, shared among the workers."""
        walks = list(self.walker.signals(count))
        routes = [
            self._route(walk, program_id, department_id, worker_id=workers[place % len(workers)])
            for place, walk in enumerate(walks)
        ]
        self._write(walks, routes)

    def _route(self, walk: Walk, program_id: int, department_id: int, **whose: int) -> Route:
        known: dict[str, Any] = {}
        for move in walk.moves:
            known = dict(carried(self.definition, known | dict(move.facts)))
        entered_on = walk.moves[-1].on if walk.moves else walk.began_on
        has_ended = walk.place in self.definition.exits
        return Route(
            version=self.version,
            program_id=program_id,
            department_id=department_id,
            stage=walk.place,
            started_on=walk.began_on,
            entered_on=entered_on,
            due_on=due_on(self.definition, walk.place, entered_on),
            ended_on=entered_on if has_ended else None,
            facts=known,
            step_count=1 + len(walk.moves),
            **whose,
        )

    def _write(self, walks: Sequence[Walk], routes: Sequence[Route]) -> None:
        made = Route.objects.bulk_create(routes, batch_size=2_000)
        pairs = list(zip(walks, made, strict=True))
        _copy(RouteStep, (row for walk, route in pairs for row in self._steps(walk, route)))
        _copy(Paper, (row for walk, route in pairs for row in self._papers(walk, route)))

    def _steps(self, walk: Walk, route: Route) -> Iterable[dict[str, Any]]:
        common = {
            "route_id": route.pk,
            "version_id": self.version.pk,
            "at": now(),
            "by_id": route.worker_id,
            "decisions": Jsonb({}),
            "is_override": False,
        }
        first = {"action": "", "from_stage": "", "waited": 0, "reason": None, "fields": None, "papers": Jsonb([])}
        yield {**common, **first, "number": 1, "to_stage": self.definition.start, "on": walk.began_on}
        before = walk.began_on
        for number, move in enumerate(walk.moves, start=2):
            yield {
                **common,
                "number": number,
                "action": move.action,
                "from_stage": move.stage,
                "to_stage": self.definition.actions[move.action].to,
                "on": move.on,
                "waited": (move.on - before).days,
                "reason": _REASON.get_prep_value(move.reason),
                "fields": _FIELDS.get_prep_value(dict(move.fields)),
                "papers": Jsonb(sorted(move.papers)),
            }
            before = move.on

    def _papers(self, walk: Walk, route: Route) -> Iterable[dict[str, Any]]:
        for number, move in enumerate(walk.moves, start=1):
            for kind in move.papers:
                yield {
                    "route_id": route.pk,
                    "kind": kind,
                    "on": move.on,
                    "step_count": number,
                    "source": SOURCE,
                    "note": None,
                    "filed_by_id": route.worker_id,
                    "filed_at": now(),
                }


_REASON, _FIELDS = sealed_field(RouteStep, "reason"), sealed_field(RouteStep, "fields")


def _copy(model: type[RouteStep] | type[Paper], rows: Iterable[dict[str, Any]]) -> None:
    """Millions of lines go in as a copy: one statement each would measure the filling only."""
    lines = iter(rows)
    first = next(lines, None)
    if first is None:
        return
    names = list(first)
    columns = ", ".join(connection.ops.quote_name(name) for name in names)
    with connection.cursor() as cursor, cursor.copy(f"COPY {model._meta.db_table} ({columns}) FROM STDIN") as copy:
        for row in chain([first], lines):
            copy.write_row([row[name] for name in names])
