"""Who waits for a place: the list over all families, and the forms of one family."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from opora.access.rules import Actor
from opora.common.dates import today
from opora.families.actions import call_families, name_people
from opora.process.queries import Place, place_of_record, recordable
from opora.stays import actions, queries
from opora.stays.queries import WaitLine
from opora.web.shell import sheets
from opora.web.shell.asking import actor_of, given
from opora.web.shell.family_place import address_in, home_of, place_keys, title_of
from opora.web.shell.form_page import form_page
from opora.web.shell.paging import page_asked, page_by_number
from opora.web.stays.forms.waiting import AnswerForm, WaitFilterForm, WaitForm

PAGE = 50


@require_GET
def show_list(request: HttpRequest) -> HttpResponse:
    """Everybody who waits, the most urgent first, and what came of it for those of the last weeks."""
    actor, on = actor_of(request), today()
    centres = [(one.pk, one.name) for one in queries.list_shelters(actor=actor) if one.closed_on is None]
    form = WaitFilterForm(request.GET or None, urgencies=queries.urgencies_offered(), shelters=centres)
    filters = form.filters()
    if sheets.is_asked(request):
        # Unless somebody asks for one of both, the workbook holds those who wait and, below them, what came of others.
        asked = (filters,) if filters.answered else (filters, replace(filters, answered=True))
        rows = [
            line
            for one in asked
            for line in queries.waiting_page(actor=actor, filters=one, on=on, limit=sheets.MOST + 1).lines
        ]
        return sheets.answer(request, name="waiting", title=_("Who waits for a place"), columns=_columns(), rows=rows)
    number = page_asked(request)
    found = queries.waiting_page(actor=actor, filters=filters, on=on, skip=(number - 1) * PAGE, limit=PAGE + 1)
    context = {
        "form": form,
        "found": found,
        "lines": found.lines[:PAGE],
        "names": names_of(actor, found.lines[:PAGE]),
        "pager": page_by_number(request, number=number, has_next=len(found.lines) > PAGE),
        "is_filtered": form.is_bound and any(form.cleaned_data.values()),
    }
    return render(request, "stays/waiting.html", context)


def names_of(actor: Actor, lines: Iterable[WaitLine]) -> dict[int, str]:
    """What the families are called, for whoever may know them; each look is in the journal."""
    known = {one.family_id for one in lines if one.is_seen and one.family_id is not None}
    return call_families(actor=actor, family_ids=known)


def _columns() -> list[sheets.Column]:
    return [
        sheets.Column(_("Code"), lambda row: row.code or _("Path %(n)s") % {"n": row.route_id}),
        sheets.Column(_("For which centre"), lambda row: row.shelter),
        sheets.Column(_("How urgent"), lambda row: row.waiting.get_urgency_display()),
        sheets.Column(_("People"), lambda row: row.waiting.people, "count"),
        sheets.Column(_("Waits since"), lambda row: row.waiting.since_on, "day"),
        sheets.Column(_("Days"), lambda row: row.days, "count"),
        sheets.Column(_("Department"), lambda row: row.department),
        sheets.Column(_("Put on the list by"), lambda row: row.put_by),
        sheets.Column(_("What came of it"), lambda row: row.waiting.get_answer_display()),
        sheets.Column(_("Waits no more since"), lambda row: row.waiting.answered_on, "day"),
    ]


def wait(request: HttpRequest, case_id: int | None = None, route_id: int | None = None) -> HttpResponse:
    """The family is put on the list."""
    actor = actor_of(request)
    place = recordable(actor=actor, route_id=route_id, case_id=case_id)
    named = name_people(actor=actor, family_id=place.family_id, case_id=place.case_id, on=today())
    people = len(named.adults) + len(named.children)
    form = _form(request, actor, initial={"people": people or None})
    return _page(
        request,
        form,
        lambda typed: actions.wait_for_place(
            actor=actor, route_id=route_id, case_id=case_id, asked=form.asked(), on=typed["on"]
        ),
        place=place,
        question=_("The family waits for a place"),
        button=_("Put on the list"),
        done=_("The family is on the list of those who wait."),
    )


def change(request: HttpRequest, waiting_id: int) -> HttpResponse:
    """It became more urgent, or another centre will do."""
    actor = actor_of(request)
    waiting = queries.waiting_in_sight(actor=actor, waiting_id=waiting_id)
    place = _recordable(actor, waiting)
    now = {
        "urgency": waiting.urgency,
        "people": waiting.people,
        "shelter_id": waiting.shelter_id,
        "note": waiting.note_text,
    }
    form = _form(request, actor, asks_day=False, initial=now)
    return _page(
        request,
        form,
        lambda _typed: actions.change_waiting(actor=actor, waiting_id=waiting_id, asked=form.asked(), on=today()),
        place=place,
        question=_("What the family waits for"),
        button=_("Save"),
        done=_("Saved."),
    )


def answer(request: HttpRequest, waiting_id: int) -> HttpResponse:
    """The family waits no more."""
    actor = actor_of(request)
    waiting = queries.waiting_in_sight(actor=actor, waiting_id=waiting_id)
    return _page(
        request,
        AnswerForm(given(request), answers=queries.answers_offered()),
        lambda typed: actions.answer_waiting(
            actor=actor, waiting_id=waiting_id, answer=typed["answer"], on=typed["on"]
        ),
        place=_recordable(actor, waiting),
        question=_("The family waits no more"),
        button=_("Save"),
        done=_("The family waits no more."),
        help_text=_("When the family moves in, it leaves the list by itself."),
    )


def _recordable(actor: Actor, waiting: Any) -> Place:
    place = place_of_record(actor=actor, record=waiting)
    return recordable(actor=actor, route_id=place.route_id, case_id=place.case_id)


def _form(request: HttpRequest, actor: Actor, **more: Any) -> WaitForm:
    open_places = [(one.pk, one.name) for one in queries.list_shelters(actor=actor) if one.closed_on is None]
    return WaitForm(given(request), urgencies=queries.urgencies_offered(), shelters=open_places, **more)


def _page(
    request: HttpRequest,
    form: Any,
    act: Any,
    *,
    place: Place,
    question: object,
    button: object,
    done: object,
    help_text: object = "",
) -> HttpResponse:
    return form_page(
        request,
        form,
        act,
        template="stays/wait_form.html",
        done=done,
        back=address_in("stays", "", place),
        about=place_keys(place),
        context={
            "question": question,
            "button": button,
            "before": help_text,
            "home": home_of(place),
            "stay": address_in("stays", "", place),
            "title": title_of(place),
        },
    )
