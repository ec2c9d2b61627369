"""Plain values written as a TOML file, the way methodologists write theirs: `title.ru = "…"`, tables after lines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_LANGUAGES = {"ru", "en"}


def write_toml(data: Mapping[str, Any]) -> str:
    """The values as text; reading it back gives the same values. Keys whose value is None are left out."""
    return "\n".join(_lines(data, ())).strip("\n") + "\n"


def _lines(data: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[str]:
    tables: list[tuple[str, Any]] = []
    for key, value in data.items():
        if value is None:
            continue
        if _is_said(value):
            yield from (f"{_key(key)}.{language} = {_value(words)}" for language, words in value.items())
        elif isinstance(value, Mapping) or _is_tables(value):
            tables.append((key, value))
        else:
            yield f"{_key(key)} = {_value(value)}"
    for key, value in tables:
        below = (*path, key)
        name = ".".join(map(_key, below))
        for one in [value] if isinstance(value, Mapping) else value:
            yield from ("", f"[{name}]" if isinstance(value, Mapping) else f"[[{name}]]")
            yield from _lines(one, below)


def _is_said(value: Any) -> bool:
    """Words in two languages, or lists of them: written as two lines, not as a table."""
    return isinstance(value, Mapping) and bool(value) and set(value) <= _LANGUAGES


def _is_tables(value: Any) -> bool:
    return isinstance(value, list | tuple) and bool(value) and all(isinstance(one, Mapping) for one in value)


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else json.dumps(key, ensure_ascii=False)


def _value(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(key)} = {_value(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_value, value)) + "]"
    if isinstance(value, str):
        # What JSON escapes, TOML reads alike; the one sign that JSON lets stand is written out.
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return json.dumps(value)
