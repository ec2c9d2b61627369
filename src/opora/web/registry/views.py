"""The import, step by step. What a register means and what becomes of it is known by the room of the registry."""

from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from opora.access.rules import Actor
from opora.common.dates import local, today
from opora.common.errors import Conflict, Refused
from opora.registry import actions, queries
from opora.registry.exporting import empty_register, remarks_workbook
from opora.registry.rules.choices import questions_of
from opora.web.registry.forms import ColumnsForm, EmptiedForm, ProgramForm, ShowForm, UploadForm
from opora.web.registry.pages import ROWS_A_PAGE, laid_out
from opora.web.shell import sheets
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
    if sheets.is_asked(request):
        rows = queries.list_runs(actor=actor_of(request), limit=sheets.MOST + 1)
        return sheets.answer(request, name="imports", title=_("Registry imports"), columns=_columns(), rows=rows)
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


def _columns() -> list[sheets.Column]:
    return [
        sheets.Column(_("Number"), lambda run: run.id, "count"),
        sheets.Column(_("When"), lambda run: local(run.at).replace(tzinfo=None), "day"),
        sheets.Column(_("Who"), lambda run: run.who),
        sheets.Column(_("State"), lambda run: run.state_label),
        sheets.Column(_("New"), lambda run: run.new, "count"),
        sheets.Column(_("Changed"), lambda run: run.changed, "count"),
        sheets.Column(_("Not taken"), lambda run: run.rejected, "count"),
    ]


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
    about = queries.run_about(actor=actor, run=run)
    facts: dict[str, Any] = {"run": run, "details": about, "counts": run.result or {}}
    if about is None:
        return render(request, "registry/ended.html", facts)
    if run.is_asking:
        return _ask(request, run, ColumnsForm(questions=questions_of(about)))
    facts |= _rows(request, run, shows_all=run.is_waiting)
    if run.is_waiting:
        facts["program_form"] = _program_form(actor, run) if about["asks_program"] else None
        facts["emptied_form"] = _emptied_form(run) if about.get("emptied") else None
        return render(request, "registry/preview.html", facts)
    return render(request, "registry/done.html", facts)


def _ask(request: HttpRequest, run: "ImportRun", form: ColumnsForm) -> HttpResponse:
    return render(request, "registry/columns.html", {"run": run, "form": form}, status=422 if form.errors else 200)


def _rows(request: HttpRequest, run: "ImportRun", *, shows_all: bool) -> dict[str, Any]:
    show = request.GET.get("show") or "all"
    given = request.GET.get("page", "1")
    number = max(int(given) if given.isdecimal() and len(given) < 7 else 1, 1)
    rows, found = _page(request, run, show, number)
    pages = max(1, -(-found // ROWS_A_PAGE))
    if number > pages:
        number = pages
        rows, found = _page(request, run, show, number)
    start = (number - 1) * ROWS_A_PAGE
    note = _("%(first)s–%(last)s of %(all)s") % {"first": start + 1, "last": start + len(rows), "all": found}
    pager = page_by_number(request, number=number, has_next=number < pages, note=note if pages > 1 else "")
    return {
        "rows": [laid_out(row) for row in rows],
        "show_form": ShowForm({"show": show}) if shows_all else None,
        "pager": pager,
        "is_filtered": show != "all",
    }


def _page(request: HttpRequest, run: "ImportRun", show: str, number: int) -> tuple[list[dict[str, Any]], int]:
    first = (number - 1) * ROWS_A_PAGE
    return queries.run_page(actor=actor_of(request), run=run, show=show, first=first, size=ROWS_A_PAGE)


def _show_progress(request: HttpRequest, run: "ImportRun") -> HttpResponse:
    template = "registry/_progress.html" if request.headers.get("HX-Request") else "registry/progress.html"
    return render(request, template, {"run": run})


def _program_form(actor: Actor, run: "ImportRun") -> ProgramForm:
    options = queries.list_program_options(actor=actor)
    return ProgramForm(initial={"program": run.program_id or ""}, options=options)


def _emptied_form(run: "ImportRun") -> EmptiedForm:
    return EmptiedForm(initial={"emptied": EmptiedForm.ERASE if run.erases_emptied else EmptiedForm.KEEP})


@require_POST
def choose_columns(request: HttpRequest, run_id: int) -> HttpResponse:
    """Say which columns are meant, and look at the file."""
    actor = actor_of(request)
    run = queries.get_run(actor=actor, run_id=run_id)
    about = queries.run_about(actor=actor, run=run) or {}
    form = ColumnsForm(request.POST, questions=questions_of(about))
    if run.is_asking and not form.is_valid():
        return _ask(request, run, form)
    if run.is_asking:
        actions.choose_columns(actor=actor, run_id=run_id, letters=form.letters, on=today())
    return HttpResponseRedirect(reverse("registry:run", args=[run_id]))


@require_POST
def ask_again(request: HttpRequest, run_id: int) -> HttpResponse:
    """Forget for this file what was said of its columns, and ask anew."""
    actions.ask_again(actor=actor_of(request), run_id=run_id, on=today())
    return HttpResponseRedirect(reverse("registry:run", args=[run_id]))


@require_POST
def choose_emptied(request: HttpRequest, run_id: int) -> HttpResponse:
    """Decide what an emptied cell means, and look again."""
    form = EmptiedForm(request.POST)
    # Whoever may not see the import must learn nothing, whatever was sent.
    erases = form.is_valid() and form.cleaned_data["emptied"] == EmptiedForm.ERASE
    actions.choose_erasing(actor=actor_of(request), run_id=run_id, erases=erases, on=today())
    return HttpResponseRedirect(reverse("registry:run", args=[run_id]))


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
