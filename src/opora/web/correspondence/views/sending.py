"""A letter looked at before it is printed, numbered, approved and sent."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from opora.common.dates import today
from opora.correspondence import actions, queries
from opora.web.correspondence.case_words import case_said
from opora.web.correspondence.forms.letters import CasesForm, DayForm
from opora.web.correspondence.views.family import about, crumbs, place_of_letter
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.intentions import once


def check_letter(request: HttpRequest, official_id: int) -> HttpResponse:
    """The letter as it will be printed; a name in a wrong case is put right here, and stays right."""
    actor = actor_of(request)
    letter = queries.letter_in_sight(actor=actor, letter_id=official_id)
    back = reverse("correspondence:letter", args=[official_id])
    if not letter.is_prepared or letter.voided_on is not None:
        return HttpResponseRedirect(back)
    place = place_of_letter(request, letter)
    shown = actions.preview_letter(actor=actor, letter_id=official_id)
    form = CasesForm(given(request), asked=shown.cases, words=case_said)
    is_looked_at = "look" in request.POST

    def keep(_typed: dict[str, Any]) -> Any:
        corrected = form.corrected()
        if corrected or is_looked_at:
            kept = actions.remember_cases(actor=actor, letter_id=official_id, corrected=corrected)
            if is_looked_at:
                return kept
        return actions.register_letter(actor=actor, letter_id=official_id)

    return form_page(
        request,
        form,
        keep,
        template="correspondence/check.html",
        done=lambda kept: (
            _("Corrected. This is how it looks now.")
            if is_looked_at
            else _("The letter has number %(number)s. Print it, have it signed and send it.") % {"number": kept.number}
        ),
        back=back,
        to=lambda _kept: reverse("correspondence:check", args=[official_id]) if is_looked_at else back,
        context={**crumbs(place), "letter": letter, "shown": shown},
        about=about(place),
    )


@require_POST
def approve(request: HttpRequest, official_id: int) -> HttpResponse:
    """Let the letter go, for whoever signs for the organization."""
    actor = actor_of(request)
    return once(
        request,
        lambda: actions.approve_letter(actor=actor, letter_id=official_id, on=today()),
        done=lambda _letter: _("The letter is approved."),
        to=lambda _letter: reverse("correspondence:letter", args=[official_id]),
    )


def send(request: HttpRequest, official_id: int) -> HttpResponse:
    """Record that the letter left the house."""
    actor = actor_of(request)
    letter = queries.letter_in_sight(actor=actor, letter_id=official_id)
    place = place_of_letter(request, letter)
    return form_page(
        request,
        DayForm(given(request)),
        lambda typed: actions.send_letter(actor=actor, letter_id=official_id, on=typed["on"]),
        template="correspondence/form.html",
        done=_("Recorded. We wait for the answer."),
        back=reverse("correspondence:letter", args=[official_id]),
        context={
            **crumbs(place),
            "heading": _("The letter was sent"),
            "lead": _("Whom it names and to whom it goes is written into the log of what was told outside."),
            "button": _("Record"),
        },
        about=about(place),
    )
