"""Who may do what with people. This room knows no cases, so it asks through one window who sees which family."""

from collections.abc import Iterable
from typing import Protocol

from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor, Scope, can, scope
from opora.common.errors import NotFound, Refused


class Sight(Protocol):
    """What the rooms above know: which cases, and so which families, an actor reaches with an ability."""

    def family_of(self, actor: Actor, case_id: int, ability: str) -> int | None:
        """The family of a case when the ability reaches it, otherwise None."""

    def reached(self, actor: Actor, family_ids: Iterable[int], ability: str) -> frozenset[int]:
        """Those of the families that have a case the ability reaches."""


class _Blind:
    """Nobody sees anything until the rooms above are wired."""

    def family_of(self, actor: Actor, case_id: int, ability: str) -> int | None:
        return None

    def reached(self, actor: Actor, family_ids: Iterable[int], ability: str) -> frozenset[int]:
        return frozenset(family_ids) if actor.is_system else frozenset()


_sight: Sight = _Blind()


def look_through(sight: Sight) -> Sight:
    """Set the window, once at start-up; gives the former one."""
    global _sight
    former, _sight = _sight, sight
    return former


def family_in_sight(*, actor: Actor, case_id: int) -> int:
    """The family of a case the actor may read; NotFound for any other."""
    family_id = _sight.family_of(actor, case_id, "case.read")
    if family_id is None:
        raise _unseen()
    return family_id


def sees_identities(*, actor: Actor, case_id: int) -> bool:
    """Whether the actor may read names in a case."""
    return _sight.family_of(actor, case_id, "identity.read") is not None


def check_can_read_identities(*, actor: Actor, case_id: int) -> int:
    """The family whose names the actor may read in a case; NotFound when he may not even know of it."""
    family_id = _sight.family_of(actor, case_id, "identity.read")
    if family_id is None:
        raise _unseen()
    return family_id


def can_change_family(*, actor: Actor, case_id: int) -> bool:
    """Whether the actor may add people to the family of a case and change what is known of them."""
    return _sight.family_of(actor, case_id, "case.change") is not None


def check_can_change_family(*, actor: Actor, case_id: int) -> int:
    """The family the actor may change; NotFound when he may not see it, Refused when he may only read."""
    family_id = _sight.family_of(actor, case_id, "case.change")
    if family_id is None:
        family_in_sight(actor=actor, case_id=case_id)
        raise Refused(_("You may read about this family but not change it. Ask the case manager."))
    return family_id


def check_can_register(*, actor: Actor) -> None:
    """Families are registered by those who open cases, and by the import of a registry."""
    if not (can(actor, "case.open") or can(actor, "registry.import")):
        raise Refused(_("You may not register families. Ask your coordinator."))


def check_can_add_to(*, actor: Actor, family_id: int, case_id: int | None) -> None:
    """People are added to the family of a case one may change, or to a family one is about to open a case for."""
    if case_id is None:
        check_can_register(actor=actor)
    elif check_can_change_family(actor=actor, case_id=case_id) != family_id:
        raise _unseen()


def check_can_change_person(*, actor: Actor, family_ids: Iterable[int], case_id: int | None) -> None:
    """A person is changed by whoever may change a case of a family the person belongs or belonged to."""
    families = frozenset(family_ids)
    if case_id is not None:
        if check_can_change_family(actor=actor, case_id=case_id) not in families:
            raise _unseen()
    elif not _sight.reached(actor, families, "case.change"):
        raise _unseen()


def can_place(*, actor: Actor, case_id: int) -> bool:
    """Whether the actor may record where the children of a case live."""
    return _sight.family_of(actor, case_id, "assessment.write") is not None


def check_can_place(*, actor: Actor, family_ids: Iterable[int]) -> None:
    """Where a child lives is recorded by those who assess the family: they are the ones who visit it."""
    if not _sight.reached(actor, frozenset(family_ids), "assessment.write"):
        raise _unseen()


def check_can_destroy(*, actor: Actor) -> None:
    """An identity is destroyed by the head of the organisation only."""
    if scope(actor, "identity.read") is not Scope.ALL:
        raise Refused(_("Only the head of the organisation may destroy an identity."))


def reached_families(*, actor: Actor, family_ids: Iterable[int]) -> frozenset[int]:
    """Those of the families whose people the actor may know by name."""
    return _sight.reached(actor, family_ids, "identity.read")


def _unseen() -> NotFound:
    return NotFound(_("There is no such case."))
