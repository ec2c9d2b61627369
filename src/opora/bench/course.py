"""The course of one measurement: grow, ask, grow, ask again, compare, import."""

import resource
import statistics
import sys
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from opora.access.models import User
from opora.access.queries import actor_of
from opora.access.rules import SYSTEM
from opora.bench import bare
from opora.bench.actions import Filler
from opora.bench.measure import Cost, page, quantile, timed
from opora.bench.scratch import scratch_database
from opora.bench.workbook import registry_workbook
from opora.cases.models import Case
from opora.common.dates import today
from opora.demo.rules import names
from opora.evidence.queries import outcomes
from opora.evidence.rules.rows import Cohort
from opora.process import actions as process
from opora.process.models import Route
from opora.registry.actions import import_registry

REQUESTS = 40
ROUNDS = 5
ALL = "?whose=all"
PROCESS = "support_and_shelter"
# A thousand cases have no surname that fills a page, these beginnings of names do. Lines cost time of their own:
# a page of 3 lines beside one of 25 would measure how full they are.
FILLING = ("Але", "Ива", "Ник", "Вла")
FILLING_BOTH = ("Але Але", "Але Анд", "Але Мар", "Сер Анд")
BIG_ENOUGH = 10_000


def measure(*, small: int, large: int, import_rows: int, say: Callable[..., None]) -> Iterator[list[str]]:
    """Measure at two sizes in one run; gives the lines to print, part by part.

    Ratios hold on a busy machine, times do not.
    """
    settings.ALLOWED_HOSTS = ["testserver"]
    # Nobody signs in to the scratch database with a password: hashing two hundred of them well would measure nothing.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
    with scratch_database():
        filler = Filler(today=today())
        costs: dict[int, list[Cost]] = {}
        for size in sorted({small, large}):
            filler.grow_to(size, say)
            say("Letting the database settle")
            _settle()
            say(f"Asking for pages at {size} cases")
            costs[size] = _pages(filler)
        yield _page_lines(costs)
        say("Computing the outcome table, ours and bare")
        yield _table_lines(filler)
        say(f"Importing a workbook of {import_rows} rows")
        yield _import_lines(import_rows)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
    yield ["", f"Peak memory of this process: {peak:.0f} MiB"]


def _settle() -> None:
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    process.put_counts_together(on=today())


def _pages(filler: Filler) -> list[Cost]:
    rng = Random(3)  # noqa: S311  (which cases to open)
    ids = list(Case.objects.filter(closed_on=None).values_list("pk", flat=True))
    chosen = [rng.choice(ids) for _request in range(REQUESTS)]
    going = list(Route.objects.filter(ended_on=None, stage="services").values_list("pk", flat=True)[: 50 * REQUESTS])
    paths = rng.sample(going, min(REQUESTS, len(going)))
    head = _client(filler.head)
    manager = _client(filler.managers[0])
    listing, search = reverse("cases:list"), [rng.choice(names.SURNAMES) for _request in range(REQUESTS)]
    full = [f"{name} {rng.choice(names.MOTHERS)}" for name in search]
    if filler.made < BIG_ENOUGH:
        search = [rng.choice(FILLING) for _request in range(REQUESTS)]
        full = [rng.choice(FILLING_BOTH) for _request in range(REQUESTS)]
    return [
        page(head, "case list", [listing] * REQUESTS),
        page(manager, "case list of a case manager", [listing] * REQUESTS),
        page(head, "search by a common name", [f"{listing}?q={name}" for name in search]),
        page(head, "search by name and surname", [f"{listing}?q={name}" for name in full]),
        page(head, "case file", [reverse("cases:file", args=[case_id]) for case_id in chosen]),
        page(head, "assessment form", [reverse("assessments:fill_in", args=[case_id, "review"]) for case_id in chosen]),
        page(head, "outcomes page", [reverse("evidence:outcomes")] * 6, warm=1),
        page(head, "today", [reverse("today:today")] * REQUESTS),
        page(manager, "today of a case manager", [reverse("today:today")] * REQUESTS),
        page(manager, "who needs a look", [reverse("attention:list")] * REQUESTS),
        page(manager, "week of a case manager", [reverse("today:week")] * REQUESTS),
        page(manager, "work list of a case manager", [reverse("process:work")] * REQUESTS),
        page(manager, "tasks of a case manager", [reverse("plans:tasks")] * REQUESTS),
        page(_client(filler.coordinator), "work list of a coordinator", [reverse("process:work") + ALL] * REQUESTS),
        page(head, "map of a process", [reverse("process:map", args=[PROCESS])] * REQUESTS),
        page(head, "path of a family", [reverse("process:route", args=[route_id]) for route_id in paths]),
        _steps(filler, paths),
    ]


