"""Reading what happened to a family is a line in the journal (X-10); names are given to those who may know them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import NotFound
from opora.families import actions as families
from opora.life.queries import Life, life_of
from opora.process.queries import Place


@transaction.atomic
def read_life(*, actor: Actor, names: Mapping[int, str] | None = None, on: date, **asked: Any) -> Life:
    """A page of the life, told; who read it stands in the journal."""
    life = life_of(actor=actor, names=names, on=on, **asked)
    case_id = life.scope.case_ids[0] if life.scope.case_ids else None
    audit.record(actor=actor, verb="life.read", case_id=case_id, family_id=life.scope.family_id)
    return life


def names_at(*, actor: Actor, place: Place) -> dict[int, str]:
    """The people of the family by the name they are called by; nobody for whoever may know codes only."""
    if place.case_id is None:
        return {}
    try:
        opened = families.open_names(actor=actor, case_id=place.case_id)
    except NotFound:
        return {}
    return {pk: name for pk, identity in opened.items() if (name := identity.given or identity.full_name)}
