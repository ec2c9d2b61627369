"""Lists over all families and donors: what was given, what is needed, who gave it."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.goods import actions, queries
from opora.web.goods.forms.keeping import MoneyDonatedForm
from opora.web.goods.forms.stock import DonorFilterForm, GivenFilterForm, NeedFilterForm
from opora.web.goods.views.family import needed, said_of
from opora.web.goods.views.lists import donors_for, purposes_for
from opora.web.goods.views.stock import day_and_number, page_by_day
from opora.web.shell import sheets
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.paging import page_asked, page_by_number

PAGE = 50
AHEAD = timedelta(days=14)


def list_given(request: HttpRequest) -> HttpResponse:
    """The log of material help: every act of families in sight."""
    actor = actor_of(request)
    form = GivenFilterForm(request.GET or None)
    asked = form.cleaned_data if form.is_bound and form.is_valid() else {}
    filters = queries.IssueFilters(
        text=asked.get("q", ""),
        kind=asked.get("kind", ""),
        from_on=asked.get("from_on"),
        to_on=asked.get("to_on"),
        unproven=asked.get("unproven", False),
    )
    if sheets.is_asked(request):
        rows = queries.issue_log(actor=actor, filters=filters, limit=sheets.MOST + 1)
        title = _("Material help given")
        return sheets.answer(request, name="given", title=title, columns=_given_columns(), rows=rows)
    rows = queries.issue_log(actor=actor, filters=filters, before=day_and_number(request), limit=PAGE + 1)
    shown, pager = page_by_day(request, rows, size=PAGE, day=lambda row: row.issue.given_on)
    context = {
        "form": form,
        "rows": [(row, said_of(row.issue)) for row in shown],
        "pager": pager,
        "is_filtered": any(asked.values()),
    }
    return render(request, "goods/given.html", context)


def _given_columns() -> list[sheets.Column]:
    return [
        sheets.Column(_("Day"), lambda row: row.issue.given_on, "day"),
        sheets.Column(_("Act"), lambda row: row.issue.act_number),
        sheets.Column(_("Case number"), lambda row: row.case_number),
        sheets.Column(_("Path"), lambda row: row.route_id, "count"),
        sheets.Column(_("What was given"), lambda row: said_of(row.issue)),
        sheets.Column(_("Where"), lambda row: row.issue.place.name if row.issue.place else ""),
        sheets.Column(_("By whom"), lambda row: row.issue.by.name if row.issue.by else ""),
        sheets.Column(_("Taken back"), lambda row: row.issue.voided_on, "day"),
    ]


def list_needs(request: HttpRequest) -> HttpResponse:
    """What families need now or soon."""
    actor, on = actor_of(request), today()
    form = NeedFilterForm(request.GET or None)
    asked = form.cleaned_data if form.is_bound and form.is_valid() else {}
    until, category = asked.get("until") or on + AHEAD, asked.get("category", "")
    text = asked.get("q", "")
    if sheets.is_asked(request):
        rows = queries.needs_due(actor=actor, until=until, category=category, text=text, limit=sheets.MOST + 1)
        title = _("What families need")
        return sheets.answer(request, name="needs", title=title, columns=_need_columns(), rows=rows)
    number = page_asked(request)
    skip = (number - 1) * PAGE
    rows = queries.needs_due(actor=actor, until=until, category=category, text=text, limit=PAGE + 1, skip=skip)
    context = {
        "form": form,
        "rows": [(row, needed(row.need)) for row in rows[:PAGE]],
        "pager": page_by_number(request, number=number, has_next=len(rows) > PAGE),
        "is_filtered": any(asked.values()),
        "on": on,
    }
    return render(request, "goods/needs.html", context)


def _need_columns() -> list[sheets.Column]:
    return [
        sheets.Column(_("Needed by"), lambda row: row.need.due_on, "day"),
        sheets.Column(_("Case number"), lambda row: row.case_number),
        sheets.Column(_("Path"), lambda row: row.route_id, "count"),
        sheets.Column(_("What is needed"), lambda row: needed(row.need)),
        sheets.Column(_("How often"), lambda row: row.need.get_rhythm_display()),
    ]


def list_donors(request: HttpRequest) -> HttpResponse:
    """What donors gave in a period."""
    actor = actor_of(request)
    form = DonorFilterForm(request.GET or None)
    asked = form.cleaned_data if form.is_bound and form.is_valid() else {}
    from_on, to_on = asked.get("from_on"), asked.get("to_on") or today()
    lines = queries.donors_report(actor=actor, from_on=from_on, to_on=to_on, text=asked.get("q", ""))
    if sheets.is_asked(request):
        return sheets.answer(request, name="donors", title=_("Donors"), columns=_donor_columns(), rows=lines)
    number = page_asked(request)
    context = {
        "form": form,
        "lines": lines[(number - 1) * PAGE : number * PAGE],
        "pager": page_by_number(request, number=number, has_next=len(lines) > number * PAGE),
        "is_filtered": any(asked.values()),
    }
    return render(request, "goods/donors.html", context)


def _donor_columns() -> list[sheets.Column]:
    return [
        sheets.Column(_("Donor"), lambda line: line.donor.name),
        sheets.Column(_("Kind"), lambda line: line.donor.kind_said),
        sheets.Column(_("How often"), lambda line: line.times, "count"),
        sheets.Column(_("Units of goods"), lambda line: float(line.units), "count"),
        sheets.Column(_("Money, rubles"), lambda line: float(line.money), "count"),
        sheets.Column(_("Last gift"), lambda line: line.last_on, "day"),
    ]


def note_money(request: HttpRequest) -> HttpResponse:
    """A donor gave money."""
    actor = actor_of(request)
    form = MoneyDonatedForm(given(request), donors=donors_for(actor), purposes=purposes_for(actor))
    return form_page(
        request,
        form,
        lambda typed: actions.note_money(actor=actor, **typed),
        template="goods/form.html",
        done=_("The donation is noted."),
        back=reverse("goods:donors"),
        context={"heading": _("A donation of money"), "button": _("Save")},
    )
