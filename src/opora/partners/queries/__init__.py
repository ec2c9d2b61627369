"""Reading the directory of partners and the referrals to them."""

from opora.partners.queries.directory import (
    Search,
    entry_of,
    get_partner,
    known_outcomes,
    partner_choices,
    partner_kinds,
    search_partners,
)
from opora.partners.queries.exchange import Line, preview
from opora.partners.queries.onward import ask_unhelped, get_onward, onward_of, told_of, unconfirmed, waiting_at

__all__ = [
    "Line",
    "Search",
    "ask_unhelped",
    "entry_of",
    "get_onward",
    "get_partner",
    "known_outcomes",
    "onward_of",
    "partner_choices",
    "partner_kinds",
    "preview",
    "search_partners",
    "told_of",
    "unconfirmed",
    "waiting_at",
]
