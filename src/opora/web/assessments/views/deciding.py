"""The coordinator's word on a form."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.assessments import actions, queries
from opora.common.errors import NotFound
from opora.web.assessments.forms import ReturnForm
from opora.web.assessments.views.case_head import case_context
from opora.web.shell.asking import actor_of, given, speaks_of
from opora.web.shell.form_page import form_page
from opora.web.shell.middleware import say
from opora.web.shell.wording import write_day


def approve(request: HttpRequest, assessment_id: int) -> HttpResponse:
    """Approve a form, after asking; only the revision that was looked at."""
    actor = actor_of(request)
    assessment = queries.get(actor=actor, assessment_id=assessment_id)
    if not queries.may_approve(actor=actor, assessment=assessment):
        raise NotFound
    speaks_of(request, case_id=assessment.case_id)
    back = reverse("assessments:show", args=[assessment_id])
    sent = request.GET.get("revision", "")
    if request.method == "POST":
        actions.approve(actor=actor, assessment_id=assessment_id, revision=int(sent) if sent.isdecimal() else None)
        say(request, _("The assessment is approved and counts in the results."))
        return HttpResponseRedirect(back)
    return render(
        request,
        "shell/confirm.html",
        {
            "title": _("Approve the assessment?"),
            "text": _("The assessment of %(day)s will count in the results.") % {"day": write_day(assessment.on)},
            "button": _("Approve"),
            "action": f"{request.path}?revision={assessment.revision}",
            "cancel_url": back,
        },
    )


def return_for_rework(request: HttpRequest, assessment_id: int) -> HttpResponse:
    """Send a form back with a reason."""
    actor = actor_of(request)
    assessment = queries.get(actor=actor, assessment_id=assessment_id)
    if assessment.is_total_only or not queries.may_approve(actor=actor, assessment=assessment):
        raise NotFound
    back = reverse("assessments:show", args=[assessment_id])
    return form_page(
        request,
        ReturnForm(given(request), initial={"revision": assessment.revision}),
        lambda typed: actions.return_for_rework(actor=actor, assessment_id=assessment_id, **typed),
        template="assessments/return.html",
        done=_("The assessment was returned for rework."),
        back=back,
        context={**case_context(assessment.case, assessment.point), "assessment": assessment},
        about={"case_id": assessment.case_id},
    )
