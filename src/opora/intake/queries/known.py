"""Do we know this family? Asked by the blind index; told by codes, and only of cases the reader may see (S4-01)."""

from dataclasses import dataclass

from opora.access.rules import Actor
from opora.cases import queries as cases
from opora.families import queries as families
from opora.families.rules import Identity


@dataclass(frozen=True, slots=True)
class KnownMatch:
    """Somebody who may be of this family, by code, with the newest case in sight."""

    family_id: int
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
            known = KnownMatch(family_id, match.code, case.pk, case.number, is_closed, tuple(match.reasons))
            found.setdefault(family_id, known)
    return list(found.values())
