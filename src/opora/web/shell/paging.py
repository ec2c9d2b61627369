"""Turning pages. A list that may grow without end turns by key: it never counts and never skips rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest


@dataclass(frozen=True)
class Pager:
    """What shell/_pager.html shows: two links (None hides one) and a remark such as «1–50 из 312»."""

    newer: str | None = None
    older: str | None = None
    note: str = ""

    @property
    def is_needed(self) -> bool:
        return bool(self.newer or self.older)


def page_by_key(
    request: HttpRequest,
    rows: Sequence[Any],
    *,
    size: int,
    parameter: str = "before",
    key: str = "id",
) -> tuple[Sequence[Any], Pager]:
    """Cut one page from `size + 1` rows that were read, newest first, below the key named in the address.

    Takes the rows, the size of a page, the name of the query parameter and the attribute that is the key.
    Gives the rows to show and the pager; the link to newer rows leads to the first page.
    """
    shown = rows[:size]
    older = with_parameter(request, parameter, getattr(shown[-1], key)) if len(rows) > size else None
    newer = with_parameter(request, parameter, None) if request.GET.get(parameter) else None
    return shown, Pager(newer=newer, older=older)


def page_asked(request: HttpRequest, *, most: int = 99_999) -> int:
    """The number of the page that the address asks for; the first one where it names none that could be."""
    asked = request.GET.get("page", "")
    return min(max(int(asked), 1), most) if asked.isdecimal() and len(asked) < 6 else 1


def page_by_number(request: HttpRequest, *, number: int, has_next: bool, note: str = "") -> Pager:
    """A pager for a list that knows its page number, which starts at 1."""
    return Pager(
        newer=with_parameter(request, "page", number - 1 if number > 2 else None) if number > 1 else None,
        older=with_parameter(request, "page", number + 1) if has_next else None,
        note=note,
    )


def query_without(request: HttpRequest, *names: str) -> str:
    """What the address asks for, without these: to be carried on by a link that says them anew."""
    query = request.GET.copy()
    for name in names:
        query.pop(name, None)
    return query.urlencode()


def with_parameter(request: HttpRequest, name: str, value: object) -> str:
    """The address of this page with one parameter changed (None takes it away)."""
    query = request.GET.copy()
    if value is None:
        query.pop(name, None)
    else:
        query[name] = str(value)
    return f"{request.path}?{query.urlencode()}" if query else request.path
