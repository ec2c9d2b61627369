"""docs/where.md says where each rule is decided, and it is decided there."""

import ast
import re

import pytest

from tests.house.source import PACKAGE, ROOT, tree

ROW = re.compile(r"^\| (?P<question>[^|]+) \| `(?P<name>\w+)` \| `(?P<file>[\w/]+\.py)` \|$", re.MULTILINE)
ROWS = [match.groups() for match in ROW.finditer((ROOT / "docs" / "where.md").read_text(encoding="utf-8"))]


def test_all_rules_people_look_for_are_listed() -> None:
    assert len(ROWS) >= 24
    assert len({question for question, _name, _file in ROWS}) == len(ROWS)


@pytest.mark.parametrize(("question", "name", "file"), ROWS, ids=[row[2] + ":" + row[1] for row in ROWS])
def test_a_rule_is_decided_where_the_list_says(question: str, name: str, file: str) -> None:
    path = PACKAGE / file
    assert path.is_file(), f"{file} is gone; say in docs/where.md where “{question}” is decided now"
    named = set()
    for node in tree(path).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            named.add(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            named |= {target.id for target in targets if isinstance(target, ast.Name)}
    assert name in named, f"{file} no longer decides “{question}” by {name}"
