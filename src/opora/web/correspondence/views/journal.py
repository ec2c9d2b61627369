"""The journal of letters out and in, and one letter."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.correspondence import actions, policies, queries
from opora.correspondence.queries import LetterFilters
from opora.families.actions import name_people
from opora.process.queries import may_record
from opora.web.correspondence.forms.letters import LetterFilterForm
from opora.web.correspondence.views.family import address_of, crumbs
from opora.web.correspondence.views.files import answer_with
from opora.web.shell import sheets
from opora.web.shell.asking import actor_of, speaks_of
from opora.web.shell.family_place import called_at_home
from opora.web.shell.paging import page_asked, page_by_number


def list_letters(request: HttpRequest) -> HttpResponse:
    """Letters out and in as far as this person sees, the newest first."""
    actor, on = actor_of(request), today()
    form = LetterFilterForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    filters = LetterFilters(**{name: asked.get(name) or getattr(LetterFilters(), name) for name in form.fields})
    if sheets.is_asked(request):
        rows, _more = queries.letters(actor=actor, filters=filters, on=on, limit=sheets.MOST + 1)
        return sheets.answer(request, name="letters", title=_("Journal of letters"), columns=_columns(), rows=rows)
    number = page_asked(request)
    lines, has_more = queries.letters(actor=actor, filters=filters, on=on, number=number)
    context = {
        "form": form,
        "lines": [(line, line.is_late(on)) for line in lines],
        "pager": page_by_number(request, number=number, has_next=has_more),
        "is_filtered": any(asked.values()),
        "may_keep": policies.may_keep(actor),
        "today": on,
    }
    return render(request, "correspondence/list.html", context)


def _columns() -> list[sheets.Column]:
    return [
        sheets.Column(_("Direction"), lambda row: _("out") if row.direction == "out" else _("in")),
        sheets.Column(_("Number"), lambda row: row.number),
        sheets.Column(_("Day"), lambda row: row.on, "day"),
        sheets.Column(_("Kind"), lambda row: row.kind),
        sheets.Column(_("Office"), lambda row: row.partner),
        sheets.Column(_("Number of the sender"), lambda row: row.their_number),
        sheets.Column(_("Case number"), lambda row: row.case_number),
        sheets.Column(_("Who asks"), lambda row: row.asked_by),
        sheets.Column(_("Sent"), lambda row: row.sent_on, "day"),
        sheets.Column(_("Answer expected by"), lambda row: row.answer_due_on, "day"),
        sheets.Column(_("What came of it"), lambda row: row.result),
        sheets.Column(_("Result known on"), lambda row: row.closed_on, "day"),
        sheets.Column(_("Written by"), lambda row: row.by),
    ]


def show_letter(request: HttpRequest, official_id: int) -> HttpResponse:
    """One letter with what it says; reading it is a line in the journal."""
    actor, on = actor_of(request), today()
    opened = actions.read_letter(actor=actor, letter_id=official_id)
    letter, place = opened.letter, opened.place
    if place is not None:
        speaks_of(request, case_id=place.case_id, route_id=place.route_id)
        may_work = may_record(actor=actor, place=place)
    else:
        may_work = policies.may_keep(actor)
    context = {
        **crumbs(place),
        "letter": letter,
        "opened": opened,
        "people": _named(request, opened),
        "may_work": may_work and letter.voided_on is None,
        "may_sign": policies.may_sign(actor, place) and letter.voided_on is None,
        "may_answer": letter.direction == "out" and letter.sent_on is not None and not letter.result,
        "new_url": address_of(place, "new"),
        "is_late": letter.is_late(on),
        "today": on,
    }
    return render(request, "correspondence/letter.html", context)


def _named(request: HttpRequest, opened: actions.OpenedLetter) -> list[tuple[str, str]]:
    """Whom a letter names and why: by name for whoever may know the family, else by code."""
    if not opened.people:
        return []
    place, names = opened.place, dict[int, str]()
    if place is not None:
        actor = actor_of(request)
        family = name_people(actor=actor, family_id=place.family_id, case_id=place.case_id, on=today())
        names = called_at_home(family)
    return [(names.get(one.person_id, one.person.code), one.get_reason_display()) for one in opened.people]


def hand_out(request: HttpRequest, official_id: int) -> HttpResponse:
    """The paper of a letter; each time is a line in the journal."""
    return answer_with(request, actions.open_file(actor=actor_of(request), letter_id=official_id))
