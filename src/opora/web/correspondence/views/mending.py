"""A letter put right or voided."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.correspondence import actions, queries
from opora.web.correspondence.forms.letters import CorrectForm, VoidForm
from opora.web.correspondence.views.family import about, crumbs, place_of_letter
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page


def correct(request: HttpRequest, official_id: int) -> HttpResponse:
    """Put right what was recorded of a letter; the former words stay readable."""
    actor = actor_of(request)
    letter = queries.letter_in_sight(actor=actor, letter_id=official_id)
    place = place_of_letter(request, letter)
    initial = {
        "subject": letter.subject_text,
        "asked_by": letter.asked_by,
        "answer_due_on": letter.answer_due_on,
        "result": letter.result,
        "closed_on": letter.closed_on,
    }
    return form_page(
        request,
        CorrectForm(given(request), initial=initial),
        lambda typed: actions.correct_letter(actor=actor, letter_id=official_id, today=today(), **typed),
        template="correspondence/form.html",
        done=_("The letter is corrected."),
        back=reverse("correspondence:letter", args=[official_id]),
        context={
            **crumbs(place),
            "heading": _("Correct the letter"),
            "lead": _("What is printed stays as it is. To change it, void the letter and write it anew."),
            "button": _("Save"),
        },
        about=about(place),
    )


def void(request: HttpRequest, official_id: int) -> HttpResponse:
    """A letter that was not: its number is not given again."""
    actor = actor_of(request)
    letter = queries.letter_in_sight(actor=actor, letter_id=official_id)
    place = place_of_letter(request, letter)
    return form_page(
        request,
        VoidForm(given(request)),
        lambda typed: actions.void_letter(actor=actor, letter_id=official_id, reason=typed["reason"], on=today()),
        template="correspondence/form.html",
        done=_("The letter is voided."),
        back=reverse("correspondence:letter", args=[official_id]),
        context={
            **crumbs(place),
            "heading": _("Void the letter"),
            "lead": _("It counts nowhere any more and stays readable. Its number is not given again."),
            "button": _("Void"),
            "is_alarm": True,
        },
        about=about(place),
    )
