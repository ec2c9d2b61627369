"""Who is on the list of a group: families are found, people of them join and leave."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.families.actions import name_people
from opora.groups import actions, queries
from opora.life.actions import call_families
from opora.life.queries import FamilyLine, families_for, find_families
from opora.process.queries import place_of
from opora.web.groups.forms import JoinForm, LeaveForm
from opora.web.groups.views.names import home_of
from opora.web.shell.asking import actor_of, given, typed_in
from opora.web.shell.family_place import address_in
from opora.web.shell.form_page import form_page


def choose(request: HttpRequest, group_id: int) -> HttpResponse:
    """Which family: one's own are offered, any other is searched; what is typed travels in the body."""
    actor = actor_of(request)
    group = queries.find_group(actor=actor, group_id=group_id)
    text = typed_in(request.POST, "text", most=100)

    def to_join(lines: list[FamilyLine]) -> list[tuple[str, FamilyLine]]:
        named = call_families(actor=actor, lines=lines)
        return [(address_in("groups", "join", one, group_id=group_id), one) for one in named]

    context = {
        "group": group,
        "text": text,
        "found": to_join(find_families(actor=actor, text=text)) if text else [],
        "lines": to_join(families_for(actor=actor, on=today())),
    }
    return render(request, "groups/families.html", context)


def join(request: HttpRequest, group_id: int, route_id: int | None = None, case_id: int | None = None) -> HttpResponse:
    """Who of the family comes, from which day."""
    actor, on = actor_of(request), today()
    group = queries.find_group(actor=actor, group_id=group_id)
    place = place_of(actor=actor, route_id=route_id, case_id=case_id)
    family = name_people(actor=actor, family_id=place.family_id, case_id=place.case_id, on=on)
    return form_page(
        request,
        JoinForm(
            given(request),
            people=list(family.labels().items()),
            initial={"on": min(on, group.until_on) if group.until_on else on},
        ),
        lambda typed: actions.add_people(actor=actor, group_id=group_id, route_id=route_id, case_id=case_id, **typed),
        template="groups/form.html",
        done=_("They are on the list."),
        back=home_of(group_id),
        context={"heading": _("Who comes to the group"), "group": group},
        about={"route_id": place.route_id, "case_id": place.case_id},
    )


def leave(request: HttpRequest, participant_id: int) -> HttpResponse:
    """Somebody comes no more."""
    actor = actor_of(request)
    one = queries.participant_in_sight(actor=actor, participant_id=participant_id)
    return form_page(
        request,
        LeaveForm(given(request), initial={"on": today()}),
        lambda typed: actions.leave(actor=actor, participant_id=participant_id, **typed),
        template="groups/form.html",
        done=_("Recorded. Where this person came stays counted."),
        back=home_of(one.group_id),
        context={"heading": _("Comes no more: %(code)s") % {"code": one.person.code}, "group": one.group},
    )
