"""Somebody leaves a family, is put back into it, or a child who was expected is born."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.access.rules import Actor
from opora.cases import actions
from opora.cases import queries as cases
from opora.common.dates import today
from opora.common.errors import Conflict, NotFound
from opora.families import queries
from opora.families.actions import name_people
from opora.families.actions.leaving import reasons_to_leave
from opora.families.queries import PersonCard
from opora.families.rules import Ended
from opora.web.families.forms import BirthForm, LeaveForm
from opora.web.families.views.person import person_context
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.intentions import once


def leave(request: HttpRequest, case_id: int, person_id: int) -> HttpResponse:
    """Moved away, died, was not born, or was entered by mistake; what was recorded stays, and there is a way back."""
    actor = actor_of(request)
    card = _changing(actor, case_id, person_id)
    if card.line.current is None:
        raise Conflict(_("The person belongs to the family no longer. Look at the family as it is now."))
    form = LeaveForm(given(request), reasons=reasons_to_leave(card.line.belongs))

    def save(typed: dict[str, Any]) -> None:
        actions.leave_family(
            actor=actor, case_id=case_id, person_id=person_id, why=typed["why"], day=typed["day"], on=today()
        )

    return form_page(
        request,
        form,
        save,
        template="families/leave.html",
        done=_("Saved. If it was a mistake, the person can be put back."),
        back=reverse("families:people", args=[case_id]),
        context=lambda: person_context(actor, case_id, card),
    )


def put_back(request: HttpRequest, case_id: int, person_id: int) -> HttpResponse:
    """Ask, then let the role hold again that was ended by mistake."""
    actor = actor_of(request)
    card = _changing(actor, case_id, person_id)
    line = card.line
    if line.current is not None or line.memberships[-1].ended == Ended.GROWN:
        raise Conflict(_("Nothing is to be taken back here. Look at the family as it is now."))
    back = reverse("families:people", args=[case_id])
    if request.method == "POST":
        return once(
            request,
            lambda: actions.return_to_family(actor=actor, case_id=case_id, person_id=person_id),
            done=_("The person belongs to the family again."),
            to=back,
        )
    asked = {
        "title": _("Put %(code)s back into the family?") % {"code": line.code},
        "text": _("The role of before (%(role)s) holds again, as if it had never ended.")
        % {"role": line.memberships[-1].label},
        "button": _("Put back"),
        "action": request.path,
        "cancel_url": back,
    }
    return render(request, "shell/confirm.html", person_context(actor, case_id, card) | asked)


def born(request: HttpRequest, case_id: int, person_id: int) -> HttpResponse:
    """The child who was expected is born."""
    actor = actor_of(request)
    card = _changing(actor, case_id, person_id)
    if not card.line.is_expected:
        raise Conflict(_("This child is not expected any more. Look at the family as it is now."))
    initial = {"kind": "own_family", "sex": card.line.sex, "surname": _surname(actor, case_id)}
    form = BirthForm(given(request), initial=initial)

    def save(typed: dict[str, Any]) -> None:
        actions.record_birth(
            actor=actor,
            case_id=case_id,
            person_id=person_id,
            identity=form.identity(),
            born=typed["birth_date"],
            sex=typed["sex"],
            placement=typed["kind"],
            on=today(),
        )

    return form_page(
        request,
        form,
        save,
        template="families/born.html",
        done=_("The child is in the family now."),
        back=reverse("families:people", args=[case_id]),
        context=lambda: person_context(actor, case_id, card),
        places={"placement": "kind", "placed_on": "birth_date"},
    )


def _surname(actor: Actor, case_id: int) -> str:
    """The surname of the family's first adult, offered to the newborn by whoever may read it."""
    family_id = cases.get_case(actor=actor, case_id=case_id).family_id
    family = name_people(actor=actor, family_id=family_id, case_id=case_id, on=today())
    return next((one.identity.surname for one in family.adults if one.identity and one.identity.surname), "")


def _changing(actor: Actor, case_id: int, person_id: int) -> PersonCard:
    """The person, for whoever may change the family; for all others there is no such page."""
    card = queries.person_card(actor=actor, person_id=person_id, case_id=case_id, on=today())
    if not card.may_change:
        raise NotFound
    return card
