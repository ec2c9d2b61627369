"""What changes in the life of one family: what holds now, since when, what was before, a line through time."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from opora.circumstances import actions
from opora.circumstances.queries import Circumstances, Thread
from opora.circumstances.words import kind_label, thread_label
from opora.common.dates import today
from opora.families.actions import name_people
from opora.families.queries import NamedFamily
from opora.process.queries import Place, place_of
from opora.web.circumstances.drawing import picture_of
from opora.web.circumstances.moves import moves_of
from opora.web.shell import sheets
from opora.web.shell.asking import actor_of
from opora.web.shell.family_place import address_in, home_of, title_of
from opora.web.shell.form_page import asked_back

if TYPE_CHECKING:
    from opora.circumstances.models import LifeChange

GROUPS = {
    "home": ("housing", "employment", "income", "entitlement", "money_worry"),
    "children": ("education", "attendance", "growth", "basic_needs"),
    "health": ("health", "health_care"),
    "law": ("legal", "training"),
    "change": ("stage_of_change", "scaling", "trust", "emotional", "insight", "skill", "routine", "punishment"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A thread as a line of the page."""

    thread: Thread
    who: str
    days: int
    is_late: bool
    picture: SafeString
    narrow_picture: SafeString
    lines: tuple[tuple["LifeChange", str, str, str], ...]


def show(request: HttpRequest, route_id: int | None = None, case_id: int | None = None) -> HttpResponse:
    """The whole page, or all of its records as a workbook."""
    actor = actor_of(request)
    found = actions.read_circumstances(actor=actor, route_id=route_id, case_id=case_id, on=today())
    place = found.place
    family = name_people(actor=actor, family_id=place.family_id, case_id=place.case_id, on=today())
    if sheets.is_asked(request):
        rows = [(thread, one) for thread in found.threads for one in thread.records]
        title = _("What changes in the life")
        return sheets.answer(request, name="circumstances", title=title, columns=_columns(family), rows=rows)
    context = {
        "place": place,
        "title": title_of(place, family),
        "home": home_of(place),
        "groups": _groups(found, family),
        "moves": moves_of(found, since=place.began_on, on=today()),
        "may_record": found.may_record,
        "record_url": _record_url(place, request.path),
        "today": today(),
    }
    return render(request, "circumstances/family.html", context)


def record(request: HttpRequest, route_id: int | None = None, case_id: int | None = None) -> HttpResponse:
    """From a page of the family: to the sheet on which a change is recorded, and back to that page."""
    place = place_of(actor=actor_of(request), route_id=route_id, case_id=case_id)
    return HttpResponseRedirect(_record_url(place, asked_back(request) or _own_address(place)))


def _record_url(place: Place, back: str) -> str:
    return f"{address_in('life', 'record', place, kind='change')}?{urlencode({'back': back})}"


def _groups(found: Circumstances, family: NamedFamily) -> list[tuple[str, list[Row]]]:
    titles = {
        "home": pgettext("circumstances", "Home and money"),
        "children": pgettext("circumstances", "Children"),
        "health": pgettext("circumstances", "Health"),
        "law": pgettext("circumstances", "Court, papers, training"),
        "change": pgettext("circumstances", "The parent’s own way"),
    }
    known = family.called()
    groups = [
        (titles[name], [_row(one, known, found.place) for one in found.threads if one.kind.code in kinds])
        for name, kinds in GROUPS.items()
    ]
    return [(title, rows) for title, rows in groups if rows]


def _row(thread: Thread, known: Mapping[int, str], place: Place) -> Row:
    back = urlencode({"back": _own_address(place)})
    lines = [
        (
            one,
            thread.said(one),
            f"{reverse('life:mend', args=['change', one.pk])}?{back}",
            f"{reverse('life:void', args=['change', one.pk])}?{back}",
        )
        for one in thread.records
    ]
    return Row(
        thread,
        known.get(thread.person_id or 0, ""),
        (today() - thread.newest.on).days,
        thread.newest.expected_on is not None and thread.newest.expected_on < today(),
        picture_of(thread, on=today()),
        picture_of(thread, on=today(), narrow=True),
        tuple(lines),
    )


def _own_address(place: Place) -> str:
    return address_in("circumstances", "", place)


def _columns(family: NamedFamily) -> list[sheets.Column]:
    """Codes and values; neither names nor notes leave the house by a workbook."""
    codes = {one.person_id: one.code for one in family.people}
    return [
        sheets.Column(_("What"), lambda row: kind_label(row[0].kind.code)),
        sheets.Column(_("Which one"), lambda row: thread_label(row[0].kind.code, row[0].item, row[0].rated_by)),
        sheets.Column(_("Person"), lambda row: codes.get(row[0].person_id, "")),
        sheets.Column(_("Since"), lambda row: row[1].on, "day"),
        sheets.Column(_("Value"), lambda row: row[0].said(row[1])),
        sheets.Column(pgettext("change", "Number"), lambda row: _number(row[1].number), "count"),
        sheets.Column(_("Expected on"), lambda row: row[1].expected_on, "day"),
    ]


def _number(value: Any) -> Any:
    return float(value) if isinstance(value, Decimal) else value
