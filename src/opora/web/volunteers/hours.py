"""The hours of a volunteer: noted, put right, voided."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.volunteers import actions, queries
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.volunteers.forms import HoursForm, SureForm


def note(request: HttpRequest, helper_id: int) -> HttpResponse:
    """Write hours down."""
    actor = actor_of(request)
    helper = queries.helper_in_sight(actor=actor, helper_id=helper_id)
    return form_page(
        request,
        HoursForm(given(request)),
        lambda typed: actions.note_hours(actor=actor, helper_id=helper_id, **typed),
        template="volunteers/form.html",
        done=_("The hours are noted."),
        back=reverse("volunteers:helper", args=[helper_id]),
        context={"heading": _("Hours given"), "lead": helper.name_text, "button": _("Note the hours")},
    )


def correct(request: HttpRequest, hours_id: int) -> HttpResponse:
    """Put a line of hours right."""
    actor = actor_of(request)
    line = queries.hours_in_sight(actor=actor, hours_id=hours_id)
    number = queries.case_number_of(actor=actor, line=line)
    initial = {"on": line.on, "hours": line.hours, "what": line.what, "case_number": number}
    return form_page(
        request,
        HoursForm(given(request), initial=initial),
        lambda typed: actions.correct_hours(actor=actor, hours_id=hours_id, today=today(), **typed),
        template="volunteers/form.html",
        done=_("The hours are put right."),
        back=reverse("volunteers:helper", args=[line.helper_id]),
        context={
            "heading": _("Put the hours right"),
            "lead": line.helper.name_text,
            "button": _("Save"),
            "void_hours_id": hours_id,
        },
    )


def void(request: HttpRequest, hours_id: int) -> HttpResponse:
    """Hours that were not given."""
    actor = actor_of(request)
    line = queries.hours_in_sight(actor=actor, hours_id=hours_id)
    return form_page(
        request,
        SureForm(given(request)),
        lambda _typed: actions.void_hours(actor=actor, hours_id=hours_id, on=today()),
        template="volunteers/form.html",
        done=_("The hours are voided and count nowhere."),
        back=reverse("volunteers:helper", args=[line.helper_id]),
        context={
            "heading": _("Void the hours?"),
            "lead": line.what,
            "button": _("Void the hours"),
            "is_alarm": True,
        },
    )
