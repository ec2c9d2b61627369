"""Do we know this family? Asked by the blind index; told by codes, and only of cases the reader may see (S4-01).

Signals know each other in the same way: two of one family find each other by the telephone or the name that was told.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_

from django.db.models import Q

from opora.access.rules import Actor
from opora.cases import queries as cases
from opora.families import queries as families
from opora.families.keyring import blind_index
from opora.families.rules import Identity, likeness
from opora.families.sealing import opened
from opora.families.words import LIKENESS
from opora.intake.models import Referral, SignalMark
from opora.intake.rules.signal_told import person_told
from opora.process.queries import visible_to

_COMPARED, _SHOWN = 50, 5


@dataclass(frozen=True, slots=True)
class KnownMatch:
    """Somebody who may be of this family, by code, with the newest case in sight."""

    family_id: int
    person_id: int
    code: str
    case_id: int
    case_number: str
    is_closed: bool
    reasons: tuple[str, ...] = ()


def known_families(*, actor: Actor, surname: str = "", given: str = "", phone: str = "") -> list[KnownMatch]:
    """Families this person may see whose people agree with the name or the telephone, the likeliest first."""
    identity = Identity(surname=surname, given=given, phones=(phone,) if phone.strip() else ()).cleaned()
    if identity.is_empty:
        return []
    matches = [one for one in families.suggest_duplicates(actor=actor, identity=identity) if one.is_in_sight]
    ids = sorted({family_id for match in matches for family_id in match.family_ids})
    seen = cases.cases_of_family(actor=actor, family_ids=ids)
    found: dict[int, KnownMatch] = {}
    for match in matches:
        for family_id in sorted(match.family_ids & seen.keys()):
            case = seen[family_id][0]
            is_closed = case.closed_on is not None
            known = KnownMatch(
                family_id, match.person_id, match.code, case.pk, case.number, is_closed, tuple(match.reasons)
            )
            found.setdefault(family_id, known)
    return list(found.values())


@dataclass(frozen=True, slots=True)
class AlikeSignal:
    """A signal that may be of the same family: by number and day, with what agrees and never the words themselves."""

    id: int
    route_id: int
    received_at: datetime
    is_decided: bool
    reasons: tuple[str, ...]
    weight: int
    family_id: int | None = None


def alike_signals(*, actor: Actor, told: Mapping[str, str], but: int | None = None) -> list[AlikeSignal]:
    """Signals in sight that tell of the same people, the likeliest first; `but` is the one they are looked for."""
    wanted = person_told(told)
    sets = [sorted(tokens) for group in blind_index().alike(wanted) for tokens in group]
    if not sets:
        return []
    marks = SignalMark.objects.filter(reduce(or_, (Q(tokens__contains=tokens) for tokens in sets)))
    seen = Referral.objects.filter(route__in=visible_to(actor).values("pk"), mark__in=marks).exclude(pk=but or 0)
    found = []
    for one in seen.exclude(told=None).select_related("route").order_by("-pk")[:_COMPARED]:
        alike = likeness(wanted, person_told(opened(one, "told")))
        if alike is not None:
            reasons = tuple(str(LIKENESS[sign]) for sign in alike.told)
            found.append(
                AlikeSignal(
                    one.pk,
                    one.route_id,
                    one.received_at,
                    bool(one.outcome),
                    reasons,
                    alike.weight,
                    one.route.family_id,
                )
            )
    return sorted(found, key=lambda one: one.weight, reverse=True)[:_SHOWN]
