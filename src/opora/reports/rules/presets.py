"""Presets of reports: folders of text that say which blocks a report begins with and what to write between them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from opora.common.bilingual import EMPTY, Text
from opora.reports.rules.kinds import KINDS


@dataclass(frozen=True, slots=True)
class PresetBlock:
    """A block to begin with: its heading, what it shows, and in plain words what to write there."""

    kind: str
    heading: Text = EMPTY
    prompt: Text = EMPTY
    options: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Preset:
    """A report to begin with. ``program`` is the code of the only program it is for, empty for any."""

    code: str
    title: Text
    about: Text
    program: str
    months: int
    blocks: tuple[PresetBlock, ...]


def read_preset(code: str, source: str) -> Preset:
    """The preset a file says; raises ValueError for what no report could be begun with."""
    told = tomllib.loads(source)
    blocks = tuple(_block(code, one) for one in told.get("block", ()))
    if not blocks:
        raise ValueError(f"{code}: no block")
    return Preset(
        code, _text(told, "title"), _text(told, "about"), told.get("program", ""), int(told.get("months", 12)), blocks
    )


def _block(code: str, told: Mapping[str, Any]) -> PresetBlock:
    kind = told.get("kind", "")
    if kind not in KINDS:
        raise ValueError(f"{code}: there is no block {kind!r}")
    options = {name: told[name] for name in told if name in KINDS[kind].options}
    if extra := set(told) - {"kind", "heading", "prompt"} - set(options):
        raise ValueError(f"{code}, {kind}: nobody reads {sorted(extra)}")
    return PresetBlock(kind, _text(told, "heading"), _text(told, "prompt"), options)


def _text(told: Mapping[str, Any], name: str) -> Text:
    return Text(**told[name]) if name in told else EMPTY
