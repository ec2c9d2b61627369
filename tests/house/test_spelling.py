"""The code is written in American English: one spelling, so that a search finds everything."""

import re

from tests.house.source import ROOT, modules, shown, templates

BRITISH = re.compile(r"organisation|programmes?\b", re.IGNORECASE)
# Codes that lie in databases, and words of a table that a migration has taken down.
KEPT = re.compile(
    r"[\"']organisation[\"']|organisation_declined|ORGANISATION\w*|Head of organisation|the organisation ended its help"
)


def test_one_spelling() -> None:
    files = [*modules(tests=True), *templates(), *(ROOT / "tests").rglob("*.py")]
    found = [
        f"{shown(path)}:{number} {line.strip()[:80]}"
        for path in files
        if path.name != "test_spelling.py"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if BRITISH.search(KEPT.sub("", line))
    ]
    assert not found
