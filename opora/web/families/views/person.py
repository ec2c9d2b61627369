"""One person of a case's family: who it is, the roles, a change of either."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.access.rules import Actor
from opora.cases import queries as cases
from opora.common.dates import today
from opora.common.errors import NotFound, Refused
from opora.families import actions, queries
from opora.families.queries import PersonCard
from opora.families.rules import Identity, age_on
from opora.families.words import KIND_LABELS, SEX_LABELS
from opora.web.families.forms import LEFT, EditForm, RoleForm
from opora.web.families.views.people import KIND_ICONS
from opora.web.shell.forms import carry_out
from opora.web.shell.middleware import say


def show_person(request: HttpRequest, case_id: int, person_id: int) -> HttpResponse:
    """Everything known of a person. Looking is a line in the journal."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    context = person_context(actor, case_id, person_id)
    card: PersonCard = context["card"]
    try:
        identity = actions.open_identity(actor=actor, person_id=person_id, case_id=case_id)
        context |= {"identity": identity, "age": _age(identity)}
    except Refused as refusal:
        context["refusal"] = str(refusal)
    context["sex"] = SEX_LABELS[card.line.sex] if card.line.sex else ""
    return render(request, "families/person.html", context)


def edit_person(request: HttpRequest, case_id: int, person_id: int) -> HttpResponse:
    """Change what is known of a person; somebody else's change in between is shown beside what was typed."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    context = _changing(actor, case_id, person_id)
    person = queries.person_of_case(actor=actor, person_id=person_id, case_id=case_id)
    if request.method != "POST":
        identity = actions.open_identity(actor=actor, person_id=person_id, case_id=case_id)
        form = EditForm(initial={**EditForm.initial_of(identity, person.sex), "revision": person.revision})
        return render(request, "families/edit.html", context | {"form": form})
    form = EditForm(request.POST)

    def save(typed: dict[str, Any]) -> None:
        actions.update_identity(
            actor=actor,
            person=person,
            identity=form.identity(),
            sex=typed["sex"],
            case_id=case_id,
            base_revision=typed["revision"],
            on=today(),
        )

    if carry_out(form, save):
        say(request, _("Saved."))
        return HttpResponseRedirect(reverse("families:person", args=[case_id, person_id]))
    if form.non_field_errors():
        context["saved"] = actions.open_identity(actor=actor, person_id=person_id, case_id=case_id)
        form.renew(queries.person_of_case(actor=actor, person_id=person_id, case_id=case_id).revision)
    return render(request, "families/edit.html", context | {"form": form}, status=422)


def change_role(request: HttpRequest, case_id: int, person_id: int) -> HttpResponse:
    """Another role in the family, or none, from a day on."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    context = _changing(actor, case_id, person_id)
    line = context["card"].line
    form = RoleForm(
        request.POST if request.method == "POST" else None,
        is_child=line.is_child,
        present=line.current.role if line.current else "",
    )

    def save(typed: dict[str, Any]) -> None:
        role = None if typed["role"] == LEFT else typed["role"]
        actions.change_role(actor=actor, case_id=case_id, person_id=person_id, role=role, on=typed["on"])

    if form.is_bound and carry_out(form, save, from_on="on"):
        say(request, _("Saved."))
        return HttpResponseRedirect(reverse("families:person", args=[case_id, person_id]))
    status = 422 if form.is_bound else 200
    return render(request, "families/role.html", context | {"form": form}, status=status)


def person_context(actor: Actor, case_id: int, person_id: int) -> dict[str, Any]:
    """What every page about one person shows: the case, the code, the roles, where a child lives."""
    card = queries.person_card(actor=actor, person_id=person_id, case_id=case_id, on=today())
    return {
        "case": cases.get_case(actor=actor, case_id=case_id),
        "card": card,
        "periods": [
            {"period": period, "label": KIND_LABELS[period.kind], "icon": KIND_ICONS[period.kind]}
            for period in reversed(card.history.periods if card.history else ())
        ],
        "placed": KIND_LABELS[card.line.placement.kind] if card.line.placement else "",
        "back": reverse("families:person", args=[case_id, person_id]),
    }


def _changing(actor: Actor, case_id: int, person_id: int) -> dict[str, Any]:
    """The same for whoever may change the family; for all others there is no such page."""
    context = person_context(actor, case_id, person_id)
    if not context["card"].may_change:
        raise NotFound
    return context


def _age(identity: Identity) -> Any:
    return age_on(identity.birth_date, today()) if identity.birth_date else None
