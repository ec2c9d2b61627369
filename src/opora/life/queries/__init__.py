"""Reading the life of a family: always for somebody, from what that person sees."""

from opora.life.queries.gathering import PAGE, PANEL, Life, life_of
from opora.life.queries.life_lines import Line, Was
from opora.life.queries.mendable import Record, record_to_mend
from opora.life.queries.offering import (
    FamilyLine,
    Offer,
    families_for,
    find_families,
    houses_for,
    offer,
    offer_at,
)
from opora.life.queries.scope import Scope, scope_for, scope_of_place
from opora.life.queries.standing import Standing, standings_of

__all__ = [
    "PAGE",
    "PANEL",
    "FamilyLine",
    "Life",
    "Line",
    "Offer",
    "Record",
    "Scope",
    "Standing",
    "Was",
    "families_for",
    "find_families",
    "houses_for",
    "life_of",
    "offer",
    "offer_at",
    "record_to_mend",
    "scope_for",
    "scope_of_place",
    "standings_of",
]
