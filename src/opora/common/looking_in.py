"""A list that grows is searched by the database: each word that was typed stands somewhere in what a row shows.

It forgives how something is typed as `opora.common.text` does: any case, «е» for «ё», Latin letters that look like
Cyrillic ones, spaces in numbers. What lies under lock cannot be found this way.
"""

from collections.abc import Iterable
from typing import Any, TypeVar

from django.db.models import Case, CharField, F, Func, Q, QuerySet, TextField, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Lower, Replace

from opora.common.text import LOOK_ALIKES, cyrillic, fold

Rows = TypeVar("Rows", bound=QuerySet[Any])
_FROM, _TO = "".join(LOOK_ALIKES) + "Ёё", "".join(LOOK_ALIKES.values()) + "Ее"


def holding(rows: Rows, text: str, *shown: str | Combinable) -> Rows:
    """The rows in whose shown words each typed word stands; fields by name, other words as expressions."""
    if not (words := fold(cyrillic(text)).split()):
        return rows
    parts = [Cast(F(one) if isinstance(one, str) else one, TextField()) for one in shown]
    every = Func(Value(" "), *parts, function="CONCAT_WS", output_field=TextField())
    told = Func(every, Value(_FROM), Value(_TO), function="TRANSLATE", output_field=TextField())
    bare = Replace("shown_words", Value(" "), Value(""), output_field=TextField())
    # Names that no field has.
    found = rows.alias(shown_words=Lower(told)).alias(shown_words_bare=bare)
    for word in words:
        found = found.filter(Q(shown_words__contains=word) | Q(shown_words_bare__contains=word))
    return found


def label(name: str, choices: Iterable[tuple[Any, Any]]) -> Combinable:
    """The word that stands for a choice, in the language of the reader."""
    whens = [When(**{name: code}, then=Value(str(word))) for code, word in choices if code]
    return Case(*whens, default=Value(""), output_field=CharField())


def day(name: str) -> Combinable:
    """A day as it is written."""
    return Func(F(name), Value("DD.MM.YYYY"), function="TO_CHAR", output_field=CharField())
