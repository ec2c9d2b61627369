"""Whether everybody can use a page: axe at a desk in light and dark and in the hand, large targets, no side scroll."""

from functools import cache
from pathlib import Path
from typing import Any, Literal

import axe_playwright_python
from playwright.sync_api import Page

from opora.web.shell.tests import browser as walk

# Colors are all that differs between light and dark, so the dark page is asked only about them.
ALL: dict[str, Any] = {"resultTypes": ["violations"]}
COLORS: dict[str, Any] = ALL | {"runOnly": {"type": "rule", "values": ["color-contrast"]}}

Looks = tuple[tuple[Literal["light", "dark"], dict[str, Any]], ...]
AT_A_DESK: Looks = (("light", ALL), ("dark", COLORS))
# A telephone shows the same parts in the same dark colors as a desk, so it is not asked about them again.
IN_THE_HAND: Looks = (("light", ALL),)

FOUND = """async (options) => (await axe.run(document, options)).violations.map(
  (one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')}`)"""
UNFOLD = "() => document.querySelectorAll('details:not(.menu)').forEach((part) => { part.open = true })"


@cache
def _axe() -> str:
    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def faults(page: Page) -> list[str]:
    """Everything that keeps somebody from using the page that is open, folded parts included."""
    page.evaluate(_axe())
    page.evaluate(UNFOLD)
    found: list[str] = []
    for name, size, looks in (("desktop", walk.DESKTOP, AT_A_DESK), ("phone", walk.PHONE, IN_THE_HAND)):
        page.set_viewport_size(size)
        for scheme, options in looks:
            page.emulate_media(color_scheme=scheme)
            found += [f"{name}, {scheme}: {said}" for said in page.evaluate(FOUND, options)]
        found += [f"{name}: too small: {part}" for part in walk.small_targets(page)]
        if aside := walk.overflow(page):
            found.append(f"{name}: scrolls sideways by {aside} pixels")
    return found
