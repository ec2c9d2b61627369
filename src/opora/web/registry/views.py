"""The import, step by step. What a register means and what becomes of it is known by the room of the registry."""

from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from opora.access.rules import Actor
from opora.common.dates import today
from opora.common.errors import Conflict, Refused
from opora.registry import actions, queries
from opora.registry.exporting import empty_register, remarks_workbook
from opora.web.registry.forms import ProgramForm, ShowForm, UploadForm
from opora.web.registry.pages import ROWS_A_PAGE, chosen_rows, laid_out
from opora.web.shell.asking import actor_of
from opora.web.shell.intentions import once
from opora.web.shell.middleware import say
from opora.web.shell.paging import page_by_key, page_by_number

if TYPE_CHECKING:
    from opora.registry.models import ImportRun

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
IMPORTS_A_PAGE = 20


def start(request: HttpRequest) -> HttpResponse:
    """Choose a file; below it the imports of late."""
    if request.method != "POST":
        return _show_start(request, UploadForm())
    form = UploadForm(request.POST, request.FILES)
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            return once(
                request,
                lambda: actions.upload(actor=actor_of(request), data=file.read(), name=file.name, on=today()),
                done="",
                to=lambda run: reverse("registry:run", args=[run.pk]),
            )
        except Refused as refusal:
            form.add_error("file", str(refusal))
    elif _was_too_large(request):
        sentence = _("The file is larger than 15 MB. Leave only the registry sheets in it and save it again.")
        form.errors["file"] = form.error_class([sentence])
    return _show_start(request, form)


def _show_start(request: HttpRequest, form: UploadForm) -> HttpResponse:
    before = request.GET.get("before", "")
    runs = queries.list_runs(
        actor=actor_of(request), before=int(before) if before.isdecimal() else None, limit=IMPORTS_A_PAGE + 1
    )
    shown, pager = page_by_key(request, runs, size=IMPORTS_A_PAGE)
    status = 422 if form.errors else 200
    return render(request, "registry/start.html", {"form": form, "runs": shown, "pager": pager}, status=status)


def _was_too_large(request: HttpRequest) -> bool:
    # A body beyond the limit is read past and arrives as no file at all.
    length = request.META.get("CONTENT_LENGTH") or "0"
    return not request.FILES and length.isdecimal() and int(length) > actions.LARGEST_FILE


@require_safe
def show_run(request: HttpRequest, run_id: int) -> HttpResponse:
    """An import at the step where it stands: the preview, its progress, or what came of it."""
    actor = actor_of(request)
    run = queries.get_run(actor=actor, run_id=run_id)
    if run.is_under_way:
        return _show_progress(request, run)
    if request.headers.get("HX-Request") and request.GET.get("wait"):
        response = HttpResponse(status=204)
        response.headers["HX-Refresh"] = "true"
        return response
    details = queries.run_details(actor=actor, run=run)
    facts = {"run": run, "details": details, "counts": run.result or {}}
    if details is None:
        return render(request, "registry/ended.html", facts)
    facts |= _rows(request, details, shows_all=run.is_waiting)
    if run.is_waiting:
        facts["program_form"] = _program_form(actor, run) if details["asks_program"] else None
        return render(request, "registry/preview.html", facts)
    return render(request, "registry/done.html", facts)


def _rows(request: HttpRequest, details: dict[str, Any], *, shows_all: bool) -> dict[str, Any]:
    show = request.GET.get("show") or "all"
    rows = chosen_rows(details["rows"], show)
    given = request.GET.get("page", "1")
    pages = max(1, -(-len(rows) // ROWS_A_PAGE))
    number = min(max(int(given) if given.isdecimal() and len(given) < 7 else 1, 1), pages)
    start = (number - 1) * ROWS_A_PAGE
    shown = rows[start : start + ROWS_A_PAGE]
    note = _("%(first)s–%(last)s of %(all)s") % {"first": start + 1, "last": start + len(shown), "all": len(rows)}
    pager = page_by_number(request, number=number, has_next=number < pages, note=note if pages > 1 else "")
    return {
        "rows": [laid_out(row) for row in shown],
        "show_form": ShowForm({"show": show}) if shows_all else None,
        "pager": pager,
        "is_filtered": show != "all",
    }


def _show_progress(request: HttpRequest, run: "ImportRun") -> HttpResponse:
    template = "registry/_progress.html" if request.headers.get("HX-Request") else "registry/progress.html"
    return render(request, template, {"run": run})


def _program_form(actor: Actor, run: "ImportRun") -> ProgramForm:
    options = queries.list_program_options(actor=actor)
    return ProgramForm(initial={"program": run.program_id or ""}, options=options)


@require_POST
def choose_program(request: HttpRequest, run_id: int) -> HttpResponse:
    """Decide the program of rows whose department does not say it, and look again."""
    actor = actor_of(request)
    form = ProgramForm(request.POST, options=queries.list_program_options(actor=actor))
    if form.is_valid():
        actions.choose_program(actor=actor, run_id=run_id, program_id=form.cleaned_data["program"], on=today())
    return HttpResponseRedirect(reverse("registry:run", args=[run_id]))


@require_POST
def confirm(request: HttpRequest, run_id: int) -> HttpResponse:
    """Import as previewed. A second click finds the import decided and shows what came of it."""
    actor = actor_of(request)
    try:
        run = actions.confirm(actor=actor, run_id=run_id, on=today())
    except Conflict as decided:
        say(request, decided, good=False)
    else:
        if run.is_done:
            count = (run.result or {}).get("new", 0) + (run.result or {}).get("changed", 0)
            say(
                request,
                ngettext("%(n)s case was imported.", "%(n)s cases were imported.", count) % {"n": count}
                if count
                else _("Nothing had to be changed."),
            )
    return HttpResponseRedirect(reverse("registry:run", args=[run_id]))


@require_POST
def discard(request: HttpRequest, run_id: int) -> HttpResponse:
    """Set the upload aside and forget the file."""
    actions.discard(actor=actor_of(request), run_id=run_id)
    say(request, _("The upload was set aside and its file forgotten."))
    return HttpResponseRedirect(reverse("registry:start"))


@require_safe
def download_remarks(request: HttpRequest, run_id: int) -> HttpResponse:
    """The rows that are not taken, ready to be corrected, and every remark beside them."""
    actor = actor_of(request)
    run = queries.get_run(actor=actor, run_id=run_id)
    details = queries.run_details(actor=actor, run=run)
    if details is None:
        raise Http404
    return _workbook(remarks_workbook(details), f"opora-registry-{run.pk}-remarks.xlsx")


@require_safe
def download_blank(request: HttpRequest) -> HttpResponse:
    """An empty register with both source tables."""
    return _workbook(empty_register(), "opora-registry.xlsx")


def _workbook(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=XLSX)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
