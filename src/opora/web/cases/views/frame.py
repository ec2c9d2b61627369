"""What every page that changes a case does: show the form, carry it out, keep what was typed when refused."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from opora.access.rules import Actor
from opora.cases import queries
from opora.cases.queries import CaseFile
from opora.common.errors import NotFound
from opora.web.cases.forms.fields import CaseForm
from opora.web.cases.views.file import file_context
from opora.web.shell.asking import actor_of
from opora.web.shell.forms import carry_out
from opora.web.shell.middleware import say

Form = TypeVar("Form", bound=CaseForm)


def changing(request: HttpRequest, case_id: int, *, following_up: bool = False) -> tuple[Actor, CaseFile]:
    """The person and the case that he or she may change; for all others there is no such page."""
    actor = actor_of(request)
    found = queries.get_case_file(actor=actor, case_id=case_id)
    if not (found.may_follow_up if following_up else found.may_change):
        raise NotFound
    return actor, found


def change_page(
    request: HttpRequest,
    found: CaseFile,
    form: Form,
    act: Callable[[dict[str, Any]], Any],
    *,
    template: str,
    done: str,
    back_to: str = "cases:file",
    places: dict[str, str] | None = None,
    **context: Any,
) -> HttpResponse:
    """Show a form about a case; on POST carry it out, say so and go on, or show it again with what is wrong."""
    case_id = found.case.pk
    if form.is_bound and carry_out(form, act, **(places or {})):
        say(request, done)
        # Whoever has just given a case away may see it no more.
        still = queries.can_see(actor=actor_of(request), case_id=case_id)
        return HttpResponseRedirect(reverse(back_to, args=[case_id]) if still else reverse("cases:list"))
    if form.is_bound and form.non_field_errors():
        # Somebody else may have changed the case: show it as it is now and let the next try count.
        found = queries.get_case_file(actor=actor_of(request), case_id=case_id)
        form.renew(found.case.revision)
    shown = {**file_context(found), "form": form, "back": reverse(back_to, args=[case_id]), **context}
    return render(request, template, shown, status=422 if form.is_bound else 200)
