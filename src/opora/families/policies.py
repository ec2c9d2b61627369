"""Who may do what with people. This room knows no cases, so it asks through one window who sees which family."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor, Scope, can, scope
from opora.common.errors import NotFound, Refused


@dataclass(frozen=True, slots=True)
class Standing:
    """What somebody may do in one case he or she may read: the abilities that reach it, and its family."""

    family_id: int
    abilities: frozenset[str]

    @property
    def may_read_names(self) -> bool:
        return "identity.read" in self.abilities

    @property
    def may_change(self) -> bool:
        """Whether people may be added and what is known of them changed."""
        return "case.change" in self.abilities

    @property
    def may_merge(self) -> bool:
        """Whether two records of one person may be brought together: by those who answer for the department."""
        return "assessment.approve" in self.abilities

    @property
    def may_place(self) -> bool:
        """Whether it may be recorded where the children live: by those who assess the family, for they visit it."""
        return "assessment.write" in self.abilities


class Sight(Protocol):
    """What the rooms above know: which cases, and so which families, an actor reaches with an ability."""

    def standing(self, actor: Actor, case_id: int) -> Standing | None:
        """What the actor may do in a case; None when he or she may not read it."""

    def reached(self, actor: Actor, family_ids: Iterable[int], ability: str) -> frozenset[int]:
        """Those of the families that have a case the ability reaches."""


class _Blind:
    """Nobody sees anything until the rooms above are wired."""

    def standing(self, actor: Actor, case_id: int) -> Standing | None:
        return None

    def reached(self, actor: Actor, family_ids: Iterable[int], ability: str) -> frozenset[int]:
        return frozenset()


_sight: Sight = _Blind()


def look_through(sight: Sight) -> Sight:
    """Set the window, once at start-up; gives the former one."""
    global _sight
    former, _sight = _sight, sight
    return former


def standing_in(*, actor: Actor, case_id: int) -> Standing:
    """What the actor may do in a case; NotFound when he or she may not read it."""
    found = _sight.standing(actor, case_id)
    if found is None:
        raise _unseen()
    return found


def check_can_read_identities(*, actor: Actor, case_id: int) -> Standing:
    """Raise NotFound unless the actor may read names in the case."""
    found = standing_in(actor=actor, case_id=case_id)
    if not found.may_read_names:
        raise _unseen()
    return found


def check_can_change_family(*, actor: Actor, case_id: int) -> Standing:
    """Raise NotFound when the actor may not see the family of a case, Refused when he or she may only read."""
    found = standing_in(actor=actor, case_id=case_id)
    check_may_change(found)
    return found


def check_may_change(standing: Standing) -> None:
    """Raise Refused for whoever may read the case and not change it."""
    if not standing.may_change:
        raise Refused(_("You may read about this family but not change it. Ask the case manager."))


def check_can_register(*, actor: Actor) -> None:
    """Families are registered by those who open cases, and by the import of a registry."""
    if not (can(actor, "case.open") or can(actor, "registry.import")):
        raise Refused(_("You may not register families. Ask your coordinator."))


def check_can_add_to(*, actor: Actor, family_id: int, case_id: int | None) -> None:
    """People are added to the family of a case one may change, or to a family one is about to open a case for."""
    if case_id is None:
        check_can_register(actor=actor)
    elif check_can_change_family(actor=actor, case_id=case_id).family_id != family_id:
        raise _unseen()


def check_can_change_person(*, actor: Actor, family_ids: Iterable[int], case_id: int | None) -> None:
    """A person is changed by whoever may change a case of a family the person belongs or belonged to."""
    families = frozenset(family_ids)
    if case_id is not None:
        if check_can_change_family(actor=actor, case_id=case_id).family_id not in families:
            raise _unseen()
    elif not _sight.reached(actor, families, "case.change"):
        raise _unseen()


def check_can_place(*, actor: Actor, family_ids: Iterable[int]) -> None:
    """Where a child lives is recorded by those who assess the family: they are the ones who visit it."""
    if not _sight.reached(actor, frozenset(family_ids), "assessment.write"):
        raise _unseen()


def check_can_merge(*, actor: Actor, case_id: int, other_families: Iterable[int]) -> Standing:
    """Raise NotFound unless the actor answers for the case and for a family of the other record too."""
    found = standing_in(actor=actor, case_id=case_id)
    if not (found.may_merge and found.may_read_names):
        raise _unseen()
    families = frozenset(other_families)
    if not families or not families <= _sight.reached(actor, families, "assessment.approve"):
        raise NotFound(_("There is no such person, or others answer for the family. Ask the head of the organization."))
    return found


def check_can_destroy(*, actor: Actor) -> None:
    """An identity is destroyed by the head of the organization only."""
    if scope(actor, "identity.read") is not Scope.ALL:
        raise Refused(_("Only the head of the organization may destroy an identity."))


def reached_families(*, actor: Actor, family_ids: Iterable[int]) -> frozenset[int]:
    """Those of the families whose people the actor may know by name."""
    return _sight.reached(actor, family_ids, "identity.read")


def _unseen() -> NotFound:
    return NotFound(_("There is no such case."))
