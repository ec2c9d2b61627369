"""How the families of a hand-out are called: by name for whoever may read it, by code for everybody."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest

from opora.common.text import fold
from opora.goods.queries import Standing
from opora.life.actions import call_families
from opora.life.queries import FamilyLine
from opora.process.queries import Place
from opora.web.shell.asking import actor_of


@dataclass(frozen=True, slots=True)
class Called:
    """A family in a hand-out with its name, or with its code where the name is not for this reader."""

    standing: Standing
    title: str
    note: str


def called(request: HttpRequest, standing: Sequence[Standing]) -> list[Called]:
    """Those who stand in a hand-out, in the order in which one looks for them; who read the names is written down."""
    lines = [FamilyLine(row.whose, "", row.case_id, row.reservation.route_id) for row in standing]
    named = call_families(actor=actor_of(request), lines=lines)
    rows = [
        Called(row, line.title, row.whose if line.title != row.whose else "")
        for row, line in zip(standing, named, strict=True)
    ]
    return sorted(rows, key=lambda row: (row.standing.case_id is None, fold(row.title)))


def titles(request: HttpRequest, places: Sequence[Place]) -> list[tuple[str, str]]:
    """How each of these families is called, and its number beside the name."""
    lines = [
        FamilyLine(place.case.number if place.case is not None else "", "", place.case_id, place.route_id)
        for place in places
    ]
    named = call_families(actor=actor_of(request), lines=lines)
    codes = [place.case.client.code if place.case is not None else "" for place in places]
    numbers = [line.title for line in lines]
    return [
        (line.title, " · ".join(dict.fromkeys(one for one in (code, number) if one and one != line.title)))
        for line, code, number in zip(named, codes, numbers, strict=True)
    ]
