"""Reading volunteers and donors: for those who work with partners."""

from opora.volunteers.queries.donors import DONOR_KINDS, DonorEntry, donors, is_donor
from opora.volunteers.queries.hours import HoursLine, case_number_of, hours_in_sight, hours_of
from opora.volunteers.queries.people import (
    HelperLine,
    accounts,
    contacts_of,
    helper_in_sight,
    helpers,
    joined_between,
    kinds,
    tasks_of,
)

__all__ = [
    "DONOR_KINDS",
    "DonorEntry",
    "HelperLine",
    "HoursLine",
    "accounts",
    "case_number_of",
    "contacts_of",
    "donors",
    "helper_in_sight",
    "helpers",
    "hours_in_sight",
    "hours_of",
    "is_donor",
    "joined_between",
    "kinds",
    "tasks_of",
]
