"""A question of the ORM that is put together once, and asked again with other values.

To put a question together takes several times as long as the database needs to answer it, and the page of a family asks
two dozen. What the values leave as it is, is kept: the sentence, and how its columns become records.
"""

import inspect
from collections.abc import Callable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import wraps
from types import NoneType
from typing import Any, ParamSpec, TypeVar, get_args

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import Model, QuerySet

from opora.common.kept import Kept
from opora.common.questions import Written

Asked = ParamSpec("Asked")
Record = TypeVar("Record", bound=Model)
Row = TypeVar("Row")
SEVERAL = frozenset[int]
# Two values of each kind that nobody asks for: what differs between two questions put together with them is open.
_STAND_INS: dict[type, Callable[[int, int], Any]] = {
    int: lambda which, nth: 1_900_000_001 + 100_000_000 * which + nth,
    date: lambda which, nth: date(1203 + which, 1, 1) + timedelta(days=nth),
    datetime: lambda which, nth: datetime(1203 + which, 1, 1, tzinfo=UTC) + timedelta(days=nth),
    str: lambda which, nth: f"\ue100{which} {nth}\ue101",
}


def asked_often(make: Callable[Asked, "QuerySet[Record, Row]"]) -> Callable[Asked, list[Row]]:
    """Let a function that puts a question together answer it: it is called once, and what it made is kept.

    It takes its arguments by name. Numbers (also several of them, which departments), days, moments and words are the
    values of the question, and must come into it as they are given; of anything else (yes or no), and of how many the
    several are, each has a question of its own. It must read no clock and no setting, for it would read them once.
    Where a value is nothing, it is asked in the usual way.
    """
    find = _kept_questions(make)

    @wraps(make)
    def ask(*args: Asked.args, **given: Asked.kwargs) -> list[Row]:
        found = find(given)
        return list(make(*args, **given)) if found is None else found[0].ask(found[1])

    return ask


def written_once(make: Callable[Asked, "QuerySet[Any, Any]"]) -> Callable[Asked, Written]:
    """Let a function that puts a question together give its sentence with these values, for a question of several.

    What holds of its arguments holds as for ``asked_often``; none of its values may be nothing.
    """
    find = _kept_questions(make)

    @wraps(make)
    def write(*_args: Asked.args, **given: Asked.kwargs) -> Written:
        found = find(given)
        if found is None:
            raise TypeError(f"{make.__qualname__} is asked together with others, and so for nothing that is not known")
        question, values = found
        return Written(question.sentence, tuple(question.filled(values)))

    return write


def _kept_questions(make: Callable[..., "QuerySet[Any, Any]"]) -> Callable[[Mapping[str, Any]], "_Found | None"]:
    """Finds what is kept of a question for the arguments it is asked with; nothing where a value is nothing."""
    kinds = {name: _kind(one.annotation) for name, one in inspect.signature(make).parameters.items()}
    names = [name for name, kind in kinds.items() if kind in _STAND_INS or kind == SEVERAL]
    kept = Kept(most=100)

    def find(given: Mapping[str, Any]) -> "_Found | None":
        values = {name: given[name] for name in names}
        if None in values.values():
            return None
        rest = {name: value for name, value in given.items() if name not in values}
        many = {name: len(value) for name, value in values.items() if isinstance(value, frozenset)}
        key = (*rest.values(), *many.values())
        return kept.get(key, lambda: _put_together(make, kinds, names, rest, many)), _one_by_one(values)

    return find


_Place = tuple[str, int]
"""Where a value belongs: its name, and which of several it is."""


def _one_by_one(values: Mapping[str, Any]) -> dict[_Place, Any]:
    """The values by name, of several each by itself."""
    each = {name: value if isinstance(value, frozenset) else [value] for name, value in values.items()}
    return {(name, nth): one for name, several in each.items() for nth, one in enumerate(several)}


