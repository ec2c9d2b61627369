"""What the pages' strict content security policy would silently block must not be written at all."""

import re
from pathlib import Path

from tests.house.source import for_each, shown, templates

COLUMNS = 160
FORBIDDEN = {
    "an inline style": re.compile(r"\sstyle\s*=\s*[\"']", re.IGNORECASE),
    "an inline handler": re.compile(r"\s(on[a-z]+|hx-on[\w:.-]*)\s*=\s*[\"']", re.IGNORECASE),
    "a style element": re.compile(r"<style\b", re.IGNORECASE),
    "an inline script": re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)", re.IGNORECASE),
    "a resource from elsewhere": re.compile(r"(src|href)\s*=\s*[\"'](https?:)?//", re.IGNORECASE),
    "a link with a script in it": re.compile(r"javascript:", re.IGNORECASE),
    "htmx evaluation": re.compile(r"hx-(vals|vars|headers)\s*=\s*[\"']js:", re.IGNORECASE),
}


@for_each(templates(), shown)
def test_nothing_the_policy_would_block(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = [what for what, pattern in FORBIDDEN.items() if pattern.search(text)]
    assert not found, f"{shown(path)} has {', '.join(found)}"


def test_a_template_is_read_line_by_line() -> None:
    """A line of a page fits a window; what it takes more to write, the view prepares as rows."""
    long = [
        f"{shown(path)}:{number} has {len(line)} characters"
        for path in templates()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if len(line) > COLUMNS
    ]
    assert not long
