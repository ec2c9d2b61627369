"""Whether everybody can use a page: axe at a desk in light and dark and in the hand, large targets, no side scroll."""

from functools import cache
from pathlib import Path
from typing import Any, Literal

import axe_playwright_python
from playwright.sync_api import Page

from opora.web.shell.tests import browser as walk

ALL: dict[str, Any] = {"resultTypes": ["violations"]}
COLORS: dict[str, Any] = ALL | {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
STRUCTURE: dict[str, Any] = ALL | {"rules": {"color-contrast": {"enabled": False}}}

# Everything is asked about the light page at a desk. What differs in the dark and in the hand is asked again: in the
# dark the colors, in the hand the order of things and the colors. Of parts that look alike one is asked about its
# colors then: which text stands on which ground does not depend on how often it is there.
Question = tuple[dict[str, Any], bool]
Looks = tuple[tuple[Literal["light", "dark"], tuple[Question, ...]], ...]
AT_A_DESK: Looks = (("light", ((ALL, False),)), ("dark", ((COLORS, True),)))
# A telephone shows the same parts in the same dark colors as a desk, so it is not asked about them again.
IN_THE_HAND: Looks = (("light", ((STRUCTURE, False), (COLORS, True))),)

FOUND = """async ([options, alike]) => {
  const looks = new Map();
  for (const part of alike ? document.body.querySelectorAll('*') : []) {
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
    if (!looks.has(look.join())) looks.set(look.join(), part);
  }
  if (alike && !looks.size) return [];
  const found = await axe.run(alike ? {include: [...looks.values()]} : document, options);
  return found.violations.map(
    (one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')}`);
}"""
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
        for scheme, questions in looks:
            page.emulate_media(color_scheme=scheme)
            for question in questions:
                found += [f"{name}, {scheme}: {said}" for said in page.evaluate(FOUND, list(question))]
        found += [f"{name}: too small: {part}" for part in walk.small_targets(page)]
        if aside := walk.overflow(page):
            found.append(f"{name}: scrolls sideways by {aside} pixels")
    return found
