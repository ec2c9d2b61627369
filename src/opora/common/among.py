"""Whether a column holds one of many values: they go to the database as one array, however many thousands."""

from collections.abc import Iterable
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, BooleanField, F, Field, Func, Value


def among(column: str, values: Iterable[Any], of: "Field[Any, Any] | None" = None) -> Func:
    """A condition for ``filter``: the column is one of the values; `of` is their kind, numbers of records else.

    Belongs where thousands are asked for: ``__in`` makes a word of the question of each of them, and the question is
    taken apart word by word, here and in the database.
    """
    return Func(
        F(column),
        Value(list(values), output_field=ArrayField(of or BigIntegerField())),
        arg_joiner=" = ANY(",
        template="%(expressions)s)",
        output_field=BooleanField(),
    )
