"""A stay of which nobody recorded the beds is put right or taken back."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.common.errors import NotFound
from opora.stays import actions, queries
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.stays.forms.mending import CorrectStayForm, TakeBackForm


def correct(request: HttpRequest, case_id: int, stay_id: int) -> HttpResponse:
    """The days of a stay without beds."""
    actor = actor_of(request)
    case, _rows, unplaced = queries.list_admissions(actor=actor, case_id=case_id)
    stay = next((one for one in unplaced if one.pk == stay_id), None)
    if stay is None or not queries.unplaced_mended(actor=actor, case_id=case_id, stay_ids=[stay_id]).may:
        raise NotFound
    now = {"from_on": stay.from_on, "planned_until": stay.planned_until, "left_on": stay.left_on}
    return form_page(
        request,
        CorrectStayForm(given(request), asks_until=not queries.is_extended(stay), initial=now),
        lambda typed: actions.correct_stay(actor=actor, stay_id=stay_id, on=today(), **typed),
        template="stays/form.html",
        done=_("Corrected. The former words stay readable."),
        back=reverse("stays:case", args=[case_id]),
        places={"on": "from_on"},
        about={"case_id": case_id},
        context={"case": case, "question": _("Correct the stay"), "button": _("Save")},
    )


def void(request: HttpRequest, case_id: int, stay_id: int) -> HttpResponse:
    """The family never lived there."""
    actor = actor_of(request)
    case, _rows, unplaced = queries.list_admissions(actor=actor, case_id=case_id)
    known = any(one.pk == stay_id for one in unplaced)
    if not known or not queries.unplaced_mended(actor=actor, case_id=case_id, stay_ids=[stay_id]).may:
        raise NotFound
    return form_page(
        request,
        TakeBackForm(given(request)),
        lambda typed: actions.void_stay(actor=actor, stay_id=stay_id, on=today(), **typed),
        template="stays/form.html",
        done=_("Voided. It counts nowhere any more and stays readable."),
        back=reverse("stays:case", args=[case_id]),
        about={"case_id": case_id},
        context={
            "case": case,
            "question": _("The family never moved in"),
            "button": _("Void"),
            "before": _("It will count nowhere and stays readable, struck through."),
            "is_alarm": True,
        },
    )
