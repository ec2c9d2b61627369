"""Pages meet by the names of their addresses; an address written out by hand leads nowhere the day it changes."""

import re
from pathlib import Path

from tests.house.source import PACKAGE, for_each, modules, shown, templates

IN_A_TEMPLATE = re.compile(r'\b(?:href|action|hx-get|hx-post)="(/[^"]*)"')
IN_PYTHON = re.compile(r'f"(/\w[\w-]*/[^"]*\{[^"]*)"')


@for_each(templates(), shown)
def test_a_template_names_its_addresses(path: Path) -> None:
    found = IN_A_TEMPLATE.findall(path.read_text(encoding="utf-8"))
    assert not found, f"{shown(path)}: write {{% url “room:name” … %}} instead of {found}"


def test_a_page_puts_no_address_together() -> None:
    pages = [path for path in modules() if path.is_relative_to(PACKAGE / "web")]
    assert len(pages) > 100
    found = [f"{shown(path)}: {hit}" for path in pages for hit in IN_PYTHON.findall(path.read_text(encoding="utf-8"))]
    assert not found, "use reverse() and the name of the address"
