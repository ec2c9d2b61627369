"""Volunteers and donors: the list and one person."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from opora.access.rules import Actor, can
from opora.common.dates import add_months, today
from opora.volunteers import actions, policies, queries
from opora.web.shell import sheets
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.paging import page_asked, page_by_number
from opora.web.volunteers.forms import FilterForm, HelperForm, SureForm

PAGE = 50


def list_helpers(request: HttpRequest) -> HttpResponse:
    """Everybody who joined, the newest first."""
    actor = actor_of(request)
    form = FilterForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    on = today()
    from_on, to_on = asked.get("from_on"), asked.get("to_on")
    words = {name: asked.get(name, "") for name in ("q", "kind", "state")}
    found = queries.helpers(actor=actor, from_on=from_on, to_on=to_on, on=on, **words)
    if sheets.is_asked(request):
        return sheets.answer(
            request, name="volunteers", title=_("Volunteers and donors"), columns=_columns(), rows=found
        )
    number = page_asked(request)
    begin = (number - 1) * PAGE
    context = {
        **_joined(actor, on, from_on, to_on),
        "form": form,
        "year_ago": add_months(on, -12),
        "lines": found[begin : begin + PAGE],
        "pager": page_by_number(request, number=number, has_next=len(found) > begin + PAGE),
        "is_filtered": any(asked.values()),
        "may_keep": policies.may_keep(actor),
    }
    return render(request, "volunteers/list.html", context)


def _joined(actor: Actor, on: date, from_on: date | None, to_on: date | None) -> dict[str, Any]:
    """Who joined in the period asked for; in this year when none is."""
    begin, end = from_on or (to_on or on).replace(month=1, day=1), to_on or on
    return {"joined": queries.joined_between(actor=actor, from_on=begin, to_on=end), "begin": begin, "end": end}


def _columns() -> list[sheets.Column]:
    return [
        sheets.Column(pgettext("helpers", "Name"), lambda line: line.name),
        sheets.Column(pgettext("helpers", "Who"), lambda line: line.kind),
        sheets.Column(_("Helps with"), lambda line: line.skills),
        sheets.Column(_("With us since"), lambda line: line.joined_on, "day"),
        sheets.Column(_("Clearance checked on"), lambda line: line.cleared_on, "day"),
        sheets.Column(_("Left us on"), lambda line: line.left_on, "day"),
        sheets.Column(_("Hours given"), lambda line: float(line.hours), "count"),
    ]


def show(request: HttpRequest, helper_id: int) -> HttpResponse:
    """One volunteer or donor."""
    actor = actor_of(request)
    helper = actions.read_helper(actor=actor, helper_id=helper_id)
    hours = queries.hours_of(actor=actor, helper=helper)
    context = {
        "helper": helper,
        "contacts": queries.contacts_of(helper),
        "hours": hours,
        "total": sum(one.hours for one in hours if not one.is_voided),
        "tasks": queries.tasks_of(helper),
        "gives_time": helper.gives_time,
        "sees_goods": can(actor, "goods.manage"),
        "year_ago": add_months(today(), -12),
        "may_keep": policies.may_keep(actor),
    }
    return render(request, "volunteers/helper.html", context)


def keep(request: HttpRequest, helper_id: int | None = None) -> HttpResponse:
    """Enter somebody, or change an entry."""
    actor = actor_of(request)
    policies.check_may_keep(actor)
    initial: dict[str, Any] = {}
    back = reverse("volunteers:list")
    if helper_id is not None:
        helper = actions.read_helper(actor=actor, helper_id=helper_id)
        names = ("kind", "giver", "skills", "joined_on", "cleared_on", "left_on", "user_id", "revision")
        initial = {name: getattr(helper, name) for name in names}
        initial |= {"name": helper.name_text, "contacts": queries.contacts_of(helper)}
        back = reverse("volunteers:helper", args=[helper_id])
    form = HelperForm(given(request), accounts=queries.accounts(actor=actor), initial=initial)
    return form_page(
        request,
        form,
        lambda typed: actions.keep_helper(actor=actor, helper_id=helper_id, **typed),
        template="volunteers/form.html",
        done=_("The entry is kept."),
        back=back,
        to=lambda kept: reverse("volunteers:helper", args=[kept.pk]),
        context={"heading": _("Volunteer or donor"), "lead": "", "button": _("Save")},
        renew=lambda: queries.helper_in_sight(actor=actor, helper_id=helper_id or 0).revision,
    )


def void(request: HttpRequest, helper_id: int) -> HttpResponse:
    """Somebody was entered by mistake."""
    actor = actor_of(request)
    helper = queries.helper_in_sight(actor=actor, helper_id=helper_id)
    return form_page(
        request,
        SureForm(given(request)),
        lambda _typed: actions.void_helper(actor=actor, helper_id=helper_id, on=today()),
        template="volunteers/form.html",
        done=_("The entry is voided and counts nowhere."),
        back=reverse("volunteers:list"),
        context={
            "heading": _("Entered by mistake?"),
            "lead": helper.name_text,
            "button": _("Void the entry"),
            "is_alarm": True,
        },
    )
