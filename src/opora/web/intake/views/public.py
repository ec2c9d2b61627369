"""The form on the website: anybody may ask for help, without an account and without being known."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.access.rules import SYSTEM
from opora.common.dates import now, today
from opora.common.errors import Refused
from opora.intake import actions
from opora.intake.queries.targets import asks_for_home, public_target
from opora.intake.words import SITE
from opora.web.intake.forms.public import HelpForm
from opora.web.intake.throttle import may_write
from opora.web.shell.asking import given
from opora.web.shell.forms import carry_out


def ask_for_help(request: HttpRequest) -> HttpResponse:
    """A request for help becomes a signal; the answer never says whether a family is known."""
    if public_target() is None:
        return render(request, "intake/help_closed.html")
    form = HelpForm(given(request), asks_for_home=asks_for_home())
    if form.is_bound and form.is_valid():
        if form.is_from_a_program:
            return HttpResponseRedirect(reverse("intake:help_sent"))
        if not may_write(request, at=now()):
            form.add_error(None, _("There were too many messages within the hour. Call us, or write again later."))
            return render(request, "intake/help.html", {"form": form}, status=429)
        if carry_out(form, lambda _typed: _receive(form)):
            return HttpResponseRedirect(reverse("intake:help_sent"))
    return render(request, "intake/help.html", {"form": form}, status=422 if form.is_bound else 200)


def thank(request: HttpRequest) -> HttpResponse:
    """What happens next."""
    return render(request, "intake/help_sent.html")


def _receive(form: HelpForm) -> None:
    typed = form.cleaned_data
    target = public_target(without_home=form.is_without_home)
    if target is None:
        raise Refused(
            _("Messages cannot be taken here just now. Please call the organization by the telephone on its website.")
        )
    program_id, department_id = target
    actions.receive(
        actor=SYSTEM,
        program_id=program_id,
        department_id=department_id,
        channel=SITE,
        source=typed["for_whom"],
        urgency=typed["urgency"],
        told={name: typed[name] for name in ("story", "caller", "phone")},
        is_anonymous=not (typed["caller"] or typed["phone"]),
        children_count=typed["children_count"],
        on=today(),
    )
