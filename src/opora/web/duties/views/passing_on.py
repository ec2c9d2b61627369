"""Passing work on: choose to whom, look at who gets what, do it."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from opora.access.rules import Actor
from opora.common.dates import today
from opora.common.errors import Conflict, Invalid, Refused
from opora.duties import actions, queries
from opora.duties.actions import Passed
from opora.duties.queries import Group, Receiver
from opora.web.duties.forms import PassOnForm
from opora.web.shell import drafting
from opora.web.shell.asking import actor_of, given
from opora.web.shell.colleagues import looked_up
from opora.web.shell.middleware import say


@require_http_methods(["GET", "POST"])
def pass_on(request: HttpRequest, user_id: int) -> HttpResponse:
    """The form; with it first a look at what would happen, then the deed."""
    actor = actor_of(request)
    groups = [one for one in queries.work_of(actor=actor, user_id=user_id) if one.may_go and one.items]
    sent = given(request)
    each = (sent or request.GET).get("each") == "1"
    receivers = _receivers(groups, user_id, each)
    form = PassOnForm(sent, groups=groups, receivers=receivers, each=each)
    back = reverse("duties:work", args=[user_id])
    shown = {
        "user_id": user_id,
        "name": queries.name_of(user_id=user_id),
        "groups": groups,
        "form": form,
        "each": each,
        "is_too_much": not each and not receivers[""],
        "back": back,
        "keeps_draft": True,
    }
    if (found := looked_up(request, form)) is not None:
        return found
    place = drafting.place_of(request)
    if drafting.is_drafting(request):
        return drafting.answer_draft(request, place)
    if not form.is_bound and (begun := drafting.begun_on(request, place)) is not None:
        drafting.restore(form, begun)
    if form.is_bound and form.is_valid():
        is_sure = request.POST.get("step") == "do"
        try:
            passed = _pass_on(actor, user_id, form, is_sure)
        except Invalid as wrong:
            for field, sentence in wrong.fields.items():
                form.add_error(field if field in form.fields else "to" if "to" in form.fields else None, str(sentence))
        except (Conflict, Refused) as refusal:
            form.add_error(None, str(refusal))
        else:
            if is_sure:
                drafting.end(request, place)
                is_ahead = form.cleaned_data["on"] > today()
                say(request, _("Kept: the work goes over on its day.") if is_ahead else _("The work is passed on."))
                return HttpResponseRedirect(back)
            stays = [one for one in groups if one.kind not in {done.kind for done in passed}]
            shown |= {"passed": passed, "stays": stays, "is_ahead": form.cleaned_data["on"] > today()}
            return render(request, "duties/preview.html", shown)
    return render(request, "duties/pass_on.html", shown, status=422 if form.is_bound else 200)


@require_POST
def call_off(request: HttpRequest, user_id: int) -> HttpResponse:
    """What was planned for a coming day does not happen."""
    try:
        actions.call_off_pass_on(actor=actor_of(request), user_id=user_id, on=today())
    except (Conflict, Refused) as refusal:
        say(request, refusal, good=False)
    else:
        say(request, _("Called off. The work stays where it is."))
    return HttpResponseRedirect(reverse("duties:work", args=[user_id]))


def _pass_on(actor: Actor, user_id: int, form: PassOnForm, is_sure: bool) -> list[Passed]:
    """The look at who gets what, or the deed: at once, or kept for its day."""
    reason, from_on = form.cleaned_data["reason"], form.cleaned_data["on"]
    if is_sure and from_on > today():
        actions.plan_pass_on(
            actor=actor, user_id=user_id, receivers=form.receivers(), reason=reason, from_on=from_on, on=today()
        )
        return []
    return actions.pass_on(
        actor=actor,
        user_id=user_id,
        receivers=form.receivers_now(),
        reason=reason,
        only_look=not is_sure,
        on=today(),
    )


def _receivers(groups: list[Group], user_id: int, each: bool) -> dict[str, list[Receiver]]:
    on = today()
    if each:
        return {one.kind: queries.receivers_for(items=one.items, besides=user_id, on=on) for one in groups}
    everything = [item for one in groups for item in one.items]
    return {"": queries.receivers_for(items=everything, besides=user_id, on=on, whole=True)}
