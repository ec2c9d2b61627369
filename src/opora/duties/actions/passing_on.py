"""All that hangs on somebody, or some of it, into other hands: looked at first, done in one go, or not at all."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from opora.access.hanging import Giving, Hanging, Item, hanging_everywhere
from opora.access.models import RoleAssignment
from opora.access.queries import names_of
from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict, Invalid, NotFound
from opora.common.news import gathered
from opora.duties import policies
from opora.duties.models import HandingOn
from opora.duties.queries import Grants, fits, hanging_of, name_of
from opora.duties.rules import may_take


@dataclass(frozen=True, slots=True)
class Passed:
    """What of one kind goes to whom."""

    kind: str
    title: Any
    to_user_id: int
    to_name: str
    items: list[Item]


class _TakenBackError(Exception):
    """The deed was only looked at."""


def pass_on(
    *,
    actor: Actor,
    user_id: int,
    receivers: Mapping[str, int],
    reason: str,
    only_look: bool = False,
    on: date,
) -> list[Passed]:
    """Pass on somebody's work, kind by kind (``receivers``: kind to colleague), in one transaction.

    Only to those who may open it; all that is wrong is told at once, by kind. With ``only_look`` everything is done
    and taken back, so that what was looked at is what happens.
    """
    policies.check_can_look(actor, user_id)
    name_of(user_id=user_id)
    passed: list[Passed] = []
    try:
        with transaction.atomic():
            passed = _pass_all(actor, user_id, receivers, reason, on)
            if only_look:
                raise _TakenBackError
    except _TakenBackError:
        pass
    return passed


def _pass_all(actor: Actor, user_id: int, receivers: Mapping[str, int], reason: str, on: date) -> list[Passed]:
    grants = _grants_of(set(receivers.values()))
    names = names_of(user_ids=grants)
    wrong: dict[str, object] = {} if reason.strip() else {"reason": policies.SAY_WHY}
    passed = []
    kinds = [one for one in hanging_everywhere() if one.pass_on is not None and one.kind in receivers]
    # All is read before anything moves: with the case its former manager loses sight of what was begun there.
    held = {one.kind: one.read(actor, user_id) for one in kinds}
    with gathered("cases.changed", "routes.changed"):
        for one in kinds:
            to, items = receivers[one.kind], held[one.kind]
            if problem := _problem(items, to, user_id, grants):
                wrong[one.kind] = problem
            elif items and one.pass_on is not None:
                one.pass_on(Giving(actor, user_id, to, on), items)
                passed.append(Passed(one.kind, one.title, to, names[to], items))
        if not passed and not wrong:
            wrong[""] = policies.NOTHING
        if wrong:
            raise Invalid(wrong)
    _write_down(actor, user_id, passed, reason, on)
    return passed


def _problem(items: list[Item], to: int, user_id: int, grants: Mapping[int, Grants]) -> str:
    if to not in grants:
        return _("Choose a colleague from the list.")
    if to == user_id:
        return _("This is in these hands already. Choose somebody else.")
    lost = [item.words for item in items if not fits(grants[to], item)]
    if not lost:
        return ""
    sentence = ngettext(
        "This person may not open %(count)s of them: %(which)s.",
        "This person may not open %(count)s of them: %(which)s.",
        len(lost),
    )
    which = ", ".join(lost[:5]) + (" …" if len(lost) > 5 else "")
    return sentence % {"count": len(lost), "which": which}


def _write_down(actor: Actor, user_id: int, passed: list[Passed], reason: str, on: date) -> None:
    count = sum(len(one.items) for one in passed)
    HandingOn.objects.create(
        from_user_id=user_id,
        on=on,
        by_id=actor.user_id,
        reason=reason.strip()[:500],
        parts=[{"kind": one.kind, "to": one.to_user_id, "count": len(one.items)} for one in passed],
    )
    audit.record(actor=actor, verb="duties.passed_on", user=user_id, count=count, day=on.isoformat())


@transaction.atomic
def assign(*, actor: Actor, kind: str, key: int, to_user_id: int, on: date) -> Item:
    """Give one thing that is nobody's to a colleague who may open it; taken meanwhile, it is left alone."""
    one = hanging_of(kind)
    item = _nobodys(actor, one, key)
    grants = _grants_of({to_user_id})
    if to_user_id not in grants or not may_take(grants[to_user_id], roles=item.roles, department_id=item.department_id):
        raise Invalid({"to_user_id": _("This person may not open it. Choose somebody else.")})
    if one.pass_on is not None:
        one.pass_on(Giving(actor, None, to_user_id, on), [item])
    audit.record(
        actor=actor, verb="duties.assigned", case_id=item.case_id, family_id=item.family_id, user=to_user_id, kind=kind
    )
    return item


def note_look(*, actor: Actor, user_id: int) -> None:
    """Whoever looks at the work of somebody else sees numbers of families: a line in the journal."""
    if actor.user_id != user_id:
        audit.record(actor=actor, verb="duties.looked", user=user_id)


def _nobodys(actor: Actor, one: Hanging, key: int) -> Item:
    if one.unowned is None or one.pass_on is None or not policies.leads(actor):
        raise NotFound
    item = next((item for item in one.unowned(actor, None) if item.key == key), None)
    if item is None:
        raise Conflict(_("Somebody has taken care of this meanwhile. Nothing was changed."))
    return item


def _grants_of(user_ids: set[int]) -> dict[int, Grants]:
    rows = RoleAssignment.objects.filter(user_id__in=user_ids, user__is_active=True)
    found: dict[int, set[tuple[str, int | None]]] = {}
    for user_id, role, place in rows.values_list("user_id", "role", "department_id"):
        found.setdefault(user_id, set()).add((role, place))
    return {user_id: frozenset(grants) for user_id, grants in found.items()}
