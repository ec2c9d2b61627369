"""Taking a family in: choose the place, then when, why and where each sleeps."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.common.errors import NotFound
from opora.families.actions import name_people
from opora.families.queries import NamedFamily
from opora.stays import actions, queries
from opora.stays.rules import FreeBed, propose_beds
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.stays.forms.admitting import AdmitForm, ArriveForm
from opora.web.stays.forms.beds import SHARED

if TYPE_CHECKING:
    from opora.stays.models import Shelter

INFANT = 2
"""Up to this age a child needs no bed of its own: a cot, or the mother's bed."""


def admit(request: HttpRequest, case_id: int) -> HttpResponse:
    """The family moves in today, or beds are kept for a coming day."""
    actor, on = actor_of(request), today()
    case, rows, unplaced = queries.list_admissions(actor=actor, case_id=case_id)
    if not queries.may_admit(actor=actor, case=case) or any(one.left_on is None for one in unplaced):
        raise NotFound
    expected = next((row for row in rows if row.stay is None and queries.holds_now(row)), None)
    named = name_people(actor=actor, family_id=case.family_id, case_id=case_id, on=on)

    def act(typed: dict[str, Any], form: AdmitForm, shelter: "Shelter") -> Any:
        told = {
            "actor": actor,
            "case_id": case_id,
            "shelter_id": shelter.pk,
            "berths": form.berths(),
            "reason": typed["reason"],
            "reason_note": typed["reason_note"],
            "planned_until": typed["planned_until"],
            "over_capacity": typed["over_capacity"],
        }
        if typed["on"] > on:
            return actions.expect(**told, from_on=typed["on"], on=on)
        return actions.admit(**told, revision=typed["revision"], on=typed["on"])

    return _placing(
        request,
        named=named,
        act=act,
        from_on=on,
        until=None,
        done=lambda made: (
            _("Beds are kept for the family.")
            if made.stay_id is None
            else _("The family has moved in. Look at its papers.")
        ),
        case_id=case_id,
        initial={"revision": case.revision, **({"reason": expected.reason} if expected is not None else {})},
        context={"case": case, "title": named.title(case.client_id)},
    )


def settle(request: HttpRequest, case_id: int, stay_id: int) -> HttpResponse:
    """A stay that was recorded without a place gets one."""
    actor, on = actor_of(request), today()
    case, _rows, unplaced = queries.list_admissions(actor=actor, case_id=case_id)
    stay = next((one for one in unplaced if one.pk == stay_id), None)
    if not queries.may_tell_afterwards(actor=actor, case=case) or stay is None:
        raise NotFound
    named = name_people(actor=actor, family_id=case.family_id, case_id=case_id, on=on)
    return _placing(
        request,
        named=named,
        act=lambda typed, form, shelter: actions.settle(
            actor=actor,
            case_id=case_id,
            stay_id=stay_id,
            shelter_id=shelter.pk,
            berths=form.berths(),
            reason=typed["reason"],
            reason_note=typed["reason_note"],
            over_capacity=typed["over_capacity"],
            on=on,
        ),
        from_on=stay.from_on,
        until=stay.left_on or stay.planned_until,
        done=_("It is recorded where the family lives."),
        case_id=case_id,
        initial={},
        asks_days=False,
        context={"case": case, "title": named.title(case.client_id), "stay": stay},
    )


def _placing(
    request: HttpRequest,
    *,
    named: NamedFamily,
    act: Callable[[dict[str, Any], AdmitForm, "Shelter"], Any],
    from_on: date,
    until: date | None,
    done: object,
    case_id: int,
    initial: dict[str, Any],
    context: dict[str, Any],
    asks_days: bool = True,
) -> HttpResponse:
    """The place first, where there are several; then the form with its free beds."""
    actor = actor_of(request)
    places = queries.list_shelters(actor=actor)
    asked = request.GET.get("place", "")
    if not places and asks_days:
        # Nobody has recorded beds: the day of moving in is written down all the same.
        asking = request.GET.urlencode()
        address = reverse("cases:move_in", args=[case_id])
        return HttpResponseRedirect(f"{address}?{asking}" if asking else address)
    chosen = [place for place in places if str(place.pk) == asked] if len(places) != 1 else places
    if not chosen:
        return render(request, "stays/choose.html", {"places": places, **context})
    shelter = chosen[0]
    people = [*named.adults, *named.children]
    is_past = until is not None and until <= today()
    beds = queries.free_beds(shelter.pk, from_on=from_on, until=until, present=not is_past)
    form = AdmitForm(
        given(request),
        people=[(one.person_id, one.label) for one in people],
        beds=beds,
        proposed=proposed_ways(people, beds),
        reasons=queries.reasons_offered(),
        asks_days=asks_days,
        initial=initial,
    )
    return form_page(
        request,
        form,
        lambda typed: act(typed, form, shelter),
        template="stays/admit.html",
        done=done,
        back=reverse("stays:case", args=[case_id]),
        to=lambda _made: reverse("stays:case", args=[case_id]),
        places=form.places,
        about={"case_id": case_id},
        context={"shelter": shelter, "free": len(beds), "several": len(places) > 1, **context},
    )


def proposed_ways(people: Iterable[Any], beds: Iterable[queries.BedOffered]) -> dict[int, str]:
    """Where each could sleep: as far as there are beds, the youngest in a cot or with the mother."""
    infants = [(one.person_id, _is_infant(one)) for one in people]
    proposed = propose_beds(infants, [FreeBed(bed.id, bed.room_id, bed.is_cot) for bed in beds])
    return {pk: str(proposed[pk]) if pk in proposed else (SHARED if is_infant else "") for pk, is_infant in infants}


def _is_infant(one: Any) -> bool:
    return one.is_child and one.age is not None and one.age.oldest.years <= INFANT


def arrive(request: HttpRequest, admission_id: int) -> HttpResponse:
    """The family that was expected has come."""
    actor = actor_of(request)
    admission = queries.admission_in_sight(actor=actor, admission_id=admission_id)
    if not queries.may_admit(actor=actor, case=admission.case):
        raise NotFound
    return form_page(
        request,
        ArriveForm(given(request), initial={"on": today()}),
        lambda typed: actions.arrive(actor=actor, admission_id=admission_id, on=typed["on"]),
        template="stays/arrive.html",
        done=_("The family has moved in. Look at its papers."),
        back=reverse("stays:admission", args=[admission_id]),
        about={"case_id": admission.case_id},
        context={"case": admission.case, "admission": admission},
    )


def call_off(request: HttpRequest, admission_id: int) -> HttpResponse:
    """The family will not come."""
    actor = actor_of(request)
    admission = queries.admission_in_sight(actor=actor, admission_id=admission_id)
    if not queries.may_admit(actor=actor, case=admission.case):
        raise NotFound
    return form_page(
        request,
        forms.Form(given(request)),
        lambda _typed: actions.call_off(actor=actor, admission_id=admission_id, on=today()),
        template="stays/call_off.html",
        done=_("The beds are free again."),
        back=reverse("stays:admission", args=[admission_id]),
        to=lambda _made: reverse("stays:case", args=[admission.case_id]),
        about={"case_id": admission.case_id},
        context={"case": admission.case, "admission": admission},
    )
