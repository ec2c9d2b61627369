"""Reading services: always for somebody, and what that person may not see is not there."""

from opora.services.queries.choices import ServiceOffer, direction_options, offer_at, offer_for, service_options
from opora.services.queries.counting import Group, Totals, count_services
from opora.services.queries.family import FamilyServices, PlannedLine, agreed_services, services_at
from opora.services.queries.finding import open_planned, planned_in_sight, provision_in_sight
from opora.services.queries.log import LogFilters, LogLine, service_log
from opora.services.queries.notes import note_of

__all__ = [
    "FamilyServices",
    "Group",
    "LogFilters",
    "LogLine",
    "PlannedLine",
    "ServiceOffer",
    "Totals",
    "agreed_services",
    "count_services",
    "direction_options",
    "note_of",
    "offer_at",
    "offer_for",
    "open_planned",
    "planned_in_sight",
    "provision_in_sight",
    "service_log",
    "service_options",
    "services_at",
]
