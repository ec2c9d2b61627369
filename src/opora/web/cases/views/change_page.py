"""What every page that changes a case does: show the form, carry it out, keep what was typed when refused."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from opora.access.rules import Actor
from opora.cases import queries
from opora.cases.queries import CaseFile
from opora.common.errors import NotFound
from opora.families.queries import NamedFamily
from opora.web.cases.views.file import file_context
from opora.web.shell.asking import actor_of
from opora.web.shell.family_named import case_named
from opora.web.shell.form_page import form_page


def changing(request: HttpRequest, case_id: int, *, following_up: bool = False) -> tuple[Actor, CaseFile]:
    """The person and the case that he or she may change; for all others there is no such page."""
    actor = actor_of(request)
    found = queries.get_case_file(actor=actor, case_id=case_id)
    if not (found.may_follow_up if following_up else found.may_change):
        raise NotFound
    return actor, found


def family_context(found: CaseFile, known: NamedFamily) -> dict[str, Any]:
    """What the family and its children are called on this page."""
    called = known.called()
    return {
        "family_title": known.title(found.case.client_id),
        "children_called": [(child, called.get(child.pk, child.code)) for child in found.children],
    }


def change_page(
    request: HttpRequest,
    found: CaseFile,
    form: forms.Form,
    act: Callable[[dict[str, Any]], Any],
    *,
    template: str,
    done: str,
    back_to: str = "cases:file",
    places: dict[str, str] | None = None,
    **context: Any,
) -> HttpResponse:
    """Show a form about a case; on POST carry it out, say so and go on, or show it again with what is wrong."""
    actor, case_id, back = actor_of(request), found.case.pk, reverse(back_to, args=[found.case.pk])
    known = context.pop("known", None) or case_named(request, found.case)

    def renew() -> int:
        nonlocal found
        found = queries.get_case_file(actor=actor, case_id=case_id)
        return found.case.revision

    return form_page(
        request,
        form,
        act,
        template=template,
        done=done,
        back=back,
        # Whoever has just given a case away may see it no more.
        to=lambda _made: back if queries.can_see(actor=actor, case_id=case_id) else reverse("cases:list"),
        context=lambda: {**file_context(found), **family_context(found, known), **context},
        renew=renew,
        places=places,
    )
