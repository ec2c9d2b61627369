"""Which results of formulas a workbook of an old Excel (.xls) really tells, and which only stand there.

A program that does not calculate says so in the formula, or leaves an empty text and names no engine that calculated.
One that imitates Excel 97 (LibreOffice does) writes nought for a text that it took over from another workbook and did
not calculate itself: such a nought is a result only where the formula cannot give anything but a number.
"""

import struct
from dataclasses import dataclass
from typing import Final

IMITATED: Final = (0x0DBB, 0x07CC)
"""The build of Excel 97 and its year, under which other programs write."""

_WHEN_OPENED: Final = 2
_EMPTY_TEXT: Final = b"\x03\x00\x00\x00\x00\x00\xff\xff"
# After its first byte each part of a formula is as long as its kind says; of all others the length is not known here.
_LENGTHS: Final = {
    kind: length
    for length, kinds in {
        0: range(0x03, 0x17),
        1: (0x1C, 0x1D),
        2: (0x1E, 0x21),
        3: (0x22,),
        4: (0x23, 0x24, 0x2A, 0x2C),
        6: (0x39, 0x3A, 0x3C),
        7: (0x20,),
        8: (0x1F, 0x25, 0x2B, 0x2D),
        10: (0x3B, 0x3D),
    }.items()
    for kind in kinds
}
_TEXT, _ATTRIBUTE, _FUNCTION, _FUNCTION_OF_MANY = 0x17, 0x19, 0x21, 0x22
_SUM, _CHOOSE, _SKIPPED = 0x10, 0x04, 0x40
# Sums, differences, products, quotients, powers, the opposite, a percentage, a whole number, a number.
_NUMERIC: Final = frozenset({0x03, 0x04, 0x05, 0x06, 0x07, 0x13, 0x14, 0x1E, 0x1F})
# COUNT, SUM, AVERAGE, MIN, MAX, ABS, INT, ROUND, COUNTA, SUMPRODUCT, SUMIF, COUNTIF, COUNTBLANK.
_COUNTING: Final = frozenset({0, 4, 5, 6, 7, 24, 25, 27, 169, 228, 345, 346, 347})


@dataclass(frozen=True, slots=True)
class Origin:
    """Who saved the workbook: under the build of Excel 97 or not, and whether an engine that calculates is named."""

    imitates: bool = False
    calculates: bool = False

    def is_to_come(self, told: bytes) -> bool:
        """Whether the result of a formula was never calculated, or not by whoever saved it.

        `told` is the record from its result on: the result, how it is treated, and the formula's parts.
        """
        result, ways, _chain, length = struct.unpack_from("<dHIH", told)
        if result == 0 and ways & _WHEN_OPENED:
            return True
        if not self.imitates:
            return False
        if told.startswith(_EMPTY_TEXT):
            return not self.calculates and not ways & _WHEN_OPENED
        return result == 0 and not gives_number(told[16 : 16 + length])


def gives_number(parts: bytes) -> bool:
    """Whether a formula can show nothing but a number, told by what it does last."""
    at, last = 0, False
    while at < len(parts):
        kind, more = parts[at], parts[at + 1 :]
        # The same part is told in three ways, by what is done with its result.
        kind = kind if kind < 0x20 else kind & 0x1F | 0x20
        if kind == _TEXT and len(more) >= 2:
            length, last = 2 + more[0] * (2 if more[1] & 1 else 1), False
        elif kind == _ATTRIBUTE and len(more) >= 3:
            length = 3 + (2 * (struct.unpack_from("<H", more, 1)[0] + 1) if more[0] & _CHOOSE else 0)
            last = bool(more[0] & _SUM) or (last and bool(more[0] & _SKIPPED))
        elif kind in _LENGTHS:
            length = _LENGTHS[kind]
            last = _is_number(kind, more, last)
        else:
            return False
        at += 1 + length
    return last and at == len(parts)


def _is_number(kind: int, more: bytes, last: bool) -> bool:
    if kind == 0x15:
        # What stands in brackets is what it was.
        return last
    if kind == _FUNCTION:
        return int.from_bytes(more[:2], "little") in _COUNTING
    if kind == _FUNCTION_OF_MANY:
        return int.from_bytes(more[1:3], "little") in _COUNTING
    return kind in _NUMERIC
