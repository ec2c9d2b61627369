"""A piece as bytes, to be put by and taken out again: what it counts as text, who that was as plain numbers. Pure."""

import json
from decimal import Decimal
from typing import Any, Final

from opora.indicators.rules.pieces import Piece

_HEAD: Final = 4
"""Bytes that say how long the text is, and of each number of it how many numbers follow."""
Pieces = dict[str, Piece]


def packed(pieces: Pieces) -> bytes:
    """The pieces of all groups."""
    told, numbers = [], []
    for group, one in pieces.items():
        told.append(
            {
                "group": group,
                "heads": one.heads,
                "amounts": [str(amount) for amount in one.amounts],
                "spread": [[str(amount), times] for amount, times in one.spread.items()],
                "families": len(one.families),
                "subjects": None if one.subjects is None else len(one.subjects),
            }
        )
        numbers.append(one.families)
        if one.subjects is not None:
            numbers.append(one.subjects)
    text = json.dumps(told).encode()
    return len(text).to_bytes(_HEAD) + text + b"".join(one.astype("<i8").tobytes() for one in numbers)


def unpacked(data: bytes) -> dict[str, Piece]:
    """What was packed."""
    import numpy as np

    size = int.from_bytes(data[:_HEAD])
    numbers = np.frombuffer(data, dtype="<i8", offset=_HEAD + size) if len(data) > _HEAD + size else np.empty(0, "<i8")
    passed, found = 0, {}

    def taken(how_many: int) -> Any:
        nonlocal passed
        passed += how_many
        return numbers[passed - how_many : passed].astype(np.int64, copy=False)

    for one in json.loads(data[_HEAD : _HEAD + size]):
        yes, no, unknown = one["heads"]
        amount_yes, amount_no, amount_unknown = map(Decimal, one["amounts"])
        found[one["group"]] = Piece(
            (yes, no, unknown),
            (amount_yes, amount_no, amount_unknown),
            taken(one["families"]),
            None if one["subjects"] is None else taken(one["subjects"]),
            {Decimal(amount): times for amount, times in one["spread"]},
        )
    return found