def _steps(filler: Filler, routes: list[int]) -> Cost:
    """The cost of one step on a path, which never needs to look at the paths of others."""
    actor = actor_of(user_id=filler.head)

    def step(route_id: int) -> None:
        process.take_step(actor=actor, route_id=route_id, action="danger", reason="Проба", on=today())

    times = [timed(partial(step, route_id))[0] * 1000 for route_id in routes[1:]]
    with CaptureQueriesContext(connection) as captured:
        step(routes[0])
    return Cost("step on a path", statistics.median(times), quantile(times, 0.95), len(captured))


def _client(user_id: int) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=user_id))
    return client


def _page_lines(costs: dict[int, list[Cost]]) -> list[str]:
    lines: list[str] = []
    for size, found in costs.items():
        lines += ["", f"Pages at {size} cases: median, 95th percentile of {REQUESTS} requests"]
        lines += [f"  {cost.line()}" for cost in found]
    small, large = costs[min(costs)], costs[max(costs)]
    if len(costs) > 1:
        lines += [
            "",
            f"Growth from {min(costs)} to {max(costs)} cases (ratio of medians, at most 1.3 wanted; lines on the page)",
        ]
        lines += [
            f"  {before.name:<34} {after.median / before.median:7.2f}  {before.lines:.0f} and {after.lines:.0f} lines"
            for before, after in zip(small, large, strict=True)
        ]
    return lines


def _table_lines(filler: Filler) -> list[str]:
    actor = actor_of(user_id=filler.head)

    def ours() -> Any:
        return outcomes(actor=actor, cohort=Cohort(), limit=None)

    ratios, times, others = [], [], []
    ours(), bare.outcome_table()
    for _round in range(ROUNDS):
        mine, found = timed(ours)
        plain, (rows, figures) = timed(bare.outcome_table)
        ratios.append(mine / plain)
        times.append(mine)
        others.append(plain)
    for program in found.programs:
        expected = figures[program.program_id]
        same = (program.closed, program.entry.total, program.shift.estimate) == (
            expected["closed"],
            expected["entry_sum"],
            expected["hodges_lehmann"],
        )
        if not same or len(rows[program.program_id]) != len(program.rows):
            raise RuntimeError(f"our figures and the bare ones differ for {program.name}")
    return [
        "",
        f"Outcome table with statistics over {filler.made} cases, all rows (medians of {ROUNDS})",
        f"  through our code {statistics.median(times):6.2f} s   bare SQL and SciPy {statistics.median(others):6.2f} s"
        f"   ratio {statistics.median(ratios):5.2f} (at most 1.5 wanted)",
    ]


def _import_lines(rows: int) -> list[str]:
    content = registry_workbook(rows, first_year=date(2019, 1, 1))
    took, _result = timed(lambda: import_registry(actor=SYSTEM, data=content, on=today()))
    again, _result = timed(lambda: import_registry(actor=SYSTEM, data=content, on=today()))
    return [
        "",
        f"Import of {rows} rows: {took:.1f} s (under 60 wanted); the same file again: {again:.1f} s",
    ]
