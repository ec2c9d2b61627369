"""Reading the desk: what a table would come to, and what is in the register."""

from opora.release.queries.prepared import Asked, Prepared, Shown
from opora.release.queries.preparing import choices_of, prepare
from opora.release.queries.register import (
    by_number,
    earlier_tables,
    files_of,
    get_release,
    in_force,
    is_still_safe,
    limits_in_force,
    may_see_waiting,
    newest_of,
    releases,
    waiting_for,
)

__all__ = [
    "Asked",
    "Prepared",
    "Shown",
    "by_number",
    "choices_of",
    "earlier_tables",
    "files_of",
    "get_release",
    "in_force",
    "is_still_safe",
    "limits_in_force",
    "may_see_waiting",
    "newest_of",
    "prepare",
    "releases",
    "waiting_for",
]
