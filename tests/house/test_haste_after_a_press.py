"""After a press that may lead on, a browser test waits: what is read or opened at once belongs to the page before.

A press returns when it was made. On a quick machine the next page is there by chance; on a slow one what is counted is
nothing, the next address cuts the sent form off, and words are typed into a page that is left.
"""

import ast
from collections.abc import Iterator

import pytest

from tests.house.source import ROOT
from tests.house.test_haste import browser_tests

PRESSES = frozenset({"click", "tap", "dblclick"})
# What neither leads to another page nor asks the server.
STAYS = ("summary", "label", "get_by_label")
LOOKS = frozenset(
    "content title count all all_inner_texts all_text_contents evaluate evaluate_all is_visible is_hidden "
    "goto reload".split()
)
"""What looks or goes on without waiting for anything of the page it speaks of."""
WAITS = frozenset(
    "wait_for wait_for_url fill check uncheck set_checked select_option set_input_files click tap press "
    "inner_text text_content get_attribute input_value is_checked".split()
)
"""What waits for a part or an address. It comes too early where both pages have it; that no reading of files shows."""

Helpers = dict[str, list[ast.FunctionDef]]
"""Who is called by a name: of several files each may be meant."""


def _helpers(*trees: ast.Module) -> Helpers:
    found: Helpers = {}
    for tree in trees:
        for one in tree.body:
            if isinstance(one, ast.FunctionDef) and one.args.args:
                found.setdefault(one.name, []).append(one)
    return found


def _called(node: ast.AST) -> str:
    if not isinstance(node, ast.Call):
        return ""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _done_at_once(statement: ast.stmt) -> ast.AST:
    """What of a statement is done first: of a block its head."""
    if isinstance(statement, ast.With):
        return statement.items[0].context_expr
    if isinstance(statement, ast.For):
        return statement.iter
    return statement.test if isinstance(statement, ast.If | ast.While) else statement


def _reads(part: ast.AST, page: str, helpers: Helpers, depth: int = 3) -> bool | None:
    """Whether this looks at the page without waiting; None where it does nothing with it."""
    names = [one for one in ast.walk(part) if isinstance(one, ast.Name) and one.id == page]
    calls = [one for one in ast.walk(part) if isinstance(one, ast.Call)]
    if not names:
        return None
    if _waits(part):
        return False
    if any(isinstance(one, ast.Attribute) and one.attr == "url" for one in ast.walk(part)):
        return True
    for call in calls:
        if isinstance(call.func, ast.Attribute) and call.func.attr in LOOKS:
            return True
        given = call.args[0] if call.args else None
        meant = helpers.get(_called(call), []) if depth and isinstance(given, ast.Name) and given.id == page else []
        read = [_first_read(one.body, one.args.args[0].arg, helpers, depth - 1) for one in meant]
        if any(one is not None for one in read):
            return any(read)
    return None


def _first_read(statements: list[ast.stmt], page: str, helpers: Helpers, depth: int = 3) -> ast.AST | bool | None:
    """The part that looks before anything waited; what only names a part of the page for later is passed over."""
    for statement in statements:
        at_once = _done_at_once(statement)
        found = _reads(at_once, page, helpers, depth)
        if found:
            return at_once
        if found is False or _waits(statement):
            return False
    return None


def _waits(part: ast.AST) -> bool:
    return any(_called(one) == "expect" or _called(one) in WAITS for one in ast.walk(part))


def _pressed(statement: ast.stmt) -> str:
    """On which page something is pressed by this statement; empty where nothing is, or nothing that leads on."""
    press = statement.value if isinstance(statement, ast.Expr) else None
    if _called(press or statement) not in PRESSES or any(word in ast.unparse(statement) for word in STAYS):
        return ""
    return next((one.id for one in ast.walk(statement) if isinstance(one, ast.Name)), "")


def hasty(module: ast.Module, helpers: Helpers) -> Iterator[tuple[int, str]]:
    for block in ast.walk(module):
        for part in ("body", "orelse", "finalbody"):
            statements = getattr(block, part, None)
            if not isinstance(statements, list):
                continue
            for number, press in enumerate(statements, 1):
                page = _pressed(press)
                read = _first_read(statements[number:], page, helpers) if page else None
                if isinstance(read, ast.AST):
                    yield press.lineno, f"{ast.unparse(press)} … {ast.unparse(read)}"


def test_what_follows_a_press_waits_for_what_it_leads_to():
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in browser_tests()}
    shared = _helpers(*(tree for path, tree in trees.items() if not path.name.startswith("test_")))
    found = [
        f"{path.relative_to(ROOT)}:{line}: {words}"
        for path, tree in trees.items()
        for line, words in hasty(tree, shared | _helpers(tree))
    ]
    assert not found, "\n".join(["Press within `walk.leaving`, or expect something of what comes:", *found])


HELPERS = """
def visit(page, path):
    page.goto(path)
def begin(page):
    button = page.get_by_role('button')
    visit(page, '/')
def choose(page):
    page.get_by_label('Кто').check()
    visit(page, '/')
"""


@pytest.mark.parametrize(
    ("then", "is_hasty"),
    [
        ("if page.locator('p').count(): pass", True),
        ("for box in page.get_by_label('Да').all(): box.check()", True),
        ("number = page.url", True),
        ("words = page.content()", True),
        ("page.goto('/')", True),
        ("begin(page)", True),
        ("lines = page.locator('li')\npage.evaluate('1')", True),
        ("choose(page)", False),
        ("expect(page.locator('p')).to_have_count(2)", False),
        ("page.wait_for_url('/cases/1/')", False),
        ("other.goto('/')", False),
    ],
)
def test_haste_is_recognized(then, is_hasty):
    helpers = _helpers(ast.parse(HELPERS))
    for press in ("page.locator('button').click()", "page.locator('a').tap()"):
        assert bool(list(hasty(ast.parse(f"{press}\n{then}"), helpers))) is is_hasty, press
    for calm in ("page.locator('summary').click()", "with leaving(page):\n    page.locator('a').click()"):
        assert not list(hasty(ast.parse(f"{calm}\n{then}"), helpers)), calm
