"""Reading for the import: what a plan would do, and the imports of late."""

from opora.registry.queries.planning import list_program_options, make_plan
from opora.registry.queries.runs import RunLine, get_run, list_runs, run_details

__all__ = ["RunLine", "get_run", "list_program_options", "list_runs", "make_plan", "run_details"]
