"""Every form that a test sends is watched: where the data of a family changed, the journal has a new line.

The database counts what each transaction wrote to each table; asked before a request writes and after it, the
difference is what the request changed. It is asked past Django, so that tests that count questions do not see it.
"""

from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse

ROOMS = (
    "families",
    "cases",
    "assessments",
    "process",
    "intake",
    "partners",
    "papers",
    "councils",
    "plans",
    "services",
    "notes",
    "groups",
    "stays",
    "goods",
    "network",
    "circumstances",
    "correspondence",
    "volunteers",
    "voice",
    "life",
    "attention",
    "drafts",
    "registry",
)
JOURNAL = "audit_journalentry"
# Marks and counts that follow from records, tokens that keep one intention one record, numbers given out.
DERIVED = {
    "families_searchindex",
    "families_codecounter",
    "intake_signalmark",
    "cases_monthtally",
    "process_routeflow",
    "drafts_intention",
}
# Of what is typed again and again one line is written for half an hour.
ONE_LINE_A_WHILE = {"drafts_formdraft": "drafts.kept", "assessments_assessmentdraft": "assessments.draft_kept"}
ONLY_ASKS = ("SELECT", "SAVEPOINT", "RELEASE SAVEPOINT", "ROLLBACK TO SAVEPOINT")
# What the view pg_stat_xact_user_tables says, without the joins by which it says more.
COUNTED = """
    SELECT relname, written FROM (
        SELECT relname, pg_stat_get_xact_tuples_inserted(oid) + pg_stat_get_xact_tuples_updated(oid)
                        + pg_stat_get_xact_tuples_deleted(oid) AS written
          FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
    ) AS counted WHERE written > 0
"""


def watch() -> None:
    """Let every doorkeeper of this process be asked what a form that was taken has changed."""
    from opora.web.shell.middleware import DoorKeeper

    carry_out = DoorKeeper.__call__

    def watched(self: Any, request: HttpRequest) -> HttpResponse:
        return carry_out_watched(lambda: carry_out(self, request), request)

    DoorKeeper.__call__ = watched  # type: ignore[method-assign]


def carry_out_watched(answer: Callable[[], HttpResponse], request: HttpRequest) -> HttpResponse:
    """The answer; AssertionError when the form it answers changed a family and the journal does not know."""
    if request.method != "POST" or not connection.in_atomic_block:
        return answer()
    watch = _Watch()
    with connection.execute_wrapper(watch):
        response = answer()
    if watch.before is not None and response.status_code < HTTPStatus.BAD_REQUEST and not connection.needs_rollback:
        after = _written()
        changed = {name for name, count in after.items() if count > watch.before.get(name, 0)}
        of_a_family = {name for name in changed if name.partition("_")[0] in ROOMS} - DERIVED
        if of_a_family and JOURNAL not in changed and not _has_line_already(of_a_family):
            where = request.resolver_match.view_name if request.resolver_match else request.path
            raise AssertionError(f"{where} changed {sorted(of_a_family)}, and the journal has no line of it")
    return response


class _Watch:
    """Counts what was written before a request writes for the first time; most only ask, and are not counted at all."""

    def __init__(self) -> None:
        self.before: Mapping[str, int] | None = None

    def __call__(self, carry_out: Callable[..., Any], sql: Any, params: Any, many: bool, context: Any) -> Any:
        if self.before is None and not (isinstance(sql, str) and sql.lstrip().startswith(ONLY_ASKS)):
            self.before = _written()
        return carry_out(sql, params, many, context)


def _has_line_already(tables: set[str]) -> bool:
    verbs = {ONE_LINE_A_WHILE.get(name, "") for name in tables}
    with connection.connection.cursor() as cursor:
        said = cursor.execute(f"SELECT DISTINCT verb FROM {JOURNAL} WHERE verb = ANY(%s)", [list(verbs)])
        return verbs == {verb for (verb,) in said}


def _written() -> Mapping[str, int]:
    connection.ensure_connection()
    with connection.connection.cursor() as cursor:
        return dict(cursor.execute(COUNTED).fetchall())
