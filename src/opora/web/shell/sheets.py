"""A workbook as the answer to a request: never named after anybody, never kept by anything on its way."""

from django.http import HttpResponse

from opora.common.dates import today

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def workbook_response(content: bytes, name: str) -> HttpResponse:
    """The bytes of a workbook with the name of the list and today's day."""
    response = HttpResponse(content, content_type=XLSX)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}-{today():%Y-%m-%d}.xlsx"'
    return response
