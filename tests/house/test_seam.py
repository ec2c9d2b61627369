"""Pages get records from queries: with their type, and without reaching through them into other tables."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house.source import modules, shown, tree

# What a record is called where a page is given one.
RECORDS = {"route", "case", "visit", "plan", "task", "goal", "notice", "consent", "run", "ballot", "contact", "letter"}
MANAGED = {"all", "filter", "exclude", "order_by", "select_related", "prefetch_related"}


def _web() -> list[Path]:
    return [path for path in modules() if "web" in path.parts]


def test_a_record_that_a_page_is_given_has_its_type() -> None:
    untyped = [
        f"{shown(path)}:{one.lineno} {one.arg}"
        for path in _web()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef)
        for one in (*node.args.args, *node.args.kwonlyargs)
        if one.arg in RECORDS and isinstance(one.annotation, ast.Name) and one.annotation.id == "Any"
    ]
    assert not untyped, 'import the model under "if TYPE_CHECKING:"'


def test_no_page_reaches_through_a_record_into_another_table() -> None:
    """A query answers what a page shows; `record.others.all()` would ask the database from a view."""
    reaching = [
        f"{shown(path)}:{node.lineno} {ast.unparse(node)[:60]}"
        for path in _web()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in MANAGED
        and isinstance(node.func.value, ast.Attribute)
    ]
    assert not reaching


def _only_for_types(path: Path) -> Iterator[ast.ImportFrom]:
    for node in tree(path).body:
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            yield from (one for one in ast.walk(node) if isinstance(one, ast.ImportFrom))


def test_imports_for_types_alone_bring_models_to_pages_and_nothing_else() -> None:
    """The contracts of the floors pass over such imports, so there may be no others."""
    others = [
        f"{shown(path)}:{one.lineno} {one.module}"
        for path in modules()
        if path.parent.name != "cli"  # the roof, which knows everything and imports late to start quickly
        for one in _only_for_types(path)
        if str(one.module).startswith("opora.") and not ("web" in path.parts and "models" in str(one.module))
    ]
    assert not others
