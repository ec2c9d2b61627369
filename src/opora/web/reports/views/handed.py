"""What is handed to people: the progress sheet to a family, the report of a study to those interested in it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from opora.common.dates import today
from opora.reports import actions, policies
from opora.web.reports.telling import laid
from opora.web.reports.views.files import file_of
from opora.web.shell.asking import actor_of
from opora.web.shell.family_place import address_in, home_of, title_of


def show_sheet(request: HttpRequest, route_id: int | None = None, case_id: int | None = None) -> HttpResponse:
    """One page for the family, in plain words."""
    place, told = actions.read_sheet(actor=actor_of(request), route_id=route_id, case_id=case_id, on=today())
    context = {
        "told": told,
        "blocks": laid(told.blocks, ""),
        "home": home_of(place),
        "title": title_of(place),
        "pdf": address_in("reports", "sheet_file", place),
    }
    return render(request, "reports/sheet.html", context)


def export_sheet(request: HttpRequest, route_id: int | None = None, case_id: int | None = None) -> HttpResponse:
    """The same as a PDF; its name says nothing of the family."""
    content = actions.export_sheet(actor=actor_of(request), route_id=route_id, case_id=case_id, on=today())
    return file_of(content, "pdf", "opora-progress")


def show_stakeholders(request: HttpRequest, hypothesis_id: int) -> HttpResponse:
    """The report of a study in plain words, small groups hidden."""
    actor = actor_of(request)
    found, told = actions.read_stakeholders(actor=actor, hypothesis_id=hypothesis_id, on=today())
    kinds = (("pdf", "PDF", "file-type-pdf"), ("docx", "Word", "file-text"))
    files = [(*one, reverse("reports:stakeholders_file", args=[found.pk, one[0]])) for one in kinds]
    context = {"told": told, "found": found, "blocks": laid(told.blocks, ""), "files": files}
    return render(request, "reports/stakeholders.html", {**context, "may_compose": policies.may_compose(actor)})


def export_stakeholders(request: HttpRequest, hypothesis_id: int, kind: str) -> HttpResponse:
    """The same as a file."""
    content = actions.export_stakeholders(actor=actor_of(request), hypothesis_id=hypothesis_id, kind=kind, on=today())
    return file_of(content, kind, f"opora-study-{hypothesis_id}")
