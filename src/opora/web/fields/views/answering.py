"""What is answered to own fields about one family: read with its history, and filled in on one page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from opora.common.dates import show_day, today
from opora.common.errors import Refused
from opora.common.language import said
from opora.details import actions
from opora.details.queries import About, Line, card_of, contacts_named, say_answer, subjects_of
from opora.families.actions import name_people
from opora.families.queries import NamedFamily
from opora.process.queries import Place, may_record, place_of
from opora.web.fields.forms import AnswersForm
from opora.web.shell.asking import actor_of, given
from opora.web.shell.family_place import address_in, home_of, title_of
from opora.web.shell.form_page import form_page


@dataclass(frozen=True, slots=True)
class Answered:
    """A question with what holds now and what was answered before."""

    title: str
    answer: str
    line: Line
    before: list[tuple[str, Line]]


def show(request: HttpRequest, route_id: int | None = None, case_id: int | None = None) -> HttpResponse:
    """Everything that was answered, by whom it is about."""
    actor = actor_of(request)
    place, lines = actions.read_details(actor=actor, route_id=route_id, case_id=case_id)
    family = name_people(actor=actor, family_id=place.family_id, case_id=place.case_id, on=today())
    context = {
        "title": title_of(place, family),
        "home": home_of(place),
        "groups": _groups(lines, _names(place, family, [one.about for one in lines])),
        "fill_url": address_in("fields", "fill", place) if may_record(actor=actor, place=place) else "",
    }
    return render(request, "fields/answers.html", context)


def fill(request: HttpRequest, route_id: int | None = None, case_id: int | None = None) -> HttpResponse:
    """All questions of the family on one page."""
    actor = actor_of(request)
    place = place_of(actor=actor, route_id=route_id, case_id=case_id)
    if not may_record(actor=actor, place=place):
        raise Refused(_("You may read about this family but not record anything. Ask whoever answers for it."))
    family = name_people(actor=actor, family_id=place.family_id, case_id=place.case_id, on=today())
    subjects = subjects_of(actor, place, today())
    now = card_of(actor, place).lines
    form = AnswersForm(
        given(request),
        subjects=subjects,
        held={(line.about.key, line.field.id): line.answer for line in now},
        names=_names(place, family, [about for about, _fields in subjects]),
        initial={"revision": actions.mark_of_lines(now)},
    )
    return form_page(
        request,
        form,
        lambda typed: actions.answer_fields(
            actor=actor, route_id=route_id, case_id=case_id, typed=form.typed(), seen=typed["revision"], on=today()
        ),
        template="fields/fill.html",
        done=_("Saved."),
        back=home_of(place),
        context={"title": title_of(place, family), "home": home_of(place)},
        renew=lambda: actions.mark_of_lines(card_of(actor, place).lines),
        about={"case_id": place.case_id, "route_id": place.route_id},
    )


def _names(place: Place, family: NamedFamily, abouts: Iterable[About]) -> Mapping[str, str]:
    """How those whom the questions are about are called at this page."""
    called = family.called()
    wanted = list(abouts)
    contacts = contacts_named([one.id for one in wanted if one.kind == "contact"])
    names = {}
    for one in wanted:
        if one.kind == "person":
            names[one.key] = called.get(one.id, _("Person"))
        elif one.kind == "contact" and one.id in contacts:
            contact = contacts[one.id]
            names[one.key] = _("Contact of %(day)s, %(how)s") % {
                "day": show_day(contact.on),
                "how": contact.get_kind_display(),
            }
        else:
            names[one.key] = _("The family") if one.kind == "family" else _("The case")
    return names


def _groups(lines: Iterable[Line], names: Mapping[str, str]) -> list[tuple[str, list[Answered]]]:
    """The newest answer of each question with those before, by whom they are about."""
    found: dict[str, dict[int, list[Line]]] = {}
    for line in lines:
        found.setdefault(line.about.key, {}).setdefault(line.field.id, []).append(line)
    order = ("family", "case", "person", "contact")
    keys = sorted(found, key=lambda key: order.index(key.split("-")[0]))
    return [(names.get(key, ""), [_answered(of) for of in found[key].values()]) for key in keys]


def _answered(lines: list[Line]) -> Answered:
    newest, *before = lines
    return Answered(
        said(newest.field.title),
        say_answer(newest.field, newest.answer),
        newest,
        [(say_answer(one.field, one.answer), one) for one in before],
    )
