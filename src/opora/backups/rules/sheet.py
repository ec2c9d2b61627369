"""The keys of an installation on paper: short groups of signs that can be typed back, each line with its own check.

The signs are Crockford's: no I, L, O and U; small letters, a Cyrillic letter that looks the same, and O for zero are
understood. A line that was mistyped is named at once, before the next one is typed.
"""

import hashlib
import json
import zlib
from collections.abc import Iterable, Mapping

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUES = {sign: value for value, sign in enumerate(SIGNS)}
_ALIKE = str.maketrans("OILАВЕЗКМНОРСТХ", "011ABE3KMH0PCTX")
GROUP, GROUPS = 4, 8
_LINE_BYTES = GROUP * GROUPS * 5 // 8
_CHECK_BYTES = 8


class Mistyped(ValueError):
    """A line does not fit its check; ``line`` is its number, 0 when all lines together do not fit."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def lines_of(keys: Mapping[str, str]) -> list[str]:
    """The keys, by the names of their files, as numbered lines: eight groups, and one that checks the line."""
    plain = zlib.compress(json.dumps(dict(sorted(keys.items())), separators=(",", ":")).encode(), 9)
    data = hashlib.sha256(plain).digest()[:_CHECK_BYTES] + len(plain).to_bytes(2, "big") + plain
    data += bytes(-len(data) % _LINE_BYTES)
    pieces = [data[start : start + _LINE_BYTES] for start in range(0, len(data), _LINE_BYTES)]
    return [_line(number, piece) for number, piece in enumerate(pieces, 1)]


def keys_of(lines: Iterable[str]) -> dict[str, str]:
    """The keys typed back. Lines may stand in any order, and what is no line of signs is passed over.

    Raises Mistyped for the first line that does not fit, and for lines that together are not the sheet.
    """
    pieces: dict[int, bytes] = {}
    for line in lines:
        if (found := read_line(line)) is not None:
            pieces[found[0]] = found[1]
    if set(pieces) != set(range(1, len(pieces) + 1)):
        raise Mistyped(next(number for number in range(1, len(pieces) + 2) if number not in pieces))
    data = b"".join(pieces[number] for number in sorted(pieces))
    check, size, rest = data[:_CHECK_BYTES], data[_CHECK_BYTES : _CHECK_BYTES + 2], data[_CHECK_BYTES + 2 :]
    plain = rest[: int.from_bytes(size, "big")]
    if not pieces or hashlib.sha256(plain).digest()[:_CHECK_BYTES] != check:
        raise Mistyped(0)
    return dict(json.loads(zlib.decompress(plain)))


def read_line(line: str) -> tuple[int, bytes] | None:
    """The number of a line and what stands in it; None for a line that is none. Raises Mistyped."""
    number, _dot, rest = line.strip().partition(".")
    if not (number.isdecimal() and rest.strip()):
        return None
    signs = "".join(rest.upper().translate(_ALIKE).replace("-", "").split())
    if len(signs) != GROUP * (GROUPS + 1) or not set(signs) <= set(SIGNS):
        raise Mistyped(int(number))
    body, check = signs[: GROUP * GROUPS], signs[GROUP * GROUPS :]
    value = 0
    for sign in body:
        value = value * 32 + _VALUES[sign]
    piece = value.to_bytes(_LINE_BYTES, "big")
    if _check(int(number), piece) != check:
        raise Mistyped(int(number))
    return int(number), piece


def _line(number: int, piece: bytes) -> str:
    signs = _signs(int.from_bytes(piece, "big"), GROUP * GROUPS) + _check(number, piece)
    groups = [signs[start : start + GROUP] for start in range(0, len(signs), GROUP)]
    return f"{number:>2}. {' '.join(groups)}"


def _check(number: int, piece: bytes) -> str:
    digest = hashlib.sha256(number.to_bytes(2, "big") + piece).digest()
    return _signs(int.from_bytes(digest[:4], "big") >> 12, GROUP)


def _signs(value: int, length: int) -> str:
    found = ""
    for _place in range(length):
        value, sign = divmod(value, 32)
        found = SIGNS[sign] + found
    return found