@dataclass(frozen=True, slots=True)
class _Question:
    """What is kept of a question: nothing of the values it was put together with."""

    like: "QuerySet[Any, Any]"
    compiler: Any
    sentence: str
    places: Sequence[Any]
    open_places: Sequence[tuple[int, "_Place", type | None]]

    def ask(self, values: Mapping["_Place", Any]) -> list[Any]:
        """The records or rows of the answer."""
        if not self.sentence:
            return []
        with connections[self.like.db].cursor() as cursor:
            cursor.execute(self.sentence, self.filled(values))
            rows = cursor.fetchall()
        return list(self._answered(rows))

    def filled(self, values: Mapping["_Place", Any]) -> list[Any]:
        """What stands in the places of the sentence."""
        places = list(self.places)
        for place, name, kind in self.open_places:
            places[place] = values[name] if kind is None else kind(values[name])
        return places

    def _answered(self, rows: list[tuple[Any, ...]]) -> "QuerySet[Any, Any]":
        """The rows as the ORM makes records of them, without asking again."""
        compiler = copy(self.compiler)
        compiler.connection = connections[self.like.db]
        if compiler.has_extra_select:
            rows = [row[: compiler.col_count] for row in rows]
        compiler.execute_sql = lambda *_how, **_more: [rows]
        # Answered already: whoever asks this one copy for a compiler gets the one with the rows.
        query: Any = copy(self.like.query)
        query.get_compiler = lambda *_how, **_more: compiler
        answer = self.like.__class__(self.like.model, query=query, using=self.like.db)
        for name in ("_iterable_class", "_fields", "_prefetch_related_lookups"):
            setattr(answer, name, getattr(self.like, name))
        return answer


_Found = tuple[_Question, Mapping[_Place, Any]]
"""A question that is kept, and the values it is asked with now."""


def _kind(annotation: Any) -> Any:
    """The kind of a value that may also be nothing."""
    kinds = [one for one in get_args(annotation) if one is not NoneType]
    return kinds[0] if len(kinds) == 1 and NoneType in get_args(annotation) else annotation


def _put_together(
    make: Callable[..., "QuerySet[Any, Any]"],
    kinds: Mapping[str, Any],
    names: Sequence[str],
    rest: Mapping[str, Any],
    many: Mapping[str, int],
) -> _Question:
    """The question with stand-ins, twice: what differs is where the values belong, and all else stays."""
    stand_ins = [_stand_ins(which, kinds, names, many) for which in (0, 1)]
    (like, compiler, sentence, places), (_like, _compiler, other, others) = (
        _compiled(make(**rest, **values)) for values in stand_ins
    )
    if sentence != other or len(places) != len(others):
        raise TypeError(f"{make.__qualname__} asks something else for other values")
    first, second = (_one_by_one(values) for values in stand_ins)
    of_first = {one: place for place, one in first.items()}
    of_second = {two: place for place, two in second.items()}
    open_places = []
    # Several stand in the question in whatever order: each is known by its value.
    for place, (one, two) in enumerate(zip(places, others, strict=True)):
        if one == two:
            continue
        named = of_first.get(one)
        if named is None or two not in of_second or of_second[two][0] != named[0]:
            raise TypeError(f"{make.__qualname__} does not ask with its values as they are given")
        # Django tells the database the size of a number by a kind of its own.
        open_places.append((place, named, type(one) if type(one) not in _STAND_INS else None))
    return _Question(like, compiler, sentence, tuple(places), tuple(open_places))


def _stand_ins(which: int, kinds: Mapping[str, Any], names: Sequence[str], many: Mapping[str, int]) -> dict[str, Any]:
    """A value nobody asks for under each name, no two alike."""
    found: dict[str, Any] = {}
    for nth, name in enumerate(names):
        first = 1_000 * nth
        if name in many:
            found[name] = frozenset(_STAND_INS[int](which, first + n) for n in range(many[name]))
        else:
            found[name] = _STAND_INS[kinds[name]](which, first)
    return found


def _compiled(question: "QuerySet[Any, Any]") -> tuple["QuerySet[Any, Any]", Any, str, Sequence[Any]]:
    compiler = question.query.get_compiler(using=question.db)
    try:
        sentence, places = compiler.as_sql()
    except EmptyResultSet:
        return question, compiler, "", ()
    return question, compiler, sentence, places
