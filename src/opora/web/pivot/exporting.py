"""A table as a file: its figures, on how many they rest, and everything that has to be said of them."""

from typing import Final

from django.http import HttpRequest, HttpResponse

from opora.common.dates import today
from opora.pivot import words
from opora.pivot.queries import Result
from opora.web.pivot.telling import is_narrowed
from opora.web.shell.asking import actor_of
from opora.web.shell.sheets import XLSX

FILES: Final = {"xlsx": XLSX, "csv": "text/csv; charset=utf-8"}


def file_of(request: HttpRequest, result: Result, kind: str) -> HttpResponse:
    """The whole table, however long, with a line in the journal."""
    # The workbook's own library is needed by few processes, and then only now.
    from opora.reports import actions

    actor = actor_of(request)
    laid = words.lay(result, is_narrowed=is_narrowed(actor))
    content = actions.export_table(actor=actor, laid=laid, what=words.what_for_all(result.definition), kind=kind)
    response = HttpResponse(content, content_type=FILES[kind])
    response.headers["Content-Disposition"] = f'attachment; filename="opora-table-{today():%Y-%m-%d}.{kind}"'
    return response
