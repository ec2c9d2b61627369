"""Where the life of a family is gathered from: each kind of record as rows of one shape."""

from opora.life.queries.sources.rows import COLUMNS, Rows, rows_of
from opora.life.queries.sources.table import SOURCES

__all__ = ["COLUMNS", "SOURCES", "Rows", "rows_of"]
