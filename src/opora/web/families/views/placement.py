"""Where a child lives and lived: a new change, a correction, a withdrawal; the trace of each stays."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.access.rules import Actor
from opora.cases.queries import get_case
from opora.common.dates import show_day, today
from opora.common.errors import NotFound
from opora.families import actions, queries
from opora.web.families.forms import HomesForm, PlacementForm
from opora.web.families.views.person import person_context
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.middleware import say


def record(request: HttpRequest, case_id: int, person_id: int) -> HttpResponse:
    """Record from which day a child lives where; below the form stands the whole history."""
    actor = actor_of(request)
    context = _placing(actor, case_id, person_id)
    form = PlacementForm(given(request))

    def save(typed: dict[str, Any]) -> None:
        actions.record_placement(
            actor=actor,
            child=queries.person_of_case(actor=actor, person_id=person_id, case_id=case_id),
            kind=typed["kind"],
            from_on=typed["from_on"],
            case_ids=[case_id],
            on=today(),
        )

    return form_page(
        request,
        form,
        save,
        template="families/placement.html",
        done=_("Recorded."),
        back=reverse("families:people", args=[case_id]),
        context=context,
    )


def record_all(request: HttpRequest, case_id: int) -> HttpResponse:
    """Record where all children of the family live, on one page: they often leave and come home together."""
    actor = actor_of(request)
    family = queries.family_of_case(actor=actor, case_id=case_id, on=today())
    if not family.may_place or not family.children:
        raise NotFound
    names = actions.name_people(actor=actor, family_id=family.family_id, case_id=case_id, on=today()).called()
    form = HomesForm(
        given(request),
        children=[(one.person_id, names.get(one.person_id, one.code)) for one in family.children],
        initial={f"home_{one.person_id}": one.placement.kind for one in family.children if one.placement},
    )

    def save(typed: dict[str, Any]) -> None:
        for person_id, kind in form.changed_homes().items():
            actions.record_placement(
                actor=actor,
                child=queries.person_of_case(actor=actor, person_id=person_id, case_id=case_id),
                kind=kind,
                from_on=typed["from_on"],
                case_ids=[case_id],
                on=today(),
            )

    back = reverse("families:people", args=[case_id])
    return form_page(
        request,
        form,
        save,
        template="families/homes.html",
        done=_("Recorded."),
        back=back,
        context={"case": get_case(actor=actor, case_id=case_id)},
    )


def withdraw(request: HttpRequest, case_id: int, person_id: int, placement_id: int) -> HttpResponse:
    """Ask, then take back an entry made by mistake."""
    actor = actor_of(request)
    context = _placing(actor, case_id, person_id)
    entries = {entry.id: entry for entry in context["card"].history.entries if entry.voided_on is None}
    if placement_id not in entries:
        raise NotFound
    if request.method == "POST":
        actions.withdraw_placement(actor=actor, placement_id=placement_id, case_ids=[case_id])
        say(request, _("The entry is withdrawn. It stays readable among the corrections."))
        return HttpResponseRedirect(reverse("families:placement", args=[case_id, person_id]))
    entry = entries[placement_id]
    asked = {
        "title": _("Withdraw the entry?"),
        "text": _("“%(kind)s” since %(day)s will no longer count. The entry stays readable among the corrections.")
        % {"kind": entry.label, "day": show_day(entry.from_on)},
        "button": _("Withdraw"),
        "action": request.path,
        "cancel_url": reverse("families:placement", args=[case_id, person_id]),
        "danger": True,
    }
    return render(request, "shell/confirm.html", context | asked)


def _placing(actor: Actor, case_id: int, person_id: int) -> dict[str, Any]:
    """The child, for whoever may record where it lives; for all others there is no such page."""
    card = queries.person_card(actor=actor, person_id=person_id, case_id=case_id, on=today())
    if not card.may_place:
        raise NotFound
    return person_context(actor, case_id, card)
