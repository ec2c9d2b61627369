"""Reading what happened to a family is a line in the journal (X-10); names are given to those who may know them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.families.actions import name_people
from opora.families.queries import NamedFamily
from opora.life.queries import Life, life_of
from opora.process.queries import Place


@transaction.atomic
def read_life(*, actor: Actor, names: Mapping[int, str] | None = None, on: date, **asked: Any) -> Life:
    """A page of the life, told; who read it stands in the journal."""
    life = life_of(actor=actor, names=names, on=on, **asked)
    case_id = life.scope.case_ids[0] if life.scope.case_ids else None
    audit.record(actor=actor, verb="life.read", case_id=case_id, family_id=life.scope.family_id)
    return life


def people_at(*, actor: Actor, place: Place, on: date) -> NamedFamily:
    """The people of the family by name for whoever may know them, by code for all others; the look is journaled."""
    return name_people(actor=actor, family_id=place.family_id, case_id=place.case_id, on=on)
