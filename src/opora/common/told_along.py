"""Records that come along in the answer to another question: each row as one value, made a record of its model again.

What hangs on a record (its closings, who works on it) is else a question each; a page that shows them all asks once.
"""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from django.contrib.postgres.expressions import ArraySubquery
from django.db import DEFAULT_DB_ALIAS
from django.db.models import BinaryField, Field, Model, QuerySet
from django.db.models.functions import JSONObject

Record = TypeVar("Record", bound=Model)


def along(rows: "QuerySet[Any, Any]", **more: Any) -> ArraySubquery:
    """Every row of a question within a question, with all its columns and ``more`` of what belongs to it."""
    return ArraySubquery(told_by(rows, **more))


def told_by(rows: "QuerySet[Any, Any]", *names: str, **more: Any) -> "QuerySet[Any, Any]":
    """Every row of a question as one value: the columns of these names, all where none is named, and ``more``."""
    own = names or [field.attname for field in rows.model._meta.concrete_fields]
    return rows.values(told_along=JSONObject(**{name: name for name in own}, **more))


def record_of(model: type[Record], told: Mapping[str, Any]) -> Record:
    """A record of what was told of it; columns that were not told are asked for when somebody wants them."""
    fields = [field for field in model._meta.concrete_fields if field.attname in told]
    values = [_value(field, told[field.attname]) for field in fields]
    return model.from_db(DEFAULT_DB_ALIAS, [field.attname for field in fields], values)


def hang(record: Model, name: str, rows: Iterable[Model]) -> None:
    """Let the rows be what the record answers by this name, without asking; as Django does for what it prefetches."""
    found = getattr(record, name).get_queryset()
    found._result_cache = list(rows)
    found._prefetch_done = True
    record.__dict__.setdefault("_prefetched_objects_cache", {})[name] = found


def _value(field: "Field[Any, Any]", told: Any) -> Any:
    """A value as the column would give it: days and moments come as text, bytes in sixteens."""
    if told is None:
        return None
    if not isinstance(field, BinaryField):
        return field.to_python(told)
    plain = bytes.fromhex(told.removeprefix("\\x"))
    opens = getattr(field, "from_db_value", None)
    return opens(plain, None, None) if opens is not None else plain
