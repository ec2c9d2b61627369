"""The people of a path's family as plans need them: who belongs to it now, and where its children live."""

from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Subquery

from opora.common.dates import today
from opora.families.models import FamilyMember, Placement
from opora.families.queries.childhood import belongings
from opora.families.rules import Belonging
from opora.families.words import BELONGING_LABELS
from opora.process.models import Route


@dataclass(frozen=True, slots=True)
class Relative:
    """Somebody of the family: code, role, and for a child where it lives and since when."""

    person_id: int
    code: str
    role: str
    belongs: Belonging
    placement: str
    placed_on: date | None

    @property
    def is_child(self) -> bool:
        """Whether this is a child of the family on the day that was asked about."""
        return self.belongs is Belonging.CHILD

    @property
    def label(self) -> str:
        """Code and role in words."""
        role = BELONGING_LABELS[self.belongs] if self.belongs is Belonging.GROWN else FamilyMember.Role(self.role).label
        return f"{self.code} ({role})"


def household_of(route: Route, *, on: date | None = None) -> list[Relative]:
    """Everybody who belongs to the family now, in the order they were entered; nobody while it is not known.

    Who is a child, and where it lives, is said for the day ``on``; without one for today, and no place is asked for.
    A child not born yet is nobody whom a plan could ask.
    """
    if route.family_id is None:
        return []
    members = FamilyMember.objects.filter(family_id=route.family_id).select_related("person__key").order_by("pk")
    if on is not None:
        lives = Placement.objects.filter(child=OuterRef("person_id"), voided_at=None, from_on__lte=on)
        lives = lives.order_by("-from_on", "-pk")
        members = members.annotate(
            placed=Subquery(lives.values("kind")[:1]), placed_on=Subquery(lives.values("from_on")[:1])
        )
    rows = list(members)
    belongs = belongings(rows, on or today())
    return [
        Relative(
            one.person_id,
            one.person.code,
            one.role,
            belongs[one.person_id],
            getattr(one, "placed", None) or "",
            getattr(one, "placed_on", None),
        )
        for one in rows
        if one.to_on is None and not one.is_expected
    ]
