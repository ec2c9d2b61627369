"""Who may bring in a register, and whose cases it may touch."""

from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor, Scope, can, scope
from opora.cases import policies as cases
from opora.common.errors import NotFound, Refused
from opora.registry.models import ImportRun


def check_can_import(actor: Actor) -> None:
    """Registers are brought in by the head and, for their own departments, by coordinators."""
    if not can(actor, "registry.import"):
        raise Refused(_("You may not import a registry. Ask the head of the organization."))


def can_import_into(actor: Actor, *, department_id: int) -> bool:
    """Whether the person may bring cases into this department."""
    return cases.within(actor, "registry.import", department_id=department_id)


def can_add_departments(actor: Actor) -> bool:
    """A department that only the register knows is added by whoever keeps the departments and the practice."""
    return (
        scope(actor, "registry.import") is Scope.ALL
        and can(actor, "people.manage")
        and scope(actor, "practice.manage") is Scope.ALL
    )


def can_see_run(actor: Actor, run: ImportRun) -> bool:
    """An import is seen by whoever began it and by those who may import for the whole organization."""
    return scope(actor, "registry.import") is Scope.ALL or (
        can(actor, "registry.import") and actor.user_id is not None and run.user_id == actor.user_id
    )


def check_can_see_run(actor: Actor, run: ImportRun) -> None:
    """Raise NotFound for an import that is not this person's to see."""
    if not can_see_run(actor, run):
        raise unseen()


def unseen() -> NotFound:
    """The one answer for an import that does not exist and for one that this person may not see."""
    return NotFound(_("There is no such import."))
