"""Opening a case: first look whether the family is known, then open the case for it."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.access.rules import Actor, Role
from opora.cases import actions, queries
from opora.common.dates import today
from opora.common.planning import planned_once
from opora.families.actions import name_people
from opora.plans.queries.workload import open_tasks
from opora.process.queries.workload import Candidate, candidates
from opora.web.cases.forms.opening import FamilySearchForm, MembersForm, OpeningForm
from opora.web.cases.views.new_family import for_new_family
from opora.web.cases.views.on_the_path import asked_path, open_on_path
from opora.web.shell import search
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page


@planned_once()
def new_case(request: HttpRequest) -> HttpResponse:
    """A new case: for a family found by code or name, or for one that comes for the first time."""
    family = request.GET.get("family", "")
    if family == "new":
        return for_new_family(request, opening_form(request))
    route = asked_path(request)
    if not family and route is not None and route.family_id is not None:
        family = str(route.family_id)
    if family.isdecimal():
        return _for_known_family(request, int(family))
    return _find_family(request)


def opening_form(request: HttpRequest) -> OpeningForm:
    """The questions about the case itself, with what this person may choose."""
    actor = actor_of(request)
    departments = queries.departments_of(actor=actor, ability="case.open")

    @cache
    def programs() -> list[tuple[int, str]]:
        return queries.programs_of(department_ids=[pk for pk, _name in departments])

    def only_program() -> int | None:
        own = initial["department_id"]
        if own is None:
            return None
        here = programs() if len(departments) == 1 else queries.programs_of(department_ids=[own])
        return here[0][0] if len(here) == 1 else None

    initial: dict[str, Any] = {
        "department_id": _own_department(actor, [pk for pk, _name in departments]),
        "program_id": only_program,
        "on": today(),
    }
    if (route := asked_path(request)) is not None:
        initial |= {"department_id": route.department_id, "program_id": route.program_id}

    @cache
    def managers() -> list[Candidate]:
        return candidates(department_id=initial["department_id"], on=today())

    def likely() -> int | None:
        if any(one.user_id == actor.user_id for one in managers()):
            return actor.user_id
        return managers()[0].user_id if len(managers()) == 1 else None

    return OpeningForm(
        given(request),
        departments=departments,
        programs=programs,
        managers=managers,
        tasks=open_tasks,
        initial=initial | {"case_manager_id": likely},
    )


def _own_department(actor: Actor, offered: Sequence[int]) -> int | None:
    """The only department there is to choose, else the only one in which this person leads cases."""
    own = [place for role, place in actor.grants if role == Role.CASE_MANAGER and place in offered]
    chosen = own or offered
    return chosen[0] if len(chosen) == 1 else None


def _find_family(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        # The step of a path that opens the case stays named while the family is looked for.
        return search.to_address(request, keep=("route", "step"))
    form = FamilySearchForm(search.asked(request) or None)
    text = form.cleaned_data["q"].strip() if form.is_valid() else ""
    actor = actor_of(request)
    found = queries.find_families(actor=actor, text=text) if text else []
    return render(request, "cases/new.html", {"form": form, "text": text, "found": found})


def _for_known_family(request: HttpRequest, family_id: int) -> HttpResponse:
    actor = actor_of(request)
    family = queries.get_known_family(actor=actor, family_id=family_id)
    labels = name_people(actor=actor, family_id=family_id, on=today()).labels()
    adults = [(person.pk, labels.get(person.pk, person.code)) for person in family.adults]
    children = [(person.pk, labels.get(person.pk, person.code)) for person in family.children]
    members = MembersForm(
        given(request),
        adults=adults,
        children=children,
        initial={"client_id": adults[0][0] if adults else None, "child_ids": [pk for pk, _code in children]},
    )
    form = opening_form(request)

    def open_it(case: dict[str, Any]) -> Any:
        def plainly() -> Any:
            return actions.open_case(actor=actor, family_id=family_id, **members.cleaned_data, **case)

        return open_on_path(request, plainly, case["on"])

    return form_page(
        request,
        form,
        open_it,
        template="cases/new_known.html",
        done=lambda case: _("Case %(number)s is open.") % {"number": case.number},
        back=reverse("cases:new"),
        to=lambda case: reverse("cases:file", args=[case.pk]),
        context={"members": members, "family": family},
        is_right=members.is_valid,
        beside=(members,),
    )
