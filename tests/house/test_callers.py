"""What nobody calls is not kept: it would have to be read, tested and translated for nothing."""

import ast
import re
from collections import Counter
from pathlib import Path

from tests.house.source import ROOT, modules, shown, templates, tree

# Called by the framework: a function with one of these on its head, and the classes by which rooms are known.
CALLED_BY_NAME = re.compile(r"register|simple_tag|inclusion_tag|filter|task|periodic|receiver|overload|fixture")
# Asked by tests alone, each for a reason.
PLAIN_FORMS = {
    "case_managers_on": "what a hand-over promises of every day, which a property test asks of a thousand histories",
}


def _words() -> Counter[str]:
    """Every word of the product outside of tests, its migrations among it; a name told on by `__init__` is no call."""
    found: Counter[str] = Counter()
    files = [path for path in modules(migrations=True) if path.name != "__init__.py"]
    for path in [*files, *templates(), *(ROOT / "scripts").glob("*.py")]:
        found.update(re.findall(r"\w+", path.read_text(encoding="utf-8")))
    return found


def _functions(path: Path) -> list[str]:
    named = []
    for node in tree(path).body:
        if isinstance(node, ast.FunctionDef):
            heads = " ".join(ast.unparse(one) for one in node.decorator_list)
            if not CALLED_BY_NAME.search(heads):
                named.append(node.name)
    return named


def test_every_function_is_called_somewhere() -> None:
    words = _words()
    lonely = {
        name: shown(path)
        for path in modules()
        for name in _functions(path)
        if words[name] <= (path.name != "__init__.py") and name not in PLAIN_FORMS
    }
    assert not lonely, "give each a caller or delete it"


def test_plain_forms_are_still_there() -> None:
    known = {name for path in modules() for name in _functions(path)}
    assert known >= set(PLAIN_FORMS), "take what is gone off the list"
