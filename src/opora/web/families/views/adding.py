"""Somebody comes to the family of a case: a new person, or one who is known already."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from opora.access.rules import Actor
from opora.cases import actions
from opora.cases import queries as cases
from opora.common.dates import today
from opora.common.errors import NotFound
from opora.families import actions as people
from opora.families import queries
from opora.families.queries import FamilyOfCase, Match
from opora.families.words import doubts_about
from opora.web.families.forms import AdultForm, ChildForm, NewcomerForm, PersonForm
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page


@dataclass(frozen=True, slots=True)
class Known:
    """A match as the page tells of it: in this family, in a case the reader sees, or somewhere out of sight."""

    match: Match
    is_here: bool
    case_id: int | None
    may_join: bool


def add_adult(request: HttpRequest, case_id: int) -> HttpResponse:
    """A parent, guardian, relative or somebody else close to the family."""
    return _add(request, case_id, AdultForm, is_child=False)


def add_child(request: HttpRequest, case_id: int) -> HttpResponse:
    """A child, who from now on belongs to the case."""
    return _add(request, case_id, ChildForm, is_child=True)


@require_POST
def look_for_known(request: HttpRequest, case_id: int) -> HttpResponse:
    """While somebody is being entered: do we know this person? Names travel in the body, never in the address."""
    actor = actor_of(request)
    family = _changing(actor, case_id)
    form = NewcomerForm(request.POST)
    form.is_valid()
    person = request.POST.get("person", "")
    known = _known(
        actor, case_id, family, form, is_child="kind" in request.POST, but=int(person) if person.isdecimal() else None
    )
    context = {
        "known": known,
        "doubts": doubts_about(form.identity()),
        "form": form,
        "is_edited": bool(person),
        "case": {"pk": case_id},
    }
    return render(request, "families/_known.html", context)


def _add(request: HttpRequest, case_id: int, form_of: type[NewcomerForm], *, is_child: bool) -> HttpResponse:
    actor = actor_of(request)
    family = _changing(actor, case_id)
    newest = queries.newest_role(actor=actor, case_id=case_id)
    form = form_of(given(request), initial={"revision": newest})
    joining = request.POST.get("known", "")
    known: list[Known] = []
    if form.is_bound:
        form.is_valid()
        known = _known(actor, case_id, family, form, is_child=is_child)

    def is_somebody_new() -> bool:
        if known and form.is_valid() and not form.cleaned_data["is_different"]:
            form.add_error(None, _("It looks as if we know this person already. Look at the hint below."))
        return not form.errors

    def enter(typed: dict[str, Any]) -> None:
        if joining.isdecimal():
            _join(actor, case_id, form, int(joining), typed)
        else:
            _enter(actor, case_id, form, typed)

    return form_page(
        request,
        form,
        enter,
        template="families/add.html",
        done=_("The person now belongs to this family too.")
        if joining.isdecimal()
        else _("The person is in the family now."),
        back=reverse("families:people", args=[case_id]),
        context=lambda: {
            "case": cases.get_case(actor=actor, case_id=case_id),
            "known": known,
            "is_child": is_child,
        },
        places={"placement": "kind", "role": "role_in_family"},
        renew=lambda: queries.newest_role(actor=actor, case_id=case_id),
        is_right=None if joining.isdecimal() else is_somebody_new,
    )


def _enter(actor: Actor, case_id: int, form: NewcomerForm, typed: dict[str, Any]) -> None:
    identity = form.identity()
    actions.add_newcomer(
        actor=actor,
        case_id=case_id,
        role=form.role,
        identity=None if identity.cleaned().is_empty else identity,
        code=typed["code"] or None,
        sex=typed["sex"],
        from_on=typed["from_on"],
        placement=typed.get("kind", ""),
        placed_on=typed.get("placed_on"),
        is_expected=bool(typed.get("is_expected")),
        expected_in=typed.get("expected_in"),
        on=today(),
        seen_role_id=typed["revision"],
    )


def _join(actor: Actor, case_id: int, form: NewcomerForm, person_id: int, typed: dict[str, Any]) -> None:
    """The person who is known comes into the family; the role is asked for, the rest is known."""
    actions.add_known_person(
        actor=actor, case_id=case_id, person_id=person_id, role=form.role, from_on=typed["from_on"]
    )


def _changing(actor: Actor, case_id: int) -> FamilyOfCase:
    """The family of a case, for whoever may change it; for all others there is no such page."""
    family = queries.family_of_case(actor=actor, case_id=case_id, on=today())
    if not family.may_change:
        raise NotFound
    return family


def _known(
    actor: Actor, case_id: int, family: FamilyOfCase, form: PersonForm, *, is_child: bool, but: int | None = None
) -> list[Known]:
    """Who may be the person being entered; of those out of sight one word is enough, however many they are."""
    matches = people.recognize(actor=actor, identity=form.identity(), but=but, case_id=case_id)
    seen = cases.cases_of_family(
        actor=actor, family_ids=[family_id for match in matches if match.is_in_sight for family_id in match.family_ids]
    )
    known: list[Known] = []
    hidden: list[Known] = []
    for match in matches:
        is_here = family.family_id in match.family_ids
        case_ids = [case.pk for family_id in match.family_ids for case in seen.get(family_id, ())]
        may_join = match.is_in_sight and not is_here and match.is_child == is_child and but is None
        entry = Known(match, is_here, case_ids[0] if case_ids else None, may_join)
        (known if match.is_in_sight else hidden).append(entry)
    return known + hidden[:1]
