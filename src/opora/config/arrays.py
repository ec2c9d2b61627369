"""Lists of numbers go to the database quickly: most lists that rooms ask with are ids, often by the ten thousand."""

from typing import Any

import psycopg
from psycopg.abc import Buffer
from psycopg.types.array import ListDumper


class _Lists(ListDumper):
    """As psycopg spells a list, but a plain list of whole numbers at once and not number by number."""

    def dump(self, obj: list[Any]) -> Buffer | None:
        if set(map(type, obj)) == {int}:
            return f"{{{','.join(map(str, obj))}}}".encode()
        return super().dump(obj)


def spell_quickly() -> None:
    """From now on; connections that stand already spell as before."""
    psycopg.adapters.register_dumper(list, _Lists)
