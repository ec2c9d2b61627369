"""What an exit of a process may say of the case that ends with it. Codes are for ever: closed cases speak of them."""

from typing import Final

CAME_OF_AGE: Final = "came_of_age"
CASE_REASONS: Final = (
    "goals_achieved",
    "family_declined",
    "organisation_declined",
    "transferred",
    "moved",
    "child_placed",
    CAME_OF_AGE,
    "other",
)
