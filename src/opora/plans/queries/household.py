"""The people of a path's family as plans need them: who belongs to it now, and where its children live."""

from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Subquery

from opora.families.models import FamilyMember, Placement
from opora.process.models import Route


@dataclass(frozen=True, slots=True)
class Relative:
    """Somebody of the family: code, role, and for a child where it lives and since when."""

    person_id: int
    code: str
    role: str
    is_child: bool
    placement: str
    placed_on: date | None

    @property
    def label(self) -> str:
        """Code and role in words."""
        return f"{self.code} ({FamilyMember.Role(self.role).label})"


def household_of(route: Route, *, on: date | None = None) -> list[Relative]:
    """Everybody who belongs to the family now, in the order they were entered; nobody while it is not known.

    Where the children live is asked for the day ``on``; without a day it is not asked.
    """
    if route.family_id is None:
        return []
    members = FamilyMember.objects.filter(family_id=route.family_id, to_on=None).order_by("pk")
    names = ("person_id", "person__code_letter", "person__code_number", "role", "person__is_child")
    if on is None:
        rows = [(*row, None, None) for row in members.values_list(*names)]
    else:
        lives = Placement.objects.filter(child=OuterRef("person_id"), voided_at=None, from_on__lte=on)
        lives = lives.order_by("-from_on", "-pk")
        placed = members.annotate(
            placed=Subquery(lives.values("kind")[:1]), placed_on=Subquery(lives.values("from_on")[:1])
        )
        rows = list(placed.values_list(*names, "placed", "placed_on"))
    return [
        Relative(person_id, f"{letter}{number}", role, is_child, kind or "", since)
        for person_id, letter, number, role, is_child, kind, since in rows
    ]
