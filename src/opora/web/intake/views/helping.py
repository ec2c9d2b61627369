"""Contacts, urgent help and criteria of a path."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.intake import actions, queries
from opora.intake.queries import ContactFilters
from opora.intake.queries.choices import AID
from opora.web.intake.forms.work import AidForm, ContactLogForm, ScreeningForm
from opora.web.intake.views.recording import back_of, back_of_record, record, workable
from opora.web.shell import sheets
from opora.web.shell.asking import actor_of, given
from opora.web.shell.paging import page_by_key
from opora.web.shell.taking_along import is_wanted


def list_contacts(request: HttpRequest) -> HttpResponse:
    """The log of calls, consultations and interviews over all paths and cases in sight, by day, the newest first."""
    actor = actor_of(request)
    form = ContactLogForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    filters = ContactFilters(**{name: asked.get(name) or getattr(ContactFilters(), name) for name in form.fields})
    if sheets.is_asked(request):
        rows, _more = queries.contact_log(actor=actor, filters=filters, limit=sheets.MOST + 1)
        return sheets.answer(
            request, name="contacts", title=_("Log of contacts"), columns=_contact_columns(), rows=rows
        )
    before = request.GET.get("before", "")
    lines, has_more = queries.contact_log(
        actor=actor, filters=filters, before_id=int(before) if before.isdecimal() else None
    )
    rows = [*lines, *lines[-1:]] if has_more else lines
    context = {
        "form": form,
        "rows": lines,
        "pager": page_by_key(request, rows, size=max(1, len(lines)))[1],
        "is_filtered": any(asked.values()),
    }
    return render(request, "intake/contacts.html", context)


def _contact_columns() -> list[sheets.Column]:
    """What the log shows; nothing of what was said."""
    return [
        sheets.Column(_("Day"), lambda row: row.on, "day"),
        sheets.Column(_("Time"), lambda row: f"{row.at:%H:%M}" if row.at else ""),
        sheets.Column(_("How"), lambda row: row.kind),
        sheets.Column(_("With whom"), lambda row: row.party),
        sheets.Column(_("Topic"), lambda row: row.topic),
        sheets.Column(_("Minutes"), lambda row: row.minutes, "count"),
        sheets.Column(_("Result"), lambda row: row.result),
        sheets.Column(_("Path"), lambda row: row.route_id, "count"),
        sheets.Column(_("Case"), lambda row: row.case_number),
        sheets.Column(_("Recorded by"), lambda row: row.by),
    ]


def show_contact(request: HttpRequest, contact_id: int) -> HttpResponse:
    """A contact with what was said; reading it is a line in the journal."""
    actor = actor_of(request)
    contact, notes = actions.read_notes(actor=actor, contact_id=contact_id)
    context = {"contact": contact, "notes": notes, "route": contact.route, "back": back_of_record(contact)}
    return render(request, "intake/contact.html", context)


def new_aid(request: HttpRequest, route_id: int) -> HttpResponse:
    """Record urgent help; afterwards the act can be printed."""
    actor = actor_of(request)
    route = workable(request, route_id)
    form = AidForm(given(request))
    return record(
        request,
        form,
        lambda typed: actions.give_aid(
            actor=actor, route_id=route.pk, items=form.items(), remark=typed["remark"], on=typed["on"]
        ),
        route=route,
        template="intake/aid_new.html",
        done=_("The help is recorded.") if is_wanted(request) else _("The help is recorded. Here is its act."),
        to=lambda aid: reverse("intake:aid", args=[aid.pk]),
    )


def show_aid(request: HttpRequest, aid_id: int) -> HttpResponse:
    """The act of urgent help, for print: codes only."""
    actor = actor_of(request)
    aid, route = queries.get_aid(actor=actor, aid_id=aid_id)
    names = dict(AID)
    context = {
        "aid": aid,
        "lines": [(names.get(item.kind, item.get_kind_display()), item.quantity) for item in queries.items_of(aid)],
        "route": route,
        "back": back_of(route),
        "referral": queries.referral_of_route(route=route),
        "codes": queries.codes_of(route),
    }
    return render(request, "intake/aid.html", context)


def screen(request: HttpRequest, route_id: int) -> HttpResponse:
    """Answer the questions of the criteria; the row in force is shown beside them."""
    actor = actor_of(request)
    route = workable(request, route_id)
    criteria = queries.criteria_of(route)
    form = ScreeningForm(given(request), criteria=criteria)
    return record(
        request,
        form,
        lambda _typed: actions.screen(actor=actor, route_id=route.pk, facts=form.facts(), on=today()),
        route=route,
        template="intake/screening.html",
        done=_("The answers are recorded."),
        to=lambda _made: reverse("intake:screening", args=[route.pk]),
        context={"criteria": criteria},
    )
