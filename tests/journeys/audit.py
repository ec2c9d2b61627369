"""Whether everybody can use a page: axe at a desk in light and dark and in the hand, large targets, no side scroll."""

from functools import cache
from pathlib import Path
from typing import Any, Literal

import axe_playwright_python
from playwright.sync_api import Page, ViewportSize

from opora.web.shell.tests import browser as walk

ALL: dict[str, Any] = {"resultTypes": ["violations"]}
COLORS: dict[str, Any] = ALL | {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
STRUCTURE: dict[str, Any] = ALL | {"rules": {"color-contrast": {"enabled": False}}}

# What differs in the dark and in the hand is asked again: in the dark the colors, in the hand the order of things and
# the colors. Of parts that look alike one is asked about its colors, whatever page it stands on: which text stands on
# which ground does not depend on how often it is there. A telephone shows the same parts in the same dark colors as a
# desk, so it is not asked about them again.
Scheme = Literal["light", "dark"]
LOOKS: tuple[tuple[str, ViewportSize, tuple[tuple[Scheme, bool], ...]], ...] = (
    ("desktop", walk.DESKTOP, (("light", True), ("dark", False))),
    ("phone", walk.PHONE, (("light", True),)),
)

SAY = """const say = (found) => found.violations.map(
  (one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')}`);"""
ORDER = "async (options) => {" + SAY + " return say(await axe.run(document, options)); }"
# One part for each look on the page that was not proved yet.
FRESH = """(proved) => {
  const known = new Set(proved), looks = new Map();
  for (const part of document.body.querySelectorAll('*')) {
    const says = part.matches('input, select, textarea')
      || [...part.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (!says || !part.checkVisibility({visibilityProperty: true})) continue;
    const own = getComputedStyle(part);
    const names = [part, part.parentElement].map((one) => one.getAttribute('class'));
    const look = [part.localName, ...names, own.color, own.fontSize, own.fontWeight];
    for (let at = part; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      look.push(style.backgroundColor, style.backgroundImage, style.opacity);
    }
    if (!known.has(look.join()) && !looks.has(look.join())) looks.set(look.join(), part);
  }
  window.freshLooks = [...looks.values()];
  return [...looks.keys()];
}"""
CONTRAST = "async (options) => {" + SAY + " return say(await axe.run({include: window.freshLooks}, options)); }"
UNFOLD = "() => document.querySelectorAll('details:not(.menu)').forEach((part) => { part.open = true })"


@cache
def _axe() -> str:
    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def faults(page: Page) -> list[str]:
    """Everything that keeps somebody from using the page that is open, folded parts included."""
    page.evaluate(_axe())
    page.evaluate(UNFOLD)
    found: list[str] = []
    for name, size, schemes in LOOKS:
        page.set_viewport_size(size)
        for scheme, asks_for_order in schemes:
            page.emulate_media(color_scheme=scheme)
            said = page.evaluate(ORDER, STRUCTURE) if asks_for_order else []
            found += [f"{name}, {scheme}: {one}" for one in (*said, *_contrast(page))]
        found += [f"{name}: too small: {part}" for part in walk.small_targets(page)]
        if aside := walk.overflow(page):
            found.append(f"{name}: scrolls sideways by {aside} pixels")
    return found


_proved: set[str] = set()


def _contrast(page: Page) -> list[str]:
    """What is hard to read on its ground, among parts that look like none that was proved before."""
    fresh: list[str] = page.evaluate(FRESH, sorted(_proved))
    found: list[str] = page.evaluate(CONTRAST, COLORS) if fresh else []
    if not found:
        _proved.update(fresh)
    return found
