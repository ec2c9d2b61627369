"""A new case for a family that comes for the first time: its people are entered along with the case."""

from collections.abc import Sequence
from typing import Any, TypeVar

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.access.rules import Actor
from opora.cases import actions
from opora.common.errors import Conflict, Invalid, Refused
from opora.families import queries as families
from opora.families.queries import Match
from opora.web.cases.forms.opening import (
    LEAST_CHILDREN,
    MOST_CHILDREN,
    CaregiverForm,
    ChildForm,
    DifferentPersonForm,
    OpeningForm,
    PersonForm,
)
from opora.web.cases.views.on_the_path import open_on_path
from opora.web.shell.middleware import say

Form = TypeVar("Form", bound=forms.Form)


def for_new_family(request: HttpRequest, form: OpeningForm) -> HttpResponse:
    """Ask for the case and the people, warn of people who look known, register and open in one step."""
    rows = _rows(request.POST)
    if request.method != "POST":
        return _page(request, form, CaregiverForm(prefix="caregiver"), _fresh(rows))
    if "add_child" in request.POST:
        caregiver = _kept(CaregiverForm, request.POST, "caregiver")
        children = [_kept(ChildForm, request.POST, f"child-{n}") for n in range(min(rows + 1, MOST_CHILDREN))]
        form.initial.update({name: request.POST.get(name) for name in form.fields})
        form.is_bound = False
        return _page(request, form, caregiver, children)
    caregiver = CaregiverForm(request.POST, prefix="caregiver")
    children = [ChildForm(request.POST, prefix=f"child-{n}") for n in range(rows)]
    valid = not [one for one in (form, caregiver, *children) if not one.is_valid()]
    born = [child for child in children if child.is_valid() and not child.is_blank]
    if valid and not born:
        children[0].add_error(None, _("Name at least one child: a case is opened for the sake of a child."))
        valid = False
    actor: Actor = request.actor  # type: ignore[attr-defined]
    matches = _look_alikes(actor, [caregiver, *born]) if valid else []
    word = DifferentPersonForm(request.POST)
    if matches and not (word.is_valid() and word.cleaned_data["is_different"]):
        return _page(request, form, caregiver, children, matches=matches, status=422)
    if valid and (case := _open(request, actor, form, caregiver, born)):
        say(request, _("Case %(number)s is open.") % {"number": case.number})
        return HttpResponseRedirect(reverse("cases:file", args=[case.pk]))
    return _page(request, form, caregiver, children, status=422)


def _open(
    request: HttpRequest, actor: Actor, form: OpeningForm, caregiver: CaregiverForm, born: Sequence[ChildForm]
) -> Any:
    """The new case, or nothing when it was refused: the reasons then stand in the forms."""

    def plainly() -> Any:
        return actions.open_case_for_new_family(
            actor=actor,
            caregiver=caregiver.newcomer(),
            children=[child.newcomer() for child in born],
            **form.cleaned_data,
        )

    try:
        return open_on_path(request, plainly, form.cleaned_data["on"])
    except (Conflict, Refused) as refusal:
        form.add_error(None, str(refusal))
    except Invalid as refusal:
        people: dict[str, PersonForm] = {"caregiver": caregiver}
        people |= {f"child-{n}": child for n, child in enumerate(born)}
        for place, sentence in refusal.fields.items():
            prefix, _dash, field = place.rpartition("-")
            to: forms.Form = people.get(prefix, form)
            to.add_error(field if field in to.fields else None, str(sentence))
    return None


def _look_alikes(actor: Actor, people: Sequence[PersonForm]) -> list[Match]:
    found: dict[int, Match] = {}
    for person in people:
        identity = person.identity()
        if not identity.is_empty:
            for match in families.suggest_duplicates(actor=actor, identity=identity):
                found.setdefault(match.person_id, match)
    return list(found.values())


def _rows(data: QueryDict) -> int:
    text = data.get("rows", "")
    return min(int(text), MOST_CHILDREN) if text.isdecimal() and int(text) else LEAST_CHILDREN


def _fresh(rows: int) -> list[ChildForm]:
    return [ChildForm(prefix=f"child-{n}") for n in range(rows)]


def _kept(kind: type[Form], data: QueryDict, prefix: str) -> Form:
    """A form that shows what was typed and does not judge it yet."""
    typed = {name: data.get(f"{prefix}-{name}") for name in kind.base_fields}
    return kind(prefix=prefix, initial={name: value for name, value in typed.items() if value is not None})


def _page(
    request: HttpRequest,
    form: OpeningForm,
    caregiver: CaregiverForm,
    children: Sequence[ChildForm],
    *,
    matches: Sequence[Match] = (),
    status: int = 200,
) -> HttpResponse:
    context = {
        "form": form,
        "caregiver": caregiver,
        "children": children,
        "rows": len(children),
        "may_add": len(children) < MOST_CHILDREN,
        "matches": matches,
        "word": DifferentPersonForm(),
    }
    return render(request, "cases/new_family.html", context, status=status)
