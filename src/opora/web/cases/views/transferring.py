"""An open case goes over to another program: choose which, look at what would happen, do it."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.cases import policies, queries
from opora.common.dates import today
from opora.common.errors import Conflict, Invalid, NotFound, Refused
from opora.process.actions.transferring import transfer
from opora.process.queries.transferring import stages_of, transfer_targets
from opora.web.cases.forms.transferring import TransferForm
from opora.web.cases.views.change_page import changing
from opora.web.cases.views.file import file_context
from opora.web.shell import drafting
from opora.web.shell.asking import given
from opora.web.shell.colleagues import looked_up
from opora.web.shell.middleware import say


def transfer_case(request: HttpRequest, case_id: int) -> HttpResponse:
    """The program first; then who answers there, at which stage, and why."""
    actor, found = changing(request, case_id)
    case = found.case
    if not found.is_open or not policies.within(actor, "assessment.approve", department_id=case.department_id):
        raise NotFound
    targets = {f"{program}-{place}": words for program, place, words in transfer_targets(case=case)}
    chosen = request.GET.get("target", "")
    shown = {**file_context(found), "targets": targets, "chosen": chosen, "back": reverse("cases:file", args=[case_id])}
    if chosen not in targets:
        return render(request, "cases/transfer_target.html", shown)
    program_id, department_id = (int(part) for part in chosen.split("-"))
    form = TransferForm(
        given(request),
        stages=stages_of(program_id=program_id),
        managers=queries.people_for(actor=actor, part="case_manager", department_id=department_id),
        initial={
            "revision": case.revision,
            "case_manager_id": found.case_manager.user_id if found.case_manager else None,
        },
    )
    shown |= {"form": form, "target": targets[chosen], "keeps_draft": True}
    if (looked := looked_up(request, form)) is not None:
        return looked
    place = drafting.place_of(request)
    if drafting.is_drafting(request):
        return drafting.answer_draft(request, place)
    if not form.is_bound and (begun := drafting.begun_on(request, place)) is not None:
        drafting.restore(form, begun)
    if form.is_bound and form.is_valid():
        is_sure = request.POST.get("step") == "do"
        typed = {name: value for name, value in form.cleaned_data.items() if name != "on"}
        try:
            done = transfer(
                actor=actor,
                case_id=case_id,
                program_id=program_id,
                department_id=department_id,
                on=today(),
                only_look=not is_sure,
                **typed,
            )
        except Invalid as wrong:
            for field, sentence in wrong.fields.items():
                form.add_error(field if field in form.fields else None, str(sentence))
        except (Conflict, Refused) as refusal:
            form.add_error(None, str(refusal))
        else:
            if not is_sure:
                return render(request, "cases/transfer_preview.html", {**shown, "done": done})
            drafting.end(request, place)
            say(request, _("The case goes on in another program, with all its history."))
            still = queries.can_see(actor=actor, case_id=case_id)
            return HttpResponseRedirect(shown["back"] if still else reverse("cases:list"))
    return render(request, "cases/transfer.html", shown, status=422 if form.is_bound else 200)
