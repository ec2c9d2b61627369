"""Reading tables: always for somebody, and only from the cases that person's rights reach."""

from opora.pivot.queries.behind import cases_behind, count_without_case
from opora.pivot.queries.own_fields import fields_of_tables, for_reader, is_hidden
from opora.pivot.queries.reading import Result, read_table, run_table
from opora.pivot.queries.saved import find_table, put_away_tables, saved_tables, versions_of

__all__ = [
    "Result",
    "cases_behind",
    "count_without_case",
    "fields_of_tables",
    "find_table",
    "for_reader",
    "is_hidden",
    "put_away_tables",
    "read_table",
    "run_table",
    "saved_tables",
    "versions_of",
]
