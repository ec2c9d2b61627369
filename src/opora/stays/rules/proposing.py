"""Which beds are proposed to a family: all in one room where there is one with enough of them."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FreeBed:
    """A bed nobody has on these days."""

    id: int
    room_id: int
    is_cot: bool = False


def propose_beds(people: Sequence[tuple[int, bool]], free: Sequence[FreeBed]) -> dict[int, int]:
    """A bed for each of the people (id, is an infant): the fullest fitting room first, a cot for an infant if there is.

    An infant without a cot sleeps with its mother and is proposed no bed of its own.
    """
    for beds in _rooms(free):
        chosen = _in_room(people, beds)
        if chosen is not None:
            return chosen
    return _in_room(people, list(free)) or {}


def _rooms(free: Sequence[FreeBed]) -> list[list[FreeBed]]:
    rooms: dict[int, list[FreeBed]] = {}
    for bed in free:
        rooms.setdefault(bed.room_id, []).append(bed)
    # The room that leaves the fewest beds empty, so that large rooms are kept for large families.
    return sorted(rooms.values(), key=len)


def _in_room(people: Sequence[tuple[int, bool]], beds: Sequence[FreeBed]) -> dict[int, int] | None:
    cots = [bed.id for bed in beds if bed.is_cot]
    grown = [bed.id for bed in beds if not bed.is_cot]
    chosen: dict[int, int] = {}
    for person, is_infant in people:
        if is_infant:
            if cots:
                chosen[person] = cots.pop(0)
        elif grown:
            chosen[person] = grown.pop(0)
        else:
            return None
    return chosen
