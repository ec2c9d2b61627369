"""A visit that is ahead: put off, cancelled, or nobody was at home."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.intake import actions
from opora.life import queries
from opora.web.life.forms.mending import PutOffForm, ReasonForm, WhyForm
from opora.web.life.views.sheet_pages import show, way_back
from opora.web.shell.asking import actor_of, given
from opora.web.shell.family_place import home_of, title_of
from opora.web.shell.form_page import form_page


def put_off(request: HttpRequest, visit_id: int) -> HttpResponse:
    """Another day or hour; the former one stays readable."""
    actor = actor_of(request)
    record = queries.record_to_mend(actor=actor, source="visit", pk=visit_id)
    return _ask(
        request,
        record,
        PutOffForm(given(request), initial={"to_on": record.now["on"], "at": record.now["at"]}),
        lambda typed: actions.put_off_visit(actor=actor, visit_id=visit_id, **typed, on=today()),
        heading=_("Put the visit off"),
        done=_("The visit is put off."),
        button=_("Put off"),
    )


def cancel(request: HttpRequest, visit_id: int) -> HttpResponse:
    """It will not take place; why stays readable."""
    actor = actor_of(request)
    return _ask(
        request,
        queries.record_to_mend(actor=actor, source="visit", pk=visit_id),
        ReasonForm(given(request)),
        lambda typed: actions.cancel_visit(actor=actor, visit_id=visit_id, **typed, on=today()),
        heading=_("Cancel the visit"),
        done=_("The visit is cancelled."),
        button=_("Cancel the visit"),
    )


def missed(request: HttpRequest, visit_id: int) -> HttpResponse:
    """One went, and nobody was there."""
    actor = actor_of(request)
    return _ask(
        request,
        queries.record_to_mend(actor=actor, source="visit", pk=visit_id),
        WhyForm(given(request)),
        lambda typed: actions.miss_visit(actor=actor, visit_id=visit_id, **typed, on=today()),
        heading=_("Nobody was at home"),
        done=_("Recorded: nobody was at home."),
        button=_("Record"),
    )


def _ask(
    request: HttpRequest,
    record: queries.Record,
    form: forms.Form,
    act: Callable[[dict[str, Any]], Any],
    *,
    heading: str,
    done: str,
    button: str,
) -> HttpResponse:
    back = way_back(request, home_of(record.place))
    return form_page(
        request,
        form,
        act,
        done=done,
        back=back,
        about={"route_id": record.place.route_id, "case_id": record.place.case_id},
        context={"heading": heading, "title": title_of(record.place), "button": button},
        show=lambda shown, status: show(request, "reason", shown, status),
    )
