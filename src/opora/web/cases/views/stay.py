"""A family's stay in the centre: move in, extend, move out."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from opora.cases import actions, queries
from opora.common.errors import NotFound
from opora.web.cases.forms.changes import ExtendForm, MoveInForm, MoveOutForm
from opora.web.cases.views.change_page import change_page, changing
from opora.web.cases.views.file import file_context
from opora.web.shell.asking import actor_of, given


def show_stay(request: HttpRequest, case_id: int) -> HttpResponse:
    """Every stay of the family with its extensions."""
    actor = actor_of(request)
    found = queries.get_case_file(actor=actor, case_id=case_id, whole=True)
    if not found.has_stays:
        raise NotFound
    return render(request, "cases/stay.html", file_context(found))


def move_in(request: HttpRequest, case_id: int) -> HttpResponse:
    """Record that the family moved in."""
    actor, found = changing(request, case_id)
    if not found.has_stays:
        raise NotFound
    form = MoveInForm(given(request), initial={"revision": found.case.revision})
    return change_page(
        request,
        found,
        form,
        lambda typed: actions.start_stay(actor=actor, case_id=case_id, **typed),
        template="cases/move_in.html",
        done=_("The family lives in the centre now."),
        back_to="cases:stay",
    )


def extend(request: HttpRequest, case_id: int) -> HttpResponse:
    """Make the stay longer."""
    actor, found = changing(request, case_id)
    if not found.has_stays:
        raise NotFound
    form = ExtendForm(given(request), initial={"revision": found.case.revision})
    return change_page(
        request,
        found,
        form,
        lambda typed: actions.extend_stay(actor=actor, case_id=case_id, **typed),
        template="cases/extend.html",
        done=_("The stay has been extended."),
        back_to="cases:stay",
    )


def move_out(request: HttpRequest, case_id: int) -> HttpResponse:
    """Record that the family moved out."""
    actor, found = changing(request, case_id)
    if not found.has_stays:
        raise NotFound
    form = MoveOutForm(given(request), initial={"revision": found.case.revision})
    return change_page(
        request,
        found,
        form,
        lambda typed: actions.end_stay(actor=actor, case_id=case_id, **typed),
        template="cases/move_out.html",
        done=_("The family has moved out. The follow-up is planned."),
        back_to="cases:stay",
    )
