"""Only actions write: whatever changes a record checks, changes and journals in one place."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.source import PACKAGE, for_each, modules, shown, tree

# The benchmark fills a scratch database of its own, where nobody's record is.
MAY_WRITE = {"actions", "actions.py", "bench"}
ALWAYS = {"bulk_create", "bulk_update", "get_or_create", "update_or_create", "aupdate", "acreate", "asave", "adelete"}
WRITING_SQL = re.compile(r"\s*(INSERT|UPDATE|DELETE|TRUNCATE|COPY|MERGE)\b", re.IGNORECASE)


def _writes(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and _is_write(node, node.func.attr):
            yield node.lineno, node.func.attr


def _is_write(call: ast.Call, name: str) -> bool:
    """A record's or a query's verbs; a workbook saved to a path and a hash fed with bytes are neither."""
    if name in ALWAYS:
        return True
    if name in {"save", "delete"}:
        return not call.args
    if name in {"create", "update"}:
        return bool(call.keywords)
    if name in {"execute", "executemany"} and call.args:
        first = call.args[0]
        return isinstance(first, ast.Constant) and bool(WRITING_SQL.match(str(first.value)))
    return False


@for_each(modules(), shown)
def test_only_actions_write(path: Path) -> None:
    if MAY_WRITE & set(path.relative_to(PACKAGE).parts):
        return
    found = [f"line {line}: .{name}()" for line, name in _writes(tree(path))]
    assert not found, f"{shown(path)} writes outside of actions: {', '.join(found)}"


@pytest.mark.parametrize(
    ("source", "writes"),
    [
        ("case.save(update_fields=['number'])", True),
        ("Case.objects.filter(pk=1).update(number='1')", True),
        ("Case.objects.create(number='1')", True),
        ("cases.delete()", True),
        ("cursor.execute('UPDATE cases SET number = 1')", True),
        ("cursor.execute('SELECT 1')", False),
        ("workbook.save(path)", False),
        ("digest.update(data)", False),
    ],
)
def test_the_search_for_writes_knows_a_write(source: str, writes: bool) -> None:
    assert bool(list(_writes(ast.parse(source)))) is writes
