"""Three generations: drawn from the records, added to without making anybody a client."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST

from opora.common.dates import today
from opora.network import actions
from opora.network.queries import FamilyTree, genogram_of, kin_in_sight
from opora.process.queries import may_record, place_of, recordable
from opora.web.network.drawing import tree_drawn
from opora.web.network.forms import BondForm, KinForm, RelativeForm
from opora.web.network.genogram_said import names_of, people_said, tree_said
from opora.web.network.places import address, around, family_at
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.intentions import once


def show(request: HttpRequest, route_id: int | None = None, case_id: int | None = None) -> HttpResponse:
    """The picture, the same in words, and what may be taken back."""
    actor = actor_of(request)
    place = place_of(actor=actor, route_id=route_id, case_id=case_id)
    family = family_at(actor, place)
    tree = genogram_of(actor=actor, place=place, family=family)
    numbers = {id(link): pk for pk, link in tree.written.items()}
    context = around(
        request,
        place,
        family,
        picture=tree_drawn(tree, family, today()) if tree.links else "",
        lines=[(said, numbers.get(id(link))) for said, link in zip(tree_said(tree), tree.links, strict=True)],
        people=people_said(tree, today()),
        loose=[_loose(tree, family, node) for node in tree.loose],
        may_record=not place.has_ended and may_record(actor=actor, place=place),
        relative_url=address("relative", place),
        link_url=address("link", place),
        bond_url=address("bond", place),
    )
    return render(request, "network/genogram.html", context)


def add(request: HttpRequest, route_id: int | None = None, case_id: int | None = None) -> HttpResponse:
    """A grandmother, an uncle, a former partner."""
    actor = actor_of(request)
    place = recordable(actor=actor, route_id=route_id, case_id=case_id)
    family = family_at(actor, place)
    tree = genogram_of(actor=actor, place=place, family=family)

    def act(typed: dict[str, Any]) -> None:
        entry = actions.MemberEntry(
            kind="partner" if typed["relation"] == "partner" else "relative",
            name=typed["name"],
            sex=typed["sex"],
            born_in=typed["born_in"],
            is_dead=typed["is_dead"],
            died_in=typed["died_in"],
        )
        actions.add_relative(
            actor=actor,
            route_id=place.route_id,
            case_id=place.case_id,
            of=typed["of"],
            relation=typed["relation"],
            entry=entry,
            state=_state(typed, typed["relation"]),
            on=today(),
        )

    return form_page(
        request,
        RelativeForm(given(request), nodes=_nodes(tree, family)),
        act,
        template="network/form.html",
        done=_("Added to the genogram."),
        back=address("genogram", place),
        context=lambda: around(request, place, family, heading=_("Add a relative")),
    )


def link(request: HttpRequest, route_id: int | None = None, case_id: int | None = None) -> HttpResponse:
    """What two of them are to each other."""
    actor = actor_of(request)
    place = recordable(actor=actor, route_id=route_id, case_id=case_id)
    family = family_at(actor, place)
    tree = genogram_of(actor=actor, place=place, family=family)
    return form_page(
        request,
        KinForm(given(request), nodes=_nodes(tree, family)),
        lambda typed: actions.keep_kin(
            actor=actor,
            route_id=place.route_id,
            case_id=place.case_id,
            kind=typed["kind"],
            one=typed["one"],
            other=typed["other"],
            state=_state(typed, typed["kind"]),
            on=today(),
        ),
        template="network/form.html",
        done=_("Written down."),
        back=address("genogram", place),
        context=lambda: around(request, place, family, heading=_("Who is what to whom")),
    )


def bond(request: HttpRequest, route_id: int | None = None, case_id: int | None = None) -> HttpResponse:
    """How two of them get on with each other."""
    actor = actor_of(request)
    place = recordable(actor=actor, route_id=route_id, case_id=case_id)
    family = family_at(actor, place)
    tree = genogram_of(actor=actor, place=place, family=family)
    return form_page(
        request,
        BondForm(given(request), nodes=_nodes(tree, family)),
        lambda typed: actions.keep_kin(
            actor=actor, route_id=place.route_id, case_id=place.case_id, kind="bond", on=today(), **typed
        ),
        template="network/form.html",
        done=_("Written down."),
        back=address("genogram", place),
        context=lambda: around(request, place, family, heading=_("How two get on with each other")),
    )


@require_POST
def unlink(request: HttpRequest, kin_id: int) -> HttpResponse:
    """What is not so is taken back; the people stay."""
    actor = actor_of(request)
    found = kin_in_sight(actor=actor, link_id=kin_id)
    place = place_of(actor=actor, route_id=found.route_id, case_id=found.case_id)
    return once(
        request,
        lambda: actions.void_kin(actor=actor, link_id=kin_id, on=today()),
        done=pgettext("kinship", "Taken back."),
        to=address("genogram", place),
    )


def _state(typed: dict[str, Any], what: str) -> str:
    """Of a couple how it is, of parent and child how one became it."""
    if what in {"couple", "partner"}:
        return str(typed["state"])
    return str(typed["parenthood"]) if what in {"parent", "mother", "father", "child"} else ""


def _nodes(tree: FamilyTree, family: Any) -> list[tuple[str, str]]:
    """Everybody of the family and around it, those of the family with role and age."""
    people = [(f"p{one.person_id}", one.called) for one in family.people]
    known = dict(people) | names_of(tree)
    loose = [(node, _loose(tree, family, node)) for node in tree.loose if node.startswith("m")]
    return [*people, *((node, known[node]) for node in tree.members), *loose]


def _loose(tree: FamilyTree, family: Any, node: str) -> str:
    if node.startswith("p"):
        return str(next(one.called for one in family.people if f"p{one.person_id}" == node))
    return tree.loose_names[node]
