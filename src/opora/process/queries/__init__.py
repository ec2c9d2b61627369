"""Reading paths: who sees which, what may happen next, what waits, how many stand where."""

from opora.process.queries.counts import MapCounts, map_counts, routes_at
from opora.process.queries.definitions import definition_of, latest_versions, read_body, version_for
from opora.process.queries.next_steps import OptionView, options, present_papers, state_of
from opora.process.queries.route_file import PaperLine, RouteFile, StepLine, file_of, route_file
from opora.process.queries.visible import get_route, may_work, route_of_case, takes_part, visible_to
from opora.process.queries.work import Waiting, WorkPage, work_list

__all__ = [
    "MapCounts",
    "OptionView",
    "PaperLine",
    "RouteFile",
    "StepLine",
    "Waiting",
    "WorkPage",
    "definition_of",
    "file_of",
    "get_route",
    "latest_versions",
    "map_counts",
    "may_work",
    "options",
    "present_papers",
    "read_body",
    "route_file",
    "route_of_case",
    "routes_at",
    "state_of",
    "takes_part",
    "version_for",
    "visible_to",
    "work_list",
]
