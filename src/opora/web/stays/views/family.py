"""The stay of one family: where it lives, what is agreed, which papers are lacking, what comes next."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_GET

from opora.access.rules import Actor, can
from opora.common.dates import today
from opora.common.errors import NotFound
from opora.families.actions import name_people
from opora.families.queries import NamedFamily
from opora.process.queries import Place, may_record, place_of
from opora.stays import queries
from opora.stays.queries import AdmissionFile, Checklist
from opora.web.shell.asking import actor_of, speaks_of
from opora.web.shell.family_place import address_in


@dataclass(frozen=True, slots=True)
class PaperWay:
    """A paper of the admission as the page shows it: with its day, or with the button that makes it."""

    title: str
    on: object
    url: str
    label: str


@require_GET
def show_case(request: HttpRequest, case_id: int) -> HttpResponse:
    """The present stay of the family, else its history and the way in."""
    actor = actor_of(request)
    case, rows, unplaced = queries.list_admissions(actor=actor, case_id=case_id)
    present = next((row for row in rows if queries.holds_now(row)), None)
    if present is not None:
        return _show(request, present.pk)
    shown = {
        "case": case,
        "rows": rows,
        "unplaced": unplaced,
        "may_admit": queries.may_admit(actor=actor, case=case),
        "may_tell": queries.may_tell_afterwards(actor=actor, case=case),
        "lives_somewhere": any(one.left_on is None for one in unplaced),
        "places": queries.list_shelters(actor=actor),
        "mended": queries.unplaced_mended(actor=actor, case_id=case_id, stay_ids=[one.pk for one in unplaced]),
        **_waiting(actor, place_of(actor=actor, case_id=case_id)),
    }
    return render(request, "stays/case.html", shown)


@require_GET
def show_route(request: HttpRequest, route_id: int) -> HttpResponse:
    """A stay is kept with a case: once there is one, its page; before that, what to do first."""
    place = place_of(actor=actor_of(request), route_id=route_id)
    if place.case_id is not None:
        return HttpResponseRedirect(reverse("stays:case", args=[place.case_id]))
    return render(request, "stays/route.html", {"route": place.route, **_waiting(actor_of(request), place)})


def _waiting(actor: Actor, place: Place) -> dict[str, object]:
    """Whether the family waits for a place, what came of it before, and where it is put on the list."""
    waits, waited = queries.waits_at(actor=actor, place=place, on=today())
    may_wait = can(actor, "help.record") and may_record(actor=actor, place=place) and not place.has_ended
    return {"waits": waits, "waited": waited, "may_wait": may_wait, "wait_url": address_in("stays", "wait", place)}


@require_GET
def longer(request: HttpRequest, case_id: int) -> HttpResponse:
    """To the form of a longer stay: asked for where beds are kept, written down where nobody recorded any."""
    return _onward(request, case_id, "stays:ask", "cases:extend")


@require_GET
def leave(request: HttpRequest, case_id: int) -> HttpResponse:
    """To the form of leaving."""
    return _onward(request, case_id, "stays:depart", "cases:move_out")


def _onward(request: HttpRequest, case_id: int, with_place: str, without: str) -> HttpResponse:
    actor = actor_of(request)
    case, _rows, _unplaced = queries.list_admissions(actor=actor, case_id=case_id)
    if not queries.may_admit(actor=actor, case=case):
        raise NotFound
    present = queries.admission_on_case(actor=actor, case_id=case_id)
    has_place = present is not None and present.stay_id is not None
    address = reverse(with_place, args=[present.pk]) if has_place and present else reverse(without, args=[case_id])
    asked = request.GET.urlencode()
    return HttpResponseRedirect(f"{address}?{asked}" if asked else address)


@require_GET
def show_admission(request: HttpRequest, admission_id: int) -> HttpResponse:
    """One stay of a family, also one that has ended."""
    return _show(request, admission_id)


def _show(request: HttpRequest, admission_id: int) -> HttpResponse:
    actor, on = actor_of(request), today()
    file = queries.file_of_admission(actor=actor, admission_id=admission_id, on=on)
    speaks_of(request, case_id=file.case.pk)
    named = name_people(actor=actor, family_id=file.case.family_id, case_id=file.case.pk, on=on)
    checklist = queries.checklist_of(file.admission, [line.lodger for line in file.lodgers])
    shown = {
        "file": file,
        "case": file.case,
        "names": named.by_id(),
        "title": named.title(file.case.client_id),
        "papers": _papers(request, checklist, named),
        "checklist": checklist,
        "others": [one for one in named.present if one.person_id not in {x.lodger.person_id for x in file.lodgers}],
        "on": on,
    }
    return render(request, "stays/admission.html", shown)


def _papers(request: HttpRequest, checklist: Checklist, named: NamedFamily) -> list[PaperWay]:
    """Each paper with its own button while it is lacking."""
    if checklist.route_id is None:
        return []
    titles = {
        "application": pgettext("paper", "Application"),
        "contract": pgettext("paper", "Contract"),
        "consent": pgettext("paper", "Consent to data processing"),
    }
    called = named.called()
    ways = []
    for line in checklist.lines:
        title = titles[line.kind]
        if line.person_id is not None:
            title = f"{title}: {called.get(line.person_id, line.code)}"
        ways.append(PaperWay(title, line.on, *_way(request, checklist.route_id, line)))
    return ways


def _way(request: HttpRequest, route_id: int, line: queries.PaperLine) -> tuple[str, str]:
    back = {"back": request.path}
    if line.on is not None:
        return "", ""
    if line.letter_id is not None:
        return f"{reverse('papers:letter', args=[line.letter_id])}?{urlencode(back)}", pgettext("way", "Sign")
    if line.kind == "consent":
        asked = {"person": line.person_id, "purpose": "processing_child" if line.is_child else "processing", **back}
        return f"{reverse('papers:new_consent', args=[route_id])}?{urlencode(asked)}", pgettext("way", "Record")
    asked = {"paper": line.kind, **back}
    return f"{reverse('papers:new_letter', args=[route_id])}?{urlencode(asked)}", pgettext("way", "Write")


@require_GET
def show_act(request: HttpRequest, admission_id: int) -> HttpResponse:
    """The act of admission, to be printed and signed (S0-06)."""
    actor, on = actor_of(request), today()
    file = queries.file_of_admission(actor=actor, admission_id=admission_id, on=on)
    speaks_of(request, case_id=file.case.pk)
    named = name_people(actor=actor, family_id=file.case.family_id, case_id=file.case.pk, on=on)
    shown = {"file": file, "case": file.case, "names": named.by_id(), "lines": _people(file, named), "on": on}
    return render(request, "stays/act.html", shown)


def _people(file: AdmissionFile, named: NamedFamily) -> list[tuple[str, str]]:
    """Everybody who moved in with the bed he or she has."""
    called = named.called()
    return [(called.get(line.lodger.person_id, line.code), _sleeps(line)) for line in file.lodgers]


def _sleeps(line: queries.LodgerLine) -> str:
    if line.use is None:
        return _("with the mother")
    if line.use.bed is None:
        return _("extra place")
    return f"{line.use.bed.room.name}, {line.use.bed.get_kind_display()} {line.use.bed.name}"
