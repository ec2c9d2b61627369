"""The table of the source documents, read once. It holds no family, so everybody who works here may read it."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from opora.sources.rules import SEEDS, SourceLine, read_lines, read_places

_TABLE = Path(__file__).parent / "table"


def source_lines(seed: str = "") -> list[SourceLine]:
    """Every line of the source documents, or of one of them; an unknown document has none."""
    return [line for line in _lines() if not seed or line.seed == seed]


def lines_at(page: str) -> list[SourceLine]:
    """What a page is there for: the lines that are made real on it, by the name of its address."""
    return list(_by_page().get(page, ()))


@cache
def _lines() -> tuple[SourceLine, ...]:
    places = read_places(_toml("places"))
    return tuple(line for seed in SEEDS for line in read_lines(_toml(seed), places))


@cache
def _by_page() -> Mapping[str, list[SourceLine]]:
    found: dict[str, list[SourceLine]] = {}
    for line in _lines():
        for place in line.places:
            found.setdefault(place.page, []).append(line)
    return found


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((_TABLE / f"{name}.toml").read_text(encoding="utf-8"))
