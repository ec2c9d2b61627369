"""A report as a file to take along; its name says nothing of people."""

from django.http import Http404, HttpRequest, HttpResponse

from opora.access.rules import Actor
from opora.common.dates import today
from opora.reports import actions, policies
from opora.web.shell.asking import actor_of

TYPES = {
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def export(request: HttpRequest, composed_id: int, kind: str) -> HttpResponse:
    """With its figures of today."""
    actor = _who(request, kind)
    content = actions.export_report(actor=actor, report_id=composed_id, kind=kind, on=today())
    return file_of(content, kind, f"opora-report-{composed_id}-draft")


def export_taken(request: HttpRequest, taken_id: int, kind: str) -> HttpResponse:
    """As it was taken."""
    actor = _who(request, kind)
    content = actions.export_taken(actor=actor, taken_id=taken_id, kind=kind, on=today())
    return file_of(content, kind, f"opora-report-taken-{taken_id}")


def _who(request: HttpRequest, kind: str) -> Actor:
    actor = actor_of(request)
    policies.check_may_compose(actor)
    if kind not in TYPES:
        raise Http404
    return actor


def file_of(content: bytes, kind: str, name: str) -> HttpResponse:
    """A file to be kept, under a name with the day and without anybody's name."""
    response = HttpResponse(content, content_type=TYPES[kind])
    response.headers["Content-Disposition"] = f'attachment; filename="{name}-{today():%Y-%m-%d}.{kind}"'
    return response
