"""Whoever asks and what was sent are read in one place, so that every page means the same by it."""

import re
from pathlib import Path

from tests.house.source import PACKAGE, for_each, modules, shown

BY_HAND = {
    "actor_of(request)": re.compile(r"\brequest\.actor\b"),
    "given(request)": re.compile(r"\brequest\.POST (if\b|or None)"),
}
# The doorkeeper finds out who asks; `asking` tells it to all others.
HOME = {"web/shell/asking.py", "web/shell/middleware.py"}
PAGES = [path for path in modules() if path.relative_to(PACKAGE).parts[0] == "web"]


@for_each(PAGES, shown)
def test_nobody_asks_by_hand(path: Path) -> None:
    if path.relative_to(PACKAGE).as_posix() in HOME:
        return
    text = path.read_text(encoding="utf-8")
    found = [instead for instead, by_hand in BY_HAND.items() if by_hand.search(text)]
    assert not found, f"{shown(path)} does by hand what {', '.join(found)} does"


def test_the_search_knows_what_it_looks_for() -> None:
    asking = (PACKAGE / "web/shell/asking.py").read_text(encoding="utf-8")
    assert all(by_hand.search(asking) for by_hand in BY_HAND.values())
