"""Pieces that were put by at night: a process that begins anew, or another one, needs not count them again."""

from collections.abc import Hashable, Iterable
from hashlib import sha256

from opora.indicators.models import KeptPiece
from opora.indicators.queries.statements import Asked, base_of, facts_of
from opora.indicators.rules.packing import Pieces, unpacked


def is_stored(asked: Asked) -> bool:
    """Whether it is asked as the list of indicators and the chain ask: of the whole house."""
    return not (asked.program_ids or asked.department_ids or asked.filters or asked.family_id)


def name_of(asked: Asked, key: Hashable) -> str:
    """By what a piece is found again: all it hangs on, with the statements that count it."""
    measure = asked.measure
    told = (key, measure.shape, measure.unit, facts_of(asked), *(base_of(one) for one in measure.base))
    return sha256(repr(told).encode()).hexdigest()


def which_stand(names: Iterable[str]) -> set[str]:
    """Those of these names under which a piece is put by."""
    return set(KeptPiece.objects.filter(key__in=list(names)).values_list("key", flat=True))


def taken_out(names: Iterable[str]) -> dict[str, Pieces]:
    """Those of these pieces that were put by."""
    wanted = list(names)
    if not wanted:
        return {}
    rows = KeptPiece.objects.filter(key__in=wanted).values_list("key", "data")
    return {key: unpacked(bytes(data)) for key, data in rows}
