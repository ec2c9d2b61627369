"""Departments, and the page that says who may do what."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from opora.access import queries
from opora.access.rules import ABILITIES, ROLES, Scope
from opora.common.errors import Invalid
from opora.programs import queries as programs
from opora.programs.actions import put_department
from opora.web.access.forms import DepartmentForm, add_errors
from opora.web.access.words import ABILITY_WORDS, ROLE_HINTS, SCOPE_WORDS, WITHOUT_REACH
from opora.web.shell.asking import actor_of, given
from opora.web.shell.middleware import say


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
    return _save(request, form, None) or render(
        request, "access/department.html", {"form": form}, status=422 if form.errors else 200
    )


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
    return _save(request, form, department_id) or render(
        request,
        "access/department.html",
        {"form": form, "department": department},
        status=422 if form.errors else 200,
    )


def _programs(request: HttpRequest) -> list[tuple[int, str]]:
    return [(program.pk, program.name) for program in programs.list_programs(actor=actor_of(request))]


def _save(request: HttpRequest, form: DepartmentForm, department_id: int | None) -> HttpResponse | None:
    """Save what was sent and go back to the list; None when the form has to be shown (again)."""
    if request.method != "POST" or not form.is_valid():
        return None
    given = dict(form.cleaned_data)
    try:
        put_department(actor=actor_of(request), department_id=department_id, program_ids=given.pop("programs"), **given)
    except Invalid as error:
        add_errors(form, error)
        return None
    say(request, _("The department is saved."))
    return HttpResponseRedirect(reverse("access:departments"))


def _reach(ability: str, reach: Scope) -> tuple[object, bool]:
    """The word for a cell, and whether it is a yes."""
    if ability in WITHOUT_REACH and reach is not Scope.NONE:
        return pgettext_lazy("ability", "yes"), True
    return SCOPE_WORDS[reach], reach is not Scope.NONE
