"""Writing a letter out, and changing one that has no number yet."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.correspondence import actions, policies, queries
from opora.correspondence.queries.choices import offices
from opora.families.actions import name_people
from opora.process.queries import Place, place_of
from opora.web.correspondence.forms.letters import WriteForm
from opora.web.correspondence.views.family import about, address_of, crumbs, keys_of, place_of_letter
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page


def new_letter(request: HttpRequest, case_id: int | None = None, route_id: int | None = None) -> HttpResponse:
    """Write a letter about a family, or about none."""
    actor = actor_of(request)
    place = None
    if case_id is not None or route_id is not None:
        place = place_of(actor=actor, route_id=route_id, case_id=case_id)
    else:
        policies.check_may_keep(actor)
    initial: dict[str, Any] = {"kind": request.GET.get("kind", "request")}
    if (office := request.GET.get("partner", "")).isdecimal() and len(office) < 12:
        initial["partner_id"] = int(office)
    keys = keys_of(place)
    return _form(
        request,
        place,
        initial,
        lambda typed: actions.prepare_letter(actor=actor, **keys, **_told(request, typed)),
        back=address_of(place),
        heading=_("Write to an office"),
    )


def change_letter(request: HttpRequest, official_id: int) -> HttpResponse:
    """Change a letter that is being prepared."""
    actor = actor_of(request)
    opened = actions.read_letter(actor=actor, letter_id=official_id)
    letter = opened.letter
    details = sorted({name for one in opened.people for name in one.details})
    initial = {
        "kind": letter.kind,
        "partner_id": letter.partner_id,
        "addressee_post": opened.addressee.get("post", ""),
        "addressee_name": opened.addressee.get("name", ""),
        "subject": letter.subject_text,
        "text": opened.text,
        "details": details,
        "basis": letter.basis,
        "asked_by": letter.asked_by,
        "answer_due_on": letter.answer_due_on,
        "their_number": letter.their_number,
        "their_on": letter.their_on,
        "on": letter.on,
        "revision": letter.revision,
        **{f"person_{one.person_id}": one.reason for one in opened.people},
    }
    return _form(
        request,
        place_of_letter(request, letter),
        initial,
        lambda typed: actions.change_letter(
            actor=actor, letter_id=official_id, revision=typed["revision"], **_told(request, typed)
        ),
        back=reverse("correspondence:letter", args=[official_id]),
        heading=_("Change the letter"),
        revision=lambda: queries.letter_in_sight(actor=actor, letter_id=official_id).revision,
    )


def _form(
    request: HttpRequest,
    place: Place | None,
    initial: dict[str, Any],
    act: Any,
    *,
    back: str,
    heading: str,
    revision: Any = None,
) -> HttpResponse:
    actor = actor_of(request)
    people = _people(request, place)
    form = WriteForm(
        given(request),
        offices=offices(actor=actor),
        people=people,
        is_about_family=place is not None,
        initial=initial,
    )
    return form_page(
        request,
        form,
        act,
        template="correspondence/write.html",
        done=_("Look at the letter before it gets its number."),
        back=back,
        to=lambda letter: reverse("correspondence:check", args=[letter.pk]),
        context={**crumbs(place), "heading": heading, "people": people},
        renew=revision,
        about=about(place),
        places={"people": f"person_{people[0][0]}" if people else ""},
    )


def _people(request: HttpRequest, place: Place | None) -> list[tuple[int, str]]:
    """The family to choose from, by name for whoever may read names."""
    if place is None:
        return []
    family = name_people(actor=actor_of(request), family_id=place.family_id, case_id=place.case_id, on=today())
    return list(family.labels().items())


def _told(request: HttpRequest, typed: dict[str, Any]) -> dict[str, Any]:
    """What was typed, as the room keeps it; an empty addressee is the one of the last letter to this office."""
    names = ("kind", "partner_id", "subject", "text", "basis", "asked_by", "answer_days", "answer_unit")
    more = ("answer_due_on", "their_number", "their_on", "on", "addressee_post", "addressee_name")
    told = {name: typed[name] for name in (*names, *more) if name in typed}
    if not typed["addressee_post"] and not typed["addressee_name"] and typed["partner_id"]:
        last = queries.last_addressee(actor=actor_of(request), partner_id=typed["partner_id"])
        told |= {f"addressee_{name}": words for name, words in last.items()}
    told["people"] = [actions.Named(key, reason, details) for key, reason, details in typed["named"]]
    return told
