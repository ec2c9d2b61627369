"""Reading results: always for somebody, from what that person sees."""

from opora.results.queries.reached import Reached, due_cases, reached, reached_statement

__all__ = ["Reached", "due_cases", "reached", "reached_statement"]
