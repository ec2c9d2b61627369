"""What the product's own font can set: a sign that it has not would keep a whole report from paper."""

import re
import struct
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

FONT = Path(__file__).parent / "fonts" / "GolosText-Regular.ttf"
INSTEAD = "?"
_SPACES = "\n\t"
# They join or turn the sign before them and are nothing where that sign is not set.
_JOINING = re.compile("[\u200c\u200d\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0000-\U000e007f]")


def settable(value: Any) -> Any:
    """The same value, in whose texts every sign the font has not, as a smile, is a question mark."""
    if isinstance(value, str):
        return value if value.isascii() and value.isprintable() else _set(value)
    if isinstance(value, Mapping):
        return {name: settable(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [settable(one) for one in value]
    return value


def _set(text: str) -> str:
    return _unknown().sub(INSTEAD, _JOINING.sub("", unicodedata.normalize("NFC", text)))


@cache
def _unknown() -> re.Pattern[str]:
    known = "".join(rf"\U{first:08x}-\U{last:08x}" for first, last in _ranges(FONT.read_bytes()))
    return re.compile(f"[^{_SPACES}{known}]+")


def _ranges(font: bytes) -> Iterator[tuple[int, int]]:
    """The signs of a TrueType font, as its table of signs (cmap, format 4) names them."""
    (tables,) = struct.unpack_from(">H", font, 4)
    heads = [struct.unpack_from(">4sIII", font, 12 + 16 * one) for one in range(tables)]
    start = next(offset for tag, _sum, offset, _length in heads if tag == b"cmap")
    (kinds,) = struct.unpack_from(">H", font, start + 2)
    places = [start + struct.unpack_from(">HHI", font, start + 4 + 8 * one)[2] for one in range(kinds)]
    place = next(one for one in places if struct.unpack_from(">H", font, one)[0] == 4)
    (twice,) = struct.unpack_from(">H", font, place + 6)
    many = twice // 2
    lasts = struct.unpack_from(f">{many}H", font, place + 14)
    firsts = struct.unpack_from(f">{many}H", font, place + 16 + twice)
    return ((first, last) for first, last in zip(firsts, lasts, strict=True) if 32 <= first < 0xFEFF)
