"""A case of the own for somebody who grew up in a family we work with: the same person, nothing entered twice."""

from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.cases import actions, queries
from opora.common.dates import today
from opora.common.errors import NotFound
from opora.families import actions as people_actions
from opora.families import queries as families
from opora.families.queries import Known
from opora.web.cases.forms.opening import GrownForm
from opora.web.cases.views.new import opening_form
from opora.web.cases.views.new_people import Told, people_of
from opora.web.shell.asking import actor_of
from opora.web.shell.form_page import form_page
from opora.web.shell.middleware import say


def open_own(request: HttpRequest, case_id: int, person_id: int) -> HttpResponse:
    """Say what will happen, ask for the children and the case, and open it."""
    actor = actor_of(request)
    former = queries.get_case(actor=actor, case_id=case_id)
    card = families.person_card(actor=actor, person_id=person_id, case_id=case_id, on=today())
    if not card.may_change or not card.line.was_child:
        raise NotFound
    if card.line.has_own_family and request.method != "POST":
        # Whoever comes back to this page after it was done is told at once and not after filling it in again.
        say(request, _("%(code)s has a family of the own already.") % {"code": card.line.code}, good=False)
        return HttpResponseRedirect(reverse("families:person", args=[case_id, person_id]))
    family = people_actions.name_people(actor=actor, family_id=former.family_id, case_id=case_id, on=today())
    person = family.by_id()[person_id]
    form = opening_form(request)
    told = Told(surname=person.identity.surname if person.identity else "", children=1)
    adult = partial(GrownForm, own_children=_own_children(family, person), sex=person.sex)
    people = people_of(request, told if request.method != "POST" else None, adult=adult, least=1)
    if people.is_growing:
        form.initial.update({name: request.POST.get(name) for name in form.fields})
        form.is_bound = False

    def open_it(case: dict[str, Any]) -> Any:
        return actions.open_case_of_own_family(
            actor=actor,
            former_case_id=case_id,
            person_id=person_id,
            role=people.caregiver.role,
            child_ids=people.caregiver.brought,
            children=[child.newcomer() for child in people.born],
            **case,
        )

    return form_page(
        request,
        form,
        open_it,
        template="cases/own_family.html",
        done=lambda case: _("Case %(number)s is open.") % {"number": case.number},
        back=reverse("families:people", args=[case_id]),
        to=lambda case: reverse("cases:file", args=[case.pk]),
        context={"people": people, "person": person, "former": former},
        is_right=lambda: people.are_right(actor),
        is_long=True,
        beside=(people.caregiver, *people.children),
        tell=lambda refusal: people.tell(refusal, form),
    )


def _own_children(family: families.NamedFamily, parent: Known) -> list[tuple[int, str]]:
    """Who of the former family may be the person's own child: its children, born or expected."""
    return [
        (one.person_id, one.label) for one in (*family.children, *family.expected) if one.person_id != parent.person_id
    ]
