"""Publishing a catalogue: checked, numbered, never changed again."""

import hashlib
import json
from collections.abc import Collection

from django.db import transaction

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.catalogue import policies
from opora.catalogue.models import CatalogueVersion, Direction, Service
from opora.catalogue.rules import Catalogue, DirectionPlan, ServicePlan
from opora.common.one_at_a_time import one_at_a_time


@transaction.atomic
def publish_catalogue(
    *, actor: Actor, code: str, catalogue: Catalogue, programs: Collection[str], only_if_none: bool = False
) -> CatalogueVersion:
    """A catalogue comes into force; what was recorded stays with its service, be it offered any more or not.

    The same content twice changes nothing, nor does a former version come back: the shipped folder is offered at every
    start. With ``only_if_none`` a catalogue that is there already stays.
    """
    policies.check_can_publish(actor)
    text = json.dumps(catalogue.to_data(), ensure_ascii=False)
    named = sorted(programs)
    sha256 = hashlib.sha256(json.dumps([text, named], ensure_ascii=False).encode()).hexdigest()
    one_at_a_time("catalogue")
    known = list(CatalogueVersion.objects.filter(code=code).order_by("number"))
    if known and (only_if_none or any(version.sha256 == sha256 for version in known)):
        return known[-1]
    version = CatalogueVersion.objects.create(
        code=code, number=known[-1].number + 1 if known else 1, sha256=sha256, text=text, programs=named
    )
    _put(code, catalogue)
    audit.record(actor=actor, verb="catalogue.published", code=code, number=version.number)
    return version


def _put(practice: str, catalogue: Catalogue) -> None:
    """Directions and services as the newest version words them; those that left it are offered no more."""
    Direction.objects.filter(practice=practice).update(is_current=False)
    Service.objects.filter(practice=practice).update(is_current=False)
    position = 0
    for place, plan in enumerate(catalogue.directions):
        direction, _made = Direction.objects.update_or_create(
            practice=practice, code=plan.code, defaults=_direction(plan, place)
        )
        for service in plan.services:
            Service.objects.update_or_create(
                practice=practice, code=service.code, defaults=_service(service, direction, position)
            )
            position += 1


def _direction(plan: DirectionPlan, position: int) -> dict[str, object]:
    return {
        "title_ru": plan.title.ru,
        "title_en": plan.title.en,
        "source": plan.source,
        "position": position,
        "is_current": True,
    }


def _service(plan: ServicePlan, direction: Direction, position: int) -> dict[str, object]:
    return {
        "direction": direction,
        "title_ru": plan.title.ru,
        "title_en": plan.title.en,
        "providers": list(plan.providers),
        "mode": plan.mode,
        "formats": list(plan.formats),
        "givers": list(plan.givers),
        "confidentiality": plan.confidentiality,
        "kind_442": plan.kind_442,
        "outcomes": list(plan.outcomes),
        "source": plan.source,
        "is_inner": plan.is_inner,
        "position": position,
        "is_current": True,
    }
