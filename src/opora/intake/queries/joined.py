"""Signals that were said to tell of one family, and what keeps two of them together since."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.common.errors import NotFound
from opora.families.bound import Bound, To, bound_everywhere
from opora.intake.models import ContactRecord, Referral, SignalJoin, Visit, VisitedChild
from opora.process.queries import visible_to


@dataclass(frozen=True, slots=True)
class JoinedSignal:
    """A joining as one of its two signals sees it: the number of the other one."""

    join: SignalJoin
    other_id: int


def joined_with(*, actor: Actor, referral: Referral) -> list[JoinedSignal]:
    """The signals this one was joined with, whichever of the two followed; both in sight of the reader."""
    seen = Q(given__route__in=visible_to(actor).values("pk"), other__route__in=visible_to(actor).values("pk"))
    joins = SignalJoin.objects.filter(seen, Q(given=referral) | Q(other=referral), undone_at=None).order_by("pk")
    return [
        JoinedSignal(join, join.other_id if join.given_id == referral.pk else join.given_id)
        for join in joins.select_related("given__route")
    ]


def find_join(*, actor: Actor, referral_id: int, join_id: int) -> JoinedSignal:
    """One joining of a signal in sight, or NotFound."""
    referral = Referral.objects.filter(pk=referral_id, route__in=visible_to(actor).values("pk")).defer("told").first()
    found = joined_with(actor=actor, referral=referral) if referral is not None else []
    one = next((one for one in found if one.join.pk == join_id), None)
    if one is None:
        raise NotFound(_("These two signals are not joined."))
    return one


def why_joined_stay(join: SignalJoin) -> Sequence[object]:
    """Every reason why the path cannot forget its family again; nothing while it can."""
    route = join.given.route
    why: list[object] = []
    if route.case_id is not None:
        why.append(_("A case was opened on the path meanwhile: its family stays."))
    if route.family_id != join.family_id:
        why.append(_("The path was given another family meanwhile."))
    if _names_people(route.pk):
        why.append(_("What was recorded on the path since names people of the family."))
    return why


def _names_people(route_id: int) -> bool:
    """Say whether a contact, a visit or a paper of the path names somebody of its family."""
    return (
        ContactRecord.objects.filter(route_id=route_id, people__isnull=False).exists()
        or Visit.objects.filter(route_id=route_id, adults__isnull=False).exists()
        or VisitedChild.objects.filter(visit__route_id=route_id, person__isnull=False).exists()
        or any(_has(one, route_id) for one in bound_everywhere() if _is_kept_on_paths(one))
    )


def _is_kept_on_paths(bound: Bound) -> bool:
    """Say whether rows of a kind name a person and lie on a path themselves: consents, letters, tasks."""
    return bound.to is To.PERSON and any(field.name == "route" for field in bound.table._meta.get_fields())


def _has(bound: Bound, route_id: int) -> bool:
    return bound.table._default_manager.filter(route_id=route_id, **{f"{bound.field}__isnull": False}).exists()
