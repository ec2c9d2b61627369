"""The groups and events of one family: where it goes, where it was, what was given to do at home, what was agreed."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from opora.access.rules import can
from opora.common.dates import today
from opora.families.actions import name_people
from opora.groups import actions, queries
from opora.groups.queries import FamilyGroup, FamilyMeeting
from opora.groups.words import HOMEWORK, TALKS
from opora.process.queries import place_of, recordable
from opora.web.shell import sheets
from opora.web.shell.asking import actor_of, speaks_of, typed_in
from opora.web.shell.family_place import address_in, called_at_home, home_of, title_of
from opora.web.shell.form_page import asked_back
from opora.web.shell.searching import searched

SHOWN = 12


def show(request: HttpRequest, route_id: int | None = None, case_id: int | None = None) -> HttpResponse:
    """Everything the family came to, or all meetings as a workbook."""
    actor = actor_of(request)
    place = place_of(actor=actor, route_id=route_id, case_id=case_id)
    speaks_of(request, case_id=place.case_id, route_id=place.route_id)
    found = actions.read_family_groups(actor=actor, place=place, on=today())
    listed = searched(request, found.groups, _says, label=_("Title, service, who leads it"), size=10)
    if sheets.is_asked(request):
        title, kept = _("Groups and events"), {one.group.pk for one in listed.every}
        rows = [line for line in found.lines if line[0].group.pk in kept]
        return sheets.answer(request, name="family-groups", title=title, columns=_columns(), rows=rows)
    family = name_people(actor=actor, family_id=place.family_id, case_id=place.case_id, on=today())
    names = called_at_home(family)
    context = {
        "title": title_of(place, family),
        "home": home_of(place),
        "here": request.path,
        "rows": [_row(one, names) for one in listed.rows],
        "listed": listed,
        "may_record": found.may_record and can(actor, "help.record"),
        "choose_url": f"{address_in('groups', 'choose', place)}?{urlencode({'back': request.path})}",
        "today": today(),
    }
    return render(request, "groups/family.html", context)


def _says(one: FamilyGroup) -> tuple[object, ...]:
    return one.group.title, one.group.get_kind_display(), one.service, one.leaders


def _row(found: FamilyGroup, names: dict[int, str]) -> dict[str, Any]:
    """A group with its people and meetings by name."""

    def called(ids: Any) -> list[str]:
        return [names[pk] for pk in ids if pk in names]

    meetings = [(one, called(one.came), called(one.missed)) for one in found.meetings]
    return {
        "found": found,
        "people": [(one, names.get(one.person_id, "")) for one in found.people],
        "meetings": meetings[:SHOWN],
        "former": meetings[SHOWN:],
        "has_talks": found.group.kind in TALKS,
    }


def choose(request: HttpRequest, route_id: int | None = None, case_id: int | None = None) -> HttpResponse:
    """To which group or event: those that go on, found by their title."""
    actor = actor_of(request)
    place = recordable(actor=actor, route_id=route_id, case_id=case_id)
    speaks_of(request, case_id=place.case_id, route_id=place.route_id)
    family = name_people(actor=actor, family_id=place.family_id, case_id=place.case_id, on=today())
    text = typed_in(request.GET, "q", most=80)
    back = asked_back(request) or address_in("groups", "", place)
    on = urlencode({"back": back})
    lines = [
        (one, f"{address_in('groups', 'join', place, group_id=one.pk)}?{on}")
        for one in queries.groups_to_join(actor=actor, text=text, on=today())
    ]
    context = {"title": title_of(place, family), "home": home_of(place), "back": back, "text": text, "lines": lines}
    return render(request, "groups/choose.html", context)


def _columns() -> list[sheets.Column]:
    def group(name: str) -> Any:
        return lambda line: getattr(line[0].group, name)

    def meeting(read: Callable[[FamilyMeeting], Any]) -> Any:
        return lambda line: read(line[1])

    homework = {code: str(label) for code, label in HOMEWORK}
    return [
        sheets.Column(pgettext("group", "Title"), group("title")),
        sheets.Column(_("What it is"), lambda line: line[0].group.get_kind_display()),
        sheets.Column(_("Service"), lambda line: line[0].service),
        sheets.Column(_("Day"), meeting(lambda one: one.session.on), "day"),
        sheets.Column(_("How many of the family came"), meeting(lambda one: len(one.came)), "count"),
        sheets.Column(_("How many did not"), meeting(lambda one: len(one.missed)), "count"),
        sheets.Column(_("Homework"), meeting(lambda one: homework.get(one.result, ""))),
    ]
