"""A group is begun and changed, its days are planned."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from opora.common.dates import today
from opora.common.errors import Conflict
from opora.groups import actions, policies, queries
from opora.web.groups.forms import GroupForm, SessionForm, SessionsForm, VoidGroupForm
from opora.web.groups.views.names import home_of
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.intentions import once
from opora.web.shell.middleware import say

_KEPT = ("title", "kind", "service_id", "from_on", "until_on", "place", "department_id", "program_id", "threshold")


def add(request: HttpRequest) -> HttpResponse:
    """One more group or event."""
    actor = actor_of(request)
    offer = queries.offer_for(actor=actor)
    initial: dict[str, Any] = {
        "from_on": today(),
        "threshold": settings.GROUP_THRESHOLD,
        "leader_ids": [actor.user_id],
        "department_id": offer.departments[0][0] if len(offer.departments) == 1 else None,
    }
    return form_page(
        request,
        GroupForm(given(request), offer=offer, initial=initial),
        lambda typed: actions.keep_group(actor=actor, **typed),
        template="groups/form.html",
        done=_("Begun. Now plan its days and put families on the list."),
        back=reverse("groups:list"),
        to=lambda made: home_of(made.pk),
        context={"heading": _("New group or event")},
    )


def change(request: HttpRequest, group_id: int) -> HttpResponse:
    """What it is is said otherwise."""
    actor = actor_of(request)
    group = _led(request, group_id)
    now = {name: getattr(group, name) for name in _KEPT}
    now["leader_ids"] = list(group.leaders.values_list("pk", flat=True))
    return form_page(
        request,
        GroupForm(given(request), offer=queries.offer_for(actor=actor), initial=now),
        lambda typed: actions.keep_group(actor=actor, group_id=group_id, **typed),
        template="groups/form.html",
        done=_("Changed."),
        back=home_of(group_id),
        context={"heading": _("Change the group"), "group": group},
    )


def plan(request: HttpRequest, group_id: int) -> HttpResponse:
    """One day or several."""
    actor = actor_of(request)
    group = _led(request, group_id)
    initial = {"on": max(today(), group.from_on), "times": 1, "minutes": 90}
    return form_page(
        request,
        SessionsForm(given(request), initial=initial),
        lambda typed: actions.plan_sessions(actor=actor, group_id=group_id, **typed),
        template="groups/form.html",
        done=_("Planned."),
        back=home_of(group_id),
        context={"heading": _("Plan meetings"), "group": group},
    )


def change_day(request: HttpRequest, session_id: int) -> HttpResponse:
    """Another day, hour or length."""
    actor = actor_of(request)
    session = queries.find_session(actor=actor, session_id=session_id)
    policies.check_may_lead(actor, session.group)
    now = {"on": session.on, "at": session.at, "minutes": session.minutes}
    return form_page(
        request,
        SessionForm(given(request), initial=now),
        lambda typed: actions.change_session(actor=actor, session_id=session_id, **typed),
        template="groups/form.html",
        done=_("Changed."),
        back=home_of(session.group_id),
        context={"heading": _("Change the meeting"), "group": session.group},
    )


@require_POST
def remove_day(request: HttpRequest, session_id: int) -> HttpResponse:
    """A meeting that will not be."""
    actor = actor_of(request)
    session = queries.find_session(actor=actor, session_id=session_id)
    try:
        actions.remove_session(actor=actor, session_id=session_id)
    except Conflict as refusal:
        say(request, refusal, good=False)
    else:
        say(request, _("Taken off the plan."))
    return HttpResponseRedirect(home_of(session.group_id))


def void(request: HttpRequest, group_id: int) -> HttpResponse:
    """A group made by mistake on which something is recorded already: voided, with a reason."""
    actor = actor_of(request)
    group = _led(request, group_id)
    return form_page(
        request,
        VoidGroupForm(given(request)),
        lambda typed: actions.void_group(actor=actor, group_id=group_id, reason=typed["reason"], on=today()),
        template="groups/form.html",
        done=_("Voided. Services of its meetings are taken back; it counts nowhere and stays readable."),
        back=home_of(group_id),
        context={"heading": _("Void the group"), "group": group},
    )


@require_POST
def remove(request: HttpRequest, group_id: int) -> HttpResponse:
    """A group made by mistake of which nothing is recorded yet."""
    try:
        return once(
            request,
            lambda: actions.remove_group(actor=actor_of(request), group_id=group_id),
            done=_("The group is taken away."),
            to=reverse("groups:list"),
        )
    except Conflict as refusal:
        say(request, refusal, good=False)
        return HttpResponseRedirect(home_of(group_id))


def _led(request: HttpRequest, group_id: int) -> Any:
    group = queries.find_group(actor=actor_of(request), group_id=group_id)
    policies.check_may_lead(actor_of(request), group)
    return group
