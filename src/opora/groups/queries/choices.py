"""What the forms of groups offer to choose from."""

from collections.abc import Sequence
from dataclasses import dataclass

from opora.access.models import RoleAssignment
from opora.access.queries import list_departments
from opora.access.rules import ABILITIES, Actor
from opora.catalogue.queries import services_for
from opora.common.language import said
from opora.programs.queries import list_programs

Options = tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class GroupOffer:
    """Services by direction, departments, programs, colleagues who may lead."""

    services: tuple[tuple[str, Options], ...]
    departments: Options
    programs: Options
    leaders: Options


def offer_for(*, actor: Actor) -> GroupOffer:
    """Everything a group is described by."""
    groups: dict[str, list[tuple[int, str]]] = {}
    for one in services_for(program_id=0):
        groups.setdefault(said(one.direction.title), []).append((one.pk, said(one.title)))
    return GroupOffer(
        services=tuple((title, tuple(services)) for title, services in groups.items()),
        departments=tuple((one.pk, one.name) for one in list_departments(actor=actor)),
        programs=tuple((one.pk, one.name) for one in list_programs(actor=actor)),
        leaders=leaders_at(),
    )


def leaders_at(user_ids: Sequence[int] | None = None) -> Options:
    """Colleagues who work with families, by name; of some numbers only those of them."""
    found = RoleAssignment.objects.filter(role__in=ABILITIES["help.record"], user__is_active=True)
    if user_ids is not None:
        found = found.filter(user_id__in=user_ids)
    return tuple(found.order_by("user__name", "user_id").values_list("user_id", "user__name").distinct())
