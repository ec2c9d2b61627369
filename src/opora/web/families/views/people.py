"""Who belongs to the family of a case: a panel of the case file, and a page of its own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from opora.cases import queries as cases
from opora.common.dates import today
from opora.families import actions, queries
from opora.families.queries import FamilyOfCase, PersonLine
from opora.families.rules import Identity
from opora.families.words import KIND_LABELS
from opora.web.shell.asking import actor_of

KIND_ICONS = {
    "own_family": "home-heart",
    "relatives": "friends",
    "institution": "building",
    "foster_family": "heart-handshake",
    "hospital": "bed",
    "other": "map-pin",
    "unknown": "help-circle",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A person as a line of the panel; the identity is there only after it was opened."""

    line: PersonLine
    identity: Identity | None

    @property
    def former(self) -> str:
        """The surnames borne before, for a name that somebody may remember."""
        return ", ".join(former.name for former in self.identity.former_names) if self.identity else ""

    @property
    def kind_label(self) -> Any:
        return KIND_LABELS[self.line.placement.kind] if self.line.placement else None

    @property
    def kind_icon(self) -> str:
        return KIND_ICONS[self.line.placement.kind] if self.line.placement else KIND_ICONS["unknown"]


def show_people(request: HttpRequest, case_id: int) -> HttpResponse:
    """The family by codes."""
    actor = actor_of(request)
    return _panel(request, case_id, queries.family_of_case(actor=actor, case_id=case_id, on=today()), {})


@require_POST
def show_names(request: HttpRequest, case_id: int) -> HttpResponse:
    """The family with names; each name shown is a line in the journal."""
    actor = actor_of(request)
    opened = actions.open_family(actor=actor, case_id=case_id, on=today())
    return _panel(request, case_id, opened.family, opened.identities)


def _panel(
    request: HttpRequest, case_id: int, family: FamilyOfCase, identities: Mapping[int, Identity]
) -> HttpResponse:
    actor = actor_of(request)
    context = {
        "case": cases.get_case(actor=actor, case_id=case_id),
        "family": family,
        "groups": {
            "adults": _rows(family.adults, identities),
            "children": _rows(family.children, identities),
            "expected": _rows(family.expected, identities),
            "mistaken": _rows(family.mistaken, identities),
            "former": _rows(family.former, identities),
        },
        "merges": queries.merges_of_family(family.family_id) if family.may_merge else [],
        "names_are_shown": bool(identities),
    }
    is_panel = request.headers.get("HX-Request") == "true"
    return render(request, "families/_people.html" if is_panel else "families/people.html", context)


def _rows(lines: Iterable[PersonLine], identities: Mapping[int, Identity]) -> list[Row]:
    return [Row(line, identities.get(line.person_id)) for line in lines]
