"""How to be reminded elsewhere: by letter, in one's own calendar."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from opora.common.language import spoken
from opora.reminders import actions, letters, queries
from opora.web.reminders.forms import ChoiceForm
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.middleware import say


def show_settings(request: HttpRequest) -> HttpResponse:
    """The letter and the calendar of the reader."""
    actor = actor_of(request)
    choice = queries.choice_of(actor=actor)
    form = ChoiceForm(
        given(request),
        rhythms=queries.rhythm_choices(),
        may_widen=queries.leads(actor),
        initial={"rhythm": choice.rhythm, "whose": "all" if choice.is_wide else "own"},
    )

    def act(typed: dict[str, Any]) -> None:
        actions.choose(actor=actor, rhythm=typed["rhythm"], is_wide=typed.get("whose") == "all", language=spoken())

    return form_page(
        request,
        form,
        act,
        template="reminders/settings.html",
        done=_("Saved. That is how you will be reminded."),
        back=reverse("reminders:settings"),
        context=lambda: {"address": queries.address_of(actor=actor), "is_delivered": letters.reaches_people()},
    )


@require_POST
def make_calendar(request: HttpRequest) -> HttpResponse:
    """A new address, shown this once."""
    token = actions.make_calendar(actor=actor_of(request))
    link = request.build_absolute_uri(reverse("reminders:calendar", args=[token]))
    return render(request, "reminders/calendar_made.html", {"link": link})


def revoke_calendar(request: HttpRequest) -> HttpResponse:
    """Take the address back, after a question."""
    actor = actor_of(request)
    if request.method == "POST":
        if actions.revoke_calendar(actor=actor):
            say(request, _("The address does not work any more. Calendars that knew it stay as they were."))
        return HttpResponseRedirect(reverse("reminders:settings"))
    return render(request, "reminders/calendar_revoke.html", {"address": queries.address_of(actor=actor)})
