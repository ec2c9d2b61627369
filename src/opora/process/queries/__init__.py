"""Reading paths: who sees which, what may happen next, what waits, how many stand where."""

from opora.process.queries.counts import MapCounts, map_counts, routes_at
from opora.process.queries.handing import handing_targets, may_hand
from opora.process.queries.high_risk_hours import alarms_of
from opora.process.queries.many_places import places_among, recordable_among
from opora.process.queries.next_steps import (
    Lack,
    OptionView,
    decided_steps,
    ending_step,
    options,
    present_papers,
)
from opora.process.queries.places import (
    Place,
    may_record,
    place_of,
    place_of_record,
    place_on,
    recordable,
    records_called,
    records_of_family,
    within_sight,
)
from opora.process.queries.route_file import (
    PaperLine,
    RouteFile,
    StepLine,
    file_of,
    may_take_back,
    papers_of,
    route_file,
)
from opora.process.queries.versions import older_versions, standing_of
from opora.process.queries.visible import (
    families_on,
    get_route,
    may_change,
    may_work,
    path_of_case,
    route_of_case,
    takes_part,
    visible_to,
)
from opora.process.queries.work import Waiting, WorkPage, work_list
from opora.process.queries.workable import workable

__all__ = [
    "Lack",
    "MapCounts",
    "OptionView",
    "PaperLine",
    "Place",
    "RouteFile",
    "StepLine",
    "Waiting",
    "WorkPage",
    "alarms_of",
    "decided_steps",
    "ending_step",
    "families_on",
    "file_of",
    "get_route",
    "handing_targets",
    "map_counts",
    "may_change",
    "may_hand",
    "may_record",
    "may_take_back",
    "may_work",
    "older_versions",
    "options",
    "papers_of",
    "path_of_case",
    "place_of",
    "place_of_record",
    "place_on",
    "places_among",
    "present_papers",
    "recordable",
    "recordable_among",
    "records_called",
    "records_of_family",
    "route_file",
    "route_of_case",
    "routes_at",
    "standing_of",
    "takes_part",
    "visible_to",
    "within_sight",
    "work_list",
    "workable",
]
