"""The shape in which every room of help says how it stands: its name and its facts, one row."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.db.models import CharField, QuerySet, Value
from django.db.models.functions import JSONObject

from opora.life.queries.life_lines import Told
from opora.life.queries.scope import Scope

Facts = Mapping[str, Any]
Question = Callable[[Scope], "QuerySet[Any, Any]"]
# The words of a standing; None when there is nothing to say of it.
Telling = Callable[[Facts, date], Told | None]


def facts_of(found: "QuerySet[Any]", room: str, **facts: Any) -> "QuerySet[Any, Any]":
    """The facts of a room as one row; ``facts`` may be aggregates of what was found (Count, Max)."""
    named = found.order_by().annotate(h_room=Value(room, output_field=CharField())).values("h_room")
    return named.annotate(h_facts=JSONObject(**facts)).values_list("h_room", "h_facts")
