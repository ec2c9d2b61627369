"""What records tell of a child: its family by codes, where it lived, the path of its family (D-19)."""

from django.utils.translation import gettext as _

from opora.common.dates import show_day
from opora.families.models import FamilyMember, Person, Placement
from opora.families.queries import people_of_family
from opora.pathways.queries import definition_of
from opora.pathways.words import place_title
from opora.process.models import Route


def told_of_child(route: Route, child: Person) -> dict[str, str]:
    """The sections of a history that records can fill, by codes and days."""
    return {"family": _family(route, child), "placements": _placements(child), "path": _path(route)}


def _family(route: Route, child: Person) -> str:
    """Everybody but the child, with the role in the family."""
    lines = []
    for person in people_of_family(route.family_id or 0):
        roles = [FamilyMember.Role(member.role).label for member in person.memberships.all()]
        if person.pk != child.pk:
            lines.append(f"{person.code}: {', '.join(map(str, roles))}")
    return "\n".join(lines)


def _placements(child: Person) -> str:
    lines = Placement.objects.filter(child=child, voided_at=None)
    return "\n".join(
        _("since %(day)s: %(place)s") % {"day": show_day(one.from_on), "place": one.get_kind_display()} for one in lines
    )


def _path(route: Route) -> str:
    definition = definition_of(route.version)
    steps = route.steps.select_related("version").all()
    return "\n".join(
        f"{show_day(step.on)}: {place_title(definition_of(step.version) or definition, step.to_stage)}"
        for step in steps
    )
