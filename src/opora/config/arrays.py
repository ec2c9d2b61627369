"""Lists of numbers and words go to the database quickly: rooms ask with ids and codes, often by the ten thousand."""

import re
from typing import Any

import psycopg
from psycopg.abc import Buffer
from psycopg.types.array import ListDumper

# What has a meaning within the quotes of an array, and what no text of the database may hold.
_SPECIAL = re.compile(r'["\\\0]')
_BETWEEN = '","'


class _Lists(ListDumper):
    """As psycopg spells a list, but plain lists of whole numbers or of words at once and not one by one."""

    def dump(self, obj: list[Any]) -> Buffer | None:
        kinds = set(map(type, obj))
        if kinds == {int}:
            return f"{{{','.join(map(str, obj))}}}".encode()
        if kinds == {str} and not _SPECIAL.search("".join(obj)):
            return f'{{"{_BETWEEN.join(obj)}"}}'.encode()
        return super().dump(obj)


def spell_quickly() -> None:
    """From now on; connections that stand already spell as before."""
    psycopg.adapters.register_dumper(list, _Lists)
