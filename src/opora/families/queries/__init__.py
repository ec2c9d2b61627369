"""Reading about people. Codes for whoever may read the case; names only through the journaled doors of actions."""

from opora.families.queries.belonging import (
    families_of,
    people_of_family,
    person_in_family,
    person_of_case,
    sealed_people_of,
)
from opora.families.queries.childhood import belongings_in, belongings_of, children_of_family, people_by_family, who_are
from opora.families.queries.known_people import NOBODY, Known, NamedFamily
from opora.families.queries.merges import (
    merges_of,
    merges_of_family,
    other_family,
    other_record,
    why_families_stay,
    why_merge_stays,
)
from opora.families.queries.opening import births, cannot_be_opened, unlocked
from opora.families.queries.people import (
    FamilyOfCase,
    Membership,
    PersonCard,
    PersonLine,
    ages,
    ages_of,
    card_of,
    codes,
    family_of,
    family_of_case,
    may_merge,
    person_card,
    stays_for,
)
from opora.families.queries.placements import PlacementEntry, PlacementHistory, placement_history, placements
from opora.families.queries.search import (
    Match,
    is_index_old,
    people_by_code,
    people_with,
    search_people,
    suggest_duplicates,
)
from opora.families.queries.telling import count_told

__all__ = [
    "NOBODY",
    "FamilyOfCase",
    "Known",
    "Match",
    "Membership",
    "NamedFamily",
    "PersonCard",
    "PersonLine",
    "PlacementEntry",
    "PlacementHistory",
    "ages",
    "ages_of",
    "belongings_in",
    "belongings_of",
    "births",
    "cannot_be_opened",
    "card_of",
    "children_of_family",
    "codes",
    "count_told",
    "families_of",
    "family_of",
    "family_of_case",
    "is_index_old",
    "may_merge",
    "merges_of",
    "merges_of_family",
    "other_family",
    "other_record",
    "people_by_code",
    "people_by_family",
    "people_of_family",
    "people_with",
    "person_card",
    "person_in_family",
    "person_of_case",
    "placement_history",
    "placements",
    "sealed_people_of",
    "search_people",
    "stays_for",
    "suggest_duplicates",
    "unlocked",
    "who_are",
    "why_families_stay",
    "why_merge_stays",
]
