"""Everything that is done about services: planned, given, put right, taken back."""

from opora.services.actions.following import follow_list
from opora.services.actions.giving import correct_service, give_service, give_to_several, void_service
from opora.services.actions.giving_alike import Reached, give_alike
from opora.services.actions.planning import change_plan_of_service, plan_service, stop_planned, void_planned
from opora.services.actions.reading import note_log_read, read_services

__all__ = [
    "Reached",
    "change_plan_of_service",
    "correct_service",
    "follow_list",
    "give_alike",
    "give_service",
    "give_to_several",
    "note_log_read",
    "plan_service",
    "read_services",
    "stop_planned",
    "void_planned",
    "void_service",
]
