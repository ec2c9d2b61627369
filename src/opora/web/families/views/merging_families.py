"""Two families that are one: found by a code, looked at side by side, brought together, and taken apart again."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.access.rules import Actor
from opora.cases import queries as cases
from opora.common.dates import today
from opora.common.errors import NotFound
from opora.families import actions, queries
from opora.web.families.forms import FamiliesForm, OtherFamilyForm
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.intentions import once


def find_same(request: HttpRequest, case_id: int) -> HttpResponse:
    """Which family is the same one: by the code of anybody in it."""
    actor = actor_of(request)
    around = _merging(actor, case_id)

    def find(typed: dict[str, Any]) -> int:
        return queries.other_family(actor=actor, code=typed["code"], but=around["case"].family_id)

    return form_page(
        request,
        OtherFamilyForm(given(request)),
        find,
        template="families/same_family.html",
        done=_("Look at both before you bring them together."),
        back=around["back"],
        to=lambda family_id: reverse("families:together_family", args=[case_id, family_id]),
        context=around,
    )


def bring_together(request: HttpRequest, case_id: int, family_id: int) -> HttpResponse:
    """Both families side by side; everybody and everything of the other one moves to the family of this case."""
    actor = actor_of(request)
    around = _merging(actor, case_id)
    both = actions.look_at_families(actor=actor, case_id=case_id, other_family_id=family_id, on=today())
    seen = cases.cases_of_family(actor=actor, family_ids=[family_id])
    return form_page(
        request,
        FamiliesForm(given(request)),
        lambda typed: actions.merge_families(
            actor=actor, case_id=case_id, other_family_id=family_id, reason=typed["reason"]
        ),
        template="families/together_family.html",
        done=_("The two families are one now. On this page they can be taken apart again."),
        back=around["back"],
        context=around | {"both": both, "their_cases": seen.get(family_id, [])},
    )


def take_apart(request: HttpRequest, case_id: int, union_id: int) -> HttpResponse:
    """Ask, then take the two families apart as they were; where that cannot be, say why."""
    actor = actor_of(request)
    around = _merging(actor, case_id)
    merges = queries.merges_of_family(around["case"].family_id)
    if not any(merge.pk == union_id for merge in merges):
        raise NotFound
    if request.method == "POST":
        return once(
            request,
            lambda: actions.part_families(actor=actor, case_id=case_id, merge_id=union_id),
            done=_("The two families stand apart again, as they were before."),
            to=around["back"],
        )
    asked = {
        "title": _("Take the two families apart?"),
        "text": _("The other family gets back everybody and everything that came from it."),
        "button": _("Take apart"),
        "action": request.path,
        "cancel_url": around["back"],
    }
    return render(request, "shell/confirm.html", around | asked)


def _merging(actor: Actor, case_id: int) -> dict[str, Any]:
    """What stands around, for whoever may bring families together; for all others there is no such page."""
    case = cases.get_case(actor=actor, case_id=case_id)
    if not queries.may_merge(actor=actor, case_id=case_id):
        raise NotFound
    return {"case": case, "back": reverse("families:people", args=[case_id])}
