"""Any list as a workbook: the rows that the filters of its page leave, for whoever may see the page, with a line
in the journal.

A list says what stands in its columns and reads its rows as for the page, without the limit of a page. The address is
that of the page with «as=xlsx», so the same door guards it and the same filters hold.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from django.http import HttpRequest, HttpResponse

from opora.common.dates import today
from opora.web.shell.asking import actor_of

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ASKED = "as"
MOST = 20_000
"""So many rows at most; where a list is longer the workbook says so."""
GATHERED = "gathered_tables"
"""Where a request that gathers many lists into one workbook keeps them."""
_TURNED = ("page", "before", "after")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list: its title, how a row fills it, and whether that is a text, a number or a day."""

    title: Any
    of: Callable[[Any], Any]
    kind: Literal["text", "count", "day"] = "text"


def is_asked(request: HttpRequest) -> bool:
    """Whether the page is wanted as a workbook."""
    return request.method == "GET" and request.GET.get(ASKED) == "xlsx"


def address_of(request: HttpRequest) -> str:
    """Where this list is to be had as a workbook, as it is filtered now."""
    query = request.GET.copy()
    for name in _TURNED:
        query.pop(name, None)
    query[ASKED] = "xlsx"
    return f"{request.path}?{query.urlencode()}"


def answer(
    request: HttpRequest, *, name: str, title: str, columns: Sequence[Column], rows: Iterable[Any]
) -> HttpResponse:
    """The list as a workbook, written into the journal by its title and the number of rows.

    `name` is the beginning of the file's name, in Latin letters; nothing of the filters stands in it.
    """
    # The workbook's own library is needed by few processes, and then only now.
    from opora.reports import actions, model

    filled = [tuple(_cell(column.of(row)) for column in columns) for row in rows]
    table = model.Table(title, [model.Column(str(column.title), column.kind) for column in columns], filled[:MOST])
    gathered = getattr(request, GATHERED, None)
    if gathered is not None:
        gathered.append(table)
        return HttpResponse(status=204)
    content = actions.export_list(actor=actor_of(request), table=table, is_cut=len(filled) > MOST)
    return workbook_response(content, f"opora-{name}")


def workbook_response(content: bytes, name: str) -> HttpResponse:
    """The bytes of a workbook with the name of the list and today's day."""
    response = HttpResponse(content, content_type=XLSX)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}-{today():%Y-%m-%d}.xlsx"'
    return response


def _cell(value: Any) -> Any:
    """What is not known stays an empty cell; words in the reader's language become text."""
    if value is None or isinstance(value, str | int | float):
        return value
    return value if hasattr(value, "isoformat") else str(value)
