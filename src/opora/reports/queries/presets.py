"""Presets that ship with the product: a file of text each."""

from functools import cache
from pathlib import Path

from opora.common.errors import NotFound
from opora.reports.rules.presets import Preset, read_preset

FOLDER = Path(__file__).parent.parent / "presets"


@cache
def presets() -> tuple[Preset, ...]:
    """Every preset, in the order of their files."""
    return tuple(read_preset(one.stem[2:], one.read_text(encoding="utf-8")) for one in sorted(FOLDER.glob("*.toml")))


def find_preset(code: str) -> Preset:
    """A preset by its code; raises NotFound."""
    for one in presets():
        if one.code == code:
            return one
    raise NotFound
