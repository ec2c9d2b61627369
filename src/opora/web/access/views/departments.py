"""Departments, and the page that says who may do what."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from opora.access import queries
from opora.access.rules import ABILITIES, ROLES, Scope
from opora.programs import queries as programs
from opora.programs.actions import put_department
from opora.web.access.ability_words import ABILITY_WORDS, ROLE_HINTS, SCOPE_WORDS, WITHOUT_REACH
from opora.web.access.forms import DepartmentForm, add_errors
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page


@require_GET
def roles(request: HttpRequest) -> HttpResponse:
    """Who may do what, drawn from the very table the doors ask."""
    labels = queries.role_labels()
    rows = [
        (ABILITY_WORDS[ability], [(labels[role], *_reach(ability, reach.get(role, Scope.NONE))) for role in ROLES])
        for ability, reach in ABILITIES.items()
    ]
    context = {
        "labels": [labels[role] for role in ROLES],
        "rows": rows,
        "hints": [(labels[role], ROLE_HINTS[role]) for role in ROLES],
    }
    return render(request, "access/roles.html", context)


@require_GET
def departments(request: HttpRequest) -> HttpResponse:
    """All departments with their case numbers and programs."""
    actor = actor_of(request)
    carried, names = programs.programs_by_department(actor=actor), dict(_programs(request))
    rows = [
        (department, [names[program] for program in carried.get(department.pk, []) if program in names])
        for department in queries.list_departments(actor=actor, with_unused=True)
    ]
    return render(request, "access/departments.html", {"rows": rows})


@require_http_methods(["GET", "POST"])
def add_department(request: HttpRequest) -> HttpResponse:
    """Open a department."""
    form = DepartmentForm(given(request), programs=_programs(request))
    del form.fields["is_active"]
    return _page(request, form, None)


@require_http_methods(["GET", "POST"])
def change_department(request: HttpRequest, department_id: int) -> HttpResponse:
    """Rename a department, change its numbers and programs, take it out of use."""
    actor = actor_of(request)
    department = queries.get_department(actor=actor, department_id=department_id)
    initial = {
        "name": department.name,
        "number_pattern": department.number_pattern,
        "programs": programs.programs_by_department(actor=actor).get(department_id, []),
        "is_active": department.is_active,
    }
    form = DepartmentForm(given(request), programs=_programs(request), initial=initial)
    return _page(request, form, department_id, department=department)


def _programs(request: HttpRequest) -> list[tuple[int, str]]:
    return [(program.pk, program.name) for program in programs.list_programs(actor=actor_of(request))]


def _page(request: HttpRequest, form: DepartmentForm, department_id: int | None, **context: Any) -> HttpResponse:
    """Ask for a department and keep what was sent."""

    def keep(typed: dict[str, Any]) -> None:
        kept = dict(typed)
        programs_of_it = kept.pop("programs")
        put_department(actor=actor_of(request), department_id=department_id, program_ids=programs_of_it, **kept)

    return form_page(
        request,
        form,
        keep,
        template="access/department.html",
        done=_("The department is saved."),
        back=reverse("access:departments"),
        context=context,
        tell=lambda refusal: add_errors(form, refusal),
    )


def _reach(ability: str, reach: Scope) -> tuple[object, bool]:
    """The word for a cell, and whether it is a yes."""
    if ability in WITHOUT_REACH and reach is not Scope.NONE:
        return pgettext_lazy("ability", "yes"), True
    return SCOPE_WORDS[reach], reach is not Scope.NONE
