"""What points at a person or a family, in any room: each room declares its fields in a file ``bound.py``.

One list serves the bringing together of two records of one person: what moves is moved by it, and a field that is on
no list fails a house test, so that nothing is ever left behind unseen.
"""

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import import_module
from typing import Any

from django.apps import apps
from django.db.models import Model
from django.utils.translation import gettext_lazy as _


class To(StrEnum):
    """Whom a field points at."""

    PERSON = "person"
    FAMILY = "family"


@dataclass(frozen=True, slots=True)
class Bound:
    """One field that points at a person or a family.

    ``once`` names the fields that may stand only once together with this one (where ``when`` holds): of two such rows
    the kept record's own stays and the other is taken away. ``case`` is the way from the row to its case, whose figures
    are counted anew. With ``stays`` the row is left as it is: final, or no business of a merge.
    """

    model: str
    field: str
    to: To
    words: Any = ""
    once: tuple[str, ...] = ()
    when: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    case: str = ""
    stays: bool = False

    @property
    def table(self) -> type[Model]:
        return apps.get_model(self.model)


BOUND: tuple[Bound, ...] = (
    Bound(
        "families.FamilyMember",
        "person",
        To.PERSON,
        _("roles in families"),
        once=("family_id",),
        when={"to_on": None},
    ),
    Bound(
        "families.FamilyMember",
        "family",
        To.FAMILY,
        _("members of the family"),
        once=("person_id",),
        when={"to_on": None},
    ),
    Bound(
        "families.Placement",
        "child",
        To.PERSON,
        _("places where the child lived"),
        once=("from_on",),
        when={"voided_at": None},
    ),
    # Whoever was brought into the one that goes now goes with it, and comes back with it.
    Bound("families.Person", "merged_into", To.PERSON, _("records brought together before")),
    Bound("families.Family", "merged_into", To.FAMILY, _("families brought together before")),
    # The key and the search mark belong to the record itself; merges are the history of merges.
    Bound("families.PersonKey", "person", To.PERSON, stays=True),
    Bound("families.SearchIndex", "person", To.PERSON, stays=True),
    Bound("families.Merge", "kept", To.PERSON, stays=True),
    Bound("families.Merge", "gone", To.PERSON, stays=True),
    Bound("families.Merge", "kept_family", To.FAMILY, stays=True),
    Bound("families.Merge", "gone_family", To.FAMILY, stays=True),
)


@cache
def bound_everywhere() -> tuple[Bound, ...]:
    """The fields of every room, in the order of the rooms."""
    return tuple(one for module in _declarations() for one in module.BOUND)


def _declarations() -> Iterator[Any]:
    for room in apps.get_app_configs():
        if room.name.startswith("opora."):
            try:
                yield import_module(f"{room.name}.bound")
            except ModuleNotFoundError as error:
                if error.name != f"{room.name}.bound":
                    raise
