"""Tests in a browser wait for what they speak of: a page is asserted with what asks again until it is there."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.source import ROOT

LOOKS = frozenset(
    "count inner_text all_inner_texts text_content all_text_contents get_attribute input_value "
    "is_visible is_hidden is_checked is_enabled is_disabled is_editable".split()
)
"""What says how a part of a page is at this moment. Playwright's `expect` says it as soon as the page got there."""


def browser_tests() -> list[Path]:
    found = [*ROOT.glob("tests/journeys/*.py"), *ROOT.glob("src/opora/web/*/tests/*.py")]
    return sorted(path for path in found if re.search(r"playwright|walk\.chromium", path.read_text(encoding="utf-8")))


def _hasty(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Assert):
            for part in ast.walk(node.test):
                if isinstance(part, ast.Call) and isinstance(part.func, ast.Attribute) and part.func.attr in LOOKS:
                    # The rows of a table are asked of a manager.
                    if "objects" not in ast.unparse(part.func.value):
                        yield node.lineno, ast.unparse(part)
                elif isinstance(part, ast.Attribute) and part.attr == "url":
                    yield node.lineno, ast.unparse(part)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            asked = ast.unparse(node.args[0]) if node.args else ""
            # `*` is also the word in the address of the form, so that nothing is waited for.
            is_loose = node.func.attr == "wait_for_url" and re.search(r"/\*/?'$", asked)
            if is_loose or node.func.attr in {"wait_for_timeout", "sleep"}:
                yield node.lineno, ast.unparse(node)


def testbrowser_tests_are_found():
    assert len(browser_tests()) > 30


def test_nothing_is_asserted_of_a_page_that_may_not_be_there_yet():
    hasty = [
        f"{path.relative_to(ROOT)}:{line}: {words}"
        for path in browser_tests()
        for line, words in sorted(_hasty(ast.parse(path.read_text(encoding="utf-8"))))
    ]
    assert not hasty, "\n".join(["Use expect(…), walk.leaving or wait_for_url with the whole address:", *hasty])


@pytest.mark.parametrize(
    "words",
    [
        "assert page.locator('p').count() == 1",
        "assert page.url.endswith('/people/')",
        "assert not row.is_visible()",
        "page.wait_for_url('**/assessments/*/')",
        "page.wait_for_timeout(500)",
    ],
)
def test_a_hasty_look_is_found(words):
    assert [*_hasty(ast.parse(words))]


@pytest.mark.parametrize(
    "words",
    ["assert Case.objects.count() == 1", "expect(page).to_have_url(DONE)", "page.wait_for_url('**/sent/')"],
)
def test_what_waits_is_let_be(words):
    assert not [*_hasty(ast.parse(words))]
