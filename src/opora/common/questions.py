"""A question that many rooms answer at once is written down once and asked again.

To put two dozen querysets together as one sentence takes ten times as long as the database needs to answer it. So the
sentence is kept for whoever asks the same again; what differs from one time to the next stands in it as a stand-in.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet
from psycopg import ClientCursor


@dataclass(frozen=True, slots=True)
class Written:
    """A sentence of SQL with what stands in its places; an empty one has no answer."""

    sentence: str
    places: tuple[Any, ...]

    def ask(self, instead: Mapping[Any, Any] | None = None) -> list[tuple[Any, ...]]:
        """The rows of the answer, with other values instead of the stand-ins; JSON comes as its text."""
        if not self.sentence:
            return []
        values = [_filled(place, instead) for place in self.places] if instead else self.places
        # Without values a sign of per cent in the sentence is one.
        with connection.cursor() as cursor:
            cursor.execute(self.sentence, values or None)
            return list(cursor.fetchall())

    def spelled_out(self) -> "Written":
        """The same with its values in the sentence, for what is asked with the very same values again and again.

        Of a question that waits for values the database plans what it knows only with them anew each time: which of its
        indexes of a part serve. With two dozen rooms that takes longer than the answer, and longer in a larger house.
        """
        if not self.places:
            return self
        connection.ensure_connection()
        return Written(ClientCursor(connection.connection).mogrify(self.sentence, self.places), ())


def write_down(question: QuerySet[Any, Any]) -> Written:
    """The question as a sentence, to be kept by whoever knows what all it depends on."""
    try:
        sentence, places = question.query.sql_with_params()
    except EmptyResultSet:
        return Written("", ())
    return Written(sentence, tuple(places))


def _filled(place: Any, instead: Mapping[Any, Any]) -> Any:
    """A place with the value that belongs there; a word within a pattern of LIKE is written as one."""
    if isinstance(place, list):
        return [_filled(one, instead) for one in place]
    # psycopg keeps bytes in a wrapper of its own.
    held = getattr(place, "obj", place)
    if isinstance(held, str) and held not in instead:
        for word, value in instead.items():
            if isinstance(word, str) and word in held:
                held = held.replace(word, connection.ops.prep_for_like_query(value))
        return held
    return instead[held] if isinstance(held, str | bytes | int) and held in instead else place
