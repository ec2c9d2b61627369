"""Departments, and the page that says who may do what."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from opora.access import actions, queries
from opora.access.rules import ABILITIES, ROLES, Scope
from opora.common.errors import Invalid
from opora.web.access.forms import DepartmentForm, add_errors
from opora.web.access.views.common import actor_of
from opora.web.access.words import ABILITY_WORDS, ROLE_HINTS, SCOPE_WORDS, WITHOUT_REACH
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
    """All departments with their case numbers."""
    found = queries.list_departments(actor=actor_of(request), with_unused=True)
    return render(request, "access/departments.html", {"departments": found})


@require_http_methods(["GET", "POST"])
def add_department(request: HttpRequest) -> HttpResponse:
    """Open a department."""
    form = DepartmentForm(request.POST or None)
    del form.fields["is_active"]
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_department(
                actor=actor_of(request),
                name=form.cleaned_data["name"],
                number_pattern=form.cleaned_data["number_pattern"],
            )
        except Invalid as error:
            add_errors(form, error)
        else:
            say(request, _("The department is added."))
            return HttpResponseRedirect(reverse("access:departments"))
    return render(request, "access/department.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def change_department(request: HttpRequest, department_id: int) -> HttpResponse:
    """Rename a department, change its numbers, take it out of use."""
    department = queries.get_department(actor=actor_of(request), department_id=department_id)
    form = DepartmentForm(
        request.POST or None,
        initial={
            "name": department.name,
            "number_pattern": department.number_pattern,
            "is_active": department.is_active,
        },
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_department(actor=actor_of(request), department_id=department_id, **form.cleaned_data)
        except Invalid as error:
            add_errors(form, error)
        else:
            say(request, _("The department is saved."))
            return HttpResponseRedirect(reverse("access:departments"))
    context = {"form": form, "department": department}
    return render(request, "access/department.html", context, status=422 if form.errors else 200)


def _reach(ability: str, reach: Scope) -> tuple[object, bool]:
    """The word for a cell, and whether it is a yes."""
    if ability in WITHOUT_REACH and reach is not Scope.NONE:
        return pgettext_lazy("ability", "yes"), True
    return SCOPE_WORDS[reach], reach is not Scope.NONE
