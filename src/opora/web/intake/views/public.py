"""The form on the website: anybody may ask for help, without an account and without being known."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.access.rules import SYSTEM
from opora.common.dates import now, today
from opora.common.errors import Refused
from opora.families.rules.phones import to_dial
from opora.intake import actions
from opora.intake.queries.targets import asks_for_home, public_target
from opora.intake.words import SITE
from opora.organization.queries import details
from opora.web.intake.forms.public import HelpForm
from opora.web.intake.throttle import may_write
from opora.web.shell.asking import given
from opora.web.shell.form_page import form_page


def ask_for_help(request: HttpRequest) -> HttpResponse:
    """A request for help becomes a signal; the answer never says whether a family is known."""
    context = _who_answers()
    if public_target() is None:
        return render(request, "intake/help_closed.html", context)
    consent = context["organization"].consent_text
    form = HelpForm(given(request), asks_for_home=asks_for_home(), asks_to_agree=bool(consent))
    context["form"] = form
    if form.is_bound and form.is_valid():
        if form.is_from_a_program:
            return HttpResponseRedirect(reverse("intake:help_sent"))
        if not may_write(request, at=now()):
            form.add_error(None, _("There were too many messages within the hour. Call us, or write again later."))
            return render(request, "intake/help.html", context, status=429)
    return form_page(
        request,
        form,
        lambda _typed: _receive(form, context["organization"].consent_number),
        template="intake/help.html",
        done="",
        back=reverse("intake:help_sent"),
        context=context,
    )


def thank(request: HttpRequest) -> HttpResponse:
    """What happens next."""
    return render(request, "intake/help_sent.html", _who_answers())


def _who_answers() -> dict[str, Any]:
    """Who reads the message, and the telephones by which the same people are called at once."""
    kept = details()
    lines = [line.strip() for line in kept.phones.replace(";", ",").split(",") if line.strip()]
    return {
        "organization": kept,
        "title": kept.short_name or kept.name,
        "phones": [(line, number) for line in lines if (number := to_dial(line))],
    }


def _receive(form: HelpForm, consent_number: int) -> None:
    typed = form.cleaned_data
    target = public_target(without_home=form.is_without_home)
    if target is None:
        raise Refused(
            _("Messages cannot be taken here just now. Please call the organization by the telephone on its website.")
        )
    program_id, department_id = target
    told = {name: typed.get(name) or "" for name in ("story", "caller", "phone", "home", "urgency")}
    actions.receive(
        actor=SYSTEM,
        program_id=program_id,
        department_id=department_id,
        channel=SITE,
        source=typed["for_whom"] or "unknown",
        # Nobody said that it can wait.
        urgency=typed["urgency"] or "today",
        told=told | {"consent": str(consent_number) if typed.get("agrees") else ""},
        is_anonymous=not (typed["caller"] or typed["phone"]),
        children_count=typed["children_count"],
        on=today(),
    )
