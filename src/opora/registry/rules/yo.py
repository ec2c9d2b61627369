"""Codes with Ё: Opora's codes have no such letter, so Ё5 is read as Е5 and must not become another person's."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from opora.registry.rules.header import Field
from opora.registry.rules.register import RegistryRow

YE = "Е"


@dataclass(frozen=True)
class Spelled:
    """How the codes with Е are known: `with_yo` came as Ё, `people` are all that are recorded."""

    with_yo: Collection[str] = ()
    people: Collection[str] = ()


def doubtful(rows: Sequence[RegistryRow], spelled: Spelled) -> Iterator[tuple[RegistryRow, Field, str]]:
    """Rows with a code that is spelled otherwise than it is known, or than the rest of the register spells it."""
    with_yo = {code for row in rows for code in row.yo}
    plain = {code for row in rows for code in _codes(row) if code not in row.yo}
    for row in rows:
        for name, code in _named(row):
            if code[0] == YE and (code in row.yo) != _is_yo(code, with_yo, plain, spelled):
                yield row, name, code
                break


def _is_yo(code: str, with_yo: Collection[str], plain: Collection[str], spelled: Spelled) -> bool:
    if code in spelled.with_yo:
        return True
    if code in spelled.people:
        return False
    return code in with_yo and code not in plain


def _codes(row: RegistryRow) -> tuple[str, ...]:
    return (row.parent, *row.children)


def _named(row: RegistryRow) -> Iterator[tuple[Field, str]]:
    yield Field.PARENT, row.parent
    for child in row.children:
        yield Field.CHILDREN, child
