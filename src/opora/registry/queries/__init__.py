"""Reading for the import: what a plan would do, and the imports of late."""

from opora.registry.queries.choosing import remembered_choices
from opora.registry.queries.planning import list_program_options, make_plan
from opora.registry.queries.runs import RunLine, get_run, list_runs, run_about, run_details, run_page, run_rows

__all__ = [
    "RunLine",
    "get_run",
    "list_program_options",
    "list_runs",
    "make_plan",
    "remembered_choices",
    "run_about",
    "run_details",
    "run_page",
    "run_rows",
]
