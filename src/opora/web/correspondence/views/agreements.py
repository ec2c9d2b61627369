"""Agreements with authorities and partners."""

from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.correspondence import actions, policies, queries
from opora.correspondence.queries.agreements import SOON_DAYS
from opora.correspondence.queries.choices import offices
from opora.web.correspondence.forms.agreements import AgreementFilterForm, AgreementForm
from opora.web.correspondence.forms.letters import DayForm
from opora.web.correspondence.views.files import answer_with, as_word
from opora.web.shell import sheets
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.paging import page_asked, page_by_number

PAGE = 50


def list_agreements(request: HttpRequest) -> HttpResponse:
    """Agreements, the newest first: which hold, which end soon."""
    actor, on = actor_of(request), today()
    form = AgreementFilterForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    soon = on + timedelta(days=SOON_DAYS)
    found = queries.agreements(actor=actor, q=asked.get("q", ""), state=asked.get("state", ""), on=on, soon=soon)
    if sheets.is_asked(request):
        rows = found[: sheets.MOST + 1]
        return sheets.answer(request, name="agreements", title=_("Agreements"), columns=_columns(), rows=rows)
    number = page_asked(request)
    begin = (number - 1) * PAGE
    page_rows = list(found[begin : begin + PAGE + 1])
    context = {
        "form": form,
        "rows": [(one, state_of(one, on, soon)) for one in page_rows[:PAGE]],
        "pager": page_by_number(request, number=number, has_next=len(page_rows) > PAGE),
        "is_filtered": any(asked.values()),
        "may_keep": policies.may_keep(actor),
        "today": on,
    }
    return render(request, "correspondence/agreements.html", context)


def state_of(one: Any, on: Any, soon: Any) -> str:
    """Whether an agreement holds on a day, ends soon, or is over."""
    if (one.ended_on and one.ended_on <= on) or (one.until_on and one.until_on < on):
        return "over"
    return "ending" if one.until_on and one.until_on <= soon else "in_force"


def _columns() -> list[sheets.Column]:
    return [
        sheets.Column(_("Office"), lambda one: one.partner.name),
        sheets.Column(_("Number"), lambda one: one.number),
        sheets.Column(_("What was agreed"), lambda one: one.scope),
        sheets.Column(_("Signed on"), lambda one: one.signed_on, "day"),
        sheets.Column(_("Holds until"), lambda one: one.until_on, "day"),
        sheets.Column(_("Ended early"), lambda one: one.ended_on, "day"),
    ]


def show(request: HttpRequest, agreement_id: int) -> HttpResponse:
    """One agreement."""
    actor, on = actor_of(request), today()
    one = queries.agreement_in_sight(actor=actor, agreement_id=agreement_id)
    state = state_of(one, on, on + timedelta(days=SOON_DAYS))
    context = {"one": one, "state": state, "may_keep": policies.may_keep(actor) and one.voided_on is None, "today": on}
    return render(request, "correspondence/agreement.html", context)


def keep(request: HttpRequest, agreement_id: int | None = None) -> HttpResponse:
    """Enter an agreement, or change one."""
    actor = actor_of(request)
    initial: dict[str, Any] = {}
    back = reverse("correspondence:agreements")
    if agreement_id is not None:
        one = queries.agreement_in_sight(actor=actor, agreement_id=agreement_id)
        initial = {
            name: getattr(one, name) for name in ("partner_id", "number", "scope", "signed_on", "until_on", "revision")
        }
        back = reverse("correspondence:agreement", args=[agreement_id])
    form = AgreementForm(
        given(request),
        request.FILES if request.method == "POST" else None,
        offices=offices(actor=actor),
        initial=initial,
    )
    names = ("partner_id", "number", "scope", "signed_on", "until_on")
    return form_page(
        request,
        form,
        lambda typed: actions.keep_agreement(
            actor=actor,
            agreement_id=agreement_id,
            revision=typed["revision"],
            **{name: typed[name] for name in names},
            **form.paper(),
            on=today(),
        ),
        template="correspondence/form.html",
        done=_("The agreement is kept."),
        back=back,
        to=lambda one: reverse("correspondence:agreement", args=[one.pk]),
        context={
            "letters_url": reverse("correspondence:agreements"),
            "is_agreement": True,
            "heading": _("Agreement"),
            "lead": _("We remind you two months before it ends."),
            "button": _("Save"),
        },
        renew=lambda: queries.agreement_in_sight(actor=actor, agreement_id=agreement_id or 0).revision,
    )


def end(request: HttpRequest, agreement_id: int) -> HttpResponse:
    """An agreement ended before its day."""
    actor = actor_of(request)
    one = queries.agreement_in_sight(actor=actor, agreement_id=agreement_id)
    return form_page(
        request,
        DayForm(given(request)),
        lambda typed: actions.end_agreement(actor=actor, agreement_id=agreement_id, on=typed["on"]),
        template="correspondence/form.html",
        done=_("The agreement is ended."),
        back=reverse("correspondence:agreement", args=[agreement_id]),
        context={
            "letters_url": reverse("correspondence:agreements"),
            "is_agreement": True,
            "heading": _("The agreement ended early"),
            "lead": one.partner.name,
            "button": _("Record"),
        },
    )


def void(request: HttpRequest, agreement_id: int) -> HttpResponse:
    """An agreement entered by mistake."""
    actor = actor_of(request)
    one = queries.agreement_in_sight(actor=actor, agreement_id=agreement_id)
    return form_page(
        request,
        DayForm(given(request)),
        lambda _typed: actions.void_agreement(actor=actor, agreement_id=agreement_id, on=today()),
        template="correspondence/form.html",
        done=_("The agreement is voided."),
        back=reverse("correspondence:agreements"),
        context={
            "letters_url": reverse("correspondence:agreements"),
            "is_agreement": True,
            "heading": _("It was a mistake"),
            "lead": one.partner.name,
            "button": _("Void"),
            "is_alarm": True,
        },
    )


def print_out(request: HttpRequest, agreement_id: int) -> HttpResponse:
    """The agreement as a Word file to be signed, filled with what is recorded."""
    return as_word(actions.produce_agreement(actor=actor_of(request), agreement_id=agreement_id), "agreement")


def hand_out(request: HttpRequest, agreement_id: int) -> HttpResponse:
    """The paper of an agreement; each time is a line in the journal."""
    return answer_with(request, actions.open_agreement(actor=actor_of(request), agreement_id=agreement_id))
