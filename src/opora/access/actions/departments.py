"""Departments: each numbers its own case files (S3-79, S3-81)."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access import policies
from opora.access.models import Department
from opora.access.rules import Actor, PatternError, check_pattern
from opora.audit.actions import record
from opora.common.errors import Invalid, NotFound
from opora.common.text import fold, squeeze

_NAME_LENGTH = 120
_PATTERN_LENGTH = 60


@transaction.atomic
def add_department(*, actor: Actor, name: str, number_pattern: str = "{n}") -> Department:
    """Open a department with the pattern its case numbers follow."""
    policies.check_can_manage(actor)
    department = Department(name=_free_name(name), number_pattern=_checked_pattern(number_pattern))
    department.save()
    record(actor=actor, verb="access.department_added", department=department.pk)
    return department


@transaction.atomic
def change_department(
    *, actor: Actor, department_id: int, name: str, number_pattern: str, is_active: bool = True
) -> Department:
    """Rename a department, change its numbers from now on, or take it out of use; its cases keep their numbers."""
    policies.check_can_manage(actor)
    department = Department.objects.select_for_update().filter(pk=department_id).first()
    if department is None:
        raise NotFound
    department.name = _free_name(name, besides=department_id)
    department.number_pattern = _checked_pattern(number_pattern)
    department.is_active = is_active
    department.save(update_fields=["name", "number_pattern", "is_active"])
    record(actor=actor, verb="access.department_changed", department=department.pk)
    return department


def _free_name(name: str, *, besides: int | None = None) -> str:
    """The name as kept; two departments whose names sound alike would be mixed up in every list."""
    name = squeeze(name)
    if not name:
        raise Invalid({"name": _("Give the department a name.")})
    if len(name) > _NAME_LENGTH:
        raise Invalid({"name": _("Shorten the name to 120 characters.")})
    others = Department.objects.values_list("pk", "name")
    if fold(name) in {fold(other) for pk, other in others if pk != besides}:
        raise Invalid({"name": _("There is a department with this name already.")})
    return name


def _checked_pattern(pattern: str) -> str:
    """The pattern as kept: one that cannot number cases is refused, whoever asks."""
    pattern = pattern.strip()
    try:
        check_pattern(pattern)
    except PatternError as error:
        sentence = _("The pattern needs the running number {n} once, and nothing else in braces but {year}.")
        raise Invalid({"number_pattern": sentence}) from error
    if len(pattern) > _PATTERN_LENGTH:
        raise Invalid({"number_pattern": _("Shorten the pattern to 60 characters.")})
    return pattern
