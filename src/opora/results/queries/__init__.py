"""Reading results: always for somebody, from what that person sees."""

from opora.results.models import FailedAssumption
from opora.results.queries.assumptions import failure_in_sight, failures_at, offer_assumptions
from opora.results.queries.family import Aim, FamilyResult, FamilyResults, results_of, words_of
from opora.results.queries.finding import result_in_sight
from opora.results.queries.listing import Filters, ResultLine, count_results, list_results
from opora.results.queries.offering import columns_of, nameable, offer_results
from opora.results.queries.reached import (
    Reached,
    due_cases,
    how_many_due,
    newer_than_kept,
    reached,
    reached_statement,
    untold,
)

__all__ = [
    "Aim",
    "FailedAssumption",
    "FamilyResult",
    "FamilyResults",
    "Filters",
    "Reached",
    "ResultLine",
    "columns_of",
    "count_results",
    "due_cases",
    "failure_in_sight",
    "failures_at",
    "how_many_due",
    "list_results",
    "nameable",
    "newer_than_kept",
    "offer_assumptions",
    "offer_results",
    "reached",
    "reached_statement",
    "result_in_sight",
    "results_of",
    "untold",
    "words_of",
]
