"""A new case for a family that comes for the first time: its people are entered along with the case."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.cases import actions
from opora.web.cases.forms.opening import OpeningForm
from opora.web.cases.views.new_people import people_of
from opora.web.cases.views.on_the_path import open_on_path
from opora.web.shell.asking import actor_of
from opora.web.shell.form_page import form_page


def for_new_family(request: HttpRequest, form: OpeningForm) -> HttpResponse:
    """Ask for the case and the people, warn of people who look known, register and open in one step."""
    people = people_of(request)
    if people.is_growing:
        form.initial.update({name: request.POST.get(name) for name in form.fields})
        form.is_bound = False
    actor = actor_of(request)

    def open_it(case: dict[str, Any]) -> Any:
        def plainly() -> Any:
            return actions.open_case_for_new_family(
                actor=actor,
                caregiver=people.caregiver.newcomer(),
                children=[child.newcomer() for child in people.born],
                **case,
            )

        return open_on_path(request, plainly, case["on"])

    return form_page(
        request,
        form,
        open_it,
        template="cases/new_family.html",
        done=lambda case: _("Case %(number)s is open.") % {"number": case.number},
        back=reverse("cases:new"),
        to=lambda case: reverse("cases:file", args=[case.pk]),
        context={"people": people},
        is_right=lambda: people.are_right(actor),
        is_long=True,
        beside=(people.caregiver, *people.children),
        tell=lambda refusal: people.tell(refusal, form),
    )
