"""The only way results change: check, change, journal, in one transaction; and keeping what is derived."""

from opora.results.actions.assumptions import Failed, correct_failure, record_failure, void_failure
from opora.results.actions.reading import look_at_results, read_results
from opora.results.actions.recording import Said, answer_suggestion, correct_result, record_result, void_result
from opora.results.actions.refreshing import refresh_all, refresh_results, settle_results

__all__ = [
    "Failed",
    "Said",
    "answer_suggestion",
    "correct_failure",
    "correct_result",
    "look_at_results",
    "read_results",
    "record_failure",
    "record_result",
    "refresh_all",
    "refresh_results",
    "settle_results",
    "void_failure",
    "void_result",
]
