"""A code and its words stand in one place: at the table, or in a room that reads it; no form spells them again."""

import ast
from pathlib import Path

from django.apps import apps

from tests.house.source import modules, shown, tree

# So many codes of one table in a list of pairs are no accident.
ALIKE = 3


def _vocabularies() -> dict[str, set[str]]:
    """The codes of every table that offers a choice, by field."""
    return {
        f"{model._meta.label}.{field.name}": {str(code) for code, _words in field.flatchoices if code}
        for model in apps.get_models()
        if model.__module__.startswith("opora.")
        for field in model._meta.local_fields
        if getattr(field, "choices", None)
    }


def _spelled(node: ast.AST) -> set[str]:
    """The codes of a list of pairs or of a table of words written in place."""
    if isinstance(node, ast.Dict):
        heads = node.keys
    elif isinstance(node, ast.List | ast.Tuple) and all(
        isinstance(one, ast.Tuple) and len(one.elts) == 2 for one in node.elts
    ):
        heads = [one.elts[0] for one in node.elts if isinstance(one, ast.Tuple)]
    else:
        return set()
    codes = {one.value for one in heads if isinstance(one, ast.Constant) and isinstance(one.value, str)}
    return codes - {""} if len(codes) == len(heads) else set()


def _is_form(path: Path) -> bool:
    return "web" in path.parts and (path.stem.startswith("forms") or path.parent.name == "forms")


def test_no_form_spells_the_choices_of_a_table_again() -> None:
    known = _vocabularies()
    forms = [path for path in modules() if _is_form(path)]
    assert len(forms) > 20 and len(known) > 50
    again = [
        f"{shown(path)}:{getattr(node, 'lineno', 0)} spells {field}"
        for path in forms
        for node in ast.walk(tree(path))
        for field, codes in known.items()
        if len(found := _spelled(node)) >= ALIKE and found <= codes
    ]
    assert not again, "offer them from the room's queries: opora.common.choices.offered(Model.Kind.ONE, …)"


def test_a_list_spelled_again_would_be_found() -> None:
    [node] = [one for one in ast.walk(ast.parse('X = [("phone", 1), ("site", 2), ("letter", 3)]')) if _spelled(one)]
    assert _spelled(node) == {"phone", "site", "letter"}
    assert any(_spelled(node) <= codes for codes in _vocabularies().values())
