"""The only way results change: check, change, journal, in one transaction; and keeping what is derived."""

from opora.results.actions.refreshing import refresh_results, settle_results

__all__ = ["refresh_results", "settle_results"]
