"""A meeting about a family: who else was invited, what was agreed, and the tasks that come of it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.families.actions import name_people
from opora.families.sealing import opened
from opora.groups import actions, queries
from opora.plans.queries import accountable_choices
from opora.process.queries import place_of_record
from opora.web.groups.forms import AgreeForm, GuestForm, TaskForm
from opora.web.groups.views.names import families_called, home_of, key_of, place_of_key
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import asked_back, form_page


def guest(request: HttpRequest, session_id: int) -> HttpResponse:
    """Somebody around the family was invited."""
    return _page(request, session_id, GuestForm, actions.keep_guest, "guest", heading=_("Who else was invited"))


def agree(request: HttpRequest, session_id: int) -> HttpResponse:
    """What was agreed about a family."""
    return _page(request, session_id, AgreeForm, actions.agree, "agreement", heading=_("What was agreed"))


def _written(request: HttpRequest, source: str, pk: int) -> str:
    """The word with a way to take it back at once."""
    messages.success(request, _("Written down."), extra_tags=f"undo:{reverse('life:undo', args=[source, pk])}")
    return ""


def _page(request: HttpRequest, session_id: int, kind: Any, act: Any, source: str, *, heading: str) -> HttpResponse:
    actor = actor_of(request)
    session = queries.find_session(actor=actor, session_id=session_id)
    found = queries.group_page(actor=actor, group=session.group)
    seen = {key_of(one) for one in found.roster if one.is_seen}
    return form_page(
        request,
        kind(
            given(request),
            families=[one for one in families_called(request, found) if one[0] in seen] or [("", _("none of yours"))],
        ),
        lambda typed: act(actor=actor, session_id=session_id, on=today(), **place_of_key(typed.pop("about")), **typed),
        template="groups/form.html",
        done=lambda made: _written(request, source, made.pk),
        back=home_of(session.group_id),
        context={"heading": heading, "group": session.group},
    )


def change_guest(request: HttpRequest, guest_id: int) -> HttpResponse:
    """Who was invited is said otherwise, or came after all."""
    actor = actor_of(request)
    one = queries.guest_in_sight(actor=actor, guest_id=guest_id)
    form = GuestForm(given(request), initial={"words": opened(one, "words"), "has_come": one.has_come})
    return _mended(
        request,
        form,
        lambda typed: actions.correct_guest(actor=actor, guest_id=guest_id, on=today(), **typed),
        record=one,
        void_url=reverse("life:void", args=["guest", guest_id]),
        heading=_("Correct: who was invited"),
    )


def change_agreed(request: HttpRequest, commitment_id: int) -> HttpResponse:
    """What was agreed is put into other words."""
    actor = actor_of(request)
    made = queries.commitment_in_sight(actor=actor, commitment_id=commitment_id)
    return _mended(
        request,
        AgreeForm(given(request), initial={"text": opened(made, "text")}),
        lambda typed: actions.correct_agreement(actor=actor, commitment_id=commitment_id, on=today(), **typed),
        record=made,
        void_url=reverse("life:void", args=["agreement", commitment_id]) if made.task_id is None else "",
        heading=_("Correct: what was agreed"),
    )


def _mended(request: HttpRequest, form: Any, act: Any, *, record: Any, heading: str, void_url: str) -> HttpResponse:
    home = home_of(record.session.group_id)
    void_url = f"{void_url}?{urlencode({'back': asked_back(request) or home})}" if void_url else ""
    return form_page(
        request,
        form,
        act,
        template="groups/form.html",
        done=_("Corrected. The former words stay readable."),
        back=home,
        context={"heading": heading, "group": record.session.group, "void_url": void_url},
        about={"route_id": record.route_id, "case_id": record.case_id},
    )


def make_task(request: HttpRequest, commitment_id: int) -> HttpResponse:
    """What was agreed becomes a task of the family's plan."""
    actor = actor_of(request)
    made = queries.commitment_in_sight(actor=actor, commitment_id=commitment_id)
    place = place_of_record(actor=actor, record=made)
    family = name_people(actor=actor, family_id=place.family_id, case_id=place.case_id, on=today())
    answers: Any = []
    if place.route_id is not None:
        answers = accountable_choices(actor=actor, route_id=place.route_id, names=family.labels())
    return form_page(
        request,
        TaskForm(given(request), answers=answers, initial={"title": opened(made, "text")[:500]}),
        lambda typed: actions.make_task(actor=actor, commitment_id=commitment_id, on=today(), **typed),
        template="groups/form.html",
        done=_("It stands in the plan of the family."),
        back=home_of(made.session.group_id),
        context={"heading": _("A task of the plan"), "group": made.session.group},
        about={"route_id": place.route_id, "case_id": place.case_id},
    )
